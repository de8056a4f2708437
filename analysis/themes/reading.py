"""One text on its way through tagging, with everything found in it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.sentiment.masks import MASK
from analysis.sentiment.scale import sentiment
from analysis.sentiment.senses import Role
from analysis.themes.clauses import sentences, stretches
from analysis.themes.tokens import spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.sentiment.scale import SentimentEngine
    from analysis.sentiment.senses import Sense
    from analysis.themes.clauses import Range
    from analysis.themes.clues import Clue
    from analysis.themes.matcher import Match
    from rivalscope.models import Polarity, Text


class Reading:
    """A text, its pieces, the clues in them and the words that shape them."""

    def __init__(
        self,
        text: Text,
        words: Sequence[str],
        *,
        entries: Sequence[Match[Sense]],
        clues: Sequence[Clue],
        engine: SentimentEngine,
    ) -> None:
        self.body = text.body
        self.stars = text.stars
        self.words = words
        self.entries = entries
        self.clues = clues
        self.places: list[Range] = spans(text.body)[: len(words)]
        self.joints = {
            entry.start: entry.end
            for entry in entries
            if entry.value.role in {Role.CONTRAST, Role.CONJUNCTION}
        }
        self.sentences = sentences(words)
        self.stretches = stretches(words, entries, clues)
        self._engine = engine
        self._felt: dict[str, Polarity] = {}

    def between(self, start: int, end: int) -> str:
        """The text of some pieces."""
        return self.body[self.places[start][0] : self.places[end - 1][1]] if start < end else ""

    def without(self, part: Range, clue: Clue) -> str:
        """The text of some pieces with a mask for those of a clue."""
        before, after = self.between(part[0], clue.start), self.between(clue.end, part[1])
        return f"{before} {MASK} {after}"

    def felt(self, text: str) -> Polarity:
        """The sentiment of a piece of this text, worked out once."""
        known = self._felt.get(text)
        if known is None:
            known = self._felt[text] = sentiment(self._engine.score(text))
        return known
