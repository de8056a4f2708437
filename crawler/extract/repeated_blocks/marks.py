"""Where a page shows dates and ratings: what blocks of reviews are found by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.markup import UNSEEN
from crawler.extract.repeated_blocks.printed_dates import find_date
from crawler.extract.repeated_blocks.ratings import find_ratings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crawler.extract.markup import Element
    from crawler.extract.numbers import Rating

MOST_LEVELS = 40
"""How far up the tree anything is looked for: deeper pages are hostile."""

_STATED = ("data-date", "data-time", "data-content", "datetime", "data-published")
_MOST_DATES = 3000
_TEXTS_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class Marks:
    """Dates and ratings of a page, in document order."""

    dates: Mapping[Element, str]
    """Elements that show a date, each with the date as printed."""
    ratings: Mapping[Element, Rating]
    dated: frozenset[Element]
    """Elements that show a date or hold one."""
    rated: frozenset[Element]

    def lays_out(self, element: Element) -> bool:
        """Whether a date or a rating stands in *element* or deeper."""
        return element in self.dated or element in self.rated

    def shows(self, element: Element) -> bool:
        """Whether *element* itself shows a date or a rating."""
        return element in self.dates or element in self.ratings


def find_marks(tree: Element) -> Marks:
    """Every date and rating of *tree*; ratings are looked for only where there are dates."""
    dates = _find_dates(tree)
    ratings = find_ratings(tree) if dates else {}
    return Marks(
        dates=dates,
        ratings=ratings,
        dated=frozenset(above for element in dates for above in lineage(element)),
        rated=frozenset(above for element in ratings for above in lineage(element)),
    )


def lineage(element: Element) -> Iterator[Element]:
    """*element* and what it lies in, the nearest first."""
    yield element
    yield from islice(element.iterancestors(), MOST_LEVELS)


def _find_dates(tree: Element) -> dict[Element, str]:
    found: dict[Element, str] = {}
    for element in tree.iter("*"):
        raw = None if element.tag in UNSEEN else _date_of(element)
        if raw:
            found[element] = raw
            if len(found) >= _MOST_DATES:
                break
    return found


def _date_of(element: Element) -> str | None:
    if element.tag == "time":
        stated = element.get("datetime") or element.get("content")
        return stated or find_date(" ".join(islice(element.itertext(), _TEXTS_LOOKED_AT)))
    for name in _STATED:
        stated = element.get(name)
        if stated and (raw := find_date(stated)):
            return raw
    text = element.text
    if text and not text.isspace() and (raw := find_date(text)):
        return raw
    for child in element:
        tail = child.tail
        if tail and not tail.isspace() and (raw := find_date(tail)):
            return raw
    return None
