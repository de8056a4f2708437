"""Reads the entries of RSS and Atom feeds, whoever publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.markup import text_of_markup
from crawler.extract.xml_tree import child, child_text, children, name_of, written
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element
    from crawler.extract.xml_tree import XmlDocument

_ENTRIES = ("item", "atom:entry")
_BODIES = ("content:encoded", "atom:content", "description", "atom:summary")
_DATES = (
    *("pubDate", "atom:published", "atom:issued", "dc:date", "dcterms:created"),
    *("atom:updated", "atom:modified"),
)
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_ENTRIES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry as it is published."""

    native_id: str
    title: str
    """Plain text."""
    markup: str
    """The fullest text there is, as HTML or plain; empty where there is none."""
    body: str
    """The same as plain text."""
    date: str
    link: str
    author: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed of either kind."""

    found: tuple[Element, ...]
    language: str
    link: str
    """Address of the site or search that it follows."""
    next_link: str
    whole: bool
    """False where it is cut off, so that lacking entries prove nothing."""

    def entries(self) -> Iterator[FeedEntry]:
        """Its entries in order."""
        return (_entry(one, self.language) for one in self.found)


def read_feed(document: XmlDocument | None) -> Feed | None:
    """The feed of *document*: RSS 0.9 to 2.0 or Atom; None where it is neither."""
    root = document.root if document is not None else None
    if document is None or name_of(root) not in {"rss", "rdf:RDF", "atom:feed"}:
        return None
    channel = child(root, "channel") if name_of(root) != "atom:feed" else root
    if channel is None:
        return None
    holder = root if name_of(root) == "rdf:RDF" else channel
    return Feed(
        found=tuple(islice(children(holder, *_ENTRIES), _MOST_ENTRIES)),
        language=_language(channel),
        link=child_text(channel, "link") or _atom_link(channel, "alternate", "self"),
        next_link=_atom_link(channel, "next"),
        whole=document.whole,
    )


def _entry(entry: Element, language: str) -> FeedEntry:
    bodies = (one for name in _BODIES for one in children(entry, name))
    told = next((one for one in bodies if written(one)), None)
    group = child(entry, "media:group")
    if told is None and group is not None:
        told = child(group, "media:description")
    title = child(entry, "title", "atom:title")
    return FeedEntry(
        native_id=child_text(entry, "guid", "atom:id", "dc:identifier"),
        title=_plain(title),
        markup="" if told is None else _markup(told),
        body=_plain(told),
        date=child_text(entry, *_DATES),
        link=child_text(entry, "link") or _atom_link(entry, "alternate", ""),
        author=_author(entry),
        language=_language(entry) or language,
    )


def _author(entry: Element) -> str:
    person = child(entry, "atom:author")
    name = child_text(person, "atom:name") if person is not None else ""
    return clean_text(name or child_text(entry, "dc:creator", "author"))


def _language(element: Element) -> str:
    stated = element.get(_XML_LANGUAGE) or element.getroottree().getroot().get(_XML_LANGUAGE)
    return stated or child_text(element, "language", "dc:language")


def _atom_link(element: Element, *relations: str) -> str:
    """Address of the first link with one of *relations*; no relation means ``alternate``."""
    links = {link.get("rel") or "alternate": link.get("href") for link in _reversed_links(element)}
    return next((links[name] for name in relations if links.get(name)), "")


def _reversed_links(element: Element) -> list[Element]:
    return [*children(element, "atom:link")][::-1]


def _plain(element: Element | None) -> str:
    """Text of *element*, whether its markup is escaped, its own, or none at all."""
    if element is None:
        return ""
    if len(element):
        return text_of_markup(_markup(element))
    if element.get("type") == "text":
        return clean_text(written(element))
    return text_of_markup(written(element))


def _markup(element: Element) -> str:
    if not len(element):
        return written(element)
    return str(etree.tostring(element, encoding="unicode", with_tail=False))
