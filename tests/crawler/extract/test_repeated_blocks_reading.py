"""Pages without markup, each made up differently, read as the JSON beside it says."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from crawler.extract import read_page, repeated_blocks

PAGES = Path(__file__).parent / "repeated_blocks"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def shape(review):
    told = {
        "id": review.native_id,
        "author": review.author,
        "title": review.title,
        "body": review.body,
        "rating": [review.rating, review.rating_max] if review.rating is not None else None,
        "on": str(review.published_on) if review.published_at else None,
        "verified": review.verified,
        "reply": review.reply.body if review.reply else None,
        "replied_on": str(review.reply.published_at.date())
        if review.reply and review.reply.published_at
        else None,
    }
    return {name: value for name, value in told.items() if value is not None or name == "title"}


def reviews_of(page):
    reading = repeated_blocks.read(page)
    return reading.reviews if reading else ()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_without_markup_reads_as_its_expectation_says(name, page_of):
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))

    reading = repeated_blocks.read(page_of((PAGES / f"{name}.html").read_bytes()))

    assert [shape(review) for review in reading.reviews] == expected["reviews"]
    rating = reading.rating and [reading.rating.value, reading.rating.maximum, reading.rating.count]
    assert rating == expected["rating"]


NOT_REVIEWS = {
    "product tiles": "".join(
        f'<li class="tile"><a href="/p/{n}">Lamp {n}</a><span aria-label="{n} out of 5"></span>'
        f"<p>A fine lamp for every desk and shelf.</p><b>€{n}9.90</b><i>Delivery by {n} May"
        f" 2026</i></li>"
        for n in range(1, 6)
    ),
    "blog teasers": "".join(
        f'<article class="post"><h2><a href="/blog/{n}">How we choose wool, part {n}</a></h2>'
        f"<time>{n} May 2026</time><p>Some thoughts on sheep and patience.</p></article>"
        for n in range(1, 6)
    ),
    "rated recipe teasers": "".join(
        f'<div class="card"><a href="/r/{n}"><h3>Soup number {n}</h3><p>A soup for long cold'
        f" evenings by the fire.</p></a><i>★★★★☆</i><span>{n} March 2026</span></div>"
        for n in range(1, 6)
    ),
    "questions and answers": "".join(
        f'<div class="qa"><p>Does it fit size {n} wheels?</p><p>Yes, it does.</p>'
        f"<span>{n} June 2026</span></div>"
        for n in range(1, 6)
    ),
    "forum posts with ranks": "".join(
        f'<div class="forum-post"><b>user{n}</b><span>{"<i class=star></i>" * 3}</span>'
        f"<span>{n} June 2026</span><p>Have you tried turning it off and on?</p></div>"
        for n in range(1, 6)
    ),
    "a histogram": "".join(
        f'<li class="review-histogram"><span>{n} stars</span><div style="width: {n}0%"></div>'
        f"<b>{n}7</b></li>"
        for n in range(1, 6)
    ),
    "comments without stars": "".join(
        f'<li class="comment"><b>Ann {n}</b><time>{n} June 2026</time>'
        "<p>I used less sugar and it was fine.</p></li>"
        for n in range(1, 6)
    ),
    "opening hours": "<table>"
    + "".join(f"<tr><td>{n} May 2026</td><td>9/10</td><td>open</td></tr>" for n in range(1, 6))
    + "</table>",
    "a rated recipe": (
        '<article class="recipe"><h2>Plum cake</h2><time>3 May 2026</time><div class="rating">'
        '<span aria-label="4.5 out of 5 stars"></span><a>12 votes</a></div><p>Halve the plums and'
        " put them on the dough, then bake it all for forty minutes.</p></article>"
    ),
    "empty templates": "".join(
        '<div class="review template"><span aria-label="0 out of 5"></span><span>1 May 2026</span>'
        "<p>{{ review.body }}</p></div>"
        for _ in range(3)
    ),
}


@pytest.mark.parametrize("kind", NOT_REVIEWS)
def test_what_only_looks_like_reviews_is_not_read(kind, page_of):
    page = page_of(
        f'<html lang="en"><body><h1>Shop</h1><div>{NOT_REVIEWS[kind]}</div></body></html>'
    )

    assert reviews_of(page) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "There are no reviews yet."),
        ("en", "Be the first to review this product"),
        ("cs", "Zatím žádné recenze"),
        ("cs", "Buďte první, kdo ohodnotí tento produkt"),
        ("ru", "Отзывов пока нет"),
        ("ru", "У этого товара пока нет отзывов"),
        ("hu", "Még nincs értékelés"),
        ("de", "Noch keine Bewertungen vorhanden"),
        ("es", "Todavía no hay opiniones"),
        ("fr", "Aucun avis pour le moment"),
        ("sw", "Hakuna maoni bado"),
        ("pl", "Brak opinii"),
    ],
)
def test_a_page_that_says_it_has_no_reviews_is_rightly_empty(language, sentence, page_of):
    page = page_of(f'<html lang="{language}"><div id="tab"><p>{sentence}</p></div></html>')

    reading = repeated_blocks.read(page)

    assert reading is not None
    assert sentence.rstrip(".") in (reading.empty_because or "")


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="display:none">No reviews yet</p>',
        "".join(f'<div class="tile">{n}<p>No reviews yet</p></div>' for n in range(5)),
        "<p>We have no reviews to hide, so read on about what our customers think of us.</p>",
        "<p>0 reviews</p>",
        "<p>Hello</p>",
    ],
)
def test_a_page_that_does_not_clearly_say_so_is_not_called_empty(markup, page_of):
    reading = repeated_blocks.read(page_of(f"<html>{markup}</html>"))

    assert reading is None


@pytest.mark.parametrize(
    ("stars", "rating"),
    [
        ("4/5", (4, 5)),
        ("4 out of 5", (4, 5)),
        ("4,5 z 5", (4.5, 5)),
        ("8/10", (8, 10)),
        ("★★★★☆", (4, 5)),
        ("⭐⭐⭐", (3, 5)),
        ('<i class="stars star3"></i>', (3, 5)),
        ('<i class="rating rating--35"></i>', (3.5, 5)),
        ('<i class="stars-4"></i>', (4, 5)),
        ('<i data-rating="2"></i>', (2, 5)),
        ('<i class="star-fill" style="width:60%"></i>', (3, 5)),
        ('<img alt="2 of 5 stars" src="/x.png">', (2, 5)),
        ('<span role="img" aria-label="Rated 5 stars out of 5"></span>', (5, 5)),
        ('<span title="Hodnocení: 3"></span>', (3, 5)),
        (
            "<div>" + '<img src="/star-on.png">' * 2 + '<img src="/star-off.png">' * 3 + "</div>",
            (2, 5),
        ),
        ("<div>" + '<i class="fa fa-star"></i>' * 4 + '<i class="fa fa-star-o"></i></div>', (4, 5)),
        (
            "<div>"
            + '<i class="i-full"></i>' * 3
            + '<i class="i-half"></i><i class="i-void"></i></div>',
            (3.5, 5),
        ),
        (
            "<div>" + '<svg class="q1x"></svg>' * 1 + '<svg class="q2y"></svg>' * 4 + "</div>",
            (1, 5),
        ),
        ('<div class="stars">' + "<span>★</span>" * 4 + "<span>☆</span></div>", (4, 5)),
        ('<div class="star-row">' + "<svg></svg>" * 3 + "</div>", (3, 5)),
        ("<x-rating score='4' max='5'></x-rating>", (4, 5)),
    ],
)
def test_stars_are_read_in_any_form(stars, rating, page_of):
    block = (
        '<li class="review"><b>Ann Lee</b>{stars}<i>{day} May 2026</i>'
        "<p>It broke on day {day} of using it.</p></li>"
    )
    blocks = "".join(block.format(stars=stars, day=day) for day in (1, 2, 3))

    read_ones = reviews_of(page_of(f"<html><ul>{blocks}</ul></html>"))

    assert [(one.rating, one.rating_max) for one in read_ones] == [rating] * 3


def test_a_text_that_stands_shortened_beside_the_whole_is_read_once(page_of):
    block = (
        '<li class="review"><i>4/5</i><i>{0} May 2026</i>'
        "<div><p>It worked for {0} days and then it…</p>"
        '<p style="display:none">It worked for {0} days and then it stopped for good.</p>'
        "</div></li>"
    )
    blocks = "".join(map(block.format, (1, 2, 3)))

    first, *_ = reviews_of(page_of(f"<html><ul>{blocks}</ul></html>"))

    assert first.body == "It worked for 1 days and then it stopped for good."


@pytest.mark.parametrize("language", ["de", None])
def test_only_a_declared_language_is_told(language, page_of):
    declared = f' lang="{language}"' if language else ""
    block = (
        f'<li class="review"{declared}><i>4/5</i><i>{{0}} May 2026</i>'
        "<p>Tag {0} und läuft noch.</p></li>"
    )
    blocks = "".join(map(block.format, (1, 2, 3)))

    read_ones = reviews_of(page_of(f'<html lang="en"><ul>{blocks}</ul></html>'))

    assert {one.language for one in read_ones} == {language}


@pytest.mark.parametrize(
    ("printed", "average"),
    [
        ("<b>4,8 из 5</b> (123 отзыва)", (4.8, 5, 123)),
        ("<p>4.6 (714 reviews)</p>", (4.6, 5, 714)),
        ("<p>5 based on 714 reviews</p>", (5, 5, 714)),
        ("<div><b>9.1</b>/10</div><div>1,204 ratings</div>", (9.1, 10, 1204)),
        ("<p>Durchschnitt: 4,3 von 5 Sternen</p><p>58 Bewertungen</p>", (4.3, 5, 58)),
        (
            '<div aria-label="Average rating: 3.5 out of 5"></div><a>Read 41 reviews</a>',
            (3.5, 5, 41),
        ),
    ],
)
def test_the_average_printed_beside_reviews_is_read(printed, average, page_of):
    block = (
        '<li class="review"><b>Ann</b><i>4/5</i><i>{0} May 2026</i>'
        "<p>Broke on day {0} of use.</p></li>"
    )
    blocks = "".join(map(block.format, (1, 2, 3)))

    rating = repeated_blocks.read(
        page_of(f"<html><div>{printed}</div><ul>{blocks}</ul></html>")
    ).rating

    assert (rating.value, rating.maximum, rating.count) == average


def declared(count):
    """A product whose JSON-LD holds *count* reviews and no average."""
    reviews = [
        {"@type": "Review", "reviewBody": f"Broke on day {number}.", "reviewRating": 2}
        for number in range(count)
    ]
    data = json.dumps({"@type": "Product", "review": reviews})
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("printed", "average"),
    [
        ("<p>4.6 (714 reviews)</p>", (4.6, 5, 714)),
        ("<div><b>9.1</b>/10</div><div>1,204 ratings</div>", (9.1, 10, 1204)),
        ("<p>4.6 (714 reviews)</p><aside>Our mugs: <p>4.9 (12 reviews)</p></aside>", None),
        ("<aside>Our mugs: <p>4.9 (2 reviews)</p></aside>", None),
        ("<p>714 reviews</p>", None),
    ],
)
def test_the_only_average_printed_is_that_of_reviews_without_a_declared_one(
    printed, average, snapshot_of
):
    reading = read_page(snapshot_of(f"<html>{declared(3)}<div>{printed}</div></html>"))

    rating = reading.rating
    assert (reading.reader, len(reading.reviews)) == ("schema_org", 3)
    assert (rating and (rating.value, rating.maximum, rating.count)) == average


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200_000,
        "<span>★" * 50_000,
        '<div class="review"><i>4/5</i><p>1 May 2026' * 20_000,
        "<ul>"
        + '<li class="review"><i>4/5</i><b>1 May 2026</b><p>fine words here</p></li>' * 4_000,
        "<p>" + "12 reviews 4.5 " * 60_000,
        "<p>12 reviews</p><p>4.5</p>" * 10_000,
        "<p>12 reviews</p>" * 10_000 + "<p>★★★★☆ fine</p>" * 10_000,
        f'<div class="review"><i>4/5</i><b>1 May 2026</b><p>more{"!" * 60}x</p></div>' * 500,
        f'<div class="review"><i>4/5</i><b>1 May 2026</b><p>verified {"a " * 25}</p></div>' * 500,
    ],
)
def test_hostile_markup_is_read_in_bounded_time(markup, page_of):
    page = page_of(f"<html><body>{markup}")
    page.tree  # ruff: ignore[useless-expression] - made before the clock starts
    started = time.process_time()

    repeated_blocks.read(page)
    repeated_blocks.read_average(page, fewest=1)

    assert time.process_time() - started < 4
