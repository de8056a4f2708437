"""Exported tables: which rows, which columns, which dates and ratings."""

import json
from datetime import UTC, date, datetime

import pytest

from crawler.tables import parse_mapping, read_table
from crawler.tables.columns import find_mapping
from rivalscope.errors import UsageError
from rivalscope.models import Snapshot

SEEN = datetime(2026, 10, 1, tzinfo=UTC)


def table(body, mapping=None, *, date_order=None, sheet=None, name="file:///rows.csv"):
    raw = body if isinstance(body, bytes) else body.encode()
    return read_table(
        Snapshot(url=name, fetched_at=SEEN, body=raw),
        mapping=parse_mapping(mapping) if mapping else None,
        date_order=date_order,
        sheet=sheet,
        name=name,
    )


def reviews(*arguments, **named):
    return [review for _, review in table(*arguments, **named).rows]


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        ("Comment,Created,Stars", "text=Comment,date=Created,rating=Stars"),
        ("Komentář,Datum,Hodnocení", "text=Komentář,date=Datum,rating=Hodnocení"),
        ("Отзыв,Дата,Рейтинг", "text=Отзыв,date=Дата,rating=Рейтинг"),
        ("Vélemény,Dátum,Értékelés", "text=Vélemény,date=Dátum,rating=Értékelés"),
        ("Maoni,Tarehe,Nyota", "text=Maoni,date=Tarehe,rating=Nyota"),
        ("reviewText,createdAt,starRating", "text=reviewText,date=createdAt,rating=starRating"),
        (
            "My comment *,Sent (date),Rating 1-5",
            "text=My comment *,date=Sent (date),rating=Rating 1-5",
        ),
        ("Hodnocení,Datum,Počet hvězd", "text=Hodnocení,date=Datum,rating=Počet hvězd"),
    ],
)
def test_columns_with_usual_names_need_no_mapping(header, mapping):
    rows = "They answered at once.,2026-09-01,5\nI waited an hour.,2026-09-02,2\n"
    read = table(f"{header}\n{rows}")
    assert read.notes[0] == f"read as: {mapping}"
    first = read.rows[0][1]
    assert (first.text, first.rating) == ("They answered at once.", 5.0)
    assert first.published_on == date(2026, 9, 1)


def test_a_column_is_only_what_its_cells_can_be():
    rows = [{"review": stars, "comment": "It was slow.", "id": "product-1"} for stars in "24"]
    assert find_mapping(["review", "comment", "id"], rows) == {"text": "comment"}


@pytest.mark.parametrize("header", ["Review,Comment", "Said,Heard", "Note on price,Note on care"])
def test_texts_that_could_stand_in_two_columns_or_in_none_are_asked_about(header):
    with pytest.raises(UsageError, match=r"which column holds the texts\? a table needs --map"):
        table(f"{header}\nThey answered at once.,All was well.\n")


def test_an_author_is_read_and_never_becomes_text():
    (review,) = reviews("Author,Comment\nJana Malá,They answered at once.\n")
    assert review.author == "Jana Malá"
    assert "Jana" not in review.text
    assert "Jana" not in repr(review)


def test_only_what_was_mapped_may_be_kept_and_never_who_wrote_it():
    read = table("Author,Comment,E-mail\nJana Malá,Slow.,jana@mala.example\n")
    assert read.snapshot.body == b'{"text": "Slow."}\n'
    again = read_table(read.snapshot, mapping={"text": "text"}, date_order=None, name="rows.csv")
    assert again.rows == read.rows


def test_titles_above_the_header_are_passed_over():
    rows = "Export of reviews\n\nFilter: all,,\nComment,When\nSlow.,2026-09-01\n"
    (review,) = reviews(rows, "text=Comment,date=When")
    assert (review.text, review.published_on) == ("Slow.", date(2026, 9, 1))
    assert [one.text for one in reviews(rows)] == ["Slow."]


def test_rows_that_say_nothing_are_left_out_and_counted():
    read = table("Comment,Stars\nSlow.,2\n,\n ,\n,5\n", "text=Comment,rating=Stars")
    assert [(review.text, review.rating) for _, review in read.rows] == [("Slow.", 2.0), ("", 5.0)]
    assert "1 row without text, title and rating left out" in read.notes


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda rows: {"reviews": rows},
        lambda rows: {"status": "ok", "data": {"count": 2, "items": rows}},
        lambda rows: rows,
    ],
)
def test_json_lists_are_found_where_apis_put_them(wrapped):
    rows = [{"text": f"Parcel {n} late.", "author": {"name": "Jan", "rating": n}} for n in (1, 4)]
    body = json.dumps(wrapped(rows), indent=1)
    read = reviews(body, "text=text,rating=author.rating,author=author.name")
    assert [(one.text, one.rating, one.author) for one in read] == [
        ("Parcel 1 late.", 1.0, "Jan"),
        ("Parcel 4 late.", 4.0, "Jan"),
    ]


@pytest.mark.parametrize(
    ("written", "value", "maximum"),
    [("4", 4, 5), ("4,5", 4.5, 5), ("8/10", 8, 10), ("★★★★☆", 4, 5), ("80 %", 80, 100)],
)
def test_ratings_are_read_as_people_write_them(written, value, maximum):
    (review,) = reviews(f'Comment;Stars\nSlow.;"{written}"\n', "text=Comment,rating=Stars")
    assert (review.rating, review.rating_max) == (value, maximum)


def test_days_counted_since_1899_are_dates():
    (review,) = reviews("Comment,When\nSlow.,46266\n", "text=Comment,date=When")
    assert (review.published_on, review.date_precision) == (date(2026, 9, 1), "day")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Žádná omluva, řidič nezavolal a zboží přišlo pozdě.", "cp1250"),
        ("A futár későn jött, és őszintén szólva udvariatlan volt.", "cp1250"),
        ("Посылка пришла поздно, Курьер не позвонил.", "cp1251"),
        ("Посылка пришла поздно, Курьер не позвонил.", "koi8-r"),
        ("Das Päckchen kam zu spät, großer Ärger.", "cp1252"),
    ],
)
def test_old_code_pages_are_known_by_their_letters_and_told(text, encoding):
    read = table(f"Comment;Stars\n{text};2\n".encode(encoding), "text=Comment,rating=Stars")
    assert read.rows[0][1].text == text
    assert f"is not UTF-8: read as {encoding} by its letters" in read.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide(encoding):
    read = table("Comment\tStars\nŽádná omluva.\t2\n".encode(encoding), "text=Comment")
    assert (read.rows[0][1].text, read.notes) == ("Žádná omluva.", ())


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"Comment,Date\n", "has a header but no rows under it"),
        (b"<!doctype html><table><tr><td>Comment</td></tr></table>", "is a page or XML"),
        (b"Comment\nB\x8f\xad\x9fl\xe5\xff\x81k\n", "is not UTF-8"),
        (b"Comment\0\n", "is no text"),
        (b"[1, 2]", "each row must be an object"),
        (b"[]", "has no rows"),
        (b"{broken", "is no CSV"),
        (b"\xff\xfe\x00", "is no utf-16"),
        (b"[" * 100_000, "is no CSV"),
    ],
)
def test_what_is_no_table_is_told_with_its_reason(body, reason):
    with pytest.raises(UsageError, match=f"rows.csv: .*{reason}"):
        table(body, "text=Comment")


def test_the_separator_that_a_file_declares_is_used():
    (review,) = reviews("sep=;\nComment;Stars\nOne, two, three.;2\n", "text=Comment")
    assert review.text == "One, two, three."


def test_a_sheet_of_a_file_without_sheets_is_a_mistake():
    with pytest.raises(UsageError, match="has no sheets"):
        table("Comment\nSlow.\n", "text=Comment", sheet="May")


def test_a_list_of_texts_with_commas_is_one_column():
    assert [one.text for one in reviews("Comment\nOne, two; three.\nFour, five.\n")] == [
        "One, two; three.",
        "Four, five.",
    ]
