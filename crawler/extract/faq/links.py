"""Finds where a site answers its customers: links and addresses named FAQ or help."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

from crawler.extract.faq.words import any_of, folded_words, names_faq
from crawler.extract.markup import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from urllib.parse import SplitResult

    from crawler.extract.markup import Element
    from crawler.extract.page import Page

_MOST_LINKS = 5000
_MOST_FOUND = 30
_LONGEST_NAME = 80
_LONGEST_ADDRESS = 2000
_FAQ, _HELP, _SERVICE = 3, 2, 1

_HELPS = any_of(
    r"\b(?:help|support|helpdesk|help ?cent(?:er|re)|knowledge ?base|how it works)\b",
    r"\b(?:nápověda|pomoc|podpora|centrum pomoci|centrum nápovědy|poradna|pomocník|poradňa)\b",
    (
        r"\b(?:помощь|поддержка|справка|справочный центр|центр помощи|база знаний|допомога"
        r"|підтримка|довідка|pomosh|podderzhka|spravka)\b"
    ),
    r"\b(?:súgó|segítség|támogatás|ügyfélszolgálat|tudástár)\b",
    r"\b(?:msaada|usaidizi|kituo cha msaada)\b",
    r"\b(?:hilfe|hilfe ?(?:center|bereich)|kundenhilfe|hilfethemen)\b",
    (
        r"\b(?:ayuda|soporte|centro de ayuda|aide|centre d.aide|assistance|assistenza|aiuto"
        r"|supporto|ajuda|suporte|hulp|klantenservice|ondersteuning|ajutor|asistență|suport"
        r"|yardım|destek|hjälp|hjelp|hjælp|kundservice|apua|tuki|asiakaspalvelu|βοήθεια|pomoć"
        r"|помощ|pagalba|palīdzība|abi|bantuan|trợ giúp)\b"
    ),
)
_SERVES = any_of(
    r"\b(?:customer|client) (?:service|care|support)|\bservice client",
    r"\bkunden(?:service|dienst|betreuung)",
    r"\bzákaznick\w+ (?:servis|péče|podpora|centrum|zóna|starostlivosť)|\bvše o nákupu",
    r"\bvšetko o nákupe",
    r"\bобслуживани\w+ клиентов|\bслужба поддержки|\bвсе о покупк|\bпокупателям|\bклієнтам",
    r"\bvásárlási (?:információk|tudnivalók)|\bvevőszolgálat|\bhuduma kwa (?:wateja|mteja)",
    r"\batenci[oó]n al cliente|\bservizio clienti|\batendimento|\bobsługa klienta",
    r"\brelații cu clienții|\bmüşteri hizmetleri",
)
# Help that no shop gives, and pages that only the law asks for.
_OTHERS = any_of(
    r"\b(?:first aid|erste hilfe|první pomoc|prvá pomoc|первая помощь|elsősegély|primeros auxilios"
    r"|huduma ya kwanza|pierwsza pomoc|premiers secours|help desk software)\b",
    r"\b(?:privacy|cookies?|terms|imprint|impressum|datenschutz)\b",
)
# Where brands keep a help center on somebody else's host, under a name of their own.
_HOSTED = (
    ".zendesk.com",
    ".intercom.help",
    ".freshdesk.com",
    ".helpscoutdocs.com",
    ".gorgias.help",
    ".crisp.help",
    ".tawk.help",
    ".helpjuice.com",
)
_OWN_HOSTS = frozenset({"www", "support", "help", "static", "developer", "status"})
_UNREADABLE = (
    *(".pdf", ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".zip", ".doc", ".docx", ".xml"),
    *(".mp4", ".exe", ".apk", ".css", ".js"),
)
_UNREADABLE_PARTS = (
    *("/login", "/signin", "/sign-in", "/logout", "/register", "/agent", "/cart", "/requests/"),
    *("/change_language/", "/community/", "/privacy", "/terms"),
)
_HELP_CENTER_PART = re.compile(r"/hc/[\w-]{2,12}/(?:articles|sections|categories)/\d")
_DOMAIN_PARTS = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})


def faq_links(page: Page) -> tuple[str, ...]:
    """Addresses that *page* links to and that lead to an FAQ or to help, best first.

    Only addresses of the same site count, sub-domains and the brand's own hosted help center
    included. Links named FAQ go before those named help, and these before customer service.
    """
    here, host = urldefrag(page.url)[0], urlsplit(page.url)
    found: dict[str, int] = {}
    for link in islice(page.tree.iter("a", "area"), _MOST_LINKS):
        address = urldefrag(page.link(link.get("href")) or "")[0]
        if not address or address == here or not _is_readable(address):
            continue
        parts = urlsplit(address)
        hosted = _is_hosted(parts)
        if hosted or _site(parts) == _site(host):
            elsewhere = hosted or (parts.hostname != host.hostname and _is_help_host(parts))
            worth = max(_worth(_name(link)), _worth_of(parts), _HELP if elsewhere else 0)
            if worth:
                found[address] = max(worth, found.get(address, 0))
    return _best_first(found)


def faq_addresses(addresses: Iterable[str]) -> tuple[str, ...]:
    """Those of *addresses* (of a sitemap, say) whose words name an FAQ or help, best first."""
    worth = {one: _worth_of(urlsplit(one)) for one in addresses if _is_readable(one)}
    return _best_first({one: value for one, value in worth.items() if value})


def _best_first(found: dict[str, int]) -> tuple[str, ...]:
    """Addresses by worth, then the shallower first: an FAQ's front door before its rooms."""
    ordered = sorted(found, key=lambda one: (-found[one], one.rstrip("/").count("/")))
    return tuple(ordered[:_MOST_FOUND])


def _name(link: Element) -> str:
    """What *link* is called: its text, else what it is called by title, label or picture."""
    text = plain_text(link)[: _LONGEST_NAME + 1]
    if text:
        return text
    pictured = [one.get("alt") or "" for one in link.iter("img")][:2]
    return " ".join(filter(None, (link.get("title"), link.get("aria-label"), *pictured)))


def _worth(name: str) -> int:
    """How surely *name* is that of an FAQ (3), of help (2), of customer service (1); else 0."""
    if not name or len(name) > _LONGEST_NAME:
        return 0
    if names_faq(name):
        return _FAQ
    words = folded_words(name).strip()
    if _OTHERS.search(words):
        return 0
    if _HELPS.search(words) and len(words.split()) <= _FAQ + 1:
        return _HELP
    return _SERVICE if _SERVES.search(words) else 0


def _worth_of(parts: SplitResult) -> int:
    """The same of the words of an address: of each part of its path, and of its query."""
    names = [*unquote(parts.path).split("/")[:8], unquote(parts.query)[:_LONGEST_NAME]]
    listed = _HELP if _HELP_CENTER_PART.search(parts.path) else 0
    return max(listed, *map(_worth, names))


def _is_help_host(parts: SplitResult) -> bool:
    return _worth((parts.hostname or "").split(".")[0]) > 0


def _is_readable(address: str) -> bool:
    path = urlsplit(address).path.lower() if len(address) <= _LONGEST_ADDRESS else ".xml"
    return not path.endswith(_UNREADABLE) and not any(part in path for part in _UNREADABLE_PARTS)


def is_help_center(address: str) -> bool:
    """Whether *address* is of a help center that a brand keeps on somebody else's host."""
    return _is_hosted(urlsplit(address))


def _is_hosted(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    return host.endswith(_HOSTED) and host.split(".")[0] not in _OWN_HOSTS


def _site(parts: SplitResult) -> str:
    """What is the owner's of a host: ``shop.co.uk`` of ``www.shop.co.uk``."""
    labels = (parts.hostname or "").rstrip(".").split(".")
    short = len(labels) > 2 and labels[-2] in _DOMAIN_PARTS and len(labels[-1]) == 2  # ruff: ignore[magic-value-comparison]
    return ".".join(labels[-3 if short else -2 :])
