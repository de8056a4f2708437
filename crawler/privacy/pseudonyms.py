"""Finds authors' names in a page, however it writes them, and takes them out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import ahocorasick

from crawler.privacy.folding import TAG, fold, view_of
from crawler.privacy.names import WORD, anchors, ascii_lowered, read_name
from crawler.privacy.standing_alone import stands_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from crawler.privacy.folding import View
    from crawler.privacy.names import Name

#: So many names are looked for; so many pieces of them, and places that may hold one, looked at.
MOST_NAMES, MOST_HITS, MOST_PLACES = 50_000, 200_000, 20_000
_MOST_ALIKE = 8
#: What may stand between two words of a name, whatever its author put there.
_JOINT = re.compile(rf"[\s.,'\u2019\u2018`\u00b4_+\u00b7\u2022/\-&{TAG}]{{1,40}}")
# A letter of a longer word: escapes, which may stand before a name, end in others ("\n", "%2F").
_INSIDE = frozenset("ghijklmopqsuvwxyz")
# Of an escaped character; of blanks and tags between words.
_CODE_LENGTH, _JOINT_LENGTH, _NEAR = 10, 80, 16


class TooManyPlaces(Exception):  # ruff: ignore[error-suffix-on-exception-name] - a state, no fault
    """More may be a name than is looked at: nobody knows that none is left."""


class Found(NamedTuple):
    """Where a name stands."""

    start: int
    end: int
    name: str
    words: tuple[tuple[int, int], ...] = ()
    """Where its words stand, if there are tags between them."""


class _Hit(NamedTuple):
    start: int
    end: int
    clue: _Clue


@dataclass(slots=True)
class _Clue:
    """What a piece of text may be part of."""

    exact: list[Name] = field(default_factory=list)
    """Names that are printed just so."""
    lengths: set[int] = field(default_factory=set)
    """Numbers of words of the names that it is an anchor of."""
    before: int = 0
    after: int = 0
    """Characters that the rest of them may take on either side."""
    begins_words: bool = True


class Names:
    """The names of a page's authors, found in one pass, whatever their number.

    A name of two words is found wherever it stands: in any case, with or without accents, in the
    escapes of HTML, JSON and addresses, with any blanks or with tags between the words. One with an
    initial or a number counts only as printed. What may be part of any sentence, such as a single
    word, counts where it stands alone.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._alike: dict[tuple[str, ...], list[Name]] = {}
        self._clues: dict[str, _Clue] = {}
        self._full: set[str] = set()
        for printed in names:
            self._add(printed)
        self._machine = ahocorasick.Automaton()
        for text, clue in self._clues.items():
            self._machine.add_word(text, (len(text), clue))
        self._machine.make_automaton()

    def __bool__(self) -> bool:
        return bool(self._clues)

    def on_page(self, text: str) -> list[Found]:
        """All places on a page, in order; none overlaps another. Raises TooManyPlaces."""
        return self._found(text, stands_alone)

    def in_sentences(self, text: str) -> list[Found]:
        """The same in plain text, where nobody knows a single word for a name."""
        return self._found(text, _never)

    def missed(self, found: Iterable[Found]) -> bool:
        """Whether a name of two words was found nowhere, though it stands there for a reader."""
        return not self._full <= {one.name for one in found}

    def _add(self, printed: str) -> None:
        name = read_name(printed)
        if name is None:
            return
        alike = self._alike.setdefault(name.words, [])
        if len(alike) == _MOST_ALIKE:
            return
        alike.append(name)
        if name.is_full:
            self._full.add(name.printed)
        self._clue(ascii_lowered(name.printed)).exact.append(name)
        for anchor in anchors(name):
            _widen(self._clue(anchor), anchor, name)

    def _clue(self, text: str) -> _Clue:
        return self._clues.setdefault(text, _Clue())

    def _found(self, text: str, alone: _Alone) -> list[Found]:
        if not self._clues:
            return []
        lowered = ascii_lowered(text)
        hits = [
            _Hit(last + 1 - length, last + 1, clue)
            for last, (length, clue) in islice(self._machine.iter(lowered), MOST_HITS + 1)
        ]
        if len(hits) > MOST_HITS:
            raise TooManyPlaces
        exact, refused = _exact(text, hits, alone)
        known = [one.start for one in exact]
        places = [
            hit
            for hit in hits
            if hit.clue.lengths
            and hit.start not in refused
            and not (hit.clue.begins_words and lowered[hit.start - 1 : hit.start] in _INSIDE)
            and not _is_within(hit.start, exact, known)
        ]
        if len(places) > MOST_PLACES:
            raise TooManyPlaces
        near = (self._near(text, hit, alone) for hit in places)
        more = [one for one in near if one]
        return _apart([*exact, *more]) if more else exact

    def _near(self, text: str, hit: _Hit, alone: _Alone) -> Found | None:
        """The longest name around *hit*, as far as it is read as one."""
        left = max(0, hit.start - hit.clue.before)
        stretch = _Stretch(text, view_of(text[left : hit.end + hit.clue.after]), left)
        words = [match.span() for match in WORD.finditer(stretch.view.folded)]
        anchor = bisect_left(stretch.view.origins, hit.start - left)
        at = bisect_right([start for start, _ in words], anchor)
        for count in sorted(hit.clue.lengths, reverse=True):
            for first in range(max(0, at - count), min(at, len(words) - count + 1)):
                spans = words[first : first + count]
                key = tuple(stretch.view.folded[start:end] for start, end in spans)
                for name in self._alike.get(key, ()):
                    if found := _read_as(name, stretch, spans, alone):
                        return found
        return None


_Alone: TypeAlias = "Callable[[str, int, int], bool]"


class _Stretch(NamedTuple):
    """A part of *text* that begins at *left*, as it is read."""

    text: str
    view: View
    left: int

    def origin(self, at: int) -> int:
        """Where in the text a character of the view begins."""
        return self.left + self.view.origins[at]


def _never(_text: str, _start: int, _end: int) -> bool:
    return False


def _widen(clue: _Clue, anchor: str, name: Name) -> None:
    """Lets *clue* stand for *name* too."""
    core = ascii_lowered(name.core)
    at = core.find(anchor)
    before = at if at >= 0 else len(core)
    after = len(core) - at - len(anchor) if at >= 0 else len(core)
    joint = _JOINT_LENGTH * (len(name.words) - 1)
    clue.lengths.add(len(name.words))
    clue.before = max(clue.before, _CODE_LENGTH * before + _NEAR + joint)
    clue.after = max(clue.after, _CODE_LENGTH * after + _NEAR + joint)
    clue.begins_words &= at <= 0 or not core[at - 1].isalnum()


def _exact(text: str, hits: Sequence[_Hit], alone: _Alone) -> tuple[list[Found], set[int]]:
    """Names that stand there as printed; and where a word does that is known to be none."""
    found: list[Found] = []
    refused: set[int] = set()
    for start, end, clue in hits:
        if not clue.exact or not _is_apart(text, start, end):
            continue
        said = text[start:end]
        name = next((one for one in clue.exact if one.printed == said), clue.exact[0])
        if (
            name.is_full
            or (len(name.words) > 1 and name.printed == said)
            or alone(text, start, end)
        ):
            found.append(Found(start, end, name.printed))
        elif len(name.words) == 1:
            refused.update(range(start, end))
    return _apart(found), refused


def _is_apart(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _apart(found: list[Found]) -> list[Found]:
    """*found* in order, of those that overlap the first and longest."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _is_within(at: int, found: Sequence[Found], starts: Sequence[int]) -> bool:
    last = bisect_right(starts, at) - 1
    return last >= 0 and at < found[last].end


def _read_as(
    name: Name, stretch: _Stretch, spans: Sequence[tuple[int, int]], alone: _Alone
) -> Found | None:
    """*name*, if that is what the words at *spans* of *stretch* say."""
    view = stretch.view
    start, end = spans[0][0], spans[-1][1]
    if (start == 0 and stretch.left) or (end == len(view.folded) and _goes_on(stretch)):
        return None  # a word that is cut may be a longer one
    said = view.printed[start:end]
    joined = fold(said) == fold(name.core) or all(
        _JOINT.fullmatch(view.folded, one[1], other[0]) for one, other in pairwise(spans)
    )
    if not joined:
        return None
    if name.tail and view.printed.startswith(name.tail, end):
        end += len(name.tail)
    whole = stretch.origin(start), stretch.origin(end)
    as_printed = len(name.words) > 1 and said == name.core
    if not (name.is_full or as_printed or alone(stretch.text, *whole)):
        return None
    apart = TAG in said
    words = tuple((stretch.origin(one), stretch.origin(other)) for one, other in spans)
    return Found(*whole, name.printed, words if apart else ())


def _goes_on(stretch: _Stretch) -> bool:
    return stretch.origin(len(stretch.view.folded)) < len(stretch.text)


def replaced(text: str, found: Iterable[Found], pseudonym: Callable[[str], str]) -> str:
    """*text* with each name *found* replaced by the *pseudonym* it is given."""
    pieces: list[str] = []
    pseudonyms: dict[str, str] = {}
    position = 0
    for one in found:
        known = pseudonyms.get(one.name) or pseudonyms.setdefault(one.name, pseudonym(one.name))
        pieces += (text[position : one.start], known)
        for (_, before), (after, _) in pairwise(one.words):
            pieces.append(text[before:after])
        position = one.end
    return "".join([*pieces, text[position:]])
