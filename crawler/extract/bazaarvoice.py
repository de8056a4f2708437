"""Reads Bazaarvoice's Conversations API, which many shops' product pages load reviews from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import payload
from crawler.extract.numbers import read_count, read_number
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import AggregateRating, Reply, Review

MISSING = "no Bazaarvoice reviews in it"
_MAXIMUM = 5.0
_ANSWER = {"Results", "TotalResults"}
_REVIEW = {"Id", "SubmissionTime", "Rating"}
_STATISTICS = ("FilteredReviewStatistics", "ReviewStatistics")
_MOST_ANSWERS = 50


def read(page: Page) -> PageReading | None:
    """Reviews with the seller's responses, and the product's average; None for anything else.

    Reviews are the results themselves, or included with the products that are.
    """
    answers = [*_answers(payload.inner(page.json))][:_MOST_ANSWERS]
    entries = [entry for answer in answers for entry in _entries(answer)]
    rating = _average(answers)
    if not answers or not (entries or rating or _is_about_reviews(page, answers)):
        return None
    nothing = all(read_count(answer.get("TotalResults")) == 0 for answer in answers)
    return PageReading(
        reviews=tuple(_review(page, entry) for entry in entries),
        rating=rating,
        next_url=_next_url(page, answers[0]) if len(answers) == 1 and entries else None,
        empty_because="it counts 0 reviews" if nothing and not entries else None,
    )


def _answers(document: Record) -> Iterator[Record]:
    """The answer, or the several answers of a batch."""
    for one in (document, *payload.inner(document, "BatchedResults").values()):
        answer = payload.inner(one)
        if answer.keys() >= _ANSWER and isinstance(answer["Results"], list):
            yield answer


def _entries(answer: Record) -> list[Record]:
    results = payload.records(answer.get("Results"))
    included = [*payload.inner(answer, "Includes", "Reviews").values()]
    return [one for one in (*results, *payload.records(included)) if one.keys() >= _REVIEW]


def _is_about_reviews(page: Page, answers: list[Record]) -> bool:
    """Whether an answer without reviews is one to a question for them."""
    asked = page.url.partition("?")[0].lower().endswith(("reviews.json", "reviews"))
    return asked and not any(answer["Results"] or answer.get("HasErrors") for answer in answers)


def _review(page: Page, entry: Record) -> Review:
    return payload.review(
        page,
        payload.text(entry.get("ReviewText")),
        title=entry.get("Title"),
        native_id=entry.get("Id"),
        rated=payload.rating(
            entry.get("Rating"), read_number(entry.get("RatingRange")) or _MAXIMUM
        ),
        date=entry.get("SubmissionTime"),
        spoken=entry.get("ContentLocale"),
        verified=_verified(entry),
        reply=_reply(page, entry),
        author=entry.get("UserNickname"),
        pros=payload.lines(entry.get("Pros")),
        cons=payload.lines(entry.get("Cons")),
    )


def _verified(entry: Record) -> bool | None:
    """By badge or by the customer's own field; None where the client has no such badge."""
    if any("verifiedpurchase" in name.lower() for name in payload.inner(entry, "Badges")):
        return True
    stated = payload.inner(entry, "ContextDataValues", "VerifiedPurchaser").get("Value")
    return str(stated).lower() in {"true", "yes"} if stated is not None else None


def _reply(page: Page, entry: Record) -> Reply | None:
    for response in payload.records(entry.get("ClientResponses")):
        said = payload.text(response.get("Response"))
        if said:
            return payload.answer(page, said, date=response.get("Date"))
    return None


def _average(answers: list[Record]) -> AggregateRating | None:
    """The average of the product, where the answers are about one."""
    products = {
        payload.identifier(payload.first(product, "Id", "ProductId")): product
        for answer in answers
        for product in _products(answer)
    }
    if len(products) != 1:
        return None
    (product,) = products.values()
    stated = payload.inner(payload.first(product, *_STATISTICS))
    maximum = read_number(stated.get("OverallRatingRange")) or _MAXIMUM
    return payload.average(
        stated.get("AverageOverallRating"), maximum, count=stated.get("TotalReviewCount")
    )


def _products(answer: Record) -> list[Record]:
    """Those with statistics, whether they are results or included with them."""
    included = [*payload.inner(answer, "Includes", "Products").values()]
    found = [*payload.records(included), *payload.records(answer.get("Results"))]
    found = [payload.inner(one, "ProductStatistics") or one for one in found]
    return [one for one in found if payload.first(one, *_STATISTICS)]


def _next_url(page: Page, answer: Record) -> str | None:
    results = payload.records(answer.get("Results"))
    offset, total = (read_count(answer.get(name)) for name in ("Offset", "TotalResults"))
    following = (offset or 0) + len(results)
    if not results or total is None or following >= total:
        return None
    return payload.asking(page, "Offset", following)
