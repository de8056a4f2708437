"""All cues of a matcher as one automaton over letters, made deterministic as texts need it.

A state is the set of all places, in all cues, where a reading that began at one word may stand.
Each distinct state and where each letter leads from it is worked out once (subset construction,
done lazily as in R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007), so that a
hundred cues that begin with "the" cost no more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from analysis.themes.cues import GAP, Cue, Element, Stop
from analysis.themes.passage import END, PAUSE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.themes.alphabet import Alphabet

MAX_GAP = 3
"""Words that ``...`` may skip."""

_MOST_STEPS = 200_000

T = TypeVar("T")


class _Node(Generic[T]):
    """A stop of one cue, its elements numbered by the alphabet."""

    __slots__ = ("after_gap", "branches", "values")

    def __init__(self) -> None:
        self.branches: dict[int, list[_Node[T]]] = {}
        self.after_gap: tuple[_Node[T], ...] = ()
        self.values: tuple[T, ...] = ()


_Item = tuple[_Node[T], int, bool]
"""A node the next word must go on from, the words that may be skipped before it, and whether a
negation prefix, or a negator in a gap, was read on the way."""

_Complete = tuple[tuple[T, bool], ...]
"""Values of the cues that end in a state, and whether a prefix negates them."""


class State(dict[int, "State[T] | None"], Generic[T]):
    """Where a reading stands: letter -> the state it leads to, None where no cue goes on.

    What follows a letter is worked out when it is first met. A pause is read over (no cue is
    complete there a second time), the end of a sentence ends the reading.
    """

    __slots__ = ("_automaton", "_items", "complete")

    def __init__(
        self, automaton: Automaton[T], items: frozenset[_Item[T]], complete: _Complete[T]
    ) -> None:
        super().__init__()
        self.complete = complete
        self._automaton = automaton
        self._items = items

    def __missing__(self, letter: int) -> State[T] | None:
        self._automaton.steps += 1
        following = self[letter] = self._after(letter)
        return following

    def _after(self, letter: int) -> State[T] | None:
        if letter == END or not self._items:
            return None
        if letter == PAUSE:
            return self._automaton.state(self._items, {})
        elements = self._automaton.alphabet.elements(letter)
        reached: set[_Item[T]] = set()
        complete: dict[tuple[int, bool], tuple[T, bool]] = {}
        for node, skips, negated in self._items:
            if skips:
                denied = negated or not self._automaton.denying.isdisjoint(elements)
                reached.add((node, skips - 1, denied))
            for element, flag in elements:
                for behind in node.branches.get(element, ()):
                    denied = negated or flag
                    for value in behind.values:
                        complete[id(value), denied] = (value, denied)
                    reached.update(_items(behind, negated=denied))
        if not reached and not complete:
            return None
        return self._automaton.state(frozenset(reached), complete)


class Automaton(Generic[T]):
    """The cues of one matcher in one alphabet; every reading begins in the state ``start``."""

    def __init__(
        self, cues: Iterable[tuple[Cue, T]], alphabet: Alphabet, *, denying: Iterable[Element] = ()
    ) -> None:
        """*denying*: words that turn a cue round where they stand in a gap of it."""
        self.alphabet = alphabet
        self.denying = frozenset((alphabet.add(element), False) for element in denying)
        self.steps = 0
        """How many steps were worked out."""
        self._states: dict[tuple[object, ...], State[T]] = {}
        root: _Node[T] = _Node()
        for cue, value in cues:
            first = self._node(cue.start, value, {})
            for element, nodes in first.branches.items():
                root.branches.setdefault(element, []).extend(nodes)
        self._root = frozenset({(root, 0, False)})
        self.start = self._beginning()

    def forget_if_full(self) -> None:
        """Drop what was worked out, where it is too much; states in use lead on to old ones."""
        if self.steps >= _MOST_STEPS:
            self.steps = 0
            self._states.clear()
            self.start = self._beginning()

    def state(
        self, items: frozenset[_Item[T]], complete: dict[tuple[int, bool], tuple[T, bool]]
    ) -> State[T]:
        """The one state of these places with these cues complete."""
        key = (items, frozenset(complete))
        known = self._states.get(key)
        if known is None:
            known = self._states[key] = State(self, items, tuple(complete.values()))
        return known

    def _beginning(self) -> State[T]:
        start = State(self, self._root, ())
        start[PAUSE] = None  # no cue begins with one
        return start

    def _node(self, stop: Stop, value: T, made: dict[int, _Node[T]]) -> _Node[T]:
        known = made.get(id(stop))
        if known is not None:
            return known
        node = made[id(stop)] = _Node()
        if stop.final:
            node.values = (value,)
        for element, following in stop.steps:
            target = self._node(following, value, made)
            if element is GAP:
                node.after_gap += (target,)
            else:
                node.branches.setdefault(self.alphabet.add(element), []).append(target)
        return node


def _items(node: _Node[T], *, negated: bool) -> Iterable[_Item[T]]:
    """What may come after a node: its own branches at once, those behind a gap a little later."""
    if node.branches:
        yield node, 0, negated
    for behind in node.after_gap:
        yield behind, MAX_GAP, negated
