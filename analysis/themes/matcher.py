"""Find the cues of one language in a text, all of them in one walk over its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from analysis.themes.automaton import Automaton, Elements, State
from analysis.themes.tokens import ends_sentence, is_word
from analysis.themes.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.themes.cues import Cue

_MAX_CACHED_WORDS = 200_000
_MAX_CACHED_LENGTH = 60

T = TypeVar("T")


class _Role(Enum):
    """What a piece of text is for the walk."""

    WORD = 0
    PAUSE = 1
    END = 2


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """One cue found; ``start`` and ``end`` count pieces of the text, end excluded."""

    start: int
    end: int
    value: T
    negated: bool
    """A negation prefix is written to one of its words."""

    @property
    def length(self) -> int:
        """Number of pieces."""
        return self.end - self.start


class _Word(Generic[T]):
    """What the walk knows of one distinct piece of text."""

    __slots__ = ("elements", "kind", "role", "start")

    def __init__(
        self, role: _Role, elements: Elements = (), *, kind: int = 0, start: State[T] | None = None
    ) -> None:
        self.role = role
        self.elements = elements
        self.kind = kind
        self.start = start


class Matcher(Generic[T]):
    """All cues of one language, each with a value of the caller's that its matches carry."""

    def __init__(
        self,
        cues: Iterable[tuple[Cue, T]],
        *,
        stemmer: str | None,
        negation_prefixes: Sequence[str] = (),
    ) -> None:
        vocabulary = Vocabulary(stemmer=stemmer, negation_prefixes=negation_prefixes)
        self._automaton = Automaton(cues, vocabulary)
        vocabulary.freeze()
        self._words = _Words(vocabulary, self._automaton)

    def matches(self, pieces: Iterable[str]) -> list[Match[T]]:
        """Every match of every cue, overlapping ones too, in the order of their ends.

        A pause is read over, the end of a sentence ends every reading.
        """
        if self._automaton.is_full:
            self._automaton.forget()
            self._words.clear()
        found: list[Match[T]] = []
        readings: list[tuple[int, State[T]]] = []
        for position, word in enumerate(map(self._words.__getitem__, pieces)):
            if word.role is _Role.WORD:
                if readings:
                    readings = self._read(readings, word)
                if word.start is not None:
                    readings.append((position, word.start))
                found += [
                    Match(begin, position + 1, value, negated)
                    for begin, state in readings
                    if state.complete
                    for value, negated in state.complete
                ]
            elif word.role is _Role.END:
                readings.clear()
        return found

    def opens(self, piece: str) -> bool:
        """Whether any cue could begin with this piece of text."""
        return self._words[piece].start is not None

    def _read(
        self, readings: list[tuple[int, State[T]]], word: _Word[T]
    ) -> list[tuple[int, State[T]]]:
        """The readings that go on with a word."""
        going_on: list[tuple[int, State[T]]] = []
        kind = word.kind
        for begin, state in readings:
            try:
                following = state.following[kind]
            except KeyError:
                following = self._automaton.step(state, word.elements)
                state.following[kind] = following
            if following is not None:
                going_on.append((begin, following))
        return going_on


class _Words(dict[str, _Word[T]]):  # ruff: ignore[subclass-builtin] - a UserDict is slow
    """Piece of text -> what is known of it, filled as texts come and emptied when too many have."""

    def __init__(self, vocabulary: Vocabulary, automaton: Automaton[T]) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._automaton = automaton
        self._kinds: dict[Elements, int] = {}

    def __missing__(self, piece: str) -> _Word[T]:
        word = self._look_up(piece)
        if len(piece) <= _MAX_CACHED_LENGTH:
            if len(self) >= _MAX_CACHED_WORDS:
                self.clear()
            self[piece] = word
        return word

    def _look_up(self, piece: str) -> _Word[T]:
        if not is_word(piece):
            return _Word(_Role.END if ends_sentence(piece) else _Role.PAUSE)
        elements = self._vocabulary.elements(piece)
        kind = self._kinds.setdefault(elements, len(self._kinds))
        return _Word(_Role.WORD, elements, kind=kind, start=self._automaton.start(elements))
