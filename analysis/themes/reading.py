"""One text on its way through tagging, with everything found in it so far."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from analysis.sentiment.masks import MASK
from analysis.sentiment.scale import sentiment
from analysis.sentiment.senses import Role
from analysis.themes.clauses import sentences, stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.sentiment.scale import SentimentEngine
    from analysis.sentiment.senses import Sense
    from analysis.themes.clauses import Bounds, Range
    from analysis.themes.clues import Clue
    from analysis.themes.matcher import Match
    from analysis.themes.passage import Passage
    from rivalscope.models import Polarity


class Reading:
    """A passage, the clues in it and the words that shape it."""

    def __init__(
        self,
        passage: Passage,
        *,
        stars: float | None,
        entries: Sequence[Match[Sense]],
        clues: Sequence[Clue],
        engine: SentimentEngine,
    ) -> None:
        self.passage = passage
        self.stars = stars
        self.entries = entries
        self.clues = clues
        self.joints = {
            entry.start: entry.end
            for entry in entries
            if entry.value.role is Role.CONTRAST or entry.value.role is Role.CONJUNCTION
        }
        self.stretches = stretches(passage, entries, clues)
        self._negators = [entry for entry in entries if entry.value.role is Role.NEGATOR]
        self._engine = engine
        self._felt: dict[str, Polarity] = {}

    @cached_property
    def sentences(self) -> Bounds:
        """The sentences of the passage."""
        return sentences(self.passage)

    def negators_around(self, clue: Clue) -> list[Match[Sense]]:
        """The negators of the stretch a clue stands in."""
        if not self._negators:
            return []
        first, last = self.stretches.around(clue.start)
        return [entry for entry in self._negators if first <= entry.start < last]

    def between(self, start: int, end: int) -> str:
        """The text of some pieces."""
        places = self.passage.places
        return self.passage.text[places[start][0] : places[end - 1][1]] if start < end else ""

    def without(self, part: Range, clue: Clue) -> str:
        """The text of some pieces with a mask for those of a clue."""
        before, after = self.between(part[0], clue.start), self.between(clue.end, part[1])
        return f"{before} {MASK} {after}"

    def remember(self, score: float) -> None:
        """Take the score of the whole text as known."""
        self._felt[self.passage.text] = sentiment(score)

    def felt(self, text: str) -> Polarity:
        """The sentiment of a piece of this text, worked out once."""
        known = self._felt.get(text)
        if known is None:
            known = self._felt[text] = sentiment(self._engine.score(text))
        return known
