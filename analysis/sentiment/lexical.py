"""The rule engine of every language but English: a lexicon, boosters, negation, contrast, emphasis.

The rules and their constants are those of VADER (C.J. Hutto and E. Gilbert, "VADER: A Parsimonious
Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014), read for languages that
inflect: words are compared by stem, and a prefix may negate the word it is written to. Unlike
there, a negator reaches no further than the next comma, and a contrast weighs only its sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.sentiment.emoticons import SMILE, emoticon
from analysis.sentiment.masks import Mask
from analysis.sentiment.scale import MAX_CHARACTERS, compound
from analysis.sentiment.senses import Role, additions, chosen, matcher_of, senses, symbols
from analysis.themes.tokens import ends_sentence, is_word, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.sentiment.senses import Sense
    from analysis.themes.matcher import Match
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

TRAILING_NEGATION = frozenset({"de", "fr", "nl"})
"""Languages whose negator may close the clause it negates ("das gefällt mir nicht")."""


class LexicalEngine:
    """Scores the texts of one language by its lexicon."""

    def __init__(self, lexicon: Lexicon, *, brand_names: Sequence[str] = ()) -> None:
        entries = [*senses(lexicon), *additions(lexicon.language)]
        self._matcher = matcher_of(lexicon, (e for e in entries if e.role is not Role.CONJUNCTION))
        self._symbols = symbols(lexicon)
        self._mask = Mask(brand_names)
        self._scope = lexicon.negation_scope
        self._trailing = lexicon.language in TRAILING_NEGATION

    def score(self, text: str) -> float:
        """How positive a text is, -1 to 1; 0.0 where no word of it is in the lexicon."""
        text = self._mask.applied(text[:MAX_CHARACTERS])
        words = pieces(text)
        total = sum(self._charges(words))
        if not total:
            return 0.0
        emphasis = EXCLAMATION * min(text.count("!"), MAX_EXCLAMATIONS)
        return compound(total + emphasis if total > 0 else total - emphasis)

    def _charges(self, words: list[str]) -> list[float]:
        """Valence of each charged place after all rules, in order."""
        reading = _Reading(words, symbols=self._symbols, scope=self._scope, trailing=self._trailing)
        entries = {match.start: match for match in chosen(self._matcher.matches(words))}
        position = 0
        while position < len(words):
            match = entries.get(position)
            if match is None:
                reading.take_piece(position)
                position += 1
            else:
                reading.take_entry(match)
                position = match.end
        return reading.charges


class _Reading:
    """What is known on the way through one text."""

    def __init__(
        self, words: list[str], *, symbols: Mapping[str, float], scope: int, trailing: bool
    ) -> None:
        self.charges: list[float] = []
        self._words = words
        self._symbols = symbols
        self._scope = scope
        self._trailing = trailing
        self._lone_smiles = "(" not in words
        self._some_plain = any(len(word) > 1 and not word.isupper() for word in words)
        self._passed = 0  # words so far
        self._negated_until = 0  # in words, like the boosters' places
        self._boosters: list[tuple[int, float]] = []
        self._weight = 1.0
        self._sentence_from = 0  # in charges
        self._last_plain: tuple[int, int] | None = None  # (charge, its word) of this clause

    def take_piece(self, position: int) -> None:
        """Read a word that is in no lexicon, a pause, a sentence end or an emoji."""
        piece = self._words[position]
        if is_word(piece):
            self._passed += 1
            return
        self._end_clause()
        if ends_sentence(piece):
            self._sentence_from = len(self.charges)
            self._weight = 1.0
            return
        valence = self._symbols.get(piece) or emoticon(piece) or self._lone_smile(position)
        if valence:
            self.charges.append(valence)

    def take_entry(self, match: Match[Sense]) -> None:
        """Read a word or phrase of the lexicon."""
        sense = match.value
        if sense.role is Role.VALENCE:
            self._charge(match)
        elif sense.role is Role.BOOSTER:
            self._boosters.append((self._passed, sense.value))
        elif sense.role is Role.CONTRAST:
            self._contrast()
        elif self._trailing and self._closes_clause(match.end):
            self._negate_backwards()
        else:
            self._negated_until = self._passed + 1 + self._scope
        self._passed += 1

    def _charge(self, match: Match[Sense]) -> None:
        valence = match.value.value
        if not valence:
            return
        size = max(abs(valence) + self._boost() + self._capitals(match), LEAST_SIZE)
        charge = (size if valence > 0 else -size) * self._weight
        negated = match.negated or self._passed < self._negated_until
        self.charges.append(charge * NEGATED if negated else charge)
        self._last_plain = None if negated else (len(self.charges) - 1, self._passed)

    def _boost(self) -> float:
        boost = 0.0
        for place, value in self._boosters:
            distance = self._passed - place
            if 0 < distance <= len(BOOST_BY_DISTANCE):
                boost += value * BOOST_BY_DISTANCE[distance - 1]
        self._boosters.clear()
        return boost

    def _capitals(self, match: Match[Sense]) -> float:
        written = "".join(self._words[match.start : match.end])
        return CAPITALS if self._some_plain and len(written) > 1 and written.isupper() else 0.0

    def _contrast(self) -> None:
        self._end_clause()
        for place in range(self._sentence_from, len(self.charges)):
            self.charges[place] *= BEFORE_CONTRAST
        self._weight = AFTER_CONTRAST

    def _negate_backwards(self) -> None:
        if self._last_plain and self._passed - self._last_plain[1] <= self._scope:
            self.charges[self._last_plain[0]] *= NEGATED

    def _closes_clause(self, position: int) -> bool:
        return position >= len(self._words) or not is_word(self._words[position])

    def _end_clause(self) -> None:
        self._negated_until = 0
        self._boosters.clear()
        self._last_plain = None

    def _lone_smile(self, position: int) -> float:
        """A bracket that closes what none opened, after a word: a smile, in Russian above all."""
        after_word = position > 0 and self._words[position - 1][0].isalpha()
        return SMILE if self._words[position] == ")" and self._lone_smiles and after_word else 0.0
