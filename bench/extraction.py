"""Times the reading of one page of 20 reviews, in each way a page may carry them.

Prints figures and judges nothing. Times are the processor's, on this machine: compare each with the
references, which parse the same bytes in the same run and read nothing of them. Files named on the
command line are timed beside the pages made here.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from parsel import Selector

from crawler.extract import read_page
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

REPEATS = 60
REVIEWS = 20
PAGE_SIZE = 60_000
FETCHED_AT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
SENTENCES = (
    "The parcel came two days earlier than promised and nothing was broken.",
    "I asked about the missing screw and had an answer within the hour.",
    "The drawer sticks when it rains, which nobody could explain to me.",
    "Returning the wrong size took three weeks and four messages: far too long.",
    "For this price the stitching is better than I expected.",
    "The courier left it at the neighbour's door without a note.",
    "After half a year of daily use it still looks new.",
    "The manual is a single picture, so the assembly took a whole evening.",
    "Support called back, apologized and sent a spare part the next morning.",
    "The colour in the shop's photo has little to do with the real one.",
)
NAMES = ("Ines", "Tomáš", "Greta", "Oskar", "Lucía", "Piet", "Amina", "Jarek", "Noor", "Édith")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one invented customer says."""

    number: int
    author: str
    stars: int
    written_at: datetime
    title: str
    body: str


def opinions(first: int) -> list[Opinion]:
    """Twenty opinions that no other page repeats, *first* being the number of the first one."""
    return [_opinion(number) for number in range(first, first + REVIEWS)]


def _opinion(number: int) -> Opinion:
    chosen = [SENTENCES[(number * step + step) % len(SENTENCES)] for step in (1, 3, 7)]
    return Opinion(
        number=number,
        author=f"{NAMES[number % len(NAMES)]} {number}",
        stars=1 + number * 7 % 5,
        written_at=FETCHED_AT - timedelta(hours=5 + number * 17, minutes=number % 60),
        title=SENTENCES[number % len(SENTENCES)].split(",")[0],
        body=" ".join((f"Visit {number}:", *chosen)),
    )


def json_ld_page(told: Iterable[Opinion]) -> str:
    """A product page: the reviews in JSON-LD, and once more as cards."""
    told = list(told)
    product = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": "Folding garden chest",
        "aggregateRating": {"@type": "AggregateRating", "ratingValue": "4.1", "reviewCount": 812},
        "review": [
            {
                "@type": "Review",
                "author": {"@type": "Person", "name": one.author},
                "datePublished": one.written_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "name": one.title,
                "reviewBody": one.body,
                "reviewRating": {"@type": "Rating", "ratingValue": one.stars, "bestRating": 5},
            }
            for one in told
        ],
    }
    data = json.dumps(product, ensure_ascii=False)
    return _whole_page(
        f'<script type="application/ld+json">{data}</script>', "".join(map(_card, told))
    )


def microdata_page(told: Iterable[Opinion]) -> str:
    """A product page whose cards themselves carry the markup."""
    average = """<div itemprop="aggregateRating" itemscope
  itemtype="https://schema.org/AggregateRating"><b itemprop="ratingValue">4.1</b> of 5 from
  <span itemprop="reviewCount">812</span> reviews</div>"""
    cards = average + "".join(map(_marked_card, told))
    return _whole_page("", f'<div itemscope itemtype="https://schema.org/Product">{cards}</div>')


def next_data_page(told: Iterable[Opinion]) -> str:
    """A page of a review platform: its data in one script, and the cards made from it."""
    told = list(told)
    props = {
        "businessUnit": {"trustScore": 4.1, "numberOfReviews": 812, "displayName": "Chest & Co"},
        "filters": {"pagination": {"currentPage": 2, "totalPages": 41, "totalCount": 812}},
        "reviews": [
            {
                "id": f"{one.number:024x}",
                "title": one.title,
                "text": one.body,
                "rating": one.stars,
                "language": "en",
                "dates": {"publishedDate": one.written_at.strftime("%Y-%m-%dT%H:%M:%S.000Z")},
                "consumer": {"id": f"{one.number:x}", "displayName": one.author},
                "labels": {"verification": {"isVerified": one.number % 2 == 0}},
                "reply": None,
            }
            for one in told
        ],
    }
    data = json.dumps({"props": {"pageProps": props}}, ensure_ascii=False)
    cards = "".join(map(_card, told))
    return _whole_page(
        "", f'{cards}<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    )


def _card(one: Opinion) -> str:
    shown = one.written_at.strftime("%d %B %Y")
    return f"""
<article class="review-card review-card--compact" data-index="{one.number}">
  <header class="review-card__head"><span class="avatar" aria-hidden="true">{one.author[0]}</span>
    <strong class="review-card__author">{one.author}</strong>
    <span class="stars stars--{one.stars}" role="img" aria-label="{one.stars} of 5 stars"></span>
    <time datetime="{one.written_at.date()}">{shown}</time></header>
  <h3 class="review-card__title">{one.title}</h3>
  <div class="review-card__text"><p>{one.body}</p></div>
  <footer><button type="button" class="vote">Helpful</button></footer>
</article>"""


def _marked_card(one: Opinion) -> str:
    shown = one.written_at.strftime("%d %B %Y")
    return f"""
<article class="review-card" itemprop="review" itemscope itemtype="https://schema.org/Review">
  <header class="review-card__head"><span class="avatar" aria-hidden="true">{one.author[0]}</span>
    <span itemprop="author" itemscope itemtype="https://schema.org/Person"><strong itemprop="name"
      >{one.author}</strong></span>
    <span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating" class="stars">
      <meta itemprop="ratingValue" content="{one.stars}"><meta itemprop="bestRating" content="5">
    </span><time itemprop="datePublished" datetime="{one.written_at.date()}">{shown}</time></header>
  <h3 class="review-card__title" itemprop="name">{one.title}</h3>
  <div class="review-card__text" itemprop="reviewBody"><p>{one.body}</p></div>
  <footer><button type="button" class="vote">Helpful</button></footer>
</article>"""


def _whole_page(head: str, cards: str) -> str:
    """The cards inside what surrounds them on a shop's page, filled up to a page's usual size."""
    styles = "".join(f'<link rel="stylesheet" href="/assets/part-{n}.css">\n' for n in range(8))
    code = "".join(
        f"<script>window.shop=window.shop||[];shop.push(['set','slot{n}',{{visible:{n}>3,ids:"
        f"[{n},{n + 7},{n * 31}]}}]);/* slot {n} */</script>\n"
        for n in range(12)
    )
    opening = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Folding garden chest | Chest &amp; Co</title>
<meta name="description" content="A chest for cushions and tools.">
<meta property="og:title" content="Folding garden chest">{styles}
<script async src="https://cdn.shop.example/loader.js?v=12"></script>{code}{head}</head>
<body class="product"><!-- header --><nav class="menu"><ul>"""
    closing = "</main><footer><p>© Chest &amp; Co</p></footer></body></html>"
    main = f"""</ul></nav><main>
<h1 itemprop="name">Folding garden chest</h1><p>A chest for cushions, tools and toys.</p>
<section id="reviews"><h2>What our customers say</h2>{cards}</section>"""
    links = _links(PAGE_SIZE - len((opening + main + closing).encode()))
    return f"{opening}{links}{main}{closing}"


def _links(size: int) -> str:
    line = '<li class="menu__item"><a href="/c/group-{0}/item-{0}">Garden group {0}</a></li>\n'
    count = max(0, size) // len(line.format(100))
    return "".join(line.format(100 + number) for number in range(count))


PAGES: dict[str, Callable[[Iterable[Opinion]], str]] = {
    "JSON-LD": json_ld_page,
    "microdata": microdata_page,
    "__NEXT_DATA__": next_data_page,
}


def snapshots(page: Callable[[Iterable[Opinion]], str]) -> Iterator[Snapshot]:
    """A fresh page for every repeat: other reviews, other dates, so that no cache can help."""
    for repeat in range(REPEATS):
        body = page(opinions(repeat * REVIEWS)).encode()
        yield Snapshot(url="https://chest.example/p/1", fetched_at=FETCHED_AT, body=body)


def timed(what: str, work: Callable[[Snapshot], object], pages: Iterable[Snapshot]) -> None:
    """Prints the median and the least processor time of *work* over *pages*, in milliseconds."""
    times = []
    gc.collect()
    for snapshot in pages:
        started = time.process_time()
        work(snapshot)
        times.append((time.process_time() - started) * 1000)
    median, best = statistics.median(times), min(times)
    print(f"  {what:32}{median:9.2f} ms  (best {best:.2f})")


def read(snapshot: Snapshot) -> None:
    """Everything the page says, as the spider of a review source asks for it."""
    read_page(snapshot, language="en", kind="reviews")


def parse_by_soup(snapshot: Snapshot) -> None:
    BeautifulSoup(snapshot.body, "lxml")


def parse_by_parsel(snapshot: Snapshot) -> None:
    Selector(text=snapshot.body.decode("utf-8", "replace")).css("article p::text").getall()


def compare(name: str, pages: list[Snapshot]) -> None:
    """Prints how long the product takes for *pages*, and how long others take to parse them."""
    reading = read_page(pages[0], language="en", kind="reviews")
    size = len(pages[0].body)
    print(f"{name}: {size / 1000:.0f} KB, {len(reading.reviews)} reviews read by {reading.reader}")
    timed("read_page", read, pages)
    timed("BeautifulSoup(lxml), parse only", parse_by_soup, pages[: REPEATS // 4])
    timed("parsel, parse and one CSS query", parse_by_parsel, pages[: REPEATS // 2])


def main() -> None:
    """The made pages, then the files named on the command line."""
    for name, page in PAGES.items():
        compare(name, list(snapshots(page)))
    for file in map(Path, sys.argv[1:]):
        body = file.read_bytes()
        one = Snapshot(url="https://saved.example/", fetched_at=FETCHED_AT, body=body)
        compare(file.name, [one] * (REPEATS // 4))


if __name__ == "__main__":
    main()
