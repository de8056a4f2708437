"""Reads amounts of money as shops print them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_CURRENCIES: Mapping[str, str] = {
    "£": "GBP",
    "gbp": "GBP",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "us$": "USD",
    "usd": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad": "CAD",
    "kč": "CZK",
    "kc": "CZK",
    "czk": "CZK",
    "₽": "RUB",
    "\u0440\u0443\u0431": "RUB",
    "рублей": "RUB",
    "\u0440": "RUB",
    "rub": "RUB",
    "ft": "HUF",
    "huf": "HUF",
    "forint": "HUF",
    "zł": "PLN",
    "zl": "PLN",
    "pln": "PLN",
    "chf": "CHF",
    "ksh": "KES",
    "kes": "KES",
    "tsh": "TZS",
    "tzs": "TZS",
    "ugx": "UGX",
    "₴": "UAH",
    "грн": "UAH",
    "₸": "KZT",
    "₹": "INR",
    "inr": "INR",
    "$": "$",
}
# A plain dollar sign is the country's own dollar.
_DOLLARS = {"au": "AUD", "ca": "CAD", "nz": "NZD", "sg": "SGD", "hk": "HKD"}
_NAMES = "|".join(re.escape(name) for name in sorted(_CURRENCIES, key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d{2})?|\d{1,7}(?:[.,]\d{1,2})?"
AMOUNT = (
    rf"(?:(?<!\w)(?P<before>{_NAMES})\.?\s?(?P<number>{_NUMBER})(?![\d%])"
    rf"|(?<![\d.,])(?P<number_2>{_NUMBER})(?:[,.]?\s?[-\u2013])?\s?(?P<after>{_NAMES})(?![^\W\d_]))"
)
"""Pattern of an amount with its currency before or after it."""

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def read_amount(match: re.Match[str], top_level: str) -> str | None:
    """What *match* of `AMOUNT` says, such as ``999 CZK``; None where it is nothing.

    *top_level* is the last label of the site's host, which tells what a plain dollar sign means.
    """
    currency = _CURRENCIES[(match["before"] or match["after"]).lower()]
    value = _value(match["number"] or match["number_2"])
    if currency == "$":
        currency = _DOLLARS.get(top_level, "USD")
    return f"{value:.2f} {currency}".replace(".00 ", " ") if value > 0 else None


def _value(number: str) -> float:
    digits = re.sub(r"[\s'\u00a0\u202f]", "", number)
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"[.,]", "", digits))
    whole, _, cents = digits.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{cents}") if whole else float(cents)
