"""What must not be kept of a page never reaches the database."""

import json
import sqlite3
import zlib
from datetime import UTC, datetime

import pytest

from crawler.extract import read_page
from crawler.reading.cleaning import ReadPage, cleaned
from crawler.reading.keeping import keep_page
from crawler.reading.reader_version import reader_version
from rivalscope.models import PageReading, Reply, Review, Snapshot, Source
from rivalscope.storage import Store

NOW = datetime(2026, 9, 1, tzinfo=UTC)
URL = "https://shop.example/reviews"


@pytest.fixture
def keep(tmp_path):
    """Keeps a page; gives the stored snapshot (None without body) and the rows of its reviews."""
    path = tmp_path / "kept.sqlite"

    def keep(
        body, *reviews, kind="reviews", encoding=None, payload=False, content_type="text/html"
    ):
        source = Source(brand="b", id="s", platform="p", kind=kind, url=URL)
        snapshot = Snapshot(
            url=URL, fetched_at=NOW, body=body, encoding=encoding, content_type=content_type
        )
        reading = PageReading(reviews=reviews, is_payload=payload)
        with Store(path) as store:
            run = store.runs.start("crawl", at=NOW)
            page = ReadPage(snapshot=snapshot, reading=reading)
            clean = cleaned(page, source=source, authors=store.privacy.authors)
            keep_page(clean, source=source, store=store, run=run)
        with sqlite3.connect(path) as database:
            database.row_factory = sqlite3.Row
            kept = database.execute("SELECT * FROM snapshots").fetchone()
            rows = database.execute("SELECT * FROM reviews").fetchall()
        database.close()
        body = zlib.decompress(kept["body"]) if kept["body"] else None
        return body, kept["encoding"], rows

    return keep


def review(author, body="The parcel came late", **more):
    return Review(author=author, body=body, native_id="1", **more)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-2", "cp1250", "utf-16"])
def test_no_encoding_hides_a_name(keep, encoding):
    page = "<html lang=cs><p>Žluťoučký kůň</p><b>Jana Nováková</b></html>"

    body, stored_as, _ = keep(page.encode(encoding), review("Jana Nováková"), encoding=encoding)

    assert stored_as == "utf-8"
    assert b"Jana" not in body
    assert "Žluťoučký kůň" in body.decode()
    assert b"<b>author-" in body


def test_koi8_hides_no_name_either(keep):
    page = "<html lang=ru><p>Пришло поздно</p><b>Анна Петрова</b></html>"

    body, _, _ = keep(page.encode("koi8-r"), review("Анна Петрова"), encoding="koi8-r")

    assert "Петрова" not in body.decode()
    assert "Пришло поздно" in body.decode()


def test_a_page_whose_author_cant_be_found_keeps_no_body(keep):
    page = b'{"first": "Jana", "last": "Nova"}'

    assert keep(page, review("Jana Nova"))[0] is None


def test_a_page_made_to_take_long_keeps_no_body(keep):
    assert keep(b"<b>Jana Nova</b>" + b"jana " * 30_000, review("Jana Nova"))[0] is None


def test_authors_of_a_page_are_not_named_in_rows(keep):
    reply = Reply(body="Dobrý den, paní Nováková, děkujeme. Jana Novakova")
    told = review(
        "Jana Nováková", "So says Jana Nováková, jana novakova", title="JANA NOVÁKOVÁ", reply=reply
    )

    _, _, [row] = keep("<b>Jana Nováková</b>".encode(), told)

    assert row["title"] == "[name]"
    assert row["body"] == "So says [name], [name]"
    assert row["reply_body"] == "Dobrý den, paní [name], děkujeme. [name]"


@pytest.mark.parametrize(
    ("author", "reply", "kept"),
    [
        ("Jana", "Hello Jana,\nsorry", "Hello [name],\nsorry"),
        ("Jana", "Dobrý den, Jano, omluva", "Dobrý den, [name], omluva"),
        ("Petr Novák", "Vážený pane Nováku, díky", "Vážený pane [name], díky"),
        ("Анна П.", "Здравствуйте, Анна! Жаль", "Здравствуйте, [name]! Жаль"),
        ("Anna", "Kedves Anna! Sajnáljuk", "Kedves [name]! Sajnáljuk"),
        ("Ute Meyer", "Hallo Frau Meyer, schade", "Hallo Frau [name], schade"),
        ("Asha", "Habari Asha, pole", "Habari [name], pole"),
        ("Will", "Hi Will, will you write us?", "Hi [name], will you write us?"),
        ("Will", "Will you write us?", "Will you write us?"),
        ("For Real", "Thanks for the rating", "Thanks for the rating"),
        ("Jana", "Jana, we are sorry", "[name], we are sorry"),
    ],
)
def test_a_reply_greets_nobody(keep, author, reply, kept):
    _, _, [row] = keep(f"<b>{author}</b>".encode(), review(author, reply=Reply(body=reply)))

    assert row["reply_body"] == kept


def test_a_stored_page_reads_as_the_page_did(keep):
    review_of = {
        "@type": "Review",
        "author": {"@type": "Person", "name": "Jana Nova"},
        "reviewBody": "Jana Nova says: the parcel came late",
        "datePublished": "2026-08-30",
        "reviewRating": {"ratingValue": 2},
    }
    product = {"@context": "https://schema.org", "@type": "Product", "review": [review_of]}
    page = f'<script type="application/ld+json">{json.dumps(product)}</script>'.encode()
    read = read_page(Snapshot(url=URL, fetched_at=NOW, body=page)).reviews

    body, _, [row] = keep(page, *read)
    again = read_page(Snapshot(url=URL, fetched_at=NOW, body=body)).reviews
    _, _, rows = keep(body, *again)

    assert [(one["id"], one["body"], one["author_key"]) for one in rows] == [
        (row["id"], "[name] says: the parcel came late", row["author_key"])
    ]


def test_an_address_that_names_somebody_is_left_out(keep):
    told = review("Jana Nova", url="https://shop.example/by/jana-nova/1")

    assert keep(b"<b>Jana Nova</b>", told)[2][0]["url"] is None


def test_interfaces_name_nobody_by_handle(keep):
    answer = {
        "content": "Came late",
        "account": {"username": "jana.nova", "acct": "jana.nova", "display_name": "Jana"},
        "mentions": [{"acct": "bo_k", "url": "https://m.example/@bo_k"}],
        "url": "https://m.example/@jana.nova/1",
    }

    body, _, _ = keep(json.dumps(answer).encode(), review("Jana"), payload=True)

    assert b"jana" not in body.lower()
    assert b"bo_k" not in body


@pytest.mark.parametrize("kind", ["faq", "site"])
@pytest.mark.parametrize(
    "markup",
    [
        '<div itemprop="review">',
        '<script>{"reviewBody": "x"}</script>',
        '<script>{"@type": "Review"}</script>',
        '<p class="testimonial__author">',
    ],
)
def test_a_page_not_read_for_its_reviews_keeps_no_body(keep, kind, markup):
    assert keep(f"<p>Jana Nova</p>{markup}".encode(), kind=kind)[0] is None


@pytest.mark.parametrize("kind", ["faq", "site"])
def test_other_pages_are_kept_as_they_are(keep, kind):
    page = b"<p>Reviews of our customers: how do I write one?</p>"

    assert keep(page, kind=kind)[0] == page


def test_a_table_is_kept_without_its_authors(keep):
    body, _, _ = keep(
        b'{"text": "x", "reply": "Jana Nova!"}',
        review("Jana Nova"),
        review("Eva Mala"),
        content_type="application/jsonl",
    )

    assert body.startswith(b'{"text": "x", "reply": "author-')


def test_another_platform_is_another_way_of_reading():
    one = Source(brand="b", id="s", platform="p", kind="reviews", url=URL)
    other = Source(brand="b", id="s", platform="q", kind="reviews", url=URL)

    assert reader_version(one) != reader_version(other)
