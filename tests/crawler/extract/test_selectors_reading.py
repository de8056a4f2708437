from __future__ import annotations

import pytest

from crawler.extract import read_page
from rivalscope.errors import PageChanged
from rivalscope.models import Selectors

PAGE = """<html lang="en-GB"><div class="r" data-id="r1"><h4>Fine</h4>
<div class="t"><p>One.</p><p>Two.</p></div>
<i class="stars star4"></i><span class="d">04/05/2026</span><b class="ok">✓</b>
<div class="a">Thanks.</div><time class="ad" datetime="2026-05-06">x</time></div>
<div class="r" data-id="r2"><div class="t"></div><i class="stars star1"></i></div>
<div class="r" data-id="r3"><div class="t"></div></div>
<a class="more" href="?page=2">more</a></html>"""
SELECTORS = Selectors(
    review=".r",
    body=".t",
    title="h4",
    rating=".stars::attr(class)",
    date=".d::text",
    id="::attr(data-id)",
    verified=".ok",
    reply=".a",
    reply_date=".ad",
    next_page="a.more",
)


def test_configured_selectors_fill_every_field(snapshot_of):
    reading = read_page(snapshot_of(PAGE), reader="selectors", selectors=SELECTORS, language="en")

    first, second = reading.reviews
    assert (first.title, first.body, first.rating, first.rating_max) == (
        "Fine",
        "One.\n\nTwo.",
        4,
        5,
    )
    assert (first.published_on.isoformat(), first.date_precision) == ("2026-05-04", "day")
    assert (first.native_id, first.verified, first.reply.body) == ("r1", True, "Thanks.")
    assert first.reply.published_at.isoformat() == "2026-05-06T00:00:00+00:00"
    assert (second.native_id, second.body, second.rating, second.verified) == ("r2", "", 1, False)
    assert reading.next_url == "https://shop.example/p/1?page=2"


def test_a_configured_next_page_is_given_whatever_its_host(snapshot_of):
    away = PAGE.replace("?page=2", "https://other.example/?page=2")

    reading = read_page(snapshot_of(away), reader="selectors", selectors=SELECTORS)

    assert reading.next_url == "https://other.example/?page=2"


def test_the_configured_scale_holds_where_the_page_states_none(snapshot_of):
    wide = Selectors(review=".r", body=".t", rating="i", rating_max=10)

    (review,) = read_page(snapshot_of('<p class="r"><i>8,5</i></p>'), selectors=wide).reviews

    assert (review.rating, review.rating_max) == (8.5, 10)


def test_a_stated_scale_goes_before_the_configured_one(snapshot_of):
    five = Selectors(review=".r", body=".t", rating="i")

    (review,) = read_page(snapshot_of('<p class="r"><i>80 %</i></p>'), selectors=five).reviews

    assert (review.rating, review.rating_max) == (80, 100)


@pytest.mark.parametrize("css", [".gone", "..", "p::nonsense", "["])
def test_a_selector_that_finds_nothing_or_is_none_is_a_changed_page(css, snapshot_of):
    with pytest.raises(PageChanged):
        read_page(snapshot_of(PAGE), reader="selectors", selectors=Selectors(review=css, body=".t"))


def test_blocks_without_text_and_rating_are_a_changed_page(snapshot_of):
    with pytest.raises(PageChanged, match="3 review blocks"):
        read_page(snapshot_of(PAGE), selectors=Selectors(review=".r", body=".gone"))
