"""One text on its way through tagging, with everything found in it so far."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from analysis.sentiment.masks import MASK
from analysis.sentiment.scale import sentiment
from analysis.sentiment.senses import Role
from analysis.themes.clauses import sentences, stretches
from analysis.themes.passage import Excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.sentiment.scale import SentimentEngine
    from analysis.sentiment.senses import Sense
    from analysis.themes.clauses import Bounds
    from analysis.themes.clues import Clue
    from analysis.themes.matcher import Match
    from analysis.themes.passage import Passage, Range
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
        score: float | None = None,
    ) -> None:
        """``score`` is the engine's of the whole text, where it is known."""
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
        self._score = score
        self._felt: dict[tuple[Range, ...], Polarity] = {}

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

    def felt(self, part: Range) -> Polarity:
        """The sentiment of some pieces."""
        return self._felt_in((part,))

    def felt_without(self, clue: Clue, part: Range) -> Polarity:
        """The sentiment of some pieces with a mask for those of a clue."""
        return self._felt_in(((part[0], clue.start), (clue.end, part[1])))

    @cached_property
    def felt_overall(self) -> Polarity:
        """The sentiment of the whole text."""
        score = self._score
        return sentiment(self._engine.score(self.passage.text) if score is None else score)

    def _felt_in(self, parts: tuple[Range, ...]) -> Polarity:
        known = self._felt.get(parts)
        if known is None:
            excerpt = Excerpt(self.passage, parts, joint=f" {MASK} ")
            score = self._engine.score_as_is if self._is_plain else self._score_anew
            known = self._felt[parts] = sentiment(score(excerpt))
        return known

    def _score_anew(self, excerpt: Excerpt) -> float:
        return self._engine.score(excerpt.text)

    @cached_property
    def _is_plain(self) -> bool:
        return self._engine.is_plain(self.passage.text)
