"""From an address to a source in the configuration: whose it is, what it shows, where it goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.runs.first_look import Refusal, fetch_first_page
from rivalscope.errors import UsageError
from rivalscope.models import Source
from rivalscope.pipeline.collection.platforms import domain_of, find_place, platform_named
from rivalscope.pipeline.collection.proposing import judged, refused
from rivalscope.settings.editing import save_source

if TYPE_CHECKING:
    from rivalscope.models import Brand, DateOrder, SourceKind
    from rivalscope.pipeline.collection.proposing import Look
    from rivalscope.settings import Settings

_OWN_SITE = "own_site"
#: What its name is, where the platform says less than the kind.
_IDS = {"faq": "faq", "site": "home"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person says of the source that they want to add."""

    url: str
    id: str | None = None
    platform: str | None = None
    kind: SourceKind | None = None
    """None leaves it to what the page holds."""
    date_order: DateOrder | None = None
    language: str | None = None


def find_brand_at(settings: Settings, url: str) -> Brand | None:
    """The one brand whose own pages lie on the same domain; None where none or several do.

    A platform that keeps everybody's pages says nothing about whose this one is.
    """
    domain = domain_of(url)
    brands = [
        brand
        for brand in settings.brands
        if any(domain_of(own) == domain for own in _own_pages(brand))
    ]
    return brands[0] if len(brands) == 1 and not find_place(url) else None


def find_same(brand: Brand, wish: Wish) -> Source | None:
    """The source of *brand* that reads the same address already."""
    place = find_place(wish.url)
    urls = {wish.url, place.url if place else wish.url}
    kinds = {wish.kind} if wish.kind else {source.kind for source in brand.sources}
    same = (one for one in brand.sources if one.url in urls and one.kind in kinds)
    return next(same, None)


def look_at(settings: Settings, wish: Wish, *, brand: Brand, log_level: str) -> Look:
    """What a crawl of the wished source would find on its first page.

    The page is fetched as in a crawl, once. Raises UsageError where nobody to write to is
    configured, CrawlError where fetching itself goes wrong.
    """
    if settings.contact_url is None:
        message = (
            f"{settings.path}: crawl.contact_url is missing: sites must be able to see who reads"
            " them; name a page that says who you are"
        )
        raise UsageError(message)
    source = _source(settings, wish, brand=brand)
    answer = fetch_first_page(source, settings=settings, log_level=log_level)
    if isinstance(answer, Refusal):
        return refused(source, answer.reason)
    place = find_place(wish.url)
    kind = wish.kind or (place.kind if place else None)
    look = judged(answer, source, kind=kind, settings=settings)
    return replace(look, source=_named(look.source, wish, brand=brand))


def add_source(settings: Settings, source: Source) -> None:
    """Writes *source* into the configuration; raises as `save_source` does."""
    save_source(settings.path, source)


def _own_pages(brand: Brand) -> list[str]:
    own = (one for one in brand.sources if one.platform == _OWN_SITE or one.kind in _IDS)
    return [one.url for one in own if one.url and not find_place(one.url)]


def _source(settings: Settings, wish: Wish, *, brand: Brand) -> Source:
    """The source as far as its address tells; its kind and name are settled by what it holds."""
    place = find_place(wish.url)
    source = Source(
        brand=brand.slug,
        id=wish.id or "look",
        platform=wish.platform or (place.platform if place else _platform(settings, wish, brand)),
        kind=wish.kind or (place.kind if place else "reviews"),
        url=place.url if place else wish.url,
        language=wish.language,
        date_order=wish.date_order,
    )
    if place is None:
        return source
    return replace(source, quotes_only=place.quotes_only, api_key=place.api_key)


def _platform(settings: Settings, wish: Wish, brand: Brand) -> str:
    own = find_brand_at(settings, wish.url)
    is_own = wish.kind in _IDS or (own is not None and own.slug == brand.slug)
    return _OWN_SITE if is_own else platform_named(wish.url)


def _named(source: Source, wish: Wish, *, brand: Brand) -> Source:
    """*source* with a name that its brand has not given yet, and with its own site as such."""
    place = find_place(wish.url)
    settled = wish.platform or place
    platform = source.platform if settled or source.kind not in _IDS else _OWN_SITE
    stem = wish.id or _IDS.get(source.kind) or platform.replace("_", "-")
    taken = {one.id for one in brand.sources}
    number = 1
    name = stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return replace(source, platform=platform, id=name)
