"""Reads through which channels a site can be reached, each with the piece that shows it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from crawler.extract import (
    contact_links,
    email_addresses,
    json_ld,
    opening_hours,
    phone_numbers,
    schema_values,
)
from crawler.extract.json_ld import as_list, types_of
from crawler.extract.markup import plain_text
from crawler.extract.visible_lines import by_customers
from rivalscope.models import SiteSignal
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crawler.extract.json_ld import Node
    from crawler.extract.markup import Element
    from crawler.extract.page import Page
    from rivalscope.models import SignalKind

FORM = "contact form"
_LONGEST_PROOF = 200
_MOST_OF_A_KIND = 20
_MOST_LINKS = 500
_DEEPEST = 40
_MOST_FORMS, _MOST_FIELDS = 50, 100
_NEAR = 2
_LONGEST_LABEL = 40
_PERSONAL = frozenset({"Person", "Review", "UserReview", "Comment", "Answer", "Question"})
# A form that sends something else than a message to the company.
_OTHER_FORM = re.compile(
    r"search|newsletter|subscri|login|signin|sign-in|register|comment|review|rating|checkout|cart"
    r"|recenz|hodnocen|odber|bewertung|kommentar|otzyv|coupon|track",
    re.IGNORECASE,
)
_REPLY_FIELD = re.compile(r"e-?mail|phone|tel\b|telefon|почт|simu|correo|courriel", re.IGNORECASE)
_FOLLOW = re.compile(
    r"follow|find us|sledujte|folg|suivez|s[ií]guenos|kövess|подпис", re.IGNORECASE
)
_CONTACT = re.compile(
    r"(?:tel|mailto|viber|whatsapp|tg|skype):|email-protection"
    r"|//[^/]{0,60}(?:facebook|fb\.|instagr|twitter|x\.com|linkedin|youtu|tiktok|vk|pinterest|ok\.ru"
    r"|threads|m\.me|messenger|wa\.me|whatsapp|t\.me|telegram|signal\.me|zalo|line\.me|lin\.ee|viber)",
    re.IGNORECASE,
)
_WHATSAPP_SETTING = re.compile(rb"""whatsapp\w{0,20}["']?\s?[:=]\s?["']\+?\d[\d ]{6,17}["']""")


def read(page: Page, lines: Sequence[str]) -> tuple[SiteSignal, ...]:
    """Phones, e-mail addresses, contact forms, messengers, social profiles and opening hours.

    *lines* are the page's visible ones. Every value comes once, with the first proof of it, at
    most 20 of a kind. Faxes, companies' registration numbers, links that share or explain
    something, authors' own profiles and addresses of other companies are no channels.
    """
    nodes = _organizations(page)
    links = _links(page.tree)
    found = chain(
        _signals("phone", phone_numbers.distinct(_phones(nodes, links, lines))),
        _signals("email", _emails(page, nodes, links, lines)),
        _signals("contact_form", _forms(page.tree)),
        _signals("messenger", _messengers(page, nodes, links)),
        _signals("social", _profiles(nodes, links)),
        _signals("opening_hours", _hours(nodes, lines)),
    )
    return tuple(found)


def _signals(kind: SignalKind, found: Iterable[tuple[str, str]]) -> Iterator[SiteSignal]:
    proofs: dict[str, str] = {}
    for value, proof in found:
        proofs.setdefault(value, clean_text(proof[: 2 * _LONGEST_PROOF])[:_LONGEST_PROOF].strip())
    for value, proof in islice(proofs.items(), _MOST_OF_A_KIND):
        yield SiteSignal(kind=kind, value=value, proof=proof)


def _organizations(page: Page) -> list[Node]:
    """Structured data about the company, not about people and what they wrote."""
    placed = json_ld.placed((*page.json_ld, *page.microdata))
    return [node for node, _ in placed if not types_of(node) & _PERSONAL]


def _links(tree: Element) -> list[tuple[str, Element]]:
    """Addresses of links that may be a channel, with their elements; none that customers wrote."""
    anchors = (one for one in tree.iterfind(".//a[@href]") if _CONTACT.search(one.get("href")))
    return [
        (anchor.get("href").strip(), anchor)
        for anchor in islice(anchors, _MOST_LINKS)
        if not any(by_customers(above) for above in islice(anchor.iterancestors(), _DEEPEST))
    ]


def _phones(
    nodes: Iterable[Node], links: Iterable[tuple[str, Element]], lines: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for href, _ in links:
        if href[:4].lower() == "tel:":
            number = phone_numbers.dialed_number(href[4:].replace("%20", " ").replace("%2B", "+"))
            if number:
                yield number, href
    for raw in _texts(nodes, "telephone"):
        number = phone_numbers.dialed_number(raw)
        if number:
            yield number, f"telephone: {raw}"
    label = ""
    for line in lines:
        labelled = phone_numbers.numbers_in(f"{label} {line}") if label else ()
        for number in chain(phone_numbers.numbers_in(line), labelled):
            yield number, _around(line, number)
        label = line if len(line) <= _LONGEST_LABEL and not any(map(str.isdigit, line)) else ""


def _emails(
    page: Page, nodes: Iterable[Node], links: Iterable[tuple[str, Element]], lines: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for raw in _texts(nodes, "email"):
        for address in email_addresses.addresses_in(raw.removeprefix("mailto:")):
            yield address, f"email: {raw}"
    for href, anchor in links:
        if href[:7].lower() == "mailto:":
            yield from ((one, href) for one in _own(page, email_addresses.mailed_addresses(href)))
        elif "email-protection#" in href or anchor.get("data-cfemail"):
            hidden = anchor.get("data-cfemail") or href.partition("#")[2]
            found = email_addresses.find_hidden_address(hidden)
            yield from ((one, href) for one in _own(page, [found] if found else []))
    for line in lines:
        for address in _own(page, email_addresses.addresses_in(line)):
            yield address, _around(line, address)


def _own(page: Page, addresses: Iterable[str]) -> list[str]:
    return [one for one in addresses if email_addresses.belongs_to(one, page.url)]


def _messengers(
    page: Page, nodes: Iterable[Node], links: Iterable[tuple[str, Element]]
) -> Iterator[tuple[str, str]]:
    for address in chain((href for href, _ in links), _texts(nodes, "sameAs", "url")):
        name = contact_links.find_messenger(address) if ":" in address or "//" in address else None
        if name:
            yield name, address
    for script in page.scripts:
        set_up = _WHATSAPP_SETTING.search(script.body) if script.runs else None
        if set_up:
            yield "WhatsApp", set_up[0].decode("utf-8", "replace")


def _profiles(
    nodes: Iterable[Node], links: Iterable[tuple[str, Element]]
) -> Iterator[tuple[str, str]]:
    for address in _texts(nodes, "sameAs"):
        name = contact_links.find_network(address)
        if name:
            yield name, address
    for href, anchor in links:
        name = contact_links.find_network(href) if "//" in href else None
        if name and _leads_to_profile(anchor, name):
            yield name, href


def _leads_to_profile(anchor: Element, network: str) -> bool:
    """Whether the link shows the network: a text about somebody links to their profile as well."""
    text = plain_text(anchor)
    named = {network.casefold(), "twitter"} if network == "X" else {network.casefold()}
    icon = not text and not (anchor.get("rel") or "").startswith("author")
    short = len(text) <= _LONGEST_LABEL
    return icon or (short and (any(one in text.casefold() for one in named) or _follows(text)))


def _follows(text: str) -> bool:
    return bool(_FOLLOW.search(text))


def _forms(tree: Element) -> Iterator[tuple[str, str]]:
    """Forms in which a visitor writes a message and where to answer it."""
    for form in islice(tree.iter("form"), _MOST_FORMS):
        names = " ".join(form.get(name, "") for name in ("id", "class", "action", "name", "role"))
        if _OTHER_FORM.search(names) or by_customers(form):
            continue
        texts = [area for area in form.iter("textarea") if not _hidden(area)]
        if not texts or any(_OTHER_FORM.search(area.get("name", "")) for area in texts):
            continue
        if any(_asks_back(field) for field in islice(form.iter("input"), _MOST_FIELDS)):
            shown = {name: form.get(name) for name in ("id", "class", "action") if form.get(name)}
            said = "".join(f' {name}="{value[:80]}"' for name, value in shown.items())
            yield FORM, f"<form{said}> … <textarea>"


def _hidden(area: Element) -> bool:
    return "display:none" in area.get("style", "").replace(" ", "") or "g-recaptcha" in area.get(
        "class", ""
    )


def _asks_back(field: Element) -> bool:
    if field.get("type", "").lower() in {"email", "tel"}:
        return True
    said = " ".join(field.get(name, "") for name in ("name", "id", "placeholder", "aria-label"))
    return field.get("type", "text").lower() == "text" and bool(_REPLY_FIELD.search(said))


def _hours(nodes: Iterable[Node], lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        declared = opening_hours.written(opening_hours.declared_hours(node))
        if declared:
            yield declared, f"openingHours: {declared}"
    block, shown, last = list[opening_hours.Hours](), list[str](), -_NEAR
    for number, line in enumerate(lines):
        hours = opening_hours.hours_in(line) if any(map(str.isdigit, line)) else ()
        if not hours:
            continue
        if number - last > _NEAR and block:
            yield opening_hours.written(block), " | ".join(shown)
            block, shown = [], []
        block.extend(hours)
        shown.append(line)
        last = number
    if block:
        yield opening_hours.written(block), " | ".join(shown)


def _texts(nodes: Iterable[Node], *names: str) -> Iterator[str]:
    for node in nodes:
        for name in names:
            for value in as_list(node.get(name)):
                text = schema_values.text(value)
                if text:
                    yield text


def _around(line: str, found: str) -> str:
    """The part of *line* around what was *found*, as far as it goes into a proof."""
    at = max(line.find(found), line.find(found[-3:]), 0)
    start = max(0, at - _LONGEST_PROOF // 2)
    return line[start : start + _LONGEST_PROOF]
