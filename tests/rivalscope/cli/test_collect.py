"""import, and what crawl refuses to do."""

import json
from textwrap import dedent

import pytest

from rivalscope.storage import Store

ROWS = [
    {"who": "Acme", "said": "They answered at once.", "on": "2026-09-01", "n": "1"},
    {"who": "BOLT & CO", "said": "Two lines\u2028in one text.", "on": "2026-09-02", "n": "2"},
    {"who": "cap", "said": "I waited an hour.", "on": "2026-09-03", "n": "3"},
]
MAP = "text=said,brand=who,date=on,id=n"


@pytest.fixture
def table(market):
    path = market / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS))
    return path


def test_a_table_is_imported_once_however_often_it_is_read(run, table):
    first = run("import", table, "--map", MAP, "--platform", "forum")
    again = run("import", table, "--map", MAP, "--platform", "forum")
    assert first.returncode == 0, first.stderr
    assert "Acme: 1 review: 1 new, 0 changed, 0 known" in first.stdout
    assert "Acme: 1 review: 0 new, 0 changed, 1 known" in again.stdout


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "semicolon.csv"])
def test_other_tables_are_read_as_well(run, market, ending):
    path = market / f"rows.{ending}"
    mark = {"csv": ",", "tsv": "\t", "semicolon.csv": ";"}.get(ending)
    if mark:
        lines = [mark.join(ROWS[0]), *(mark.join(f'"{v}"' for v in row.values()) for row in ROWS)]
        path.write_text("\n".join(lines))
    else:
        path.write_text(json.dumps(ROWS))
    done = run("import", path, "--map", MAP)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("1 new") == 3


def test_a_column_mapped_later_changes_reviews_and_adds_none(run, market):
    path = market / "rows.csv"
    path.write_text("who,said,on,stars\nAcme,Fine.,2026-09-01,5\nAcme,Slow.,2026-09-02,2\n")
    run("import", path, "--map", "text=said,brand=who,date=on")
    again = run("import", path, "--map", "text=said,brand=who,date=on,rating=stars")
    assert "Acme: 2 reviews: 0 new, 2 changed, 0 known" in again.stdout


@pytest.mark.parametrize(
    ("days", "order", "read"),
    [
        (["03/04/2026", "25/04/2026"], (), "2026-04-03"),
        (["03/04/2026", "04/25/2026"], (), "2026-03-04"),
        (["3.4.2026"], (), "2026-04-03"),
        (["03/04/2026"], ("--date-order", "MDY"), "2026-03-04"),
    ],
)
def test_the_order_of_dates_is_decided_once_for_a_file(run, market, days, order, read):
    path = market / "rows.csv"
    path.write_text("said;on\n" + "".join(f"Text {day}.;{day}\n" for day in days))
    done = run("import", path, "--brand", "Acme", "--map", "text=said,date=on", *order)
    assert done.returncode == 0, done.stderr
    with Store(market / "rivalscope.sqlite") as store:
        found = [store.reviews.find(text.id) for text, _ in store.reviews.to_understand("1")]
    assert str(min(one.review.published_on for one in found)) == read


def test_dates_whose_order_nothing_tells_are_asked_about(run, market):
    path = market / "rows.csv"
    path.write_text("said,on\nFine.,03/04/2026\n")
    done = run("import", path, "--brand", "Acme", "--map", "text=said,date=on")
    assert done.returncode == 2
    assert "say --date-order DMY or MDY" in done.stderr


def test_rows_without_a_date_and_odd_scales_are_told(run, market):
    path = market / "rows.csv"
    path.write_text("said,on,stars\nFine.,sometime,9\nSlow.,2026-09-01,2\n")
    done = run("import", path, "--brand", "Acme", "--map", "text=said,date=on,rating=stars")
    assert "1 row without a usable date, such as 'sometime'" in done.stdout
    assert "ratings are read as out of 10" in done.stdout


def test_valid_cells_beside_unusable_ones_are_kept_and_these_told(run, market):
    path = market / "rows.csv"
    path.write_text(
        "text,brand,date,rating\nFine.,Acme,2126-09-01,abc\nSlow indeed.,Acme,2026-09-01,5\n"
    )
    done = run("import", path)
    assert "rating=rating" in done.stdout
    assert "1 row without a usable rating, such as 'abc'" in done.stdout
    told = "1 row dated in the future, read without the date, such as '2126-09-01'"
    assert told in done.stdout
    assert "usable date" not in done.stdout
    with Store(market / "rivalscope.sqlite") as store:
        texts = store.reviews.to_understand("any")
    assert {text.stars for text, _ in texts} == {None, 1.0}


def test_a_column_that_holds_hardly_what_it_is_called_is_told(run, market):
    (market / "rows.csv").write_text("text,rating\nFine.,a\nSlow.,b\nQuick.,5\n")
    done = run("import", "rows.csv", "--brand", "Acme")
    assert "column 'rating' is not read as rating: its cells don't look like it" in done.stdout
    assert "rating=rating" in done.stdout


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--platform", "", "where are the reviews from?"),
        ("--platform", " ", "where are the reviews from?"),
        ("--language", "xx", "--language xx: there are cs, de,"),
    ],
)
def test_what_an_import_can_not_be_of_is_refused(run, table, option, value, reason):
    done = run("import", table, "--map", MAP, option, value)
    assert done.returncode == 2
    assert reason in done.stderr
    assert not (table.parent / "rivalscope.sqlite").exists()


def test_a_table_without_a_mapping_is_told_what_it_needs(run, market):
    (market / "rows.csv").write_text("said\nFine.\n")
    done = run("import", "rows.csv")
    assert done.returncode == 2
    assert "a table needs --map" in done.stderr


def test_a_table_with_usual_columns_needs_no_mapping_and_tells_how_it_was_read(run, market):
    rows = "Company,Comment,Created,E-mail\nAcme,They answered.,2026-09-01,jan@jan.example\n"
    (market / "rows.csv").write_text(rows)
    done = run("import", "rows.csv")
    assert done.returncode == 0, done.stderr
    assert "Acme: 1 review: 1 new" in done.stdout
    assert "note: read as: text=Comment,brand=Company,date=Created" in done.stdout
    with Store(market / "rivalscope.sqlite") as store:
        ((text, _),) = store.reviews.to_understand("any")
        stored = store.reviews.find(text.id)
        kept = store.pages.find(stored.snapshot, url=stored.page_url)
    assert b"They answered" in kept.body
    assert b"jan.example" not in kept.body


def test_a_sheet_is_only_named_where_there_are_sheets(run, market):
    (market / "rows.csv").write_text("Comment\nFine indeed.\n")
    done = run("import", "rows.csv", "--brand", "Acme", "--sheet", "May")
    assert done.returncode == 2
    assert "has no sheets" in done.stderr


def test_a_table_without_a_brand_is_told_so(run, market):
    (market / "rows.csv").write_text("said\nFine.\n")
    done = run("import", "rows.csv", "--map", "text=said")
    assert done.returncode == 2
    assert "map brand=COLUMN, or say --brand NAME" in done.stderr


def test_brands_nobody_knows_are_told_and_nothing_is_saved(run, table):
    table.write_text(table.read_text() + '{"who": "Dodo", "said": "x", "on": "", "n": "4"}\n')
    done = run("import", table, "--map", MAP)
    assert done.returncode == 2
    assert "'Dodo' (1 row)" in done.stderr
    assert not (table.parent / "rivalscope.sqlite").exists()


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ("brand=who", "no column for `text`"),
        ("text=said,when=on", "unknown field 'when'"),
        ("text=words,brand=who", "no column 'words': it has n, on, said, who"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told(run, table, mapping, reason):
    done = run("import", table, "--map", mapping)
    assert done.returncode == 2
    assert reason in done.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"{broken", b"[1, 2]", b"<p>Hello</p>"])
def test_a_file_that_is_no_table_is_told(run, market, content):
    path = market / "rows.txt"
    path.write_bytes(content)
    done = run("import", path, "--map", MAP)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "rows.txt" in done.stderr


def test_a_page_without_reviews_is_never_a_success(run, market):
    path = market / "page.html"
    path.write_text("<html><body><h1>About us</h1></body></html>")
    done = run("import", path, "--brand", "Acme")
    assert done.returncode == 2
    assert f"{path}: no reviews found" in done.stderr


def test_a_saved_page_needs_a_brand(run, market):
    (market / "page.html").write_text("<html></html>")
    done = run("import", "page.html")
    assert done.returncode == 2
    assert "say --brand NAME" in done.stderr


def test_a_crawl_needs_somebody_to_write_to(run, tmp_path):
    (tmp_path / "rivalscope.yaml").write_text(
        dedent("""\
        us:
          slug: a
          name: A
          sources: [{id: x, platform: p, url: "https://example.com/"}]
        """)
    )
    done = run("crawl")
    assert done.returncode == 2
    assert "crawl.contact_url is missing" in done.stderr


def test_a_crawl_without_sources_says_so(run, market):
    done = run("crawl")
    assert done.returncode == 2
    assert "no source with a url" in done.stderr


def test_a_picture_is_no_page_and_no_table(run, market):
    (market / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)) * 8)
    done = run("import", "photo.png", "--brand", "Acme")
    assert done.returncode == 2
    assert "is it a review page, or a table?" in done.stderr
