"""Finds the blocks of a page that are alike and each hold one date and one rating."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from crawler.extract.repeated_blocks.marks import MOST_LEVELS, lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crawler.extract.markup import Element
    from crawler.extract.repeated_blocks.marks import Marks

Kind: TypeAlias = tuple[str, str]
"""Tag and the class that most elements of the kind share."""

_PAGE = frozenset({"html", "body", "main"})
_HIGHEST_MEETING = 12
_MOST_BLOCKS = 500
_MOST_GROUPS = 12
_MOST_DATES_OF_ONE = 3


def find_groups(marks: Marks) -> list[list[Element]]:
    """Blocks in document order, those that are alike together, at most 12 groups of 500.

    A block is the largest element around a date and a rating that holds no other such pair. Without
    two alike, the first place where a date and a rating meet is a group of its own.
    """
    met = dict.fromkeys(_meeting(date, marks) for date in marks.dates)
    meetings = _joined(_innermost(one for one in met if one is not None))
    alike = _alike(dict.fromkeys(_widest(meetings)))
    groups = [_with_siblings(group, marks) for group in alike if len(group) > 1]
    return groups[:_MOST_GROUPS] or [[meeting] for meeting in meetings[:1]]


def widened(block: Element) -> list[Element]:
    """*block* and what it lies in, up to the page: what a lone block may really be."""
    return [above for above in islice(lineage(block), _HIGHEST_MEETING) if above.tag not in _PAGE]


def is_one(meeting: Element, marks: Marks) -> bool:
    """Whether *meeting* can be one review: it dates itself, the purchase and the answer."""
    return sum(1 for element in meeting.iter("*") if element in marks.dates) <= _MOST_DATES_OF_ONE


def _meeting(date: Element, marks: Marks) -> Element | None:
    """The nearest element around *date* that holds a rating too."""
    for element in islice(lineage(date), _HIGHEST_MEETING):
        if element.tag in _PAGE:
            return None
        if element in marks.rated:
            return element
    return None


def _innermost(meetings: Iterable[Element]) -> list[Element]:
    meetings = list(meetings)
    held = Counter(above for element in meetings for above in lineage(element))
    return [element for element in meetings if held[element] == 1]


def _joined(meetings: list[Element]) -> list[Element]:
    """*meetings* where those that several alike elements each hold two or more of, are one each.

    A review dates more than itself and may rate in parts: its head and its foot then both look like
    a review, but no two of the same kind stand in the same place.
    """
    widest = _widest(meetings)
    uses = _token_uses(widest)
    by_parent: dict[Element, list[Element]] = defaultdict(list)
    for block in widest:
        parent = block.getparent()
        if parent is not None and parent.tag not in _PAGE:
            by_parent[parent].append(block)
    mixed = [
        parent
        for parent, blocks in by_parent.items()
        if 1 < len(blocks) == len({_kind(block, uses) for block in blocks})
    ]
    outer = _token_uses(mixed)
    kinds = Counter(_kind(parent, outer) for parent in mixed)
    repeated = dict.fromkeys(parent for parent in mixed if kinds[_kind(parent, outer)] > 1)
    left = [one for one in meetings if not any(above in repeated for above in lineage(one))]
    return left + list(repeated) if repeated else meetings


def _widest(meetings: Iterable[Element]) -> list[Element]:
    """Each meeting's largest surroundings without another meeting."""
    meetings = list(meetings)
    held = Counter(above for element in meetings for above in lineage(element))
    found = []
    for meeting in meetings:
        block = meeting
        for above in islice(meeting.iterancestors(), MOST_LEVELS):
            if above.tag in _PAGE or held[above] > 1:
                break
            block = above
        found.append(block)
    return found


def _token_uses(elements: Iterable[Element]) -> Counter[str]:
    return Counter(
        token for element in elements for token in set((element.get("class") or "").split())
    )


def _kind(element: Element, uses: Mapping[str, int]) -> Kind:
    tokens = (element.get("class") or "").split()
    return element.tag, max(tokens, key=lambda token: uses.get(token, 0), default="")


def _alike(blocks: Iterable[Element]) -> list[list[Element]]:
    """*blocks* by kind; lone ones join the kind that an element inside of them is of."""
    blocks = list(blocks)
    uses = _token_uses(blocks)
    by_kind: dict[Kind, list[Element]] = defaultdict(list)
    for block in blocks:
        by_kind[_kind(block, uses)].append(block)
    large = {kind: found for kind, found in by_kind.items() if len(found) > 1}
    for kind, found in by_kind.items():
        if kind not in large:
            _join_inner(found[0], large, uses)
    return list(large.values())


def _join_inner(
    block: Element, large: Mapping[Kind, list[Element]], uses: Mapping[str, int]
) -> None:
    for inner in islice(block.iterdescendants("*"), MOST_LEVELS):
        kind = _kind(inner, uses)
        if kind[1] and kind in large:
            large[kind].append(inner)
            return


def _with_siblings(group: list[Element], marks: Marks) -> list[Element]:
    """*group* and, in the same places, what is of its kind and has a rating or a date alone."""
    kind = _kind(group[0], _token_uses(group))
    members = set(group)
    found: dict[Element, None] = {}
    for parent in dict.fromkeys(block.getparent() for block in group):
        for child in () if parent is None else parent.iterchildren("*"):
            if child in members or (_is_of(child, kind) and marks.lays_out(child)):
                found[child] = None
    found.update(dict.fromkeys(group))
    return list(found)[:_MOST_BLOCKS]


def _is_of(element: Element, kind: Kind) -> bool:
    tag, token = kind
    tokens = (element.get("class") or "").split()
    return element.tag == tag and (token in tokens if token else not tokens)
