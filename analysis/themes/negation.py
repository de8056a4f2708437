"""Whether a clue is denied: by a negator in reach that isn't used up on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.sentiment.lexical import TRAILING_NEGATION
from analysis.sentiment.senses import Role, additions, chosen, matcher_of, senses
from analysis.themes.clues import ClueKind
from analysis.themes.passage import END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.sentiment.senses import Sense
    from analysis.themes.alphabet import Alphabet
    from analysis.themes.clues import Clue
    from analysis.themes.cues import Element
    from analysis.themes.matcher import Match
    from analysis.themes.passage import Range
    from analysis.themes.reading import Reading
    from rivalscope.models import Lexicon


class Grammar:
    """The words of one language that deny, contrast and join."""

    def __init__(self, lexicon: Lexicon, alphabet: Alphabet) -> None:
        self._matcher = matcher_of(_structure(lexicon), alphabet)
        self._scope = lexicon.negation_scope
        self._trailing = lexicon.language in TRAILING_NEGATION

    def entries(self, letters: Sequence[int]) -> list[Match[Sense]]:
        """Negators, contrasts and conjunctions of a text, in order, none inside another phrase."""
        return chosen(self._matcher.matches(letters))

    def denies(self, clue: Clue, reading: Reading) -> bool:
        """Whether a prefix or a negator in the clue's stretch turns it round."""
        return clue.negated or any(
            self._reaches(negator, clue, reading) for negator in reading.negators_around(clue)
        )

    def _reaches(self, negator: Match[Sense], clue: Clue, reading: Reading) -> bool:
        if negator.end <= clue.start:
            return self._is_near((negator.end, clue.start), reading) and not _is_used_up(
                negator, clue, reading
            )
        closes = self._trailing and clue.end <= negator.start and _closes(negator, reading)
        return closes and self._is_near((clue.end, negator.start), reading)

    def _is_near(self, gap: Range, reading: Reading) -> bool:
        return _count_words(gap, reading) < self._scope


def single_negators(lexicon: Lexicon) -> Iterator[Element]:
    """The negators of one word."""
    for sense in senses(lexicon):
        if sense.role is Role.NEGATOR and not sense.cue.has_words:
            yield from (element for (element,) in sense.cue.ways())


def _structure(lexicon: Lexicon) -> Iterator[Sense]:
    """The entries that shape a text; phrases worth nothing keep their negators from denying."""
    for sense in senses(lexicon):
        shapes = sense.role in {Role.NEGATOR, Role.CONTRAST, Role.CONJUNCTION}
        if shapes or (sense.role is Role.VALENCE and not sense.value and sense.cue.has_words):
            yield sense
    yield from additions(lexicon.language)


def _is_used_up(negator: Match[Sense], clue: Clue, reading: Reading) -> bool:
    """Whether the negator denies a word of the opposite feeling on its way.

    "I didn't like waiting" denies the liking, not the waiting.
    """
    opposite = "positive" if clue.kind is ClueKind.COMPLAINT else "negative"
    return reading.felt((negator.end, clue.start)) == opposite


def _closes(negator: Match[Sense], reading: Reading) -> bool:
    """Whether nothing of its stretch follows a negator."""
    last = reading.stretches.around(negator.start)[1]
    return not _count_words((negator.end, last), reading)


def _count_words(part: Range, reading: Reading) -> int:
    return sum(letter > END for letter in reading.passage.letters[part[0] : part[1]])
