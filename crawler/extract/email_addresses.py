"""Finds the e-mail addresses at which a site itself can be reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<![\w.%+@/-])[a-z0-9][\w.%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w@-])",
    re.IGNORECASE | re.ASCII,
)
_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|css|js)$")
_EXAMPLES = re.compile(
    r"^(?:your|you|name|user|username|email|mail|e-mail|someone|john\.?doe|jane\.?doe|test"
    r"|jan\.novak|example|vas|vasemail|max\.mustermann|no-?reply|do-?not-?reply)@"
    r"|@(?:example|domain|yourdomain|mydomain|email|mail|company|website|domena|sentry)\.",
)
_FREE = frozenset(
    {
        *("gmail", "googlemail", "outlook", "hotmail", "yahoo", "icloud", "gmx", "web", "seznam"),
        *("centrum", "email", "volny", "atlas", "post", "freemail", "citromail", "mail", "yandex"),
        *(
            "ya",
            "bk",
            "list",
            "inbox",
            "rambler",
            "orange",
            "wp",
            "onet",
            "interia",
            "o2",
            "proton",
        ),
        *("protonmail", "aol", "live", "msn"),
    }
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or"})
_SHORTEST_SHARED = 4


def addresses_in(text: str) -> Iterator[str]:
    """E-mail addresses in *text*, lower case; those that only show how one looks are left out."""
    for match in _ADDRESS.finditer(text) if "@" in text else ():
        address = match[0].lower()
        if not _FILE.search(address) and not _EXAMPLES.search(address):
            yield address


def mailed_addresses(href: str) -> Iterator[str]:
    """Addresses a ``mailto:`` link writes to; none where it only passes a text on."""
    return addresses_in(unquote(href.partition(":")[2].partition("?")[0]))


def belongs_to(address: str, url: str) -> bool:
    """Whether *address* can be of the site at *url*: of its own domain or a free mail provider's.

    Agencies, authorities and partners are named on pages as well. True where *url* has no host.
    """
    host = urlsplit(url).hostname or ""
    if "." not in host:
        return True
    own, theirs = _name(host), _name(address.rpartition("@")[2])
    if theirs in _FREE or own == theirs:
        return True
    shorter, longer = sorted((own, theirs), key=len)
    return len(shorter) >= _SHORTEST_SHARED and shorter in longer


def find_hidden_address(code: str) -> str | None:
    """The address in Cloudflare's ``data-cfemail``: hex bytes, each combined with the first one."""
    try:
        key, *hidden = bytes.fromhex(code[:400])
    except ValueError:
        return None
    return next(addresses_in(bytes(byte ^ key for byte in hidden).decode("utf-8", "replace")), None)


def _name(host: str) -> str:
    """The label of *host* that its owner chose: ``shop`` of ``www.shop.co.uk``."""
    labels = host.lower().split(".")
    known = len(labels) > 2 and labels[-2] in _SECOND_LEVEL  # ruff: ignore[magic-value-comparison]
    return labels[-3 if known else -2] if len(labels) > 1 else host
