"""All cues of a language as one automaton over word classes, made deterministic as texts need it.

A state is the set of all places, in all cues, where a reading that began at one word may stand.
Each distinct state and what leads on from it is worked out once (subset construction, done lazily
as in R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007), so that a hundred cues
that begin with "the" cost no more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from analysis.themes.cues import GAP, Cue, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.themes.vocabulary import Vocabulary

MAX_GAP = 3
"""Words that ``...`` may skip."""

_MAX_STATES = 50_000

T = TypeVar("T")

Elements = tuple[tuple[int, bool], ...]
"""(element, negated by a prefix) of everything a word satisfies."""


class _Node(Generic[T]):
    """A stop of one cue, its elements numbered by the vocabulary."""

    __slots__ = ("after_gap", "branches", "values")

    def __init__(self) -> None:
        self.branches: dict[int, list[_Node[T]]] = {}
        self.after_gap: list[_Node[T]] = []
        self.values: list[T] = []


_Item = tuple[_Node[T], int, bool]
"""A node the next word must go on from, the words that may be skipped before it, and whether a
negation prefix was read on the way."""


class State(Generic[T]):
    """Where a reading stands: what is complete there, and where each class of words leads."""

    __slots__ = ("complete", "following", "items")

    def __init__(self, items: frozenset[_Item[T]], complete: tuple[tuple[T, bool], ...]) -> None:
        self.items = items
        self.complete = complete
        self.following: dict[int, State[T] | None] = {}


class Automaton(Generic[T]):
    """The cues of one language; a reading starts with ``start`` and goes on with ``step``."""

    def __init__(self, cues: Iterable[tuple[Cue, T]], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._root: _Node[T] = _Node()
        for cue, value in cues:
            start = self._node(cue.start, value, {})
            for element, nodes in start.branches.items():
                self._root.branches.setdefault(element, []).extend(nodes)
        self._states: dict[tuple[object, ...], State[T]] = {}

    @property
    def is_full(self) -> bool:
        """Whether so many states were made that the caller should forget what it holds of them."""
        return len(self._states) >= _MAX_STATES

    def forget(self) -> None:
        """Drop all states; those handed out before lead on to old ones only."""
        self._states.clear()

    def start(self, elements: Elements) -> State[T] | None:
        """The state after the first word of a reading; None where no cue begins with it."""
        return self._reached([(self._root, 0, False)], elements)

    def step(self, state: State[T], elements: Elements) -> State[T] | None:
        """The state after one more word; None where no cue goes on with it."""
        return self._reached(state.items, elements)

    def _reached(self, items: Iterable[_Item[T]], elements: Elements) -> State[T] | None:
        reached: dict[_Item[T], None] = {}
        complete: dict[tuple[int, bool], tuple[T, bool]] = {}
        for node, skips, negated in items:
            if skips:
                reached[node, skips - 1, negated] = None
            for element, flag in elements:
                for behind in node.branches.get(element, ()):
                    denied = negated or flag
                    complete |= {(id(v), denied): (v, denied) for v in behind.values}
                    reached |= dict.fromkeys(_items(behind, negated=denied))
        if not reached and not complete:
            return None
        return self._state(frozenset(reached), complete)

    def _state(
        self, items: frozenset[_Item[T]], complete: dict[tuple[int, bool], tuple[T, bool]]
    ) -> State[T]:
        key = (items, frozenset(complete))
        known = self._states.get(key)
        if known is None:
            known = self._states[key] = State(items, tuple(complete.values()))
        return known

    def _node(self, stop: Stop, value: T, made: dict[int, _Node[T]]) -> _Node[T]:
        known = made.get(id(stop))
        if known is not None:
            return known
        node = made[id(stop)] = _Node()
        if stop.final:
            node.values.append(value)
        for element, following in stop.steps:
            target = self._node(following, value, made)
            if element == GAP:
                node.after_gap.append(target)
            else:
                node.branches.setdefault(self._vocabulary.add(element), []).append(target)
        return node


def _items(node: _Node[T], *, negated: bool) -> Iterable[_Item[T]]:
    """What may come after a node: its own branches at once, those behind a gap a little later."""
    if node.branches:
        yield node, 0, negated
    for behind in node.after_gap:
        yield behind, MAX_GAP, negated
