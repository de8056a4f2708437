"""Real spiders, real HTTP: what is collected, and what is said when it is not."""

import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version

import pytest

from rivalscope.errors import ConfigurationError
from rivalscope.storage import Store

SHOP = "http://shop.example"
REVIEWS = 'id: r, platform: shop, url: "http://shop.example/reviews"'


def stored_reviews(settings):
    with Store(settings.database) as store:
        return store.reviews.count()


def test_pages_are_followed_to_the_last_and_a_second_crawl_adds_nothing(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1, 2, after="/reviews?page=2"))
    site.page(f"{SHOP}/reviews?page=2", review_page(3))
    ended, settings = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].pages, ended["r"].new) == ("ok", 2, 3)
    assert ended["r"].complete
    again, _ = crawled(REVIEWS)
    assert (again["r"].state, again["r"].read, again["r"].new) == ("ok", 2, 0)
    assert again["r"].met_known
    assert stored_reviews(settings) == 3


def test_every_review_leads_to_the_page_it_stood_on(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1))
    _, settings = crawled(REVIEWS)
    with Store(settings.database) as store:
        ((text, _),) = store.reviews.to_understand("any")
        stored = store.reviews.find(text.id)
        snapshot = store.pages.find(stored.snapshot, url=stored.page_url)
    assert stored.page_url == f"{SHOP}/reviews"
    assert b"My 1th parcel" in snapshot.body


def test_max_pages_ends_the_crawl_and_is_not_called_complete(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1, after="/reviews?page=2"))
    site.page(f"{SHOP}/reviews?page=2", review_page(2))
    ended, _ = crawled(f"{REVIEWS}, max_pages: 1")
    assert (ended["r"].state, ended["r"].pages, ended["r"].complete) == ("ok", 1, False)


def test_a_page_that_lost_its_reviews_is_told_and_never_an_empty_success(site, crawled):
    site.page(f"{SHOP}/reviews", "<html><body><h1>Welcome to our new shop</h1></body></html>")
    ended, _ = crawled(REVIEWS)
    assert ended["r"].state == "layout_changed"
    assert "layout changed" in ended["r"].reason


def test_a_page_that_is_refused_is_told_with_its_status(site, crawled):
    for status in (404, 503, 403):
        site.page(f"{SHOP}/{status}", "no", status=status)
    ended, _ = crawled(
        *(f'id: s{status}, platform: p, url: "{SHOP}/{status}"' for status in (404, 503, 403))
    )
    states = {key: one.state for key, one in ended.items()}
    assert states == {"s404": "error", "s503": "error", "s403": "blocked"}
    assert "HTTP 404" in ended["s404"].reason
    assert "HTTP 503" in ended["s503"].reason
    assert "HTTP 403" in ended["s403"].reason


def test_one_bad_page_makes_the_source_partial_and_keeps_the_rest(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1, after="/reviews?page=2"))
    ended, settings = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].complete) == ("partial", False)
    assert "HTTP 404" in ended["r"].reason
    assert stored_reviews(settings) == 1


def test_one_source_that_fails_does_not_touch_the_others(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1))
    ended, _ = crawled(REVIEWS, 'id: gone, platform: shop, url: "http://gone.example/"')
    assert (ended["r"].state, ended["gone"].state) == ("ok", "error")


def test_paging_in_circles_ends(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1, after="/reviews?page=2"))
    site.page(f"{SHOP}/reviews?page=2", review_page(2, after="/reviews"))
    ended, _ = crawled(REVIEWS)
    assert ended["r"].pages == 2
    assert site.asked.count(f"{SHOP}/reviews") == 1
    assert (ended["r"].state, ended["r"].complete) == ("partial", False)
    assert "goes in circles" in ended["r"].reason


def test_a_second_page_that_leads_back_to_the_first_is_told(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1, after="/reviews?page=2"))
    site.page(f"{SHOP}/reviews?page=2", "", status=302, Location="/reviews")
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].complete) == ("partial", False)


def test_an_unusual_success_is_a_page_like_any_other(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1), status=203)
    ended, _ = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].new) == ("ok", 1)


def test_a_crawl_that_takes_too_long_keeps_what_it_has_and_tells_the_rest(
    site, crawled, review_page
):
    site.page(f"{SHOP}/reviews", review_page(1))
    ended, _ = crawled(REVIEWS, timeout_minutes=0.002)
    assert ended["r"].state == "missed"
    assert "crawl.timeout_minutes" in ended["r"].reason


def test_the_same_page_under_ever_new_addresses_ends(site, crawled, review_page):
    page = review_page(1, after="/reviews?page=3")
    site.page(f"{SHOP}/reviews", review_page(1, after="/reviews?page=2"))
    site.page(f"{SHOP}/reviews?page=2", page)
    site.page(f"{SHOP}/reviews?page=3", page)
    ended, _ = crawled(REVIEWS)
    assert ended["r"].state == "partial"
    assert "goes in circles" in ended["r"].reason


def test_robots_txt_is_obeyed(site, crawled, review_page):
    site.page(f"{SHOP}/private/reviews", review_page(1))
    ended, _ = crawled('id: r, platform: shop, url: "http://shop.example/private/reviews"')
    assert ended["r"].state == "robots_denied"
    assert "robots.txt" in ended["r"].reason
    assert f"{SHOP}/private/reviews" not in site.asked


def test_we_say_who_we_are(site, crawled, review_page):
    site.page(f"{SHOP}/reviews", review_page(1))
    crawled(REVIEWS)
    assert site.agents == {f"Rivalscope/{version('rivalscope')} (+http://ours.example/bot)"}


@pytest.mark.parametrize("host", ["127.0.0.1", "169.254.169.254", "[::1]", "10.0.0.1"])
def test_literal_addresses_inside_are_refused_by_the_configuration(crawled, host):
    with pytest.raises(ConfigurationError, match="no public address"):
        crawled(f'id: r, platform: shop, url: "http://{host}/reviews"', proxy=False)


def test_faq_and_home_pages_are_read_too(site, crawled):
    site.page(
        f"{SHOP}/faq",
        "<html><body><h1>Frequently asked questions</h1>"
        "<details><summary>How do I return it?</summary><p>By post, within 30 days.</p></details>"
        "<details><summary>Where is my parcel?</summary><p>See the tracking page.</p></details>"
        "</body></html>",
    )
    site.page(
        f"{SHOP}/",
        '<html><body><script>window.$crisp=[];window.CRISP_WEBSITE_ID="a";(function(){'
        'd=document;s=d.createElement("script");s.src="https://client.crisp.chat/l.js";'
        "})();</script></body></html>",
    )
    ended, settings = crawled(
        'id: faq, kind: faq, platform: own_site, url: "http://shop.example/faq"',
        'id: home, kind: site, platform: own_site, url: "http://shop.example/"',
    )
    assert {key: one.state for key, one in ended.items()} == {"faq": "ok", "home": "ok"}
    with Store(settings.database) as store:
        assert len(store.sites.faq()["ours"]) == 2
        assert store.sites.chat() == {"ours": ("Crisp",)}


def test_the_child_ends_with_its_parent(site, tmp_path, review_page):
    site.slow = 60.0
    site.page(f"{SHOP}/reviews", review_page(1))
    (tmp_path / "rivalscope.yaml").write_text(
        "us: {slug: a, name: A, sources: [{" + REVIEWS + "}]}\n"
        f"crawl: {{contact_url: 'http://a.example/', proxy: '{site.address}'}}\n"
    )
    with Store(tmp_path / "a.sqlite") as store:
        run = store.runs.start("crawl", at=datetime.now(UTC))
    command = [sys.executable, "-m", "crawler.runs", "--config", "rivalscope.yaml"]
    child = subprocess.Popen(
        [*command, "--db", "a.sqlite", "--run", str(run), "--source", "a/r"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 30
    while not site.asked and time.monotonic() < deadline:
        time.sleep(0.05)
    assert child.poll() is None
    child.stdin.close()
    child.wait(timeout=10)
    site.slow = 0.0
