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
    from analysis.themes.clauses import Bounds
    from analysis.themes.clues import Clue, ClueKind
    from analysis.themes.negation import Negator, Structure
    from analysis.themes.passage import Passage, Range
    from rivalscope.models import Polarity


class Reading:
    """A passage, the clues in it and the words that shape it."""

    def __init__(
        self,
        passage: Passage,
        *,
        stars: float | None,
        structure: Structure,
        clues: Sequence[Clue],
        engine: SentimentEngine,
        score: float | None = None,
    ) -> None:
        """``score`` is the engine's of the whole text, where it is known."""
        self.passage = passage
        self.stars = stars
        self.entries = structure.entries
        self.clues = clues
        self.joints = {
            entry.start: entry.end
            for entry in structure.entries
            if entry.value.role is Role.CONTRAST or entry.value.role is Role.CONJUNCTION
        }
        self.stretches = stretches(passage, structure.entries, clues)
        self._structure = structure
        self._engine = engine
        self._score = score
        self._felt: dict[tuple[Range, ...], Polarity] = {}

    @cached_property
    def sentences(self) -> Bounds:
        """The sentences of the passage."""
        return sentences(self.passage)

    def negators_around(self, clue: Clue) -> list[Negator]:
        """The negators of the stretch a clue stands in."""
        negators = self._structure.negators
        if not negators:
            return []
        first, last = self.stretches.around(clue.start)
        return [negator for negator in negators if first <= negator.start < last]

    def adds_in(self, part: Range) -> bool:
        """Whether an "and" stands in some pieces."""
        return any(part[0] <= place < part[1] for place in self._structure.additions)

    def holds(self, kind: ClueKind, part: Range) -> bool:
        """Whether a clue of a kind stands in some pieces."""
        first, last = part
        return any(
            clue.kind is kind and first <= clue.start and clue.end <= last for clue in self.clues
        )

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
