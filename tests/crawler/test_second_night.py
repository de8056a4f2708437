"""The second night: what did not change costs one question, and what is missing is not deleted."""

import sqlite3

import pytest

from rivalscope.storage import Store

SHOP = "http://shop.example"
REVIEWS = 'id: r, platform: shop, url: "http://shop.example/reviews"'

CONTENT = (
    "snapshots",
    "fetches",
    "reviews",
    "review_versions",
    "review_absences",
    "faq_entries",
    "site_signals",
    "page_ratings",
    "page_states",
)
FAQ = (
    "<html><body><h1>Frequently asked questions</h1>"
    "<details><summary>How do I return it?</summary><p>By post, within 30 days.</p></details>"
    "<details><summary>Where is my parcel?</summary><p>See the tracking page.</p></details>"
    "</body></html>"
)


def rows(settings):
    with sqlite3.connect(settings.database) as db:
        # ruff: ignore[hardcoded-sql-expression] - the names are ours
        return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in CONTENT}


@pytest.fixture
def paged(site, review_page):
    site.page(f"{SHOP}/reviews", review_page(3, 2, after="/reviews?page=2"), ETag='"one"')
    site.page(f"{SHOP}/reviews?page=2", review_page(1), ETag='"two"')
    return site


SOURCES = (REVIEWS, f'id: faq, kind: faq, platform: own_site, url: "{SHOP}/faq"')


def test_an_unchanged_market_costs_conditional_requests_and_writes_no_row(paged, crawled):
    paged.page(f"{SHOP}/faq", FAQ, ETag='"faq"')
    _, settings = crawled(*SOURCES)
    before, asked = rows(settings), len(paged.asked)
    ended, _ = crawled(*SOURCES)
    assert {one.state for one in ended.values()} == {"ok"}
    assert (ended["r"].unchanged, ended["r"].new, ended["r"].changed) == (1, 0, 0)
    assert ended["r"].statuses["304"] == 1
    assert rows(settings) == before
    pages = [url for url in paged.asked[asked:] if not url.endswith("robots.txt")]
    assert sorted(pages) == [f"{SHOP}/faq", f"{SHOP}/reviews"]
    assert paged.conditional[-len(pages) :] == [True] * len(pages)


def test_without_etags_the_same_body_is_not_read_again(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(2, 1))
    crawled(REVIEWS)
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].unchanged, ended["r"].read) == ("ok", 1, 2)


def test_every_few_nights_all_pages_are_asked_for_again(paged, crawled):
    _, settings = crawled(REVIEWS)
    with sqlite3.connect(settings.database) as db:
        db.execute("UPDATE source_runs SET finished_at = '2026-01-01T02:30:00+00:00'")
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].unchanged, ended["r"].complete) == (2, True)


def test_fault_15_a_page_that_lost_its_markup_is_told_on_the_first_bad_night(
    paged, crawled, review_page
):
    _, settings = crawled(REVIEWS)
    paged.page(f"{SHOP}/reviews", "<html><body><div class=x9>Redesigned</div></body></html>")
    ended, _ = crawled(REVIEWS)
    assert ended["r"].state == "layout_changed"
    with Store(settings.database) as store:
        assert store.reviews.count() == 3
    paged.page(f"{SHOP}/reviews", review_page(3, 2, after="/reviews?page=2"), ETag='"new"')
    ended, _ = crawled(REVIEWS)
    assert ended["r"].state == "ok"


def test_names_of_authors_are_in_no_table_and_no_stored_page(site, crawled, review_page):
    page = review_page(1).replace(
        '"@type": "Review"', '"@type": "Review", "author": "Zoe Quillfeather"'
    )
    assert "Quillfeather" in page
    site.page(f"{SHOP}/reviews", page)
    _, settings = crawled(REVIEWS)
    everything = repr(rows(settings)["reviews"])
    with Store(settings.database) as store:
        ((text, _),) = store.reviews.to_understand("any")
        stored = store.reviews.find(text.id)
        kept = store.pages.find(stored.snapshot, url=stored.page_url)
    assert b"Quillfeather" not in kept.body
    assert b"author-" in kept.body
    assert "Quillfeather" not in everything


def test_what_lies_behind_a_crawl_that_broke_off_is_read_the_next_night(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(2, 1))
    _, settings = crawled(REVIEWS)
    site.page(f"{SHOP}/reviews", review_page(6, 5, after="/reviews?page=2"))
    site.page(f"{SHOP}/reviews?page=2", "down", status=404)
    broken, _ = crawled(REVIEWS)
    assert broken["r"].state == "partial"
    site.page(f"{SHOP}/reviews?page=2", review_page(4, 3, after="/reviews?page=3"))
    site.page(f"{SHOP}/reviews?page=3", review_page(2, 1))
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].new) == ("ok", 2)
    with Store(settings.database) as store:
        assert store.reviews.count() == 6


def test_fault_9_other_wrapping_around_the_same_reviews_is_a_circle(site, crawled, review_page):
    for page in range(1, 6):
        body = review_page(1, 2, after=f"/reviews?token=t{page + 1}")
        here = "" if page == 1 else f"?token=t{page}"
        site.page(f"{SHOP}/reviews{here}", body.replace("<body>", f"<body>Visit {page}"))
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].pages) == ("partial", 2)
    assert "goes in circles" in ended["r"].reason


def test_fault_9_endless_pages_end_at_max_pages_and_say_so(site, crawled, review_page):
    for number in range(1, 12):
        here = "" if number == 1 else f"?page={number}"
        after = f"/reviews?page={number + 1}"
        site.page(f"{SHOP}/reviews{here}", review_page(number, after=after))
    ended, _ = crawled(f"{REVIEWS}, max_pages: 4")
    assert (ended["r"].state, ended["r"].pages, ended["r"].complete) == ("ok", 4, False)
    assert "stopped at max_pages (4)" in ended["r"].reason
    assert sum(url.startswith(f"{SHOP}/reviews") for url in site.asked) == 4


def test_fault_9_pages_of_nothing_that_lead_on_for_ever_are_not_followed(site, crawled):
    for month in range(1, 13):
        page = (
            f'<html><head><link rel="next" href="/reviews?month={month + 1}"></head>'
            '<body><h1>Reviews</h1><div itemscope itemtype="http://schema.org/Product">'
            '<div itemprop="aggregateRating" itemscope'
            ' itemtype="http://schema.org/AggregateRating"><meta itemprop="reviewCount"'
            ' content="0"><meta itemprop="ratingValue" content="0"></div></div></body></html>'
        )
        here = "" if month == 1 else f"?month={month}"
        site.page(f"{SHOP}/reviews{here}", page)
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].pages) == ("empty", 1)


def test_fault_15_stars_that_vanish_are_told_at_once_and_the_known_ones_stay(
    site, crawled, review_page
):
    page = review_page(*range(8))
    site.page(f"{SHOP}/reviews", page)
    _, settings = crawled(REVIEWS)
    site.page(f"{SHOP}/reviews", page.replace("reviewRating", "starsInAPicture"))
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].changed) == ("layout_changed", 0)
    assert "0% of its reviews have a rating" in ended["r"].reason
    with sqlite3.connect(settings.database) as db:
        assert db.execute("SELECT DISTINCT rating FROM reviews").fetchall() == [(2.0,)]
