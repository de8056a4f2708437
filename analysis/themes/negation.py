"""Whether a clue is denied: by a negator in reach that isn't used up on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from analysis.sentiment.senses import (
    Role,
    additions,
    adds,
    agrees,
    chosen,
    matcher_of,
    may_close,
    senses,
)
from analysis.themes.automaton import Denying
from analysis.themes.clues import ClueKind
from analysis.themes.passage import END
from analysis.themes.tokens import is_word, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from analysis.sentiment.senses import Sense
    from analysis.themes.alphabet import Alphabet
    from analysis.themes.clues import Clue
    from analysis.themes.cues import Element
    from analysis.themes.matcher import Match
    from analysis.themes.passage import Range
    from analysis.themes.reading import Reading
    from rivalscope.models import Lexicon, Polarity


class Negator(NamedTuple):
    """A negator in a text; all places count pieces."""

    start: int
    end: int
    praising: Range | None
    """The phrase of praise it is part of ("could not ask for more"), if any."""
    may_close: bool
    """Whether it may stand behind what it denies."""
    agrees: bool
    """Whether it turns no other negator round ("no hay ni teléfono")."""


class Structure(NamedTuple):
    """The words that shape a text, in its order."""

    entries: list[Match[Sense]]
    """Contrasts, conjunctions and negators, none inside another phrase."""
    negators: list[Negator]
    """Those among them, and shorter ones they begin with ("not" in "not so")."""
    additions: list[int]
    """Where an "and" begins."""


class Grammar:
    """The words of one language that deny, contrast and join."""

    def __init__(self, lexicon: Lexicon, alphabet: Alphabet) -> None:
        self._matcher = matcher_of(_structure(lexicon, alphabet), alphabet)
        self._language = lexicon.language
        self._scope = lexicon.negation_scope

    def structure(self, letters: Sequence[int]) -> Structure:
        """What shapes a text of some letters."""
        matches = self._matcher.matches(letters)
        entries = chosen(match for match in matches if not _is_valued(match))
        leading = {entry.start for entry in entries if entry.value.role is Role.NEGATOR}
        if not leading:
            negators = []
        else:
            phrases = [match for match in matches if match.value.value > 0]
            negators = [
                Negator(
                    match.start,
                    match.end,
                    _longest_around(match, phrases),
                    may_close(match.value, self._language),
                    agrees(match.value, self._language),
                )
                for match in matches
                if match.value.role is Role.NEGATOR and match.start in leading
            ]
        joints = [entry.start for entry in entries if adds(entry.value, self._language)]
        return Structure(entries, negators, joints)

    def denies(self, clue: Clue, reading: Reading) -> bool:
        """Whether a prefix or a negator in the clue's stretch turns it round."""
        if clue.negated:
            return True
        negators = reading.negators_around(clue)
        own = [negator for negator in negators if _is_inside(negator, clue)]
        if any(negator.agrees for negator in own):
            return False
        return any(
            self._reaches(negator, clue, reading)
            for negator in negators
            if not (own and negator.agrees and clue.end <= negator.start)
        )

    def _reaches(self, negator: Negator, clue: Clue, reading: Reading) -> bool:
        if clue.kind is ClueKind.PRAISE and _praises_elsewhere(negator, clue):
            return False
        if negator.end <= clue.start:
            between = negator.end, clue.start
            return self._is_near(between, reading) and not _is_used_up(between, clue, reading)
        closes = negator.may_close and clue.end <= negator.start and _closes(negator, reading)
        return closes and self._is_near((clue.end, negator.start), reading)

    def _is_near(self, gap: Range, reading: Reading) -> bool:
        return _count_words(gap, reading) < self._scope


def denying_words(lexicon: Lexicon) -> Denying:
    """The negators of one word, and those of them that agree with another."""
    single = [sense for sense in senses(lexicon, (Role.NEGATOR,)) if not sense.cue.has_words]
    agreeing = [sense for sense in single if agrees(sense, lexicon.language)]
    return Denying(list(_elements(single)), list(_elements(agreeing)))


def _structure(lexicon: Lexicon, alphabet: Alphabet) -> Iterator[Sense]:
    """The entries that shape a text, and phrases that keep their negators from denying."""
    known = list(senses(lexicon))
    negators = matcher_of((sense for sense in known if sense.role is Role.NEGATOR), alphabet)
    for sense in known:
        if sense.role is Role.VALENCE:
            praises = sense.value > 0 and negators.matches(alphabet.spelled(_words(sense)))
            if sense.cue.has_words and (praises or not sense.value):
                yield sense
        elif sense.role is not Role.BOOSTER:
            yield sense
    yield from additions(lexicon.language)


def _elements(entries: Iterable[Sense]) -> Iterator[Element]:
    for sense in entries:
        yield from (element for (element,) in sense.cue.ways())


def _words(sense: Sense) -> list[str]:
    return list(filter(is_word, pieces(sense.cue.source)))


def _is_valued(match: Match[Sense]) -> bool:
    return match.value.role is Role.VALENCE and bool(match.value.value)


def _longest_around(negator: Match[Sense], phrases: Sequence[Match[Sense]]) -> Range | None:
    """The longest phrase that goes on behind a negator in it."""
    around = [
        (phrase.start, phrase.end)
        for phrase in phrases
        if phrase.start <= negator.start and negator.end < phrase.end
    ]
    return max(around, key=lambda part: part[1] - part[0], default=None)


def _is_inside(negator: Negator, clue: Clue) -> bool:
    return clue.start <= negator.start and negator.end <= clue.end


def _is_used_up(between: Range, clue: Clue, reading: Reading) -> bool:
    """Whether a negator denies something else on its way to a clue.

    "I didn't like waiting" denies the liking, not the waiting. Beyond an "and" a negator reaches
    only from one opinion to another of the same kind: "no waiting and delays", but not "no reply
    and great food".
    """
    own: Polarity = "negative" if clue.kind is ClueKind.COMPLAINT else "positive"
    felt = reading.felt(between)
    if felt not in {own, "neutral"}:
        return True
    return felt != own and reading.adds_in(between) and not reading.holds(clue.kind, between)


def _praises_elsewhere(negator: Negator, clue: Clue) -> bool:
    """Whether a negator is part of a phrase that praises, as a clue outside of it does."""
    if negator.praising is None:
        return False
    first, last = negator.praising
    return clue.end <= first or last <= clue.start


def _closes(negator: Negator, reading: Reading) -> bool:
    """Whether nothing of its stretch follows a negator."""
    last = reading.stretches.around(negator.start)[1]
    return not _count_words((negator.end, last), reading)


def _count_words(part: Range, reading: Reading) -> int:
    return sum(letter > END for letter in reading.passage.letters[part[0] : part[1]])
