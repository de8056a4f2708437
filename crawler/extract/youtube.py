"""Reads comments below videos, and videos found, as YouTube's Data API answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import payload
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Reply, Review

MISSING = "no YouTube comments in it"
_COMMENTS = frozenset({"youtube#commentThreadListResponse", "youtube#commentListResponse"})
_SEARCH = "youtube#searchListResponse"
_WATCH = "https://www.youtube.com/watch?v="


def read(page: Page) -> PageReading | None:
    """Comments as mentions, the channel's own answer as the reply; None for anything else.

    What the channel writes by itself is no mention; what others answer is one of its own.
    """
    document = payload.inner(page.json)
    kind = payload.string(document.get("kind"))
    if kind not in {*_COMMENTS, _SEARCH}:
        return None
    items = payload.records(document.get("items"))
    token = document.get("nextPageToken")
    read_item = _videos if kind == _SEARCH else _mentions
    mentions = tuple(mention for item in items for mention in read_item(page, item))
    return PageReading(
        reviews=mentions,
        next_url=payload.asking(page, "pageToken", token) if token else None,
        empty_because=None if mentions else "it lists nothing that others wrote",
    )


def _videos(page: Page, item: Record) -> Iterator[Review]:
    """The video that a search has found; channels and playlists say nothing about anybody."""
    video = payload.identifier(payload.inner(item, "id").get("videoId"))
    snippet = payload.inner(item, "snippet")
    if video:
        yield payload.review(
            page,
            payload.text(snippet.get("description")),
            title=snippet.get("title"),
            native_id=video,
            date=snippet.get("publishedAt"),
            url=_WATCH + video,
            author=snippet.get("channelTitle"),
        )


def _mentions(page: Page, item: Record) -> Iterator[Review]:
    """Those of one thread, or of one comment that stands alone."""
    thread = payload.inner(item, "snippet")
    top = payload.inner(thread, "topLevelComment") or item
    channel = thread.get("channelId")
    replies = payload.records(payload.inner(item, "replies").get("comments"))
    owned = [one for one in replies if _is_by(one, channel)]
    if not _is_by(top, channel):
        yield _mention(page, top, thread=thread, reply=_answer(page, owned))
    for one in replies:
        if one not in owned:
            yield _mention(page, one, thread=thread, reply=None)


def _is_by(comment: Record, channel: object) -> bool:
    author = payload.inner(comment, "snippet", "authorChannelId").get("value")
    return author is not None and author == channel


def _answer(page: Page, owned: list[Record]) -> Reply | None:
    """The channel's first answer; the API lists the newest first."""
    if not owned:
        return None
    oldest = min(owned, key=lambda one: str(payload.inner(one, "snippet").get("publishedAt")))
    return payload.answer(
        page, _text(oldest), date=payload.inner(oldest, "snippet").get("publishedAt")
    )


def _text(comment: Record) -> str:
    return payload.text(
        payload.first(payload.inner(comment, "snippet"), "textOriginal", "textDisplay")
    )


def _mention(page: Page, comment: Record, *, thread: Record, reply: Reply | None) -> Review:
    snippet = payload.inner(comment, "snippet")
    native_id = payload.identifier(comment.get("id"))
    video = payload.identifier(snippet.get("videoId") or thread.get("videoId"))
    url = f"{_WATCH}{video}&lc={native_id}" if video and native_id else None
    return payload.review(
        page,
        _text(comment),
        native_id=native_id,
        date=snippet.get("publishedAt"),
        reply=reply,
        url=url,
        author=snippet.get("authorDisplayName"),
    )
