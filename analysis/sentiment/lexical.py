"""The rule engine of every language but English: a lexicon, boosters, negation, contrast, emphasis.

The rules and their constants are those of VADER (C.J. Hutto and E. Gilbert, "VADER: A Parsimonious
Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014), read for languages that
inflect: words are compared by stem, and a prefix may negate the word it is written to. Unlike
there, a negator reaches no further than the next comma, nor beyond an "and" to what is no opinion
of the same sign as the one before it, and a contrast weighs only its sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.remembered import Remembered
from analysis.sentiment.emoticons import SMILE, emoticon
from analysis.sentiment.masks import Mask
from analysis.sentiment.scale import MAX_CHARACTERS, Feeling
from analysis.sentiment.senses import (
    Role,
    additions,
    adds,
    alphabet_of,
    chosen,
    matcher_of,
    may_close,
    senses,
    symbols,
)
from analysis.themes.passage import END

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.sentiment.senses import Sense
    from analysis.themes.matcher import Match
    from analysis.themes.passage import Spelled
    from rivalscope.models import Lexicon

NEGATED = -0.74
"""What a negated valence is multiplied by: turned round, and a little weaker."""
CAPITALS = 0.733
"""Added to a word in capitals among words that are not."""
EXCLAMATION = 0.292
MAX_EXCLAMATIONS = 4
BEFORE_CONTRAST = 0.5
AFTER_CONTRAST = 1.5
BOOST_BY_DISTANCE = (1.0, 0.95, 0.9)
"""What is left of a booster one, two and three words on."""
LEAST_SIZE = 0.1
"""However much a word is dampened, it keeps its sign."""

POLITE_SMILES = frozenset({"ru"})
"""Languages in which a smiling bracket ends a sentence as kindly as a full stop: most texts that
have one there, and no other feeling, have none."""
POLITE_SMILE = 0.1

_MOST_FACES = 1_000


class LexicalEngine:
    """Scores the texts of one language by its lexicon."""

    def __init__(self, lexicon: Lexicon, *, brand_names: Sequence[str] = ()) -> None:
        self.alphabet = alphabet_of(lexicon)
        entries = [*senses(lexicon), *additions(lexicon.language)]
        self._matcher = matcher_of(
            (e for e in entries if e.role is not Role.CONJUNCTION or adds(e, lexicon.language)),
            self.alphabet,
        )
        self._symbols = symbols(lexicon)
        self._faces = Remembered(self._face, most=_MOST_FACES)
        self._smile = POLITE_SMILE if lexicon.language in POLITE_SMILES else SMILE
        self._mask = Mask(brand_names)
        self._scope = lexicon.negation_scope
        self._language = lexicon.language

    def score(self, text: str) -> float:
        """How positive a text is, -1 to 1; 0.0 where no word of it is in the lexicon."""
        return self.feeling(text).compound

    def feeling(self, text: str) -> Feeling:
        """What that score comes from."""
        masked = self._mask.applied(text[:MAX_CHARACTERS])
        return self._felt(self.alphabet.passage(masked))

    def is_plain(self, text: str) -> bool:
        """Whether nothing in a text is to be masked."""
        return self._mask.is_idle(text)

    def score_as_is(self, passage: Spelled) -> float:
        """The score of a text without anything to mask."""
        return self._felt(passage).compound

    def _felt(self, passage: Spelled) -> Feeling:
        charges = self._charges(passage)
        total = sum(charges)
        words = len(passage.text.split())
        if not total:
            return Feeling(0.0, 0, words)
        emphasis = EXCLAMATION * min(passage.text.count("!"), MAX_EXCLAMATIONS)
        return Feeling(total + emphasis if total > 0 else total - emphasis, len(charges), words)

    def _charges(self, passage: Spelled) -> list[float]:
        """Valence of each charged place after all rules, in order."""
        matches = self._matcher.matches(passage.letters)
        entries = {match.start: match for match in chosen(matches)} if matches else {}
        reading = _Reading(
            passage,
            faces=self._faces,
            smile=self._smile,
            scope=self._scope,
            language=self._language,
        )
        position = 0
        for place in sorted({*passage.marks, *entries}):
            if place < position:  # a mark inside a phrase
                continue
            reading.passed += place - position
            entry = entries.get(place)
            if entry is None:
                reading.take_mark(place)
                position = place + 1
            else:
                reading.take_entry(entry)
                position = entry.end
        return reading.charges

    def _face(self, mark: str) -> float:
        """What an emoji or emoticon is worth; 0.0 for any other mark."""
        valence = self._symbols.get(mark) or emoticon(mark)
        return min(valence, self._smile) if mark.endswith(")") else valence


class _Reading:
    """What is known on the way through one text."""

    def __init__(
        self,
        passage: Spelled,
        *,
        faces: Mapping[str, float],
        smile: float,
        scope: int,
        language: str,
    ) -> None:
        self.charges: list[float] = []
        self.passed = 0
        """Words so far, an entry counting as one; the places below are counted so."""
        self._passage = passage
        self._faces = faces
        self._smile = smile
        self._scope = scope
        self._language = language
        self._negated_until = 0
        self._denied = 0.0  # what the negator has denied so far
        self._is_joined = False  # by an "and" since that negator
        self._boosters: list[tuple[int, float]] = []
        self._weight = 1.0
        self._sentence_from = 0  # in charges
        self._last_plain: tuple[int, int] | None = None  # (charge, its word) of this clause

    def take_mark(self, place: int) -> None:
        """Read a pause, a sentence end, an emoticon or an emoji."""
        self._end_clause()
        if self._passage.letters[place] == END:
            self._sentence_from = len(self.charges)
            self._weight = 1.0
            return
        valence = self._faces[self._passage.pieces[place]] or self._lone_smile(place)
        if valence:
            self.charges.append(valence)

    def take_entry(self, match: Match[Sense]) -> None:
        """Read a word or phrase of the lexicon."""
        sense = match.value
        if sense.role is Role.VALENCE:
            self._charge(match)
        elif sense.role is Role.BOOSTER:
            self._boosters.append((self.passed, sense.value))
        elif sense.role is Role.CONTRAST:
            self._contrast()
        elif sense.role is Role.CONJUNCTION:
            self._is_joined = True
        elif self._closes_clause(match.end) and may_close(sense, self._language):
            self._negate_backwards()
        else:
            self._negate_forwards()
        self.passed += 1

    def _charge(self, match: Match[Sense]) -> None:
        valence = match.value.value
        if not valence:
            return
        size = max(abs(valence) + self._boost() + self._capitals(match), LEAST_SIZE)
        charge = (size if valence > 0 else -size) * self._weight
        negated = match.negated or self._is_denied(valence)
        self.charges.append(charge * NEGATED if negated else charge)
        self._last_plain = None if negated else (len(self.charges) - 1, self.passed)

    def _is_denied(self, valence: float) -> bool:
        """Whether a negator reaches a word: beyond an "and", if it has denied one of its sign."""
        if self.passed >= self._negated_until:
            return False
        if self._is_joined and self._denied * valence <= 0:
            self._negated_until = 0
            return False
        self._denied = valence
        return True

    def _boost(self) -> float:
        if not self._boosters:
            return 0.0
        boost = 0.0
        for place, value in self._boosters:
            distance = self.passed - place
            if 0 < distance <= len(BOOST_BY_DISTANCE):
                boost += value * BOOST_BY_DISTANCE[distance - 1]
        self._boosters.clear()
        return boost

    def _capitals(self, match: Match[Sense]) -> float:
        pieces = self._passage.pieces
        written = "".join(pieces[match.start : match.end])
        if len(written) == 1 or not written.isupper():
            return 0.0
        some_plain = any(len(piece) > 1 and not piece.isupper() for piece in pieces)
        return CAPITALS if some_plain else 0.0

    def _contrast(self) -> None:
        self._end_clause()
        for place in range(self._sentence_from, len(self.charges)):
            self.charges[place] *= BEFORE_CONTRAST
        self._weight = AFTER_CONTRAST

    def _negate_forwards(self) -> None:
        self._negated_until = self.passed + 1 + self._scope
        self._denied = 0.0
        self._is_joined = False

    def _negate_backwards(self) -> None:
        if self._last_plain and self.passed - self._last_plain[1] <= self._scope:
            self.charges[self._last_plain[0]] *= NEGATED

    def _closes_clause(self, place: int) -> bool:
        letters = self._passage.letters
        return place >= len(letters) or letters[place] <= END

    def _end_clause(self) -> None:
        self._negated_until = 0
        self._boosters.clear()
        self._last_plain = None

    def _lone_smile(self, place: int) -> float:
        """A bracket that closes what none opened, after a word: a smile, in Russian above all."""
        pieces = self._passage.pieces
        after_word = place > 0 and pieces[place - 1][0].isalpha()
        return self._smile if pieces[place] == ")" and "(" not in pieces and after_word else 0.0
