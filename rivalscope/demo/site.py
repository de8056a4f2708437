"""The whole demo market as pages by URL."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from rivalscope.demo.app_feed import FEED_PAGE_SIZE, FEED_PAGES, feed_page, feed_url
from rivalscope.demo.brand_pages import bot_page, faq_page, home_page
from rivalscope.demo.opinion_pages import (
    Sheet,
    json_ld_page,
    microdata_page,
    permalink_page,
    plain_page,
)
from rivalscope.demo.plan import DemoBrand, DemoSource, Market
from rivalscope.demo.reviews import DemoReview, reviews
from rivalscope.models import Snapshot

_NIGHT = time(2, 30, tzinfo=UTC)
_HTML = "text/html; charset=utf-8"
_JSON = "application/json; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_PAGES_OF = {"json_ld": json_ld_page, "microdata": microdata_page, "plain": plain_page}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one address answers."""

    body: bytes
    content_type: str

    @property
    def etag(self) -> str:
        """Strong validator of the body, in quotes."""
        return f'"{blake2b(self.body, digest_size=12).hexdigest()}"'


def pages(market: Market) -> dict[str, Page]:
    """Every page of every host; the same bytes for the same files, always."""
    shown = reviews(market)
    content: dict[str, Page] = {}
    for brand in market.plan.brands:
        content |= own_pages(brand, market.plan.as_of)
        for source in brand.sources:
            newest_first = [
                each
                for each in reversed(shown)
                if each.brand == brand.slug and each.source is source
            ]
            content.update(_source_pages(market, brand, source=source, shown=newest_first))
    content[market.plan.bot_page] = _html(bot_page(market.plan.brands[0]))
    return content | dict(_for_robots(content))


def earlier_pages(market: Market) -> tuple[Snapshot, ...]:
    """The brands' own pages as they were on the days that the plan calls visits, oldest first."""
    return tuple(
        Snapshot(
            url=url,
            fetched_at=datetime.combine(day, _NIGHT),
            body=page.body,
            content_type="text/html",
            encoding="utf-8",
        )
        for day in market.plan.visits
        for brand in market.plan.brands
        for url, page in own_pages(brand, day).items()
    )


def own_pages(brand: DemoBrand, day: date) -> dict[str, Page]:
    """The home page and the FAQ of a brand as they were on a day."""
    return {
        f"http://{brand.host}/": _html(home_page(brand, day)),
        brand.faq.url: _html(faq_page(brand, day)),
    }


def _source_pages(
    market: Market, brand: DemoBrand, *, source: DemoSource, shown: Sequence[DemoReview]
) -> Iterator[tuple[str, Page]]:
    for url, sheet in _sheets(market, brand, source=source, shown=shown):
        if source.layout == "app_store":
            yield url, Page(body=feed_page(sheet).encode(), content_type=_JSON)
        else:
            yield url, _html(_PAGES_OF[source.layout](sheet))
    for each in shown:
        if each.review.url:
            yield each.review.url, _html(permalink_page(each))


def _sheets(
    market: Market, brand: DemoBrand, *, source: DemoSource, shown: Sequence[DemoReview]
) -> Iterator[tuple[str, Sheet]]:
    is_feed = source.layout == "app_store"
    size = FEED_PAGE_SIZE if is_feed else market.plan.page_size
    filled = -(-len(shown) // size)
    # the feed answers beyond its last review too, with nothing in it
    for number in range(1, (FEED_PAGES if is_feed else filled) + 1):
        yield (
            _page_url(source, number),
            Sheet(
                brand=brand,
                source=source,
                bank=market.banks[source.language],
                reviews=shown[(number - 1) * size : number * size],
                average=_average(shown),
                count=len(shown),
                next_url=_page_url(source, number + 1) if number < filled else None,
            ),
        )


def _page_url(source: DemoSource, number: int) -> str:
    if source.layout == "app_store":
        return feed_url(source.url, number)
    return source.url if number == 1 else f"{source.url}?page={number}"


def _average(shown: Sequence[DemoReview]) -> float:
    shares = [(each.review.rating or 0) / (each.review.rating_max or 1) for each in shown]
    return sum(shares) / len(shares)


def _for_robots(content: Mapping[str, Page]) -> Iterator[tuple[str, Page]]:
    by_host = groupby(sorted(content, key=_host), key=_host)
    for host, urls in by_host:
        robots = f"User-agent: *\nAllow: /\nSitemap: http://{host}/sitemap.xml\n"
        yield f"http://{host}/robots.txt", Page(body=robots.encode(), content_type=_TEXT)
        listing = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in sorted(urls))
        sitemap = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            f"{listing}</urlset>\n"
        )
        yield f"http://{host}/sitemap.xml", Page(body=sitemap.encode(), content_type=_XML)


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _html(text: str) -> Page:
    return Page(body=text.encode(), content_type=_HTML)
