"""Learns from alike blocks in which of their places the text, the title and the author stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from crawler.extract.repeated_blocks.chunks import HEADINGS, Path
from crawler.extract.repeated_blocks.lines import find_signature, is_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from crawler.extract.repeated_blocks.chunks import Chunk
    from crawler.extract.repeated_blocks.lines import Block, Line

_LISTED = re.compile(r":\s|[·•|]")
_FEWEST_FOR_FIXED = 3
_DISTINCT = 0.5
_LONGEST_COUNTED = 600
_LONGEST_TITLE = 120
_ENOUGH = 1.5
_MOSTLY = 0.6
_NO_TITLES = ("author", "side", "date", "furniture", "parts")
_FEWEST_WORDS = 2.5
_MOST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Everything that stands in one place of the blocks."""

    path: Path
    chunks: tuple[Chunk, ...]
    fixed: bool
    """Whether few different texts recur in it: options to choose from, labels, badges."""

    def called(self, role: str) -> bool:
        """Whether its classes call it *role*."""
        return role in self.chunks[0].roles

    @property
    def words(self) -> float:
        """Mean number of words."""
        return fmean(len(chunk.text.split()) for chunk in self.chunks)

    @property
    def names(self) -> float:
        """Share of texts that look like names, 0 to 1."""
        return fmean(is_name(chunk.text) for chunk in self.chunks)

    @property
    def is_heading(self) -> bool:
        """Whether it is set as a heading."""
        return any(step.partition(".")[0] in HEADINGS for step in self.path[-2:])


@dataclass(frozen=True, slots=True)
class Template:
    """Places of a group of blocks."""

    body: Path
    body_root: Path
    """Everything in it belongs to the text."""
    title: Path | None
    author: Path | None
    fixed: frozenset[Path]
    shared: bool
    """Whether names and titles stand where texts do, so that only words tell them apart."""


def learn(blocks: Sequence[Block]) -> Template | None:
    """Where *blocks* have their texts; None where they have none that people write."""
    places = {place.path: place for place in _places(blocks)}
    main = max(places.values(), key=_body_score, default=None)
    if main is None or _body_score(main) <= 0 or not _is_prose(main):
        return None
    beside = _beside(blocks, main.path)
    others = [place for place in places.values() if place is not main]
    signed, first = _are_signed(blocks), _first(blocks)
    author = _best(
        [one for one in others if one.called("author") or not signed],
        lambda one: _author_score(one) + (0.5 if one.path == first else 0.0),
    )
    enough = _MOSTLY * len(blocks)
    title = _best(
        [
            one
            for one in others
            if one is not author and (_is_called(one) or len(one.chunks) >= enough)
        ],
        lambda one: _title_score(one, beside),
    )
    shared = author is None and _holds_names(blocks, main.path)
    return Template(
        body=main.path,
        body_root=_root(blocks, main.path, taken=[one.path for one in (author, title) if one]),
        title=title.path if title else None,
        author=author.path if author else None,
        fixed=frozenset(place.path for place in places.values() if place.fixed),
        shared=shared,
    )


def _places(blocks: Sequence[Block]) -> Iterable[Place]:
    found: dict[Path, list[Chunk]] = defaultdict(list)
    for block in blocks:
        for line in block.lines:
            if line.kind == "text":
                found[line.chunk.path].append(line.chunk)
    for path, chunks in found.items():
        distinct = len({chunk.text for chunk in chunks})
        fixed = len(chunks) >= _FEWEST_FOR_FIXED and distinct <= max(
            _DISTINCT * len(chunks) - 0.5, 1
        )
        yield Place(path, tuple(chunks), fixed)


def _body_score(place: Place) -> float:
    """Letters in it, weighed by what it is called; 0 for what nobody wrote."""
    if place.fixed and not place.called("body"):
        return 0.0
    length = sum(min(len(chunk.text), _LONGEST_COUNTED) for chunk in place.chunks)
    weight = 0.4 if place.called("title") else 1.0
    if place.called("body"):
        weight *= 2.0
    elif any(map(place.called, ("author", "side", "reply"))):
        weight *= 0.1
    return length * weight * (0.5 if place.is_heading else 1.0)


def _is_prose(place: Place) -> bool:
    return place.words >= _FEWEST_WORDS or (place.called("body") and place.names < _MOSTLY)


def _best(places: Iterable[Place], score: Callable[[Place], float]) -> Place | None:
    best = max(places, key=score, default=None)
    return best if best is not None and score(best) >= _ENOUGH else None


def _author_score(place: Place) -> float:
    named = 3.0 if place.called("author") else -4.0 * place.called("title")
    named -= 3.0 * place.called("side")
    too_long = 4.0 if place.words > _MOST_NAME_WORDS else 0.0
    nobody = 2.0 if place.fixed and not place.called("author") else 0.0
    return (
        named
        + 2.0 * place.names
        - too_long
        - nobody
        - 2.0 * place.called("body") * (not place.called("author"))
    )


def _title_score(place: Place, beside: Mapping[Path, int]) -> float:
    if fmean(len(chunk.text) for chunk in place.chunks) > _LONGEST_TITLE or place.fixed:
        return 0.0
    named = 3.0 * place.called("title") - sum(4.0 * place.called(role) for role in _NO_TITLES)
    near = 1.5 if beside.get(place.path, 0) >= _MOSTLY * len(place.chunks) else 0.0
    labels = fmean(bool(_LISTED.search(chunk.text)) for chunk in place.chunks)
    return (
        named
        + near
        + 1.5 * place.is_heading
        - 1.5 * place.names * (not place.called("title"))
        - 2.0 * labels
    )


def _is_called(place: Place) -> bool:
    return place.called("title") or place.is_heading


def _are_signed(blocks: Sequence[Block]) -> bool:
    """Whether the lines of the dates hold the names."""
    names = [name for name in map(find_signature, blocks) if name]
    return len(names) >= _MOSTLY * len(blocks) and len(set(names)) > _DISTINCT * len(names)


def _first(blocks: Sequence[Block]) -> Path | None:
    """The place that most blocks begin with."""
    starts = Counter(line.chunk.path for block in blocks for line in _texts(block)[:1])
    return max(starts, key=lambda path: starts[path], default=None)


def _beside(blocks: Sequence[Block], main: Path) -> Counter[Path]:
    """How often each place is the next one to the text."""
    found: Counter[Path] = Counter()
    for block in blocks:
        texts = [line.chunk.path for line in block.lines if line.kind == "text"]
        if main in texts:
            first = texts.index(main)
            last = len(texts) - texts[::-1].index(main) - 1
            found.update({*texts[max(first - 1, 0) : first], *texts[last + 1 : last + 2]})
    return found


def _holds_names(blocks: Sequence[Block], main: Path) -> bool:
    held = [
        any(is_name(line.chunk.text) for line in _on(block, main)) and len(_on(block, main)) > 1
        for block in blocks
    ]
    return fmean(held) >= _MOSTLY


def _texts(block: Block) -> list[Line]:
    return [line for line in block.lines if line.kind == "text"]


def _on(block: Block, path: Path) -> list[Line]:
    return [line for line in block.lines if line.kind == "text" and line.chunk.path == path]


def _root(blocks: Sequence[Block], main: Path, taken: Sequence[Path]) -> Path:
    """The highest place around *main* in which nothing but the text stands."""
    strange = {line.chunk.path for block in blocks for line in block.lines if _is_strange(line)}
    strange.update(taken)
    strange.update(line.chunk.path for block in blocks for line in block.reply)
    root = main
    while len(root) > 1 and not any(path[: len(root) - 1] == root[:-1] for path in strange):
        root = root[:-1]
    return root


def _is_strange(line: Line) -> bool:
    named = {"author", "title", "side", "furniture"} & line.chunk.roles
    return line.kind in {"date", "rating", "badge", "price"} or bool(
        named and "body" not in line.chunk.roles
    )
