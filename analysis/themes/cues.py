"""The cue notation of docs/cues.md: a line of text becomes the ways a text may take through it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from analysis.themes.tokens import is_word, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 5
"""Brackets inside brackets."""

_LEXEME = re.compile(r"\s+|\.\.\.|…|[(|)]|[^\s(|)]+")


class CueSyntaxError(ValueError):
    """A cue that can't be read; ``position`` counts characters from 0."""

    def __init__(self, cue: str, position: int, reason: str) -> None:
        super().__init__(f"bad cue: {cue!r} at character {position + 1}: {reason}")
        self.cue = cue
        self.position = position
        self.reason = reason


class Kind(Enum):
    """How an element compares itself with a word of the text."""

    STEM = "same stem"
    FORM = "this form only"
    BEGINS = "begins so"
    ENDS = "ends so"
    HOLDS = "holds this anywhere"
    NUMBER = "any number"
    GAP = "up to three words"


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One place of a sequence; of each kind and text there is one, so they compare as objects."""

    kind: Kind
    text: str


@cache
def element_of(kind: Kind, text: str = "") -> Element:
    """The one element that compares a word so with a text."""
    return Element(kind, text)


NUMBER = element_of(Kind.NUMBER)
GAP = element_of(Kind.GAP)

_LOOSENESS = {Kind.STEM: 1, Kind.BEGINS: 2, Kind.ENDS: 3, Kind.HOLDS: 4, Kind.NUMBER: 4}

Way = tuple[Element, ...]


@dataclass(slots=True, eq=False)
class Stop:
    """A place on the way through a cue; alternatives share the stops behind them."""

    steps: list[tuple[Element, Stop]] = field(default_factory=list)
    final: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as read."""

    source: str
    start: Stop
    looseness: tuple[int, int]
    """Sorts the cue that says more before the one that says less: exact, stem, open."""

    @property
    def has_gap(self) -> bool:
        """Whether it may skip words: lexicons take none of these."""
        return any(element is GAP for _, element, _ in _all_steps(self.start))

    @property
    def has_words(self) -> bool:
        """Whether it may be longer than a single word."""
        return any(stop.steps for _, stop in self.start.steps)

    def ways(self) -> Iterator[Way]:
        """Every sequence of elements it stands for; there may be very many."""
        return _ways(self.start, ())


@cache
def parse_cue(source: str) -> Cue:
    """Read one cue.

    Raises CueSyntaxError with the place and the reason: brackets that don't pair, an element
    without a letter or digit, a wildcard inside a word, a gap at an end or beside another, or a cue
    that could match without a word.
    """
    start = _Reader(source).start()
    if start.final:
        raise CueSyntaxError(source, 0, "it could match without a word")
    elements = [element for _, element, _ in _all_steps(start)]
    loosest = max(_LOOSENESS.get(element.kind, 0) for element in set(elements))
    return Cue(source, start, looseness=(loosest, -len(source)))


def parse_entry(source: str) -> Cue:
    """Read one entry of a lexicon: a cue that skips no words. Raises CueSyntaxError."""
    cue = parse_cue(source)
    if cue.has_gap:
        raise CueSyntaxError(source, source.find("..."), "an entry of a lexicon has no gap")
    return cue


def _all_steps(start: Stop) -> Iterator[tuple[Stop, Element, Stop]]:
    """(from, element, to) of every step, each once."""
    seen = {id(start)}
    waiting = [start]
    while waiting:
        stop = waiting.pop()
        for element, following in stop.steps:
            yield stop, element, following
            if id(following) not in seen:
                seen.add(id(following))
                waiting.append(following)


def _ways(stop: Stop, behind: Way) -> Iterator[Way]:
    if stop.final:
        yield behind
    for element, following in stop.steps:
        yield from _ways(following, (*behind, element))


@cache
def _elements(lexeme: str) -> Way:
    """What one lexeme stands for; ``check-in`` is two words of the text, so two elements.

    Raises ValueError with the reason.
    """
    if lexeme in {"...", "\u2026"}:
        return (GAP,)
    if lexeme == "#":
        return (NUMBER,)
    exact = lexeme.startswith("=")
    bare = lexeme[exact:]
    head, tail = bare.startswith("*"), len(bare) > 1 and bare.endswith("*")
    bare = bare[head : len(bare) - tail]
    if any(mark in bare for mark in "*=#"):
        reason = "* # and = stand only at the ends of a word"
    elif exact and (head or tail):
        reason = "a word is either exact (=) or open (*)"
    elif not any(map(is_word, pieces(bare))):
        reason = "there is no letter or digit in it"
    elif tail and not bare[-1].isalnum():
        # the apostrophe would be lost: every word that begins with an n is no "n'..."
        reason = f"a word can't go on behind {bare[-1]!r}"
    else:
        words = list(filter(is_word, pieces(bare)))
        kinds = [Kind.FORM if exact else Kind.STEM] * len(words)
        if head:
            kinds[0] = Kind.ENDS
        if tail:
            kinds[-1] = Kind.HOLDS if kinds[-1] is Kind.ENDS else Kind.BEGINS
        return tuple(map(element_of, kinds, words))
    raise ValueError(reason)


Part = Element | list["Parts"]
"""An element, or the alternatives of a pair of brackets."""
Parts = list[Part]


class _Reader:
    """Walks over the lexemes of one cue."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lexemes = [(m.start(), m.group()) for m in _LEXEME.finditer(source)]
        self._next = 0

    def start(self) -> Stop:
        """The first stop of the cue."""
        (parts,) = self._alternatives(depth=0)
        start = self._linked(parts, Stop(final=True))
        return self._after_gap(start) if any(e is GAP for e, _ in start.steps) else start

    def _alternatives(self, depth: int) -> list[Parts]:
        """What stands up to the closing bracket, or to the end of the cue at depth 0."""
        found: list[Parts] = [[]]
        while self._next < len(self._lexemes):
            position, lexeme = self._lexemes[self._next]
            self._next += 1
            if lexeme == ")" and depth:
                return found
            if lexeme == "|" and depth:
                found.append([])
            else:
                found[-1] += self._parts(position, lexeme, depth=depth)
        if depth:
            raise self._error(len(self._source), "a bracket is not closed")
        return found

    def _parts(self, position: int, lexeme: str, *, depth: int) -> Parts:
        if lexeme.isspace():
            return []
        if lexeme == "(":
            if depth == MAX_DEPTH:
                raise self._error(position, f"more than {MAX_DEPTH} brackets inside each other")
            return [self._alternatives(depth + 1)]
        if lexeme == ")":
            raise self._error(position, "a bracket closes that was not opened")
        if lexeme == "|":
            raise self._error(position, "alternatives need brackets around them")
        try:
            return [*_elements(lexeme)]
        except ValueError as error:
            raise self._error(position, str(error)) from None

    def _linked(self, parts: Parts, following: Stop) -> Stop:
        """The stop from which some parts lead to a following one."""
        for part in reversed(parts):
            if part is GAP:
                following = Stop([(GAP, self._after_gap(following))], final=following.final)
            elif isinstance(part, Element):
                following = Stop([(part, following)])
            else:
                following = _joined([self._linked(parts, following) for parts in part])
        return following

    def _after_gap(self, stop: Stop) -> Stop:
        """Where a gap leads: to a word, so neither to the end nor straight into another gap.

        What is optional beside a gap may be absent, and the gap with it: ``late ... (again|)``.
        """
        steps = [step for step in stop.steps if step[0] is not GAP]
        if not steps:
            position = max(self._source.find("..."), 0)
            raise self._error(position, "a gap needs a word on both sides")
        behind = [step for element, after in stop.steps if element is GAP for step in after.steps]
        return Stop(steps + behind)

    def _error(self, position: int, reason: str) -> CueSyntaxError:
        return CueSyntaxError(self._source, position, reason)


def _joined(stops: list[Stop]) -> Stop:
    """One stop that leads wherever any of several does."""
    return Stop(
        steps=[step for stop in stops for step in stop.steps],
        final=any(stop.final for stop in stops),
    )
