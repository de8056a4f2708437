"""Finds telephone numbers that a page gives as its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FEWEST, _MOST = 7, 15
_SHORTEST_DIALED = 4
_NUMBER = r"(?:\+|\b00)?\(?\d[\d\s().\u2010-\u2015/-]{5,20}\d"
_WORD = re.compile(
    rf"""(?<!\w)(?:tel(?:e(?:ph|f)on\w*|éfono|\.)?|(?:tele)?phone|mobil\w*|cell|call(?:\s(?:us|me|now|centre|center))?
    |hotline|helpline|toll[ -]free|infolink\w*|zavolejte|volejte|zákaznická\slinka|linka
    |тел(?:ефон\w*|\.)?|моб\.?|звоните|позвоните|горячая\sлиния
    |hívjon|telefonszám\w*|ügyfélszolgálat|vonal|simu|piga\s(?:simu)?|nambari\sya\ssimu
    |rufen\ssie|rufnummer|llame|llámenos|móvil|appel(?:ez|er)|téléphone|portable|zadzwoń|infolinia|komórk\w*
    |(?:contacts?|kontakt\w*|контакт\w*|mawasiliano|contacto|kapcsolat\w*)(?=[^\d\n]{{0,30}}\+)
    )(?![\w-])(?P<gap>[^\d\n+(]{{0,30}})(?P<number>{_NUMBER})""",
    re.IGNORECASE | re.VERBOSE,
)
# What may stand between a phone word and a number that is no phone's.
_OTHER = re.compile(
    r"fax|факс|ičo?\b|dič|инн|огрн|кпп|vat\b|ust-?id|nip\b|regon|adószám|tin\b|siret|cif\b|iban|"
    r"p\.?o\.? ?box|psč|order|objednáv|заказ|@|€|£|\$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\W*(\+\d{1,3}[\s(]*\d[\d\s().\u2010-\u2015/-]{5,17}\d)\W*")
_PRICE = re.compile(
    r"\s?(?:k[čc]|ft|huf|czk|€|\$|£|₽|\u0440\u0443\u0431|zł|eur|usd|,-|km|mah)", re.IGNORECASE
)
_DATE = re.compile(
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
)
_SPAN = re.compile(r"\d{4}\s?[-\u2013]\s?\d{4}")
_PLACEHOLDERS = ("1234567", "7654321", "0000000", "1111111", "9999999", "xxxx")
_EXTENSION = re.compile(r"(?:ext|klapka|доб|;|,|x|#|\?).*", re.IGNORECASE)
# The zero that is dialed at home only: +44 (0)20, also printed without the parentheses.
_TRUNK_ZERO = re.compile(r"^(27|3[1236]|4[134679]|61|64|81|254|255|256|353|380)0")
_COMPARED = 9
_FEWEST_DIFFERENT = 3


def dialed_number(address: str) -> str | None:
    """The number of a ``tel:`` address or a ``telephone`` property; None where it is none.

    Like all numbers here: digits only, with a ``+`` in front where the country is said.
    """
    return _normal(_EXTENSION.sub("", address.strip()), fewest=_SHORTEST_DIALED)


def numbers_in(line: str) -> Iterator[str]:
    """Numbers that *line* calls a phone's, and an international one that is all it holds."""
    for match in _WORD.finditer(line):
        if not _OTHER.search(match["gap"]) and not _PRICE.match(line, match.end()):
            number = _normal(match["number"], fewest=_FEWEST)
            if number:
                yield number
    alone = _ALONE.fullmatch(line)
    number = _normal(alone[1], fewest=_FEWEST + 2) if alone else None
    if number:
        yield number


def distinct(numbers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Numbers with their proofs, each once: ``0800 ...`` and ``+44 800 ...`` are one number."""
    numbers = list(numbers)
    ranked = sorted(numbers, key=lambda pair: not pair[0].startswith("+"))
    known: dict[str, str] = {}
    for number, _ in ranked:
        known.setdefault(_national(number), number)
    given = set[str]()
    for number, proof in numbers:
        kept = known[_national(number)]
        if kept not in given:
            given.add(kept)
            yield kept, proof


def _national(number: str) -> str:
    """What a number's forms with and without its country share: its last digits."""
    return number.lstrip("+0")[-_COMPARED:]


def _normal(raw: str, *, fewest: int) -> str | None:
    digits = re.sub(r"\D", "", raw.replace("(0)", ""))
    if raw.lstrip().startswith("00"):
        digits, raw = digits[2:], "+"
    if not fewest <= len(digits) <= _MOST or _DATE.search(raw) or _SPAN.fullmatch(raw.strip()):
        return None
    if len(set(digits)) < _FEWEST_DIFFERENT or any(one in digits for one in _PLACEHOLDERS):
        return None
    if not raw.lstrip().startswith("+"):
        return digits
    return "+" + _TRUNK_ZERO.sub(r"\1", digits)
