"""What a cell of a spreadsheet can hold."""

from __future__ import annotations

from typing import Final

from rivalscope.reports.messages import messages

_LIMIT: Final = 32_767
"""UTF-16 units in a cell: https://support.microsoft.com, Excel specifications and limits."""
_UNIT: Final = 2


def cut(text: str, *, language: str) -> str:
    """The text, or as much of it as a cell holds and a mark that it was cut."""
    units = text.encode("utf-16-le")
    if len(units) <= _LIMIT * _UNIT:
        return text
    mark = f" {messages(language)('office-cut')}"
    # half of a surrogate pair at the end is dropped
    return units[: (_LIMIT - len(mark)) * _UNIT].decode("utf-16-le", errors="ignore") + mark
