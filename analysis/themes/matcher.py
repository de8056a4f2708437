"""Find the cues of one language in a text, all of them in one walk over its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from analysis.themes.automaton import NO_DENYING, Automaton, Denying
from analysis.themes.passage import END

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.themes.alphabet import Alphabet
    from analysis.themes.cues import Cue

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """One cue found; ``start`` and ``end`` count pieces of the text, end excluded."""

    start: int
    end: int
    value: T
    negated: bool
    """A negation prefix is written to one of its words, or a negator stands in a gap of it."""

    @property
    def length(self) -> int:
        """Number of pieces."""
        return self.end - self.start


class Matcher(Generic[T]):
    """Some cues of one language, each with a value of the caller's that its matches carry."""

    def __init__(
        self, cues: Iterable[tuple[Cue, T]], alphabet: Alphabet, *, denying: Denying = NO_DENYING
    ) -> None:
        self._automaton = Automaton(cues, alphabet, denying=denying)

    def matches(self, letters: Sequence[int]) -> list[Match[T]]:
        """Every match of every cue, overlapping ones too, in the order of their starts.

        ``letters`` are those of a passage in the matcher's alphabet. A pause is read over, the end
        of a sentence ends every reading.
        """
        self._automaton.forget_if_full()
        found: list[Match[T]] = []
        closed = [*letters, END]
        end = 0
        for first in map(self._automaton.start.__getitem__, letters):
            end += 1
            if first is None:
                continue
            start = end - 1
            if first.complete:
                found += [Match(start, end, value, flag) for value, flag in first.complete]
            state = first[closed[end]]
            last = end
            while state is not None:
                last += 1
                if state.complete:
                    found += [Match(start, last, value, flag) for value, flag in state.complete]
                state = state[closed[last]]
        return found
