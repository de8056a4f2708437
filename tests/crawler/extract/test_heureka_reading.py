from __future__ import annotations

import pytest

from crawler.extract import heureka, page_record, read_page
from rivalscope.errors import PageChanged

SHOP_EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<reviews>
 <review><rating_id>11</rating_id><name><![CDATA[Iva K.]]></name>
  <unix_timestamp>1700000000</unix_timestamp><total_rating>4,5</total_rating>
  <pros><![CDATA[rychlost\nbalení]]></pros><cons><![CDATA[cena]]></cons>
  <summary><![CDATA[Vše v pořádku]]></summary><reaction><![CDATA[Děkujeme.]]></reaction></review>
 <review><rating_id>12</rating_id><unix_timestamp>1700000100</unix_timestamp>
  <pros>ochota</pros></review>
</reviews>"""


def post(inner, author="Ověřený zákazník&nbsp;Iva"):
    return (
        '<ul><li class="c-box-list__item c-post" id="id-501">'
        f'<p class="c-post__author">{author}</p>'
        f'<time class="c-post__publish-time" datetime="2026-03-04 05:06:07">před chvílí</time>'
        f"{inner}</li></ul><i class='c-rating-widget'></i>"
    )


def read_post(page_of, inner, **more):
    (review,) = heureka.read(page_of(post(inner, **more))).reviews
    return review


def test_a_post_gives_its_points_its_moment_and_its_shop_response(page_of):
    review = read_post(
        page_of,
        '<p class="c-rating-widget" data-rating="7"><span>70 %</span></p>'
        '<p class="c-post__summary">Dobré.</p><section class="c-post-response">'
        '<h3 class="c-post-response__heading"><span>Reakce obchodu</span></h3>'
        "<p>Díky,<br>těší nás to.</p></section>",
    )

    assert (review.rating, review.rating_max, review.verified) == (7, 10, True)
    assert (review.native_id, review.author, review.body) == ("501", "Iva", "Dobré.")
    assert review.published_at.isoformat() == "2026-03-04T05:06:07+00:00"
    assert review.reply.body == "Díky,\ntěší nás to."
    assert review.reply.published_at is None


def test_pros_and_cons_are_the_text_where_there_is_no_other(page_of):
    lists = (
        '<ul class="c-attributes-list c-attributes-list--pros"><li>cena</li><li>výběr</li></ul>'
        '<ul class="c-attributes-list c-attributes-list--cons"><li>doprava</li></ul>'
    )
    bare = read_post(page_of, lists)
    both = read_post(page_of, f'<p class="c-post__summary">Ujde.</p>{lists}')

    assert (bare.body, bare.own_words) == ("cena\nvýběr\ndoprava", "")
    assert (both.body, both.own_words) == ("Ujde.\ncena\nvýběr\ndoprava", "Ujde.")
    assert (both.pros, both.cons) == (("cena", "výběr"), ("doprava",))


@pytest.mark.parametrize(
    ("author", "verified", "name"),
    [
        ("Ověřený zákazník&nbsp;", True, None),
        ("Overený zákazník Ján", True, "Ján"),
        ("Pavel", False, "Pavel"),
    ],
)
def test_only_a_known_customer_is_verified(author, verified, name, page_of):
    review = read_post(page_of, "<p class='c-post__summary'>Ok</p>", author=author)

    assert (review.verified, review.author) == (verified, name)


def test_points_are_read_from_the_per_cent_shown_where_no_attribute_holds_them(page_of):
    review = read_post(page_of, '<p class="c-rating-widget"><span>85 %</span></p>')

    assert (review.rating, review.rating_max) == (8.5, 10)


def test_a_shop_export_gives_stars_lists_and_the_shops_reaction(snapshot_of):
    reading = read_page(snapshot_of(SHOP_EXPORT), reader="heureka")

    first, second = reading.reviews
    assert (first.native_id, first.rating, first.rating_max) == ("11", 4.5, 5)
    assert (first.body, first.author) == ("Vše v pořádku\nrychlost\nbalení\ncena", "Iva K.")
    assert (first.pros, first.cons) == (("rychlost", "balení"), ("cena",))
    assert first.published_at.isoformat() == "2023-11-14T22:13:20+00:00"
    assert first.reply.body == "Děkujeme."
    assert (second.rating, second.body, second.verified) == (None, "ochota", True)
    assert reading.reader == "heureka"
    assert page_record("x", reading)["reviews"][0]["body"] == "Vše v pořádku"


def test_an_id_that_two_products_share_names_no_review(page_of):
    one = "<review><rating_id>7</rating_id><rating>3</rating><summary>{}</summary></review>"
    products = "".join(
        f"<product><reviews>{one.format(text)}</reviews></product>" for text in ("a", "b")
    )

    reviews = heureka.read(page_of(f"<products>{products}</products>")).reviews

    assert [(review.native_id, review.rating, review.body) for review in reviews] == [
        (None, 3, "a"),
        (None, 3, "b"),
    ]


def test_an_export_without_reviews_is_rightly_empty_unless_it_is_cut_off(page_of):
    assert heureka.read(page_of("<?xml version='1.0'?><reviews></reviews>")).empty_because
    assert heureka.read(page_of("<?xml version='1.0'?><reviews>")).empty_because is None


@pytest.mark.parametrize(
    "body",
    [
        "<?xml version='1.0'?><reviews><review><text>Ours</text></review></reviews>",
        "<?xml version='1.0'?><shop/>",
        "<p>c-post is our class</p>",
        "<ul><li class='c-post'><h2>Our blog</h2><p class='c-post__summary'>Spring</p></li></ul>",
        "<p class='c-rating-widget'></p><ul><li class='c-post'>Our blog</li></ul>",
        "[]",
    ],
)
def test_other_pages_are_not_heurekas(body, snapshot_of):
    with pytest.raises(PageChanged):
        read_page(snapshot_of(body), reader="heureka")
