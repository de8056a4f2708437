"""The one cleaner that every text from outside passes before it is kept."""

import re
import unicodedata
from typing import Final

# C0 and C1 controls but tab and newline; lone surrogates; bidirectional overrides and isolates;
# zero-width space and BOM; the two noncharacters that no XML may hold. Zero-width joiner and
# non-joiner stay: emoji and some scripts need them.
_UNWANTED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200b\u2060"
    r"\ufeff\ufffe\uffff]"
)
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029]")
# matches only what changes: most blanks are single spaces already
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_EDGES = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")
_STARTS_FORMULA: Final = frozenset("=+-@\t\r\n")
_SAYING = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[%+<>€$£¥₽]")


def clean_text(raw: str) -> str:
    """Plain text as it may be stored and shown.

    NFC, one kind of line break, single blanks, at most one empty line in a row, no control
    characters, no lone surrogates, no direction overrides, nothing at either end. Applying it twice
    changes nothing.
    """
    if _is_clean(raw):
        return raw.strip()
    text = _BREAKS.sub("\n", raw)
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text))
    text = _EDGES.sub("\n", _BLANKS.sub(" ", text))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def _is_clean(raw: str) -> bool:
    """Whether nothing but blanks at the ends can be wrong, as with most of what pages print.

    No printable character is a control, a surrogate, a format character or a blank but the space.
    """
    return (
        raw.isprintable()
        and "  " not in raw
        and (raw.isascii() or unicodedata.is_normalized("NFC", raw))
    )


def wording(raw: str) -> str:
    """What a text says: its words, figures and signs of money, in small letters.

    Equal for two texts that differ in blanks, case, punctuation or typography alone. ``2.90`` stays
    apart from ``290``: a mark between digits is part of the figure.
    """
    return " ".join(_SAYING.findall(unicodedata.normalize("NFKC", raw).casefold()))


def guarded(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet could take it for a formula.

    What looks like one of the signs counts as it: full-width and small forms, by NFKC
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    return f"'{text}" if unicodedata.normalize("NFKC", text[:1])[:1] in _STARTS_FORMULA else text
