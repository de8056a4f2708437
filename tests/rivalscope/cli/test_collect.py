"""import, and what crawl refuses to do."""

import json
from textwrap import dedent

import pytest

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
    assert "3 entries read: 3 new, 0 changed" in first.stdout
    assert "3 entries read: 0 new, 0 changed" in again.stdout


@pytest.mark.parametrize("ending", ["csv", "tsv", "json"])
def test_other_tables_are_read_as_well(run, market, ending):
    path = market / f"rows.{ending}"
    mark = {"csv": ",", "tsv": "\t"}.get(ending)
    if mark:
        lines = [mark.join(ROWS[0]), *(mark.join(f'"{v}"' for v in row.values()) for row in ROWS)]
        path.write_text("\n".join(lines))
    else:
        path.write_text(json.dumps(ROWS))
    done = run("import", path, "--map", MAP)
    assert done.returncode == 0, done.stderr
    assert "3 new" in done.stdout


def test_brands_nobody_knows_are_told_and_nothing_is_saved(run, table):
    table.write_text(table.read_text() + '{"who": "Dodo", "said": "x", "on": "", "n": "4"}\n')
    done = run("import", table, "--map", MAP)
    assert done.returncode == 2
    assert "'Dodo' (1 rows)" in done.stderr
    assert json.loads(run("status", "--json").stdout)["reviews"] == 0


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
    assert "no reviews found" in done.stderr


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
