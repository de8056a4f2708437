"""An app store's customer reviews as its RSS feed gives them in JSON."""

import json
import re

from rivalscope.demo.opinion_pages import Sheet
from rivalscope.demo.reviews import DemoReview

FEED_PAGE_SIZE = 50
FEED_PAGES = 10
"""A real feed goes no further: only the newest 500 reviews are to be had."""

_PAGE = re.compile(r"/page=\d+/")


def feed_url(first: str, page: int) -> str:
    """Address of another page of the feed."""
    return _PAGE.sub(f"/page={page}/", first)


def feed_page(sheet: Sheet) -> str:
    """One page; beyond the last review it has no ``entry`` at all, as in the real feed."""
    feed: dict[str, object] = {
        "author": {"name": _label("Appshelf"), "uri": _label("http://rss.appshelf.example/")},
        "title": _label(f"Appshelf: customer reviews of {sheet.brand.name}"),
        "link": _links(sheet),
        "id": _label(sheet.source.url),
    }
    if sheet.reviews:
        feed["entry"] = [_entry(each) for each in sheet.reviews]
    return json.dumps({"feed": feed}, ensure_ascii=False)


def _links(sheet: Sheet) -> list[object]:
    links = {"self": sheet.source.url, "first": feed_url(sheet.source.url, 1)}
    if sheet.next_url:
        links["next"] = sheet.next_url
    return [{"attributes": {"rel": rel, "href": href}} for rel, href in links.items()]


def _entry(shown: DemoReview) -> dict[str, object]:
    review = shown.review
    written_at = review.published_at.isoformat() if review.published_at else ""
    return {
        "author": {"name": _label(""), "label": ""},
        "updated": _label(written_at),
        "im:rating": _label(f"{review.rating:g}"),
        "im:version": _label("4.2.0"),
        "id": _label(review.native_id or ""),
        "title": _label(review.title or ""),
        "content": {"label": review.body, "attributes": {"type": "text"}},
        "im:contentType": {"attributes": {"term": "Application", "label": "Application"}},
        "im:voteSum": _label("0"),
        "im:voteCount": _label("0"),
    }


def _label(text: str) -> dict[str, str]:
    return {"label": text}
