from __future__ import annotations

import json

import pytest

from crawler.extract import schema_org


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


GOOD = '{"@type":"Review","reviewBody":"Good boots.","datePublished":"2026-01-02"}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD[:-1],
        GOOD + "}",
        GOOD + ";",
        f"[{GOOD} {GOOD.replace('boots', 'shoes')}]",
        "var data = " + GOOD + ";",
        "// made by a plugin\n" + GOOD,
        GOOD.replace(",", ",,", 1),
        GOOD.replace(",", ", /* no comment */", 1),
        GOOD.replace("Good", 'Really \\"good\\", as they say: Good'.replace("\\", "")),
        GOOD.replace("Good", "Good\\x"),
        GOOD.replace('"', "'"),
        GOOD.replace('"', "&#34;"),
        GOOD.replace('"', "\u201c"),
        GOOD.replace("{", "{\u00a0"),
        "\ufeff" + GOOD,
        GOOD.replace("{", '{"price": , ', 1),
        GOOD.replace("{", '{"seen": new Date(), "stock": undefined, ', 1),
        GOOD.replace(",", "<br />,"),
        '{"@graph":['
        + GOOD
        + ',{"@type":"Review","datePublished":"2026-01-03","reviewBody":"cut he',
    ],
)
def test_a_review_survives_what_editors_and_plugins_do_to_json(text, page_of):
    found = reviews_on(page_of(script(text)))

    assert found
    assert found[0].published_on.isoformat() == "2026-01-02"
    assert "oots." in found[0].body
    assert not [review for review in found if "cut he" in review.body]


def test_the_authors_name_is_given_as_printed_for_both_layers(page_of):
    data = page_of(script([review(author={"@type": "Person", "name": "Ada  Lind"})]))
    shown = page_of(
        """<div itemscope itemtype="https://schema.org/Review">
        <span itemprop="author" itemscope itemtype="https://schema.org/Person">
        <a href="/u/7" itemprop="name">Bo  Ek</a></span>
        <p itemprop="reviewBody">Fine.</p><meta itemprop="datePublished" content="2026-01-02">
        </div>"""
    )

    assert [reviews_on(page)[0].author for page in (data, shown)] == ["Ada Lind", "Bo Ek"]


@pytest.mark.parametrize("author", ["https://shop.example/u/7", "{{ author }}", "", None, []])
def test_what_names_nobody_is_no_author(author, page_of):
    assert reviews_on(page_of(script(review(author=author))))[0].author is None


def test_things_that_are_only_named_by_their_id_are_looked_up(page_of):
    graph = [
        {"@type": "Product", "@id": "#p", "name": "Boots", "review": [{"@id": "#r"}]},
        review(
            **{"@id": "#r", "author": {"@id": "#a"}, "reviewRating": {"@id": "#s"}},
            itemReviewed={"@id": "#p"},
            name="Boots",
        ),
        {"@type": "Person", "@id": "#a", "name": "Ada"},
        {"@type": "Rating", "@id": "#s", "ratingValue": 9, "bestRating": 10},
    ]

    (found,) = reviews_on(page_of(script({"@graph": graph})))

    assert (found.author, found.rating, found.rating_max) == ("Ada", 9.0, 10.0)
    assert found.title is None


def test_a_review_without_a_type_is_known_by_its_shape_and_a_plain_string_is_none(page_of):
    bare = {"reviewBody": "Good boots.", "reviewRating": {"ratingValue": 4}}
    product = {"@type": "Product", "review": [bare, "Great!", {"@id": "#gone"}]}

    assert [found.body for found in reviews_on(page_of(script(product)))] == ["Good boots."]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<p>Good &amp; dry.</p><p>Light.</p>", "Good & dry.\n\nLight."),
        ("&lt;p&gt;Good &amp;amp; dry.&lt;/p&gt;", "Good & dry."),
        ("It&amp;#39;s good &amp;amp;amp; dry", "It's good & dry"),
        ("Good<br/>and dry", "Good\nand dry"),
        ("1 &lt; 2 and I <3 R&D", "1 < 2 and I <3 R&D"),
        (["Good.", "Dry."], "Good.\n\nDry."),
        ({"@value": "Good.", "@language": "en"}, "Good."),
    ],
)
def test_texts_come_without_markup_however_often_it_was_escaped(raw, plain, page_of):
    (found,) = reviews_on(page_of(script(review(reviewBody=raw))))

    assert found.body == plain


def test_what_is_listed_for_and_against_is_part_of_the_text(page_of):
    def listed(*names):
        return {
            "@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "name": name} for name in names],
        }

    page = page_of(
        script(
            [
                review(reviewBody="", positiveNotes=listed("Light", "- Dry")),
                review(negativeNotes=["Laces tear", "Good boots."]),
            ]
        )
    )

    assert [found.body for found in reviews_on(page)] == [
        "Light\nDry",
        "Good boots.\n\nLaces tear",
    ]


def test_one_page_uses_one_scale(page_of):
    values = (9, 4, 10)
    page = page_of(
        script([review(reviewBody=f"Text {n}", reviewRating={"ratingValue": n}) for n in values])
    )

    assert [found.rating_max for found in reviews_on(page)] == [10.0, 10.0, 10.0]


def test_reviews_of_listed_things_count_where_the_page_has_no_others(page_of):
    own = {"@type": "Product", "review": review()}
    listed = {
        "@type": "ItemList",
        "itemListElement": [{"item": {"@type": "Product", "review": review(reviewBody="Other.")}}],
    }

    assert [one.body for one in reviews_on(page_of(script([listed, own])))] == ["Good boots."]
    assert [one.body for one in reviews_on(page_of(script(listed)))] == ["Other."]


def test_a_shops_badge_in_microdata_does_not_stand_for_the_product(page_of):
    page = page_of(
        """<footer itemscope itemtype="https://schema.org/Organization">
        <div itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
        <b itemprop="ratingValue">4,9</b><i itemprop="reviewCount">51 000</i></div></footer>"""
        + script({"@type": "Product", "aggregateRating": {"ratingValue": 3.5, "reviewCount": 8}})
    )

    assert schema_org.read(page).rating.value == 3.5


FORM = "What do you like best about it? {} What do you dislike about it? {}"


def test_the_questions_of_a_form_are_not_what_customers_say(page_of):
    answers = [("Easy setup.", "Nothing. Why would I?"), ("Price.", "Slow."), ("All.", "Support.")]
    told = [review(reviewBody=FORM.format(*pair), author=pair[0]) for pair in answers]

    bodies = [found.body for found in reviews_on(page_of(script(told)))]

    assert [body.split("\n\n") for body in bodies] == [[one, two] for one, two in answers]


def test_a_question_that_one_customer_asks_stays(page_of):
    told = [review(reviewBody=f"{n}. Why so late? Never again.", author=str(n)) for n in (1, 2)]

    assert all("Why so late?" in found.body for found in reviews_on(page_of(script(told))))


HIDDEN = """<html lang="de"><div itemscope itemtype="https://schema.org/Product">{marked}</div>
<h2>Bewertungen</h2>{shown}</html>"""
MARKED = """<div itemprop="review" itemscope itemtype="https://schema.org/Review">
<meta itemprop="author" content="{author}"><meta itemprop="datePublished" content="{day}">
<meta itemprop="description" content="{body}"><div itemprop="reviewRating" itemscope
 itemtype="https://schema.org/Rating"><meta itemprop="ratingValue" content="4"></div></div>"""
SHOWN = """<blockquote><div class="top"><small>{author} am {day}</small></div>
<p class="txt">{body}</p><button>Hilfreich</button></blockquote>"""


def test_a_placeholder_gives_way_to_the_text_on_the_authors_card(page_of):
    marked = [("Ute K.", "2025-03-08"), ("Käufer", "2025-02-01"), ("Unbekannt", "2024-02-01")]
    shown = [("Ute K.", "8.3.2025", "Hält dicht."), ("Käufer", "1.2.2025", "Zu klein.<br>Leider.")]
    page = page_of(
        HIDDEN.format(
            marked="".join(MARKED.format(author=a, day=d, body="comment") for a, d in marked),
            shown="".join(SHOWN.format(author=a, day=d, body=b) for a, d, b in shown),
        )
    )

    found = reviews_on(page)

    assert [(one.author, one.body) for one in found] == [
        ("Ute K.", "Hält dicht."),
        ("Käufer", "Zu klein.\nLeider."),
    ]


def test_a_card_of_another_day_is_another_review(page_of):
    page = page_of(
        HIDDEN.format(
            marked=MARKED.format(author="Ute K.", day="2025-03-08", body="{{ text }}"),
            shown=SHOWN.format(author="Ute K.", day="9.9.2024", body="Alt."),
        )
    )

    assert reviews_on(page) == ()


def test_stars_without_words_take_no_words_from_their_card(page_of):
    page = page_of(
        HIDDEN.format(
            marked=MARKED.format(author="Ute K.", day="2025-03-08", body=""),
            shown=SHOWN.format(author="Ute K.", day="8.3.2025", body="Danke für die Sterne!"),
        )
    )

    assert [found.body for found in reviews_on(page)] == [""]


def test_date_and_stars_that_only_the_card_shows_are_read_from_it(page_of):
    texts = ("Dry and light, worth every cent.", "The sole came off after a single week.")
    data = [{"@type": "Review", "reviewBody": text} for text in texts]
    cards = "".join(
        f"""<li><i class="stars" aria-label="{n} out of 5"></i><p>{text}</p>
        <span class="date">{n} March 2025</span></li>"""
        for n, text in enumerate(texts, start=2)
    )

    found = reviews_on(page_of(script(data) + f"<ul>{cards}</ul>", language="en"))

    assert [(one.rating, one.published_on.isoformat()) for one in found] == [
        (2.0, "2025-03-02"),
        (3.0, "2025-03-03"),
    ]


def test_the_same_review_in_both_layers_is_one(page_of):
    text = "The sole came off after a single week of light use."
    page = page_of(
        f"""<div itemscope itemtype="https://schema.org/Review">
        <b itemprop="author">Ada</b><p itemprop="reviewBody">{text}</p>
        <meta itemprop="datePublished" content="2026-01-02"></div>"""
        + script([review(reviewBody=text[:40] + "…", author="Ada", name="Gone", **{"@id": "#x"})])
    )

    (found,) = reviews_on(page)

    assert (found.body, found.title, found.author) == (text, "Gone", "Ada")


def test_microdata_of_breadcrumbs_alone_builds_no_tree(page_of):
    page = page_of(
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li>Home</li></ol>'
        + script(review(reviewRating={"ratingValue": 4}))
    )

    assert reviews_on(page)
    assert "tree" not in vars(page)
