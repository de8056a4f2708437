"""Pages of reviews in HTML: JSON-LD, microdata, and plain markup that only selectors can read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from rivalscope.demo.markup import comma, document, iso_day, json_ld
from rivalscope.demo.plan import DemoBrand, DemoSource, PhraseBank
from rivalscope.demo.reviews import DemoReview
from rivalscope.models import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of one source, before it is laid out."""

    brand: DemoBrand
    source: DemoSource
    bank: PhraseBank
    """Words of the language that the source's frame is in."""
    reviews: Sequence[DemoReview]
    """Newest first."""
    average: float
    """Over all reviews of the source, as a share of the maximum."""
    count: int
    next_url: str | None


def json_ld_page(sheet: Sheet) -> str:
    """Portal: every review once for machines and once for eyes."""
    product = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": sheet.brand.name,
        "description": sheet.brand.lead,
        "aggregateRating": {
            "@type": "AggregateRating",
            "ratingValue": f"{sheet.average * 5:.1f}",
            "reviewCount": sheet.count,
            "bestRating": "5",
            "worstRating": "1",
        },
        "review": [_linked(each) for each in sheet.reviews],
    }
    cards = "".join(_card(each) for each in sheet.reviews)
    return document(
        title=f"{sheet.brand.name} - Starpost",
        language="en",
        head=_next_link(sheet) + json_ld(product),
        body=f"<h1>{escape(sheet.brand.name)}</h1>\n{cards}{_next_anchor(sheet, 'next')}",
    )


def permalink_page(shown: DemoReview) -> str:
    """One review of the portal by itself."""
    linked = {"@context": "https://schema.org", **_linked(shown)}
    return document(
        title="A review - Starpost", language="en", head=json_ld(linked), body=_card(shown)
    )


def microdata_page(sheet: Sheet) -> str:
    """Shop guide: marked up in place, with decimal commas."""
    entries = "".join(_microdata_entry(sheet, each) for each in sheet.reviews)
    return document(
        title=f"{sheet.brand.name} - Shopguide",
        language=sheet.source.language,
        head=_next_link(sheet),
        body=(
            '<main itemscope itemtype="https://schema.org/Product">\n'
            f'<h1 itemprop="name">{escape(sheet.brand.name)}</h1>\n'
            '<p itemprop="aggregateRating" itemscope'
            ' itemtype="https://schema.org/AggregateRating">'
            f'<span itemprop="ratingValue">{comma(round(sheet.average * 5, 1))}</span> / '
            '<span itemprop="bestRating">5</span>'
            f' (<span itemprop="reviewCount">{sheet.count}</span>)</p>\n'
            f"{entries}</main>\n{_next_anchor(sheet, 'next')}"
        ),
    )


def plain_page(sheet: Sheet) -> str:
    """Marketplace: nothing for machines, marks out of ten, dates in words."""
    entries = "".join(_plain_entry(sheet, each) for each in sheet.reviews)
    return document(
        title=f"{sheet.brand.name} - Tarvelo",
        language=sheet.source.language,
        body=(
            f'<h1>{escape(sheet.brand.name)}</h1>\n<section class="opinions">\n{entries}'
            f"</section>\n{_next_anchor(sheet, 'next-page')}"
        ),
    )


def _linked(shown: DemoReview) -> dict[str, object]:
    review = shown.review
    linked: dict[str, object] = {
        "@type": "Review",
        "@id": review.url,
        "identifier": review.native_id,
        "url": review.url,
        "name": review.title,
        "reviewBody": review.body,
        "inLanguage": review.language,
        "datePublished": _zulu(review.published_at),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": comma(review.rating or 0),
            "bestRating": "5",
        },
    }
    if review.reply:
        linked["comment"] = {
            "@type": "Comment",
            "text": review.reply.body,
            "datePublished": _zulu(review.reply.published_at),
        }
    return {key: value for key, value in linked.items() if value is not None}


def _card(shown: DemoReview) -> str:
    review = shown.review
    answer = (
        f'<blockquote class="owner">{escape(review.reply.body)}</blockquote>\n'
        if review.reply
        else ""
    )
    return (
        f'<article class="card" id="{review.native_id}">\n{_title(shown, "h2")}'
        f'<p class="card-text">{escape(review.body)}</p>\n'
        f'<p class="card-foot"><span>{comma(review.rating or 0)} / 5</span> '
        f'<time datetime="{_zulu(review.published_at)}">{iso_day(review)}</time></p>\n'
        f"{answer}</article>\n"
    )


def _microdata_entry(sheet: Sheet, shown: DemoReview) -> str:
    review = shown.review
    return (
        '<article itemprop="review" itemscope itemtype="https://schema.org/Review"'
        f' id="{review.native_id}">\n'
        f'<meta itemprop="identifier" content="{review.native_id}">\n'
        f"{_title(shown, 'h3 itemprop=name')}"
        '<p itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">'
        f'<span itemprop="ratingValue">{comma(review.rating or 0)}</span> / '
        '<span itemprop="bestRating">5</span></p>\n'
        f'<time itemprop="datePublished" datetime="{iso_day(review)}">'
        f"{_spoken(sheet, review.published_at)}</time>\n"
        f'<p itemprop="reviewBody">{escape(review.body)}</p>\n'
        f"{_microdata_reply(sheet, review.reply)}</article>\n"
    )


def _microdata_reply(sheet: Sheet, reply: Reply | None) -> str:
    if reply is None:
        return ""
    day = reply.published_at.date().isoformat() if reply.published_at else ""
    return (
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">'
        f'<p itemprop="text">{escape(reply.body)}</p>'
        f'<time itemprop="datePublished" datetime="{day}">'
        f"{_spoken(sheet, reply.published_at)}</time></div>\n"
    )


def _plain_entry(sheet: Sheet, shown: DemoReview) -> str:
    review = shown.review
    bought = '<span class="bought">✔</span>' if review.verified else ""
    return (
        f'<article class="opinion" data-opinion="{review.native_id}">\n'
        f'<p class="opinion-head"><span class="mark">{comma(review.rating or 0)}</span>'
        f'<span class="of"> / 10</span> <span class="when">'
        f"{_spoken(sheet, review.published_at)}</span> {bought}</p>\n"
        f"{_title(shown, 'h3 class=opinion-title')}"
        f'<div class="opinion-text">{escape(review.body)}</div>\n'
        f"{_seller_answer(sheet, review.reply)}</article>\n"
    )


def _seller_answer(sheet: Sheet, reply: Reply | None) -> str:
    if reply is None:
        return ""
    return (
        f'<div class="seller-answer"><p>{escape(reply.body)}</p>'
        f'<span class="answered">{_spoken(sheet, reply.published_at)}</span></div>\n'
    )


def _title(shown: DemoReview, tag: str) -> str:
    title = shown.review.title
    return f"<{tag}>{escape(title)}</{tag.split(maxsplit=1)[0]}>\n" if title else ""


def _spoken(sheet: Sheet, at: datetime | None) -> str:
    return sheet.bank.spoken(at.date()) if at else ""


def _zulu(at: datetime | None) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else ""


def _next_link(sheet: Sheet) -> str:
    return f'<link rel="next" href="{escape(sheet.next_url)}">\n' if sheet.next_url else ""


def _next_anchor(sheet: Sheet, css_class: str) -> str:
    if sheet.next_url is None:
        return ""
    return f'<a class="{css_class}" rel="next" href="{escape(sheet.next_url)}">&raquo;</a>\n'
