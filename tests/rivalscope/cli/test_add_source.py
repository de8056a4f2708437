"""add-source: one look at a page through real HTTP, and what becomes of the configuration."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from textwrap import dedent

import pytest

from rivalscope.settings import load_settings

SHOP = "http://shop.acme.example"
FAQ = (
    "<html lang=en><h1>Frequently asked questions</h1>"
    "<details><summary>How do I return it?</summary><p>By post, within 30 days.</p></details>"
    "<details><summary>Where is my parcel?</summary><p>See the tracking page.</p></details></html>"
)
COMMENTS = (
    "They answered my question at once, and the parcel came the next morning.",
    "I waited an hour on the line and nobody could tell me where the parcel was.",
    "The courier was friendly and called me before he came to the door.",
    "Nobody has refunded me for the broken glasses, although I wrote three times.",
)


def review_page(*days):
    reviews = [
        {
            "@type": "Review",
            "reviewBody": comment,
            "datePublished": day,
            "author": {"@type": "Person", "name": "Jana Malá"},
            "reviewRating": {"ratingValue": 2, "bestRating": 5},
        }
        for day, comment in zip(days, COMMENTS, strict=False)
    ]
    average = {"ratingValue": 4.2, "reviewCount": 1203}
    product = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": "Acme parcels",
        "aggregateRating": average,
        "review": reviews,
    }
    return (
        "<html lang=en><head><link rel=next href='/reviews?page=2'>"
        f"<script type='application/ld+json'>{json.dumps(product)}</script></head></html>"
    )


@pytest.fixture
def site(market):
    """``site(address, page)`` puts a page on the web that the market's proxy leads to."""
    pages = {}
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            robots = "User-agent: *\nDisallow: /private\n" if "robots.txt" in self.path else None
            body = pages.get(self.path, robots)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *arguments): ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    with (market / "rivalscope.yaml").open("a", encoding="utf-8") as file:
        file.write(
            dedent(f"""\
            crawl:
              contact_url: http://acme.example/bot   # us
              delay_seconds: 0
              proxy: http://127.0.0.1:{server.server_port}
            """)
        )

    def putting(address, page):
        pages[address] = page

    putting.asked = asked
    yield putting
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def configured(market):
    """The brands' sources as the file has them now."""

    def reading():
        settings = load_settings(market / "rivalscope.yaml", environment={})
        return {source.key: source for source in settings.sources}

    return reading


def test_a_review_page_is_shown_and_added_when_agreed(run, market, site, configured):
    site(f"{SHOP}/reviews", review_page("2026-09-04", "2026-09-03", "2026-09-02", "2026-09-01"))
    before = (market / "rivalscope.yaml").read_text()
    done = run("add-source", f"{SHOP}/reviews", "--brand", "Acme", stdin="y\n")
    assert done.returncode == 0, done.stderr
    assert "reviews    4, 2026-09-01 to 2026-09-04, newest first" in done.stdout
    assert "average    4.2 of 5, 1,203 ratings" in done.stdout
    assert "languages  en 4" in done.stdout
    assert "2/5    2026-09-04  They answered my question at once" in done.stdout
    assert f"next page  {SHOP}/reviews?page=2" in done.stdout
    assert done.stdout.count("2026-09-0") == 5  # three reviews are shown
    assert "Jana" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    source = configured()["acme/acme"]
    assert (source.platform, source.kind, source.language) == ("acme", "reviews", "en")
    assert source.url == f"{SHOP}/reviews"
    after = (market / "rivalscope.yaml").read_text()
    assert after.splitlines()[1:] == before.splitlines()[1:]
    assert site.asked.count(f"{SHOP}/reviews") == 1


def test_sources_are_crawled_known_again_and_never_called_alike(run, site, configured):
    site(f"{SHOP}/help/faq", FAQ)
    site(f"{SHOP}/questions", FAQ)
    run("add-source", f"{SHOP}/help/faq", "--brand", "Acme", "--yes")
    crawled = run("crawl")
    assert (crawled.returncode, "2 new" in crawled.stdout) == (0, True)
    again = run("add-source", f"{SHOP}/help/faq", "--brand", "Acme", "--yes")
    assert (again.returncode, "reads it already, as acme/faq" in again.stdout) == (0, True)
    # the brand is known by its own pages now
    other = run("add-source", f"{SHOP}/questions", "--yes")
    assert other.returncode == 0, other.stderr
    assert sorted(configured()) == ["acme/faq", "acme/faq-2"]


@pytest.mark.parametrize(
    ("options", "answer"), [((), "n\n"), (("--dry-run", "--yes"), ""), (("--json",), "")]
)
def test_nothing_is_written_without_consent(run, site, configured, options, answer):
    site(f"{SHOP}/help/faq", FAQ)
    done = run("add-source", f"{SHOP}/help/faq", "--brand", "Acme", *options, stdin=answer)
    assert done.returncode == 0, done.stderr
    assert configured() == {}
    if "--json" in options:
        record = json.loads(done.stdout)
        assert (record["added"], record["faq"]) == (False, 2)
        assert record["source"]["url"] == f"{SHOP}/help/faq"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"{SHOP}/about", "no reviews and no questions with answers"),
        (f"{SHOP}/private/reviews", "robots.txt"),
        ("https://www.trustpilot.com/review/acme.example", "Trustpilot is closed to crawlers"),
    ],
)
def test_a_page_of_which_nothing_comes_is_told_why(run, site, configured, url, reason):
    site(f"{SHOP}/about", "<html><h1>About us</h1></html>")
    done = run("add-source", url, "--brand", "Acme", "--yes")
    assert done.returncode == 1
    assert reason in done.stderr
    assert "rivalscope import" in done.stderr
    assert configured() == {}
    closed = f"{SHOP}/private/reviews", "https://www.trustpilot.com/review/acme.example"
    assert not set(closed) & set(site.asked)


def test_dates_that_can_be_read_two_ways_are_asked_about(run, site, configured):
    site(f"{SHOP}/reviews", review_page("03/04/2026", "02/04/2026"))
    done = run("add-source", f"{SHOP}/reviews", "--brand", "Acme", "--yes")
    assert done.returncode == 2
    assert "say --date-order DMY or MDY" in done.stderr
    assert configured() == {}


def test_a_page_that_could_be_anybodys_needs_a_brand(run, site):
    done = run("add-source", f"{SHOP}/reviews", "--yes")
    assert done.returncode == 2
    assert "say --brand NAME: there are Acme, Bolt & Co, Čáp" in done.stderr
    assert site.asked == []


def test_a_look_needs_somebody_to_write_to(run, market):
    done = run("add-source", f"{SHOP}/reviews", "--brand", "Acme")
    assert done.returncode == 2
    assert "crawl.contact_url is missing" in done.stderr
