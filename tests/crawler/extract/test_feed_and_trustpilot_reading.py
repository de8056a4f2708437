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
