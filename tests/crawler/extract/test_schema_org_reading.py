from __future__ import annotations

import json

import pytest

from crawler.extract import schema_org
from crawler.extract.lenient_json import lenient


def script(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def review(**properties):
    return {
        "@type": "Review",
        "reviewBody": "Good boots.",
        "datePublished": "2026-01-02",
        **properties,
    }


def reviews_on(page):
    reading = schema_org.read(page)
    return reading.reviews if reading else ()


@pytest.mark.parametrize(
    "value",
    [
        review(),
        [review()],
        {"@graph": [{"@type": "Product", "review": review()}]},
        {
            "@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "item": {"review": [review()]}}],
        },
        review(**{"@type": ["UserReview", "Thing"]}),
        review(**{"@type": "http://schema.org/Review"}),
        '"@type": "Review", "datePublished": "2026-01-02", "x": Y, "reviewBody": "Good boots."',
        '{"@type": "Review", "reviewBody": "Good\nboots.", "datePublished": "2026-01-02",}',
        f"/*<![CDATA[*/ {json.dumps(review())} /*]]>*/",
        json.dumps(review()).replace('"', "&quot;"),
    ],
)
def test_a_review_is_found_wherever_and_however_it_stands(value, page_of):
    (found,) = reviews_on(page_of(script(value)))

    assert found.body.split() == ["Good", "boots."]
    assert found.published_on.isoformat() == "2026-01-02"


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ({"ratingValue": "4,5"}, (4.5, 5.0)),
        ({"ratingValue": 8, "bestRating": "10", "worstRating": "1"}, (8.0, 10.0)),
        ({"ratingValue": 80}, (80.0, 100.0)),
        ({"ratingValue": "8/10"}, (8.0, 10.0)),
        ({"ratingValue": "4.5/5"}, (4.5, 5.0)),
        ({"ratingValue": "90%"}, (90.0, 100.0)),
        ({"ratingValue": "4,5", "bestRating": "5,0"}, (4.5, 5.0)),
        ({"ratingValue": 87, "bestRating": 100, "worstRating": 0}, (87.0, 100.0)),
        ({"ratingValue": 0, "worstRating": 0, "bestRating": 5}, (0.0, 5.0)),
        ([{"ratingValue": ["3"]}], (3.0, 5.0)),
        ("4 out of 5", (4.0, 5.0)),
        ({"ratingValue": 6, "bestRating": 5}, (None, None)),
        ({"ratingValue": 2, "bestRating": 1, "worstRating": 6}, (None, None)),
        ({"ratingValue": 0}, (None, None)),
        ({"ratingValue": "NaN"}, (None, None)),
        (7, (7.0, 10.0)),
    ],
)
def test_ratings_come_with_the_scale_they_are_on(rating, expected, page_of):
    (found,) = reviews_on(page_of(script(review(reviewRating=rating))))

    assert (found.rating, found.rating_max) == expected


@pytest.mark.parametrize(
    "properties",
    [
        {"reviewBody": "{{ body }}"},
        {"reviewBody": "comment"},
        {"reviewBody": "", "name": ""},
        {"reviewBody": "[object Object]"},
        {"datePublished": "soon"},
    ],
)
def test_templates_placeholders_and_bare_snippets_are_no_reviews(properties, page_of):
    assert reviews_on(page_of(script(review(**properties)))) == ()


def test_stars_without_words_are_a_review(page_of):
    (found,) = reviews_on(page_of(script(review(reviewBody="", reviewRating={"ratingValue": 2}))))

    assert (found.body, found.rating) == ("", 2.0)


def test_one_broken_script_costs_only_itself(page_of):
    page = page_of(script('{"@type": "Review", "reviewBody": ') + script(review()))

    assert len(reviews_on(page)) == 1


def test_two_people_may_say_the_same_and_one_person_is_counted_once(page_of):
    both = [review(author="Ada"), review(author="Bo"), review(author="Ada")]

    assert len(reviews_on(page_of(script(both)))) == 2


def test_a_rating_by_words_like_less_than_three_is_text_not_markup(page_of):
    (found,) = reviews_on(page_of(script(review(reviewBody="I <3 them, 1 < 2 &amp; so on"))))

    assert found.body == "I <3 them, 1 < 2 & so on"


@pytest.mark.parametrize(
    ("properties", "native_id"),
    [
        ({"@id": "https://shop.example/p/1#review-48213"}, "review-48213"),
        ({"@id": "#review-1"}, None),
        ({"@id": "_:b12345"}, None),
        ({"identifier": {"@type": "PropertyValue", "value": "90817263"}}, "90817263"),
        ({"url": "https://shop.example/p/1"}, None),
        ({"url": "https://shop.example/p/1#comment-48213"}, "comment-48213"),
    ],
)
def test_an_id_is_kept_only_where_it_names_this_review_for_good(properties, native_id, page_of):
    (found,) = reviews_on(page_of(script(review(**properties))))

    assert found.native_id == native_id


def test_an_id_that_several_reviews_carry_names_none_of_them(page_of):
    two = [review(reviewBody=text, identifier="product-12345") for text in ("Good.", "Bad.")]

    assert [found.native_id for found in reviews_on(page_of(script(two)))] == [None, None]


def test_an_answer_is_the_owners_only_if_an_organization_or_nobody_else_wrote_it(page_of):
    shop = {"@type": "Comment", "text": "Sorry.", "author": {"@type": "Organization"}}
    guest = {"@type": "Comment", "text": "Me too.", "author": {"@type": "Person"}}
    page = page_of(
        script([review(comment=[guest, shop]), review(author="x", comment=[guest, guest])])
    )

    assert [found.reply and found.reply.body for found in reviews_on(page)] == ["Sorry.", None]


def test_the_average_of_the_product_goes_before_that_of_its_shop_and_of_listed_things(page_of):
    def rated(kind, value):
        return {"@type": kind, "aggregateRating": {"ratingValue": value, "reviewCount": 3}}

    listed = {"@type": "ItemList", "itemListElement": [rated("Product", 1), rated("Product", 2)]}
    page = page_of(script([listed, rated("Organization", 3), rated("Product", 4)]))

    assert schema_org.read(page).rating.value == 4.0
    assert schema_org.read(page_of(script(listed))).rating is None


def test_an_average_may_be_named_by_its_id(page_of):
    graph = [
        {"@type": "Product", "aggregateRating": {"@id": "#r"}},
        {"@type": "AggregateRating", "@id": "#r", "ratingValue": 9.1, "bestRating": 10},
    ]

    assert schema_org.read(page_of(script({"@graph": graph}))).rating.maximum == 10.0


def test_an_average_of_no_reviews_proves_the_page_empty(page_of):
    product = {"@type": "Product", "aggregateRating": {"ratingValue": 0, "reviewCount": "0"}}

    reading = schema_org.read(page_of(script(product)))

    assert reading.rating is None
    assert reading.empty_because


def test_microdata_is_found_by_itemref_and_without_an_item_around_it(page_of):
    page = page_of(
        """
        <div itemscope itemtype="https://schema.org/Review" itemref="when">
        <b itemprop="description">Ok.</b></div>
        <time id="when" itemprop="datePublished" datetime="2026-01-02"></time>
        <li itemprop="review" itemscope itemtype="http://schema.org/Review">
        <i itemprop="reviewBody">Bad.</i>
        <i class="date">3 January 2026</i></li>
        <template><div itemscope itemtype="https://schema.org/Review">
        <b itemprop="description">No.</b>
        <meta itemprop="datePublished" content="2026-01-02"></div></template>""",
        language="en",
    )

    assert [(found.body, found.published_on.day) for found in reviews_on(page)] == [
        ("Ok.", 2),
        ("Bad.", 3),
    ]


@pytest.mark.parametrize(
    "text", ["[" * 20_000, '{"a":' * 20_000, "", "nonsense", '"', "{" * 50, "\ud800"]
)
def test_hopeless_json_gives_nothing(text):
    assert lenient(text.encode("utf-8", "surrogatepass")) == []


def test_a_page_without_any_of_it_is_not_ours(page_of):
    assert schema_org.read(page_of("<p>Hello</p>" + script({"@type": "WebSite"}))) is None
