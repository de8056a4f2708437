"""All cues of a matcher as one automaton over letters, made deterministic as texts need it.

A state is the set of all places, in all cues, where a reading that began at one word may stand.
Each distinct state and where each letter leads from it is worked out once (subset construction,
done lazily as in R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007), so that a
hundred cues that begin with "the" cost no more than one.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from analysis.themes.cues import GAP, Cue, Element, Stop
from analysis.themes.passage import END, PAUSE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from analysis.themes.alphabet import Alphabet

MAX_GAP = 3
"""Words that ``...`` may skip."""

_MOST_STEPS = 200_000

T = TypeVar("T")


class Denying(NamedTuple):
    """Words that turn a cue round where they stand in a gap of it."""

    words: Collection[Element] = ()
    agreeing: Collection[Element] = ()
    """Those that only agree with another denial, where there is one (negative concord)."""


NO_DENYING = Denying()


class Denial(IntEnum):
    """What the words read so far do to a cue."""

    NONE = 0
    OWN = 1
    """A word of the cue itself denies: what agrees with it turns nothing round."""
    ECHO = 2
    """A word in a gap denies, unless it turns out to agree with one of the cue's own."""
    TURNED = 3


class _Node(Generic[T]):
    """A stop of one cue, its elements numbered by the alphabet."""

    __slots__ = ("after_gap", "branches", "values")

    def __init__(self) -> None:
        self.branches: dict[int, list[_Node[T]]] = {}
        self.after_gap: tuple[_Node[T], ...] = ()
        self.values: tuple[T, ...] = ()


_Item = tuple[_Node[T], int, Denial]
"""A node the next word must go on from, the words that may be skipped before it, and what was
denied on the way."""

_Complete = tuple[tuple[T, bool], ...]
"""Values of the cues that end in a state, and whether they are turned round."""


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
        denies = not self._automaton.denying.isdisjoint(elements)
        agrees = not self._automaton.agreeing.isdisjoint(elements)
        for node, skips, denial in self._items:
            if skips:
                skipped = _skipped(denial, agrees=agrees) if denies else denial
                reached.add((node, skips - 1, skipped))
            said = _said(denial, agrees=agrees) if denies else denial
            for element, flag in elements:
                for behind in node.branches.get(element, ()):
                    read = Denial.TURNED if flag else said
                    negated = read >= Denial.ECHO
                    for value in behind.values:
                        complete[id(value), negated] = (value, negated)
                    reached.update(_items(behind, denial=read))
        if not reached and not complete:
            return None
        return self._automaton.state(frozenset(reached), complete)


class Automaton(Generic[T]):
    """The cues of one matcher in one alphabet; every reading begins in the state ``start``."""

    def __init__(
        self, cues: Iterable[tuple[Cue, T]], alphabet: Alphabet, *, denying: Denying = NO_DENYING
    ) -> None:
        self.alphabet = alphabet
        self.denying = _numbers(denying.words, alphabet)
        self.agreeing = _numbers(denying.agreeing, alphabet)
        self.steps = 0
        """How many steps were worked out."""
        self._states: dict[tuple[object, ...], State[T]] = {}
        root: _Node[T] = _Node()
        for cue, value in cues:
            first = self._node(cue.start, value, {})
            for element, nodes in first.branches.items():
                root.branches.setdefault(element, []).extend(nodes)
        self._root = frozenset({(root, 0, Denial.NONE)})
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


def _numbers(elements: Iterable[Element], alphabet: Alphabet) -> frozenset[tuple[int, bool]]:
    return frozenset((alphabet.add(element), False) for element in elements)


def _skipped(denial: Denial, *, agrees: bool) -> Denial:
    """What a negator in a gap makes of what stands before it."""
    if not agrees:
        return Denial.TURNED
    return Denial.ECHO if denial is Denial.NONE else denial


def _said(denial: Denial, *, agrees: bool) -> Denial:
    """What a negator of the cue's own makes of what stands before it."""
    return denial if denial is Denial.TURNED and not agrees else Denial.OWN


def _items(node: _Node[T], *, denial: Denial) -> Iterable[_Item[T]]:
    """What may come after a node: its own branches at once, those behind a gap a little later."""
    if node.branches:
        yield node, 0, denial
    for behind in node.after_gap:
        yield behind, MAX_GAP, denial
