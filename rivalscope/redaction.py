"""Takes personal numbers out of texts before they are kept."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

E_MAIL, PHONE, HANDLE = "[e-mail]", "[phone]", "[handle]"
CARD, ACCOUNT, NUMBER = "[card]", "[account]", "[number]"

_DIGIT = re.compile(r"\d")
# The shortest number that is announced; the shortest of all others, which is a telephone's.
_FEWEST_DIGITS, _FEWEST_OF_LONG = 3, 6
_DENSE = re.compile(r"\d\S{0,40}?\d\S{0,40}?\d")
_LINK = re.compile(r"(https?://[^\s<>\"]{1,2000})", re.IGNORECASE)
# A link that names a person or lets one in: an address, or a query of a personal mail.
_PERSONAL_QUERY = (
    r"[?&#;](?:e-?mail|mail|token|auth|key|hash|uid|user|login|phone|tel|order|orderid|booking"
    r"|order_?id|customer|customer_?id|pin|session|sid|code|ref|tracking)="
)
_PERSONAL_LINK = re.compile(rf"@|%40|{_PERSONAL_QUERY}", re.IGNORECASE)
_PERSONAL_VALUE = re.compile(rf"({_PERSONAL_QUERY})[^&#;]*", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?<![\w.%+@-])[\w%+-]{1,64}(?:\.[\w%+-]{1,64}){0,5}@(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,24}"
    r"(?![\w@])"
)
_MENTION = re.compile(
    r"(?<![\w@.\]])@[^\W\d]\w{0,40}(?:[.-]\w{1,40}){0,4}(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})?"
)
_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,3})?(?!\w)")
_ACCOUNT = re.compile(
    r"(?<![\w/.-])(?:(?:\d{1,6}-)?\d{6,10}/\d{4}|\d{8}-\d{8}(?:-\d{8})?|\d{2}(?: \d{4}){6})"
    r"(?![\w/-])"
)
_CARD = re.compile(
    r"(?<![\w.,])(?:(?:\d{4}[ -]?){3}\d{1,7}(?P<more>[ -]\d{1,3})?|\d{4}[ -]?\d{6}[ -]?\d{4,5})"
    r"(?!\w)"
)
_TRACKING = re.compile(r"(?<!\w)(?:[A-Z]{2} ?\d{9} ?[A-Z]{2}|1Z[A-Z\d]{16})(?!\w)")

_NUMBERED = (
    r"no|nos|nr|num|number|numbers|id|code|ref|reference|n[°º]|č|čís|číslo|cislo|kód|номер|номером|код|№"
    r"|\#|szám|száma|számú|számom|azonosító|nambari|namba|nummer|número|numero|nº|numéro|numer|numerze"
)
_ANNOUNCED = (
    r"orders?|parcels?|packages?|shipments?|consignments?|tracking|bookings?|reservations?|confirmation"
    r"|invoices?|receipts?|tickets?|cases?|claims?|complaints?|customers?|clients?|membership|policy"
    r"|contracts?|reference|transactions?|account"
    r"|objedn[aá]v\w+|z[aá]silk\w+|bal[ií](?:k|č)\w*|rezervac\w+|faktur\w+|účtenk\w+|reklamac\w+"
    r"|zákaznick\w+|smlouv\w+|variabilní(?:\ssymbol)?|vs"
    r"|заказ\w*|посылк\w+|отправлени\w+|трек\w*|брон\w+|сч[её]т\w*|чек\w*|билет\w*|обращени\w+"
    r"|заявк\w+|договор\w*|накладн\w+|тикет\w*"
    r"|(?:meg)?rendelés\w*|csomag\w*|foglalás\w*|számla\w*|ügyszám\w*|jegy\w*|ügyfél\w*|szerződés\w*"
    r"|oda|agizo|kifurushi|mzigo|risiti|ankara|tiketi|bukingi"
    r"|bestell\w*|auftrag\w*|sendung\w*|paket\w*|buchung\w*|rechnung\w*|kunden\w*|vorgang\w*|vertrag\w*"
    r"|pedidos?|paquetes?|reservas?|facturas?|seguimiento|cliente"
    r"|commandes?|colis|réservations?|factures?|suivi|dossiers?"
    r"|zamówieni\w*|przesyłk\w+|paczk\w+|rezerwac\w+|zgłoszeni\w+|umow\w+"
)
# Found from its first digit on, as a scan for digits is fast; letters may stand before that.
_TOKEN = re.compile(r"\d[\dA-Za-z]{0,30}(?:[-/][\dA-Za-z]{1,20}){0,5}(?!\w)")
_TOKEN_BEGINS = re.compile(r"(?<!\w)[A-Za-z]{0,6}[-/]?$")
_LONGEST_BEGINNING = 7
# What stands directly before such a number; without a digit, so it begins after the last one.
_ANNOUNCEMENT = re.compile(
    rf"(?<![\w-])(?P<before>(?:{_NUMBERED})[\s.:]{{1,3}}(?:\w{{1,4}}\s)?)?(?:{_ANNOUNCED})"
    rf"(?P<gap>[\s.,:()\"'-]{{0,4}}(?:(?:{_NUMBERED})(?!\w)[\s.:]{{0,3}}){{0,2}}"
    r"(?:(?:is|was|je|byla|ist|war|es|est|to|ni|под|была)\s|[:=#]\s?)?)$",
    re.IGNORECASE,
)
_NUMBERED_WORD = re.compile(r"(?:nummer|nr|szám\w{0,5}|номер|číslo)[\s.:]*$", re.IGNORECASE)
_MARK = re.compile(rf"(?:{_NUMBERED})(?!\w)|[#№]", re.IGNORECASE)

_MONEY = re.compile(
    r"\s?(?:[€£$₽₴₸₹%]|k[čc](?!\w)|czk|eur|usd|gbp|\u0440\u0443\u0431|\u0440\.|ft(?!\w)|huf|zł|pln|ksh|kes|tsh|tzs|chf|,-"
    r"|pcs|ks(?!\w)|шт|db(?!\w)|km|kg|mah|people|users|customers|times|days|dn[ůí]|дн|nap|siku)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})"
    r"(?!\d)"
)
_PHONE = re.compile(r"(?<![\w.,/:+-])\+?\(?\d(?:[\s().\u2010-\u2015/-]{0,3}\d){5,17}(?![\w%])")
_CALLED = re.compile(
    r"(?<!\[)(?:tel|phone|call|mobil|cell|whatsapp|viber|telefon|тел|моб|звон|hív|simu|piga|ruf|anruf|llam|móvil"
    r"|appel|dzwoń|dzwon|komórk|volej|volat|zavol)[^\d@\n]{0,20}$",
    re.IGNORECASE,
)
_NATIONAL = (
    re.compile(r"\(?0\d[\d\s().\u2010-\u2015/-]*"),
    re.compile(r"8[\s(-]{0,2}[3-9]\d\d[\s)-]{0,2}\d{3}[\s-]?\d\d[\s-]?\d\d"),
    re.compile(r"\(?[2-9]\d\d\)?[\s.-]?\d{3}[\s.-]\d{3,4}"),
    re.compile(r"[1-9]\d{8,11}"),
)
_MOST_PASSES = 5
_SHORTEST_IBAN = 15
_AS_DIGITS = {ord(letter): str(int(letter, 36)) for letter in ascii_uppercase}
_SPREAD, _FEWEST_NATIONAL, _FEWEST_CALLED = 60, 9, 6
_MOST_PHONE, _FEWEST_ABROAD = 15, 8
_FEWEST_CARD, _MOST_CARD = 13, 19
_FEWEST_UNMARKED, _FEWEST_MARKED = 5, 3


def redacted(text: str, *, link: Callable[[str], str] | None = None) -> str:
    """*text* with personal numbers replaced by what they were.

    ``[e-mail]``, ``[phone]``, ``[card]`` (Luhn-checked), ``[account]`` (IBAN or a national bank
    account), ``[number]`` (of an order, parcel, booking, ticket, invoice or customer, where a word
    announces it, and international tracking numbers) and ``[handle]`` for every ``@name``: whether
    a name is a person's or a company's can't be told. Of a link that carries an address or a token
    the host remains, unless *link* says what does. Dates, times, prices, quantities, years, model
    and flight numbers stay. Doing it twice changes nothing; a text without digits and ``@`` is
    given back as it is.
    """
    for _ in range(_MOST_PASSES):
        cleaned = _once(text, link or _without_token) if _may_tell(text) else text
        if cleaned == text:
            break
        text = cleaned  # what was replaced no longer hides what stood beside it
    return text


def _may_tell(text: str) -> bool:
    """Whether it holds what all these numbers hold; most texts don't, and cost next to nothing."""
    return "@" in text or "://" in text or _count_digits(text) >= _FEWEST_DIGITS


def masked_link(link: str) -> str:
    """*link* without the values that name a person or let one in; all else of it stays."""
    masked = _PERSONAL_VALUE.sub(r"\1***", link)
    return _without_token(masked) if "@" in masked or "%40" in masked else masked


def _once(text: str, link: Callable[[str], str]) -> str:
    pieces = _LINK.split(text) if "://" in text else [text]
    return "".join(
        link(piece) if at % 2 else _without_numbers(piece) for at, piece in enumerate(pieces)
    )


def _without_token(link: str) -> str:
    if not _PERSONAL_LINK.search(link):
        return link
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def _without_numbers(text: str) -> str:
    if "@" in text:
        text = _MENTION.sub(HANDLE, _EMAIL.sub(E_MAIL, text))
    digits = _count_digits(text)
    if digits >= _FEWEST_OF_LONG:
        text = _ACCOUNT.sub(ACCOUNT, _IBAN.sub(_account, text))
        text = _CARD.sub(_card, text)
    if digits >= _FEWEST_DIGITS and _DENSE.search(text):
        text = _without_announced(text)
    if digits >= _FEWEST_OF_LONG:
        text = _PHONE.sub(_phone, _TRACKING.sub(NUMBER, text))
    return text


def _count_digits(text: str) -> int:
    return len(_DIGIT.findall(text))


def _account(match: re.Match[str]) -> str:
    """The longest beginning, group by group, that an IBAN's checksum holds for, replaced."""
    whole = match[0]
    for end in range(len(whole), _SHORTEST_IBAN - 1, -1):
        if end < len(whole) and whole[end] not in " -":
            continue
        code = whole[:end].replace(" ", "").replace("-", "")
        if int((code[4:] + code[:4]).translate(_AS_DIGITS)) % 97 == 1:
            return ACCOUNT + whole[end:]
    return whole


def _card(match: re.Match[str]) -> str:
    """A number that Luhn's checksum holds for, replaced; a short group behind may be none of it."""
    whole, more = match[0], match["more"] or ""
    for tail in dict.fromkeys(("", more)):
        digits = re.sub(r"\D", "", whole[: len(whole) - len(tail)])
        if _FEWEST_CARD <= len(digits) <= _MOST_CARD and _luhn(digits):
            return CARD + tail
    return whole


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def _without_announced(text: str) -> str:
    pieces: list[str] = []
    done = 0
    for match in _TOKEN.finditer(text):
        begins = _TOKEN_BEGINS.search(
            text, max(done, match.start() - _LONGEST_BEGINNING - 1), match.start()
        )
        if begins and _is_announced(text, begins.start(), match.end()):
            pieces += (text[done : begins.start()], NUMBER)
            done = match.end()
    return "".join([*pieces, text[done:]]) if pieces else text


def _is_announced(text: str, start: int, end: int) -> bool:
    """Whether a word before it says that ``text[start:end]`` is somebody's number."""
    token = text[start:end]
    digits = sum(map(str.isdigit, token))
    if digits < _FEWEST_MARKED or _DATE.fullmatch(token) or _is_counted(text, end):
        return False
    window = text[max(0, start - _SPREAD) : start]
    announced = _ANNOUNCEMENT.search(window, _after_last_digit(window))
    if announced is None:
        return False
    gap = announced["gap"]
    marked = announced["before"] or ":" in gap or _MARK.search(gap)
    marked = marked or _NUMBERED_WORD.search(window, max(0, len(window) - 20))
    return bool(marked) or digits >= _FEWEST_UNMARKED


def _after_last_digit(text: str) -> int:
    return next((at + 1 for at in range(len(text) - 1, -1, -1) if text[at].isdigit()), 0)


def _is_counted(text: str, at: int) -> bool:
    """Whether what follows position *at* says that the number before it is an amount."""
    return bool(_MONEY.match(text, at))


def _phone(match: re.Match[str]) -> str:
    said, text = match[0], match.string
    digits = sum(map(str.isdigit, said))
    if digits > _MOST_PHONE or _DATE.search(said) or _is_counted(text, match.end()):
        return said
    if said.startswith(("+", "00")):
        return PHONE if digits >= _FEWEST_ABROAD else said
    if digits >= _FEWEST_CALLED and _CALLED.search(text, max(0, match.start() - 30), match.start()):
        return PHONE
    national = digits >= _FEWEST_NATIONAL and any(one.fullmatch(said) for one in _NATIONAL)
    return PHONE if national and not said.endswith("000") else said
