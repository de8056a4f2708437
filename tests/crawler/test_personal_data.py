"""Fault 32: names and numbers of people reach no file, and what was erased comes from no crawl."""

import json
from datetime import date

from rivalscope.pipeline import (
    Wanted,
    analyze,
    build_report,
    crawl,
    delete_elsewhere,
    erase,
    write_report,
)
from rivalscope.storage import Store

REVIEWS = 'id: r, platform: shop, url: "http://shop.example/reviews"'
#: None of it may be in any file: who wrote, how to reach them, what identifies them.
PERSONAL = ("Featherstone", "wilma@post.example", "604 123 987", "4111 1111 1111 1111")


class Silent:
    """Nobody watches."""

    def stage(self, name, total): ...

    def step(self, note="", *, advance=1): ...

    def say(self, line): ...


def page(*texts):
    reviews = [
        {
            "@type": "Review",
            "@id": f"r{number}",
            "author": {"@type": "Person", "name": "Wilhelmina Featherstone"},
            "reviewBody": text,
            "datePublished": "2026-09-01",
            "reviewRating": {"ratingValue": 1, "bestRating": 5},
        }
        for number, text in enumerate(texts)
    ]
    product = {"@context": "https://schema.org", "@type": "Product", "review": reviews}
    return f'<script type="application/ld+json">{json.dumps(product)}</script>'


def places(folder, words):
    """Files anywhere in *folder* whose bytes hold *words*."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file for file in files if words.encode() in file.read_bytes()}


def test_fault_32_nothing_that_identifies_a_person_reaches_a_file(site, crawled, tmp_path):
    told = (
        "I waited three weeks for my parcel. Write to wilma@post.example or call +420 604 123 987,"
        " my card is 4111 1111 1111 1111. Yours, Wilhelmina Featherstone"
    )
    site.page("http://shop.example/reviews", page(told))
    ended, settings = crawled(REVIEWS)
    assert (ended["r"].state, ended["r"].new) == ("ok", 1)
    with Store(settings.database):  # the log is still there
        assert not any(places(tmp_path, words) for words in PERSONAL)
    analyze(settings, watch=Silent())
    write_report(build_report(settings, as_of=date(2026, 9, 30)), settings.reports)
    assert places(tmp_path, "I waited three weeks")
    assert not any(places(tmp_path, words) for words in PERSONAL)


def test_fault_32_what_was_erased_is_in_no_file_and_comes_from_no_later_crawl(
    site, crawled, tmp_path
):
    secret = "They kept my grandmother's clock for three weeks and broke its glass twice."
    site.page("http://shop.example/reviews", page(secret, "The parcel came late, and wet."))
    _, settings = crawled(REVIEWS)
    analyze(settings, watch=Silent())
    write_report(build_report(settings, as_of=date(2026, 9, 30)), settings.reports)
    assert places(tmp_path, "grandmother")
    erasure = erase(settings, Wanted(text="grandmother's clock"))
    delete_elsewhere(erasure)
    assert (erasure.erased.rows["reviews"], erasure.erased.left) == (1, 0)
    assert erasure.erased.pages == 1
    assert places(tmp_path, "grandmother") == set()
    site.page(
        "http://shop.example/reviews", page(secret, "The parcel came late, and wet.", "New one.")
    )
    crawl(settings, brands=settings.brands, watch=Silent(), log_level="ERROR")
    analyze(settings, watch=Silent())
    write_report(build_report(settings, as_of=date(2026, 9, 30)), settings.reports)
    with Store(settings.database) as store:
        assert store.reviews.count() == 2
    assert places(tmp_path, "grandmother") == set()
