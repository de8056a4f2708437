"""Steam, Google, Feefo, Yotpo, Bazaarvoice, and lists of reviews by anybody."""

from __future__ import annotations

import json

import pytest

from crawler.extract import read_page
from rivalscope.errors import PageChanged

READERS = ("steam", "google_places", "feefo", "yotpo", "bazaarvoice", "review_list")


@pytest.fixture
def reading_of(snapshot_of):
    def read(document, *, reader="auto", url="https://api.example/reviews"):
        body = document if isinstance(document, str) else json.dumps(document)
        return read_page(snapshot_of(body, url=url), reader=reader)

    return read


def only(reading):
    (review,) = reading.reviews
    return review


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "body",
    [
        *("<p>Back soon.</p>", "{}", "[]", "[1]", '{"reviews": 3}', '{"reviews": [{"a": 1}]}', ""),
        *('{"error_message": "no key", "status": "REQUEST_DENIED"}', '{"result": {"reviews": {}}}'),
        *('{"Results": {}, "TotalResults": "x"}', '{"status": {"code": 500}, "response": null}'),
        *('{"query_summary": 1, "reviews": [{"b": 2}]}', '{"FEEDBACKLIST": []}', "<rss/>"),
        '[{"title": "Mug", "description": "A mug", "rating": 4, "price": 9, "date": "2026-01-01"}]',
    ],
)
def test_a_named_reader_says_so_where_its_structure_is_gone(reader, body, reading_of):
    with pytest.raises(PageChanged):
        reading_of(body, reader=reader)


STEAM = {
    "recommendationid": "9",
    "author": {"steamid": "1", "personaname": "Nia"},
    "language": "czech",
    "review": "[h1]Fun[/h1]\n[list][*]one[*]two[/list] [not a mark]",
    "timestamp_created": 1700000000,
    "voted_up": True,
    "steam_purchase": False,
}
STEAM_URL = "https://store.steampowered.com/appreviews/7?json=1&cursor=*"


@pytest.mark.parametrize("listed", [[STEAM], {"9": STEAM}])
def test_steam_is_read_as_a_list_and_by_id(listed, reading_of):
    summary = {"num_reviews": 1, "total_positive": 30, "total_reviews": 40}
    document = {"success": 1, "query_summary": summary, "reviews": listed, "cursor": "AoJ4+/="}

    reading = reading_of(document, url=STEAM_URL)

    review = only(reading)
    assert (review.native_id, review.rating, review.rating_max) == ("9", 1, 1)
    assert (review.body, review.language) == ("Fun\n\none\ntwo [not a mark]", "cs")
    assert (review.verified, review.author, review.reply) == (False, "Nia", None)
    assert (reading.rating.value, reading.rating.maximum, reading.rating.count) == (0.75, 1, 40)
    assert reading.next_url.endswith("?json=1&cursor=AoJ4%2B%2F%3D")
    assert reading.reader == "steam"


def test_steams_developer_answers_and_a_thumb_down_is_zero(reading_of):
    answered = {**STEAM, "voted_up": False, "developer_response": "Sorry!"}
    answered["timestamp_dev_responded"] = 1700090000
    reading = reading_of({"query_summary": {"num_reviews": 1}, "reviews": [answered]})

    review = only(reading)
    assert (review.rating, review.reply.body) == (0, "Sorry!")
    assert review.reply.published_at.isoformat() == "2023-11-15T23:13:20+00:00"
    assert (reading.rating, reading.next_url) == (None, None)


def test_steams_last_page_has_no_reviews_and_nothing_behind_it(reading_of):
    last = {"query_summary": {"num_reviews": 0}, "reviews": [], "cursor": "AoJ4"}

    reading = reading_of(last, url=STEAM_URL)

    assert (reading.next_url, reading.empty_because) == (None, "it counts 0 reviews")


OLD_PLACE = {
    "place_id": "x",
    "rating": 4.1,
    "user_ratings_total": 90,
    "reviews": [
        {
            "author_name": "Bo",
            "language": "en-US",
            "rating": 2,
            "text": "Slow.",
            "time": 1700000000,
            "relative_time_description": "a month ago",
        }
    ],
}
NEW_PLACE = {
    "id": "x",
    "rating": 4.1,
    "userRatingCount": 90,
    "reviews": [
        {
            "name": "places/x/reviews/r1",
            "rating": 2,
            "text": {"text": "Pomalu (translated).", "languageCode": "cs"},
            "originalText": {"text": "Slow.", "languageCode": "en"},
            "authorAttribution": {"displayName": "Bo"},
            "publishTime": "2023-11-14T22:13:20Z",
        }
    ],
}
XML_PLACE = (
    "<?xml version='1.0'?><PlaceDetailsResponse><status>OK</status><result><name>x</name>"
    "<place_id>x</place_id><rating>4.1</rating><user_ratings_total>90</user_ratings_total>"
    "<review><time>1700000000</time><text>Slow.</text><author_name>Bo</author_name>"
    "<rating>2</rating><language>en</language></review></result></PlaceDetailsResponse>"
)


@pytest.mark.parametrize(
    "document",
    [{"result": OLD_PLACE, "status": "OK"}, NEW_PLACE, {"places": [NEW_PLACE]}, XML_PLACE],
)
def test_a_google_place_is_read_in_each_of_its_shapes(document, reading_of):
    reading = reading_of(document)

    review = only(reading)
    assert (review.body, review.rating, review.rating_max) == ("Slow.", 2, 5)
    assert (review.language, review.author) == ("en", "Bo")
    assert review.published_at.isoformat() == "2023-11-14T22:13:20+00:00"
    assert (reading.rating.value, reading.rating.count) == (4.1, 90)
    assert reading.reader == "google_places"


def test_a_business_profile_has_the_owners_replies_and_the_customers_own_words(reading_of):
    entry = {
        "reviewId": "r7",
        "reviewer": {"displayName": "Bo"},
        "starRating": "FOUR",
        "comment": "(Translated by Google) Good\n\n(Original)\nDobré",
        "createTime": "2026-01-02T03:04:05Z",
        "reviewReply": {"comment": "Thanks", "updateTime": "2026-01-03T00:00:00Z"},
    }
    document = {"reviews": [entry], "averageRating": 4.4, "totalReviewCount": 9}
    document["nextPageToken"] = "t2"

    reading = reading_of(document, url="https://mybusiness.example/v4/reviews?pageSize=1")

    review = only(reading)
    assert (review.native_id, review.rating, review.body) == ("r7", 4, "Dobré")
    assert (review.reply.body, review.reply.published_at.day) == ("Thanks", 3)
    assert reading.next_url == "https://mybusiness.example/v4/reviews?pageSize=1&pageToken=t2"


def test_a_place_nobody_rated_is_rightly_empty(reading_of):
    assert reading_of({"result": {"place_id": "x", "user_ratings_total": 0}}).empty_because


FEEFO = {
    "FEEDBACKID": 5,
    "CUSTOMERCOMMENT": "Late.&#13;<br/>Twice.",
    "DATE": "40 Hour(s) ago",
    "HREVIEWDATE": "2026-05-02T12:43:36",
    "HREVIEWRATING": 2,
    "READMOREURL": "https://feefo.example/r?id=5",
    "VENDORCOMMENT": "Sorry &rsquo;",
    "FURTHERCOMMENTSTHREAD": {
        "POST": [{"CUSTOMERCOMMENT": "Ok"}, {"VENDORCOMMENT": "x", "DATE": "03-May-2026"}]
    },
}
FEEFO_XML = """<?xml version="1.0"?><FEEDBACKLIST><SUMMARY><AVERAGE>91</AVERAGE><BEST>100</BEST>
<COUNT>30</COUNT><START>1</START></SUMMARY><FEEDBACK><FEEDBACKID>5</FEEDBACKID>
<CUSTOMERCOMMENT>Late.&lt;br/&gt;Twice.</CUSTOMERCOMMENT><HREVIEWDATE>2026-05-02T12:43:36</HREVIEWDATE>
<HREVIEWRATING>2</HREVIEWRATING><READMOREURL>https://feefo.example/r?id=5</READMOREURL>
<VENDORCOMMENT>Sorry ’</VENDORCOMMENT><FURTHERCOMMENTSTHREAD><POST><VENDORCOMMENT>x</VENDORCOMMENT>
<DATE>03-May-2026</DATE></POST></FURTHERCOMMENTSTHREAD></FEEDBACK></FEEDBACKLIST>"""


@pytest.mark.parametrize(
    "document",
    [
        {
            "FEEDBACKLIST": {
                "FEEDBACK": [FEEFO],
                "SUMMARY": {"AVERAGE": 91, "BEST": 100, "COUNT": 30, "START": 1},
            }
        },
        FEEFO_XML,
    ],
)
def test_feefos_feed_is_the_same_as_json_and_as_xml(document, reading_of):
    reading = reading_of(document, url="https://feefo.example/xmlfeed.jsp?limit=1")

    review = only(reading)
    assert (review.native_id, review.rating, review.verified) == ("5", 2, True)
    assert (review.body, review.url) == ("Late.\nTwice.", "https://feefo.example/r?id=5")
    assert (review.reply.body, review.reply.published_at.day) == ("Sorry ’", 3)
    assert (reading.rating.value, reading.rating.maximum, reading.rating.count) == (91, 100, 30)
    assert reading.next_url == "https://feefo.example/xmlfeed.jsp?limit=1&start=2"


def test_feefos_signs_are_stars_where_it_prints_none(reading_of):
    feed = {"FEEDBACKLIST": {"FEEDBACK": {"CUSTOMERCOMMENT": "x", "SERVICERATING": "--"}}}

    assert only(reading_of(feed)).rating == 1


def test_feefos_newer_api_is_paged_by_number(reading_of):
    service = {
        "id": "s1",
        "title": "Quick",
        "review": "Came fast.",
        "created_at": "2026-02-01T10:00:00.000Z",
        "rating": {"min": 1.0, "max": 5.0, "rating": 5.0},
        "thread": [{"type": "merchant", "comment": "Thank you", "created_at": "2026-02-02"}],
    }
    entry = {"merchant": {}, "customer": {"display_name": "Bo"}, "service": service}
    meta = {"count": 3, "pages": 3, "page_size": 1, "current_page": 1}

    reading = reading_of({"summary": {"meta": meta}, "reviews": [entry]})

    review = only(reading)
    assert (review.title, review.body, review.rating) == ("Quick", "Came fast.", 5)
    assert (review.reply.body, review.author) == ("Thank you", "Bo")
    assert reading.next_url == "https://api.example/reviews?page=2"


def test_feefos_products_are_reviews_beside_that_of_the_service(reading_of):
    stars = {"min": 1.0, "max": 5.0, "rating": 4.0}
    entry = {
        "merchant": {},
        "service": {"id": "s1", "review": "Fast.", "rating": stars},
        "products": [
            {"id": "p1", "review": "Soft.", "feedbackVerificationState": "no", "rating": stars},
            {"id": "p2", "rating": stars},
        ],
    }
    url = "https://api.example/reviews?page=2"

    reading = reading_of(
        {"summary": {"meta": {"count": 9, "pages": 3}}, "reviews": [entry]}, url=url
    )

    assert [one.native_id for one in reading.reviews] == ["s1", "p1"]
    assert [one.verified for one in reading.reviews] == [True, False]
    assert reading.next_url == "https://api.example/reviews?page=3"


@pytest.mark.parametrize(("count", "value"), [(31, 4.5), (0, 0.0)])
def test_feefos_summary_is_an_average_unless_it_counts_nothing(count, value, reading_of):
    stars = {"min": 1.0, "max": 5.0, "rating": value}

    reading = reading_of({"merchant": {}, "meta": {"count": count}, "rating": stars})

    assert (reading.rating is None) == (count == 0)
    assert (reading.empty_because is None) == (count > 0)


YOTPO = {
    "id": 3,
    "title": "Fine &amp; fun",
    "content": "It&#39;s good.",
    "score": 4,
    "created_at": "2026-04-28T13:46:42Z",
    "verified_buyer": True,
    "user": {"display_name": "Bo R."},
    "comment": {"content": "Thanks!", "created_at": "2026-04-29T00:00:00Z"},
}


def test_yotpo_gives_badge_comment_average_and_the_following_page(reading_of):
    answer = {
        "pagination": {"page": 1, "per_page": 1, "total": 2},
        "bottomline": {"average_score": 4.25, "total_review": 2},
        "reviews": [YOTPO, {**YOTPO, "id": 4, "deleted": True}],
    }

    reading = reading_of({"status": {"code": 200}, "response": answer})

    review = only(reading)
    assert (review.title, review.body) == ("Fine & fun", "It's good.")
    assert (review.verified, review.reply.body, review.author) == (True, "Thanks!", "Bo R.")
    assert (reading.rating.value, reading.rating.count) == (4.25, 2)
    assert reading.next_url == "https://api.example/reviews?page=2"


def test_yotpo_says_by_its_total_that_there_is_nothing(reading_of):
    answer = {"status": {"code": 200}, "response": {"total_reviews": 0, "reviews": []}}

    assert reading_of(answer, reader="yotpo").empty_because == "it counts 0 reviews"


BAZAARVOICE = {
    "Id": "98",
    "Title": "Flat tires",
    "ReviewText": "Two of them.",
    "Rating": 1,
    "RatingRange": 5,
    "SubmissionTime": "2026-06-30T02:42:25.000+00:00",
    "ContentLocale": "en_US",
    "UserNickname": "bo",
    "Badges": {"verifiedPurchaser": {}},
    "Pros": None,
    "Cons": "tires\nseat",
    "ClientResponses": [{"Response": "Sorry.", "Date": "2026-07-01T00:00:00.000+00:00"}],
}
PRODUCT = {
    "Id": "p",
    "ReviewStatistics": {
        "AverageOverallRating": 4.3,
        "OverallRatingRange": 5,
        "TotalReviewCount": 2,
    },
}


@pytest.mark.parametrize(
    "answer",
    [
        {"Results": [BAZAARVOICE], "Includes": {"Products": {"p": PRODUCT}}},
        {"Results": [PRODUCT], "Includes": {"Reviews": {"98": BAZAARVOICE}}},
    ],
)
def test_bazaarvoice_is_read_by_review_and_by_product(answer, reading_of):
    reading = reading_of(
        {**answer, "TotalResults": 2, "Offset": 0, "Limit": 1},
        url="https://api.example/data/reviews.json?filter=a&filter=b&offset=0",
    )

    review = only(reading)
    assert (review.native_id, review.rating, review.language) == ("98", 1, "en")
    assert (review.body, review.own_words) == ("Two of them.\ntires\nseat", "Two of them.")
    assert (review.verified, review.reply.published_at.day) == (True, 1)
    assert (reading.rating.value, reading.rating.count) == (4.3, 2)
    assert reading.next_url.endswith("reviews.json?filter=a&filter=b&offset=1")


def test_bazaarvoice_ends_where_all_are_read_and_proves_an_empty_product(reading_of):
    url = "https://api.example/data/reviews.json"
    last = reading_of({"Results": [BAZAARVOICE], "TotalResults": 4, "Offset": 3}, url=url)
    none = reading_of({"Results": [], "TotalResults": 0}, url=url)

    assert (last.next_url, none.empty_because) == (None, "it counts 0 reviews")


def test_bazaarvoices_statistics_alone_are_an_average(reading_of):
    statistics = {"ProductId": "p", "ReviewStatistics": PRODUCT["ReviewStatistics"]}
    answer = {"Results": [{"ProductStatistics": statistics}], "TotalResults": 1}

    reading = reading_of(answer)

    assert (reading.reviews, reading.rating.value, reading.rating.count) == ((), 4.3, 2)


def test_an_error_of_bazaarvoice_proves_nothing(reading_of):
    answer = {"Results": [], "TotalResults": 0, "HasErrors": True, "Errors": [{}]}

    with pytest.raises(PageChanged):
        reading_of(answer, reader="bazaarvoice", url="https://api.example/data/reviews.json")


def test_a_batch_of_bazaarvoice_answers_is_read_together(reading_of):
    batch = {"BatchedResults": {"q0": {"Results": [BAZAARVOICE], "TotalResults": 1}}}

    assert only(reading_of(batch)).native_id == "98"


def test_a_list_of_reviews_from_a_scraper_is_read_by_its_usual_names(reading_of):
    play = {
        "reviewId": "a-1",
        "userName": "Bo",
        "content": "Crashes",
        "score": 1,
        "at": 1700000000,
        "replyContent": "Update, please",
        "repliedAt": 1700090000,
    }

    reading = reading_of([play, {**play, "reviewId": "a-2", "content": None}])

    first, second = reading.reviews
    assert (first.native_id, first.body, first.rating, first.rating_max) == ("a-1", "Crashes", 1, 5)
    assert (first.author, first.reply.published_at.day, second.body) == ("Bo", 15, "")
    assert reading.reader == "review_list"


def test_a_list_inside_an_answer_may_carry_its_scale_its_lists_and_its_attributes(reading_of):
    scaled = {"text": "Ok", "stars": "8,5", "max_rating": 10, "date": "2026-01-02", "pros": ["a"]}
    store = {
        "id": "c1",
        "attributes": {"body": "Ok", "rating": 4, "createdDate": "2026-01-02", "title": "Hm"},
    }

    (one,) = reading_of({"data": {"reviews": [scaled]}}).reviews
    (other,) = reading_of({"data": [store]}).reviews

    assert (one.rating, one.rating_max, one.body, one.pros) == (8.5, 10, "Ok\na", ("a",))
    assert (other.native_id, other.title, other.rating) == ("c1", "Hm", 4)


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("/reviews?page=2", "https://api.example/reviews?page=2"),
        ("https://other.example/reviews?page=2", "https://other.example/reviews?page=2"),
        (2, None),
        (None, None),
    ],
)
def test_an_answer_may_say_where_it_goes_on(following, expected, reading_of):
    entry = {"text": "Ok", "rating": 4, "date": "2026-01-02"}

    assert reading_of({"results": [entry], "next": following}).next_url == expected


def test_a_scale_that_nobody_states_is_the_first_that_fits(reading_of):
    entries = [{"text": str(score), "rating": score, "author": "x"} for score in (3, 9)]

    assert [review.rating_max for review in reading_of(entries).reviews] == [10, 10]
