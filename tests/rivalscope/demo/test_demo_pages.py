"""Every page parses, and the pages together hold every review exactly once."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

from lxml import html  # type: ignore[import-untyped]
from parsel import Selector, SelectorList
from ruamel.yaml import YAML

from rivalscope.demo import DemoReview, DemoSite, Market
from rivalscope.demo.markup import comma, iso_day
from rivalscope.demo.plan import DemoBrand, DemoSource
from rivalscope.models import Review


def followed(site: DemoSite, first: str) -> list[tuple[str, html.HtmlElement]]:
    """The pages of a source in HTML, by following rel=next from the first."""
    found, url = [], first
    while url:
        page = html.fromstring(site.pages[url].body.decode())
        found.append((url, page))
        following = page.xpath("//a[@rel='next']/@href")
        url = urljoin(url, following[0]) if following else ""
    return found


def sources(market: Market, layout: str) -> list[tuple[DemoBrand, DemoSource]]:
    return [
        (brand, source)
        for brand in market.plan.brands
        for source in brand.sources
        if source.layout == layout
    ]


def expected(
    demo_reviews: tuple[DemoReview, ...], brand: DemoBrand, source: DemoSource
) -> list[Review]:
    """Newest first, as the pages show them."""
    return [
        each.review
        for each in reversed(demo_reviews)
        if each.brand == brand.slug and each.source.id == source.id
    ]


def test_two_sites_are_equal_to_the_byte(market: Market, site: DemoSite) -> None:
    again = DemoSite(market).pages
    assert list(again) == list(site.pages)
    assert {url: page.body for url, page in again.items()} == {
        url: page.body for url, page in site.pages.items()
    }


def test_json_ld_pages_hold_every_review_once(
    market: Market, site: DemoSite, demo_reviews: tuple[DemoReview, ...]
) -> None:
    for brand, source in sources(market, "json_ld"):
        found = []
        for _, page in followed(site, source.url):
            (script,) = page.xpath("//script[@type='application/ld+json']/text()")
            product = json.loads(script)
            assert product["@type"] == "Product"
            assert len(product["review"]) <= market.plan.page_size
            assert len(page.xpath("//article")) == len(product["review"])
            found += product["review"]
        assert [(each["identifier"], each["reviewBody"]) for each in found] == [
            (review.native_id, review.body) for review in expected(demo_reviews, brand, source)
        ]
        assert product["aggregateRating"]["reviewCount"] == len(found)


def test_microdata_pages_hold_every_review_once(
    market: Market, site: DemoSite, demo_reviews: tuple[DemoReview, ...]
) -> None:
    for brand, source in sources(market, "microdata"):
        found = [
            (
                entry.get("id"),
                entry.xpath("string(.//*[@itemprop='reviewBody'])"),
                entry.xpath("string(.//*[@itemprop='ratingValue'])").replace(",", "."),
                entry.xpath("string(./*[@itemprop='datePublished']/@datetime)"),
                entry.xpath("string(./*[@itemprop='name'])") or None,
            )
            for _, page in followed(site, source.url)
            for entry in page.xpath("//article[@itemprop='review']")
        ]
        assert found == [
            (
                review.native_id,
                review.body,
                f"{review.rating:g}",
                iso_day(review),
                review.title,
            )
            for review in expected(demo_reviews, brand, source)
        ]


def test_selectors_of_the_configuration_read_every_review_once(
    demo_folder: Path, site: DemoSite, demo_reviews: tuple[DemoReview, ...]
) -> None:
    settings = YAML(typ="safe", pure=True).load(demo_folder / "rivalscope.yaml")
    read = 0
    for brand in (settings["us"], *settings["competitors"]):
        for source in brand["sources"]:
            if source.get("reader") != "selectors":
                continue
            css = source["selectors"]
            found: SelectorList[Selector] = SelectorList()
            url = source["url"]
            while url:
                page = Selector(site.pages[url].body.decode())
                found.extend(page.css(css["review"]))
                following = page.css(css["next_page"]).get()
                url = urljoin(url, following) if following else None
            shown = [
                each.review
                for each in reversed(demo_reviews)
                if (each.brand, each.source.id) == (brand["slug"], source["id"])
            ]
            assert [
                (
                    block.css(css["id"]).get(),
                    block.css(css["body"]).xpath("string()").get(),
                    block.css(css["title"]).xpath("string()").get(),
                    block.css(css["rating"]).xpath("string()").get(),
                    bool(block.css(css["verified"])),
                    block.css(css["reply"]).xpath("string()").get(),
                )
                for block in found
            ] == [
                (
                    review.native_id,
                    review.body,
                    review.title,
                    comma(review.rating or 0),
                    review.verified,
                    review.reply.body if review.reply else None,
                )
                for review in shown
            ]
            assert css["rating_max"] == shown[0].rating_max
            read += len(found)
    assert read > 300


def test_marketplace_dates_are_words_of_its_language(site: DemoSite) -> None:
    page = html.fromstring(site.pages["http://hu.tarvelo.example/seller/kifuro"].body.decode())
    dates = page.xpath("//span[@class='when']/text()")
    assert len(dates) == 20
    assert all(text.startswith("2026. ") for text in dates)
    assert "szeptember" in dates[0]


def test_app_feed_holds_every_review_once_and_goes_on_empty(
    market: Market, site: DemoSite, demo_reviews: tuple[DemoReview, ...]
) -> None:
    for brand, source in sources(market, "app_store"):
        found = []
        for number in range(1, 11):
            url = source.url.replace("/page=1/", f"/page={number}/")
            feed = json.loads(site.pages[url].body)["feed"]
            found += feed.get("entry", [])
            rels = [link["attributes"]["rel"] for link in feed["link"]]
            assert ("next" in rels) == (len(found) < len(expected(demo_reviews, brand, source)))
        assert "entry" not in feed
        assert [
            (each["id"]["label"], each["content"]["label"], each["updated"]["label"][:10])
            for each in found
        ] == [
            (review.native_id, review.body, iso_day(review))
            for review in expected(demo_reviews, brand, source)
        ]


def test_no_page_names_an_author(site: DemoSite) -> None:
    pages = [page.body.decode() for url, page in site.pages.items() if "/rss/" not in url]
    assert not [page for page in pages if "author" in page]
    feeds = [json.loads(page.body) for url, page in site.pages.items() if "/rss/" in url]
    names = {
        entry["author"]["name"]["label"]
        for feed in feeds
        for entry in feed["feed"].get("entry", [])
    }
    assert names == {""}


def test_faq_pages_show_every_pair_in_three_layouts(market: Market, site: DemoSite) -> None:
    xpaths = {
        "json_ld": ("//section/h3", "//section/p"),
        "details": ("//details/summary", "//details/p"),
        "dl": ("//dl/dt", "//dl/dd"),
    }
    for brand in market.plan.brands:
        page = html.fromstring(site.pages[brand.faq.url].body.decode())
        questions, answers = (
            [node.text_content() for node in page.xpath(xpath)]
            for xpath in xpaths[brand.faq.layout]
        )
        assert list(zip(questions, answers, strict=True)) == [
            (entry.question, entry.answer) for entry in brand.faq.entries
        ]
    assert {brand.faq.layout for brand in market.plan.brands} == set(xpaths)


def test_two_home_pages_load_a_chat_widget(market: Market, site: DemoSite) -> None:
    def scripts(url: str) -> str:
        # text inside an HTML comment is no script
        return " ".join(html.fromstring(site.pages[url].body.decode()).xpath("//script/text()"))

    loaded = {
        brand.slug: [
            vendor
            for vendor in ("client.crisp.chat", "smartsuppchat.com", "embed.tawk.to")
            if vendor in scripts(f"http://{brand.host}/")
        ]
        for brand in market.plan.brands
    }
    assert loaded == {
        "northpost": ["client.crisp.chat"],
        "pakelin": ["smartsuppchat.com"],
        "sendavo": [],
        "kifuro": [],
    }
    assert b"embed.tawk.to" in site.pages["http://www.kifuro.example/"].body


def test_the_configuration_names_every_source_of_the_plan(
    demo_folder: Path, market: Market, site: DemoSite
) -> None:
    settings = YAML(typ="safe", pure=True).load(demo_folder / "rivalscope.yaml")
    configured = [settings["us"], *settings["competitors"]]
    assert settings["market"] == {
        "name": market.plan.name,
        "industry": "core",
        "languages": list(market.plan.languages),
        "synthetic": True,
    }
    for brand, planned in zip(configured, market.plan.brands, strict=True):
        assert (brand["slug"], brand["name"]) == (planned.slug, planned.name)
        reviews = [source for source in brand["sources"] if source["kind"] == "reviews"]
        assert [(each["id"], each["platform"], each["url"]) for each in reviews] == [
            (each.id, each.platform, each.url) for each in planned.sources
        ]
        assert Counter(source["kind"] for source in brand["sources"]) == {
            "reviews": len(reviews),
            "faq": 1,
            "site": 1,
        }
    urls = {source["url"] for brand in configured for source in brand["sources"]}
    assert {*urls, settings["crawl"]["contact_url"]} <= set(site.pages)


def test_every_address_is_under_the_reserved_top_level_domain(site: DemoSite) -> None:
    assert {url.split("/")[2].rsplit(".", 1)[1] for url in site.pages} == {"example"}


def test_every_host_has_robots_and_a_sitemap_of_its_pages(site: DemoSite) -> None:
    hosts = {url.split("/")[2] for url in site.pages}
    for host in hosts:
        robots = site.pages[f"http://{host}/robots.txt"]
        assert robots.content_type.startswith("text/plain")
        assert b"Allow: /" in robots.body
        sitemap = html.fromstring(site.pages[f"http://{host}/sitemap.xml"].body)
        listed = set(sitemap.xpath("//loc/text()"))
        assert listed
        assert listed <= set(site.pages)
        assert all(url.startswith(f"http://{host}/") for url in listed)
