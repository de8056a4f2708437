"""Numbers as a language prints them: its decimal mark, its percent sign, its groups of digits."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from math import isfinite

from babel.numbers import format_percent, get_decimal_symbol

_decimal_mark = cache(get_decimal_symbol)  # asked thousands of times in a report


def decimal(value: float, language: str, *, digits: int = 1) -> str:
    """So many digits after the decimal mark, never ``-0.0``; raises ValueError if not finite."""
    if not isfinite(value):
        message = f"no number to print: {value}"
        raise ValueError(message)
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    return text.replace(".", _decimal_mark(language))


def signed(value: float, language: str) -> str:
    """One decimal with its sign; zero has none."""
    text = decimal(value, language)
    return f"+{text}" if round(value, 1) > 0 else text


def percent(share: float, language: str) -> str:
    """A share of 0 to 1 in whole percent."""
    return format_percent(Decimal(f"{share * 100:.0f}") / 100, locale=language)
