"""Reads Mastodon's statuses: timelines, accounts, searches and threads, as its API answers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from crawler.extract import payload
from crawler.extract.markup import parse, plain_text
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Review

MISSING = "no Mastodon statuses in it"
_STATUS = {"id", "content", "created_at", "account", "uri"}
_LISTING = re.compile(r"/api/v\d/(?:timelines/|accounts/[^/]+/statuses\b)")
_HIDDEN = "//span[contains(concat(' ', @class, ' '), ' invisible ')]"
_SEARCH = "/search"


def read(page: Page) -> PageReading | None:
    """Statuses as mentions, boosted ones as what they boost; None for anything else.

    A timeline goes on behind its last status, a search behind as many as it has given. An empty
    answer of either is their end.
    """
    document = page.json
    listed = _listed(document)
    if listed is None or not all(entry.keys() >= _STATUS for entry in listed):
        return None
    if not listed:
        known = _LISTING.search(page.url) or payload.inner(document).keys() >= {
            "statuses",
            "hashtags",
        }
        return PageReading(empty_because="no statuses are left") if known else None
    mentions = {mention.native_id: mention for mention in (_mention(page, one) for one in listed)}
    reviews = tuple(mention for mention in mentions.values() if mention.text)
    return PageReading(
        reviews=reviews,
        next_url=_next_url(page, listed),
        empty_because=None if reviews else "no status has any text",
    )


def _listed(document: object) -> list[Record] | None:
    """The statuses of a list, a search or a thread, or one alone; None for anything else."""
    if isinstance(document, list):
        return payload.records(document)
    record = payload.inner(document)
    if record.keys() >= _STATUS:
        return [record]
    if "statuses" in record:
        return payload.records(record["statuses"])
    if {"ancestors", "descendants"} <= record.keys():
        return [
            one for name in ("ancestors", "descendants") for one in payload.records(record[name])
        ]
    return None


def _mention(page: Page, status: Record) -> Review:
    told = payload.inner(status, "reblog") or status
    account = payload.inner(told, "account")
    return payload.review(
        page,
        _plain(payload.string(told.get("content"))),
        title=told.get("spoiler_text"),
        native_id=told.get("id"),
        date=told.get("created_at"),
        spoken=told.get("language"),
        url=_address(page, told.get("id")),
        author=payload.first(account, "display_name", "acct", "username"),
    )


def _address(page: Page, number: object) -> str | None:
    """The status as the asked instance shows it: its own address names its author."""
    found = payload.identifier(number)
    return page.link(f"/web/statuses/{quote(found, safe='')}") if found else None


def _plain(content: str) -> str:
    """The text as shown: of a long link only the part that its reader sees."""
    tree = parse(b"<div>" + content.encode("utf-8", "replace") + b"</div>")
    for hidden in tree.xpath(_HIDDEN):
        hidden.text = None
        hidden.tag = "a"  # no span, so that nothing is set apart from it
        for inside in list(hidden):
            hidden.remove(inside)
    return plain_text(tree)


def _next_url(page: Page, listed: list[Record]) -> str | None:
    path = urlsplit(page.url).path
    if path.endswith(_SEARCH):
        given = payload.number_asked(page.url, "offset") or 0
        return payload.asking(page, "offset", given + len(listed))
    last = payload.identifier(listed[-1].get("id"))
    known = _LISTING.search(path) is not None and last != payload.asked(page.url, "max_id")
    return payload.asking(page, "max_id", last) if last and known else None
