"""Reads the time of day that stands beside a date."""

from __future__ import annotations

import re
from datetime import time

_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?![\d:])(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE
)
_NOON = 12


def clock_in(text: str) -> tuple[time | None, str]:
    """The time of day in *text*, and *text* without it; None and *text* itself without any."""
    match = _CLOCK.search(text)
    if not match:
        return None, text
    hour = int(match[1])
    if match[4]:
        hour = hour % _NOON + (_NOON if match[4] in "pP" else 0)
    try:
        at = time(hour, int(match[2]), int(match[3] or 0))
    except ValueError:
        return None, text
    return at, f"{text[: match.start()]} {text[match.end() :]}"
