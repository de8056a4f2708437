"""A saved page with everything that several readers need of it, each made at most once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from parsel import Selector

from crawler.extract import dates, json_ld, lenient_json, microdata
from crawler.extract.encoding import utf8_markup
from crawler.extract.markup import parse
from crawler.extract.scripts import Script, split_scripts
from crawler.extract.xml_tree import XmlDocument, parse_xml

if TYPE_CHECKING:
    from crawler.extract.dates import Moment
    from crawler.extract.json_ld import Node
    from crawler.extract.markup import Element
    from rivalscope.models import DateOrder, Selectors, Snapshot

# Reading a date in words costs milliseconds; where so many in a row are none, the rest are none.
_MOST_UNREAD_DATES = 30
_HEAD = 1024
_JSON_STARTS = (b"{", b"[")


class Page:
    """One page on its way through the readers.

    Nothing is worked out before a reader asks for it, and nothing twice: a page whose reviews stand
    in JSON never becomes a tree.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        *,
        selectors: Selectors | None = None,
        language: str | None = None,
        date_order: DateOrder | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.url = snapshot.url
        self.selectors = selectors
        self.source_language = language
        self.date_order = date_order
        self._unread_dates = 0

    @cached_property
    def body(self) -> bytes:
        """The body in UTF-8."""
        return utf8_markup(self.snapshot, language=self.source_language)

    @cached_property
    def json(self) -> object:
        """Value of a page that is JSON as a whole; None where it is not."""
        begins = self.body[:_HEAD].lstrip()[:1] in _JSON_STARTS
        return lenient_json.strict(self.body) if begins else None

    @property
    def is_json(self) -> bool:
        """Whether the page is JSON as a whole."""
        return self.json is not None

    @cached_property
    def xml(self) -> XmlDocument | None:
        """Document of a page that is XML as a whole but no HTML; None where it is not."""
        return None if self.is_json else parse_xml(self.body)

    @cached_property
    def _split(self) -> tuple[tuple[Script, ...], bytes]:
        return ((), b"") if self.is_json or self.xml else split_scripts(self.body)

    @property
    def scripts(self) -> tuple[Script, ...]:
        """Script elements in order, without those in comments."""
        return self._split[0]

    @property
    def markup(self) -> bytes:
        """The page without scripts and comments."""
        return self._split[1]

    @cached_property
    def lowered(self) -> bytes:
        """The same in lower case, to look for words in."""
        return self.markup.lower()

    @cached_property
    def tree(self) -> Element:
        """Root element of the markup."""
        return parse(self.markup)

    @cached_property
    def selector(self) -> Selector:
        """The same tree, for CSS and XPath."""
        return Selector(root=self.tree, type="html")

    @cached_property
    def json_ld(self) -> tuple[Node, ...]:
        """schema.org nodes of the JSON-LD layer."""
        return json_ld.nodes(self.scripts, self.json)

    @cached_property
    def microdata(self) -> tuple[Node, ...]:
        """schema.org nodes of the microdata layer; no tree is built where no item concerns us."""
        return microdata.nodes(self.tree) if microdata.is_declared(self.lowered) else ()

    @cached_property
    def language(self) -> str | None:
        """BCP 47 tag of its texts: the source's, refined by what the page declares."""
        declared = dates.declared_language(self.markup)
        if not self.source_language:
            return declared
        same = declared is not None and declared.startswith(self.source_language)
        return declared if same else self.source_language

    def moment(self, raw: object) -> Moment | None:
        """When *raw* says something happened, read as this page's dates are written."""
        if self._unread_dates > _MOST_UNREAD_DATES:
            return None
        moment = dates.read_moment(
            raw, seen_at=self.snapshot.fetched_at, language=self.language, order=self.date_order
        )
        if raw:
            self._unread_dates = 0 if moment else self._unread_dates + 1
        return moment

    def link(self, href: object) -> str | None:
        """*href* as an absolute http(s) address, None where it is none."""
        if not isinstance(href, str) or not href.strip():
            return None
        try:
            address = urljoin(self.url, href.strip())
            scheme = urlsplit(address).scheme
        except ValueError:
            return None
        return address if scheme in {"http", "https"} else None
