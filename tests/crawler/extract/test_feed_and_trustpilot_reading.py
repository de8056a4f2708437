from __future__ import annotations

import json

import pytest

from crawler.extract import app_store, read_page, require, trustpilot
from rivalscope.errors import PageChanged


def entry(number, **more):
    return {
        "id": {"label": str(number)},
        "im:rating": {"label": "4"},
        "title": {"label": "Fine"},
        "content": {"label": "Works."},
        **more,
    }


def link(rel, number):
    href = f"https://itunes.apple.com/gb/rss/customerreviews/page={number}/id=7/xml?urlDesc=/x"
    return {"attributes": {"rel": rel, "href": href}}


def ids(reading):
    return [review.native_id for review in reading.reviews]


@pytest.mark.parametrize(
    "document",
    [
        {"feed": {"entry": [entry(1), entry(2)]}},
        {"feed": {"entry": [{"im:artist": {"label": "Maker"}}, entry(1), entry(2)]}},
        [entry(1), entry(2)],
        [{"feed": {"entry": entry(1)}}, {"feed": {"entry": entry(2)}}, {"feed": {"link": []}}],
    ],
)
def test_a_feed_is_read_in_each_of_its_shapes(document, page_of):
    reading = app_store.read(page_of(json.dumps(document)))

    assert ids(reading) == ["1", "2"]
    assert reading.reviews[0].published_at is None


def test_a_feed_without_entries_is_rightly_empty(snapshot_of):
    snapshot = snapshot_of(json.dumps({"feed": {"link": [link("next", 9)], "id": {"label": "x"}}}))

    reading = read_page(snapshot, reader="app_store")

    assert require(reading, kind="reviews", url=snapshot.url) is reading
    assert reading.next_url is None


@pytest.mark.parametrize(
    ("following", "last", "number"), [(2, 4, 2), (1, 4, None), (5, 4, None), (2, 1, None)]
)
def test_the_last_page_of_a_feed_has_no_next_one(following, last, number, page_of):
    feed = {"entry": [entry(1)], "link": [link("next", following), link("last", last)]}
    page = page_of(
        json.dumps({"feed": feed}),
        url="https://itunes.apple.com/gb/rss/customerreviews/page=1/json",
    )

    expected = number and f"https://itunes.apple.com/gb/rss/customerreviews/page={number}/id=7/json"
    assert app_store.read(page).next_url == expected


XML_FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<link rel="self" href="https://itunes.apple.com/gb/rss/customerreviews/page=1/id=7/xml"/>
<link rel="next" href="https://itunes.apple.com/gb/rss/customerreviews/page=2/id=7/xml?urlDesc=/x"/>
<link rel="last" href="https://itunes.apple.com/gb/rss/customerreviews/page=3/id=7/xml"/>{entries}
</feed>"""
XML_ENTRY = """<entry><updated>2026-09-17T11:50:04-07:00</updated><id>31</id><title>Hm</title>
<content type="text">Two\nlines</content><im:rating>3</im:rating><author><name>Bo</name></author>
<content type="html">&lt;table&gt;&lt;tr&gt;&lt;td&gt;x</content></entry>"""


def test_the_xml_form_of_a_feed_holds_the_same_as_its_json(snapshot_of):
    reading = read_page(snapshot_of(XML_FEED.format(entries=XML_ENTRY)))

    (review,) = reading.reviews
    assert (review.native_id, review.title, review.body) == ("31", "Hm", "Two\nlines")
    assert (review.rating, review.rating_max, review.author) == (3, 5, "Bo")
    assert review.published_at.isoformat() == "2026-09-17T11:50:04-07:00"
    assert reading.next_url.endswith("/page=2/id=7/xml?urlDesc=/x")
    assert reading.reader == "app_store"


def test_an_xml_feed_of_no_reviews_is_rightly_empty(snapshot_of):
    assert read_page(snapshot_of(XML_FEED.format(entries="")), reader="app_store").empty_because


def test_the_page_that_a_feed_says_it_is_counts_more_than_its_address(page_of):
    feed = {"entry": [entry(1)], "link": [link("self", 10), link("next", 10), link("last", 10)]}

    assert app_store.read(page_of(json.dumps({"feed": feed}))).next_url is None


@pytest.mark.parametrize("reader", ["app_store", "trustpilot", "schema_org", "selectors"])
@pytest.mark.parametrize(
    "body", ["<p>We are back soon.</p>", "{}", "[]", '{"feed": {"entry": [{"a": 1}]}}', "", "null"]
)
def test_a_named_reader_says_so_where_its_structure_is_gone(reader, body, snapshot_of):
    with pytest.raises(PageChanged) as caught:
        read_page(snapshot_of(body), reader=reader)

    assert caught.value.url == "https://shop.example/p/1"


@pytest.mark.parametrize("body", ['{"feed": ', "<html>blocked</html>", b"\x89PNG\r\n\x00\xff", ""])
def test_a_broken_answer_where_json_was_promised_is_a_changed_page(body, snapshot_of):
    with pytest.raises(PageChanged):
        read_page(snapshot_of(body, content_type="application/json"))


def tp_review(identifier, **more):
    return {
        "id": identifier,
        "text": "Slow.",
        "title": "Slow",
        "consumer": {},
        "rating": 2,
        "dates": {"publishedDate": "2026-01-02T03:04:05Z"},
        **more,
    }


def next_data(props):
    document = json.dumps({"props": {"pageProps": props}})
    return f'<script id="__NEXT_DATA__" type="application/json">{document}</script>'


def test_trustpilot_is_read_from_a_list_an_api_answer_and_a_single_page(page_of):
    listed = [tp_review("a"), tp_review("b")]
    api = {"reviews": [tp_review("a", stars=2), tp_review("b")], "links": []}

    assert ids(trustpilot.read(page_of(json.dumps(listed)))) == ["a", "b"]
    assert ids(trustpilot.read(page_of(json.dumps(api)))) == ["a", "b"]
    assert ids(trustpilot.read(page_of(next_data({"review": tp_review("a")})))) == ["a"]


def test_an_older_trustpilot_page_is_put_together_from_its_scripts(page_of):
    states = {
        "review-info": {"reviewId": "c", "reviewHeader": "Hm", "reviewBody": "Text", "stars": 3},
        "review-dates": {"publishedDate": "2016-11-04T20:37:27Z"},
        "review-verified": {"isVerified": True},
    }
    body = "".join(
        f'<script type="application/json" data-initial-state="{name}">{json.dumps(state)}</script>'
        for name, state in states.items()
    )

    (review,) = trustpilot.read(page_of(body)).reviews

    assert (review.native_id, review.rating, review.verified) == ("c", 3.0, True)
    assert review.published_on.isoformat() == "2016-11-04"


def test_each_article_of_an_older_trustpilot_list_is_a_review_of_its_own(page_of):
    def article(number):
        states = {
            "review-info": {
                "reviewId": f"r{number}",
                "reviewBody": f"Text {number}",
                "stars": number,
                "consumerName": "Bo",
            },
            "review-dates": {"publishedDate": f"2016-11-0{number}T20:37:27Z"},
        }
        return "".join(
            f"<script data-initial-state='{name}' type='application/json'>"
            f"{json.dumps(state)}</script>"
            for name, state in states.items()
        )

    first, second = trustpilot.read(page_of(article(1) + article(2))).reviews

    assert (first.native_id, first.published_on.day, first.author) == ("r1", 1, "Bo")
    assert (second.native_id, second.published_on.day, second.rating) == ("r2", 2, 2)


def test_trustpilots_data_route_is_read_like_its_page(page_of):
    document = {"pageProps": {"businessUnit": {}, "reviews": [tp_review("a")]}}

    assert ids(trustpilot.read(page_of(json.dumps(document)))) == ["a"]


def test_a_trustpilot_page_is_rightly_empty_only_behind_the_last_one(page_of):
    def empty(current, total):
        paging = {"currentPage": current, "totalPages": total, "totalCount": total * 20}
        props = {"businessUnit": {}, "reviews": [], "filters": {"pagination": paging}}
        return trustpilot.read(page_of(next_data(props))).empty_because

    assert empty(4, 3)
    assert empty(1, 0)
    assert empty(2, 3) is None


def test_another_sites_reviews_in_next_data_are_not_trustpilots(page_of):
    assert trustpilot.read(page_of(next_data({"reviews": [{"id": 1, "text": "x"}]}))) is None
    assert trustpilot.read(page_of(next_data({"reviews": []}))) is None
