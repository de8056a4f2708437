"""Tells from dates in numbers whether day or month stands first, where any of them tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import DateOrder

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?![\d./-])")
_MONTHS = 12


def numeric_dates(text: str) -> Iterator[str]:
    """Dates such as ``03/04/25`` in *text*, year last."""
    return (match[0] for match in _NUMERIC.finditer(text))


def told_orders(text: str) -> frozenset[DateOrder]:
    """The orders that some date in *text* leaves as the only one: none, one, or both."""
    orders: set[DateOrder] = set()
    for match in _NUMERIC.finditer(text):
        if int(match[1]) > _MONTHS:
            orders.add("DMY")
        if int(match[2]) > _MONTHS:
            orders.add("MDY")
    return frozenset(orders)
