"""Reads Trustpilot: its pages of reviews, a single review, and what its API answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from crawler.extract import lenient_json, payload
from crawler.extract.numbers import read_count
from crawler.extract.payload import inner, string
from rivalscope.models import PageReading
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.extract.page import Page
    from rivalscope.models import AggregateRating, Reply, Review

MISSING = "no Trustpilot reviews in it"
_MAXIMUM = 5.0
_NEXT_DATA = b"__NEXT_DATA__"
_STATE = b"data-initial-state"
_FIRST_STATE = "review-info"
_STATE_SCRIPTS = frozenset({"review-info", "review-dates", "review-verified", "review-reply"})


def read(page: Page) -> PageReading | None:
    """Reviews and average of a page's ``__NEXT_DATA__``, of an older page's scripts, or of JSON."""
    props = _page_props(page)
    if props is not None:
        return _from_props(page, props)
    listed = _listed(page.json)
    if listed is not None:
        reviews = _reviews(page, listed, base=page.url)
        return PageReading(
            reviews=reviews,
            next_url=_api_next(page),
            empty_because=None if reviews else "the list of reviews is empty",
        )
    return _from_states(page)


def _page_props(page: Page) -> dict[str, object] | None:
    """``pageProps`` of a page with Trustpilot's reviews in it; None for any other page."""
    document = page.json
    for script in page.scripts:
        if _NEXT_DATA in script.tag and script.attributes.get("id") == "__NEXT_DATA__":
            document = lenient_json.strict(script.body)
    props = inner(document, "props", "pageProps") or inner(document, "pageProps")
    has_business = "businessUnit" in props
    has_reviews = _is_list(props.get("reviews")) or _is_review(props.get("review"))
    return props if has_reviews and (has_business or props.get("reviews") != []) else None


def _from_props(page: Page, props: dict[str, object]) -> PageReading:
    stated = props.get("pageUrl")
    base = stated if isinstance(stated, str) else page.url
    listed = props.get("reviews")
    if not isinstance(listed, list):
        return PageReading(
            reviews=_reviews(page, [props.get("review")], base=base), rating=_average(props)
        )
    paging = inner(props, "filters", "pagination")
    current = read_count(paging.get("currentPage")) or 1
    last = read_count(paging.get("totalPages"))
    past_end = read_count(paging.get("totalCount")) == 0 or (last is not None and current > last)
    reviews = _reviews(page, listed, base=base)
    return PageReading(
        reviews=reviews,
        rating=_average(props),
        next_url=_numbered(base, current + 1) if last is not None and current < last else None,
        empty_because="it counts no more reviews" if past_end and not reviews else None,
    )


def _listed(document: object) -> list[object] | None:
    """The review objects in *document*, a list or an answer of the API; None without any."""
    if isinstance(document, dict) and "links" in document:
        document = document.get("reviews")
    elif document == []:
        return None
    return document if isinstance(document, list) and _is_list(document) else None


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_review, value))


def _is_review(value: object) -> bool:
    return (
        isinstance(value, dict)
        and "consumer" in value
        and bool({"rating", "stars"} & value.keys())
        and bool({"dates", "createdAt"} & value.keys())
    )


def _reviews(page: Page, listed: Iterable[object], *, base: str) -> tuple[Review, ...]:
    """Reviews of *listed*, each id once: a page may repeat some of them in a carousel."""
    found: dict[str, Review] = {}
    for value in listed:
        if isinstance(value, dict):
            review = _review(page, value, base=base)
            found.setdefault(review.native_id or str(len(found)), review)
    return tuple(found.values())


def _review(page: Page, value: dict[str, object], *, base: str) -> Review:
    native_id = payload.identifier(value.get("id"))
    return payload.review(
        page,
        clean_text(string(value.get("text"))),
        title=value.get("title"),
        native_id=native_id,
        rated=payload.rating(value.get("rating", value.get("stars")), _MAXIMUM),
        date=inner(value, "dates").get("publishedDate") or value.get("createdAt"),
        spoken=value.get("language"),
        verified=_verified(value),
        reply=_reply(page, inner(payload.first(value, "reply", "companyReply"))),
        url=_permalink(base, native_id),
        author=inner(value, "consumer").get("displayName"),
    )


def _verified(value: dict[str, object]) -> bool | None:
    for stated in (
        inner(value, "labels", "verification").get("isVerified"),
        value.get("isVerified"),
    ):
        if isinstance(stated, bool):
            return stated
    return None


def _reply(page: Page, value: dict[str, object]) -> Reply | None:
    return payload.answer(
        page,
        clean_text(string(payload.first(value, "message", "text"))),
        date=payload.first(value, "publishedDate", "createdAt"),
    )


def _average(props: dict[str, object]) -> AggregateRating | None:
    business = inner(props, "businessUnit")
    total = business.get("numberOfReviews")
    count = inner(total).get("total") if isinstance(total, dict) else total
    found = payload.average(business.get("trustScore"), _MAXIMUM, count=count)
    return found if found and found.count else None


def _from_states(page: Page) -> PageReading | None:
    """The reviews of an older page, each spread over several ``data-initial-state`` scripts."""
    found: list[dict[str, dict[str, object]]] = []
    for script in page.scripts:
        if _STATE not in script.tag:
            continue
        name = script.attributes.get("data-initial-state", "")
        state = inner(lenient_json.strict(script.body)) if name in _STATE_SCRIPTS else {}
        if name == _FIRST_STATE and {"reviewBody", "stars"} <= state.keys():
            found.append({})
        if state and found:
            found[-1].setdefault(name, state)
    if not found:
        return None
    stated = found[0][_FIRST_STATE].get("socialShareUrl")
    base = stated if isinstance(stated, str) else page.url
    return PageReading(reviews=_reviews(page, map(_of_states, found), base=base))


def _of_states(states: dict[str, dict[str, object]]) -> dict[str, object]:
    """The same in the shape that newer pages have."""
    review = states[_FIRST_STATE]
    return {
        "id": review.get("reviewId"),
        "title": review.get("reviewHeader"),
        "text": review.get("reviewBody"),
        "rating": review["stars"],
        "dates": states.get("review-dates"),
        "isVerified": inner(states, "review-verified").get("isVerified"),
        "reply": states.get("review-reply"),
        "consumer": {"displayName": review.get("consumerName")},
    }


def _api_next(page: Page) -> str | None:
    links = page.json.get("links") if isinstance(page.json, dict) else None
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("rel") == "next-page":
            return page.link(link.get("href"))
    return None


def _numbered(address: str, number: int) -> str:
    """*address* with its page number set to *number*."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "page"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("page", str(number))]), fragment=""))


def _permalink(base: str, native_id: str | None) -> str | None:
    host = urlsplit(base).hostname or ""
    if native_id is None or not host.endswith("trustpilot.com"):
        return None
    return urljoin(base, f"/reviews/{native_id}")
