"""An export is every row, and what is made of it again is the same database."""

import csv
import json
import os
import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rivalscope.errors import UsageError
from rivalscope.storage import Store, export_tables, import_tables

ODD = 'two\nlines, "quotes", \x00 and ünïcödé 🙂'


@pytest.fixture
def filled(store, path, source, snapshot, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    edited = replace(review, body=ODD, rating=1.0 / 3)
    store.reviews.save([edited], source=source, snapshot=snapshot)
    store.close()
    return path


def content(path):
    connection = sqlite3.connect(path)
    rows = sorted(connection.iterdump())
    schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    return rows, schema


def test_what_is_made_of_an_export_is_the_same_row_by_row(filled, tmp_path):
    exported = export_tables(filled, tmp_path / "out", form="jsonl")
    assert (exported.tables["reviews"], exported.tables["review_versions"]) == (1, 1)
    again = tmp_path / "again.sqlite"
    assert import_tables(tmp_path / "out", again) == exported
    assert content(again) == content(filled)


def test_numbers_that_were_given_are_not_given_again(filled, tmp_path):
    with sqlite3.connect(filled) as connection:
        connection.execute("INSERT INTO runs (id, command, started_at) VALUES (9, 'crawl', '')")
        connection.execute("DELETE FROM runs WHERE id = 9")
    connection.close()
    export_tables(filled, tmp_path / "out", form="jsonl")
    again = tmp_path / "again.sqlite"
    import_tables(tmp_path / "out", again)
    with Store(again) as store:
        assert store.runs.start("crawl", at=datetime(2026, 11, 22, tzinfo=UTC)) == 10


def test_rows_that_triggers_would_add_are_not_added_twice(filled, tmp_path):
    export_tables(filled, tmp_path / "out", form="jsonl")
    again = tmp_path / "again.sqlite"
    import_tables(tmp_path / "out", again)
    _, schema = content(again)
    assert schema == content(filled)[1]


def test_nobody_else_can_read_it(filled, tmp_path):
    export_tables(filled, tmp_path / "out", form="jsonl")
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "out").glob("*.jsonl")}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_a_folder_that_holds_something_is_left_alone(filled, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "reviews.jsonl").write_text("mine")
    with pytest.raises(UsageError, match="name an empty folder"):
        export_tables(filled, tmp_path / "out", form="jsonl")
    assert (tmp_path / "out" / "reviews.jsonl").read_text() == "mine"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "＝1+1"])
def test_fault_18_no_text_of_a_table_becomes_a_formula(
    store, path, source, snapshot, review, start, tmp_path
):
    store.reviews.save([replace(review, body=start)], source=source, snapshot=snapshot)
    export_tables(path, tmp_path / "out", form="csv")
    with (tmp_path / "out" / "reviews.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["body"] == f"'{start}"


def test_a_csv_can_not_be_restored_and_says_what_can(filled, tmp_path):
    export_tables(filled, tmp_path / "out", form="csv")
    with pytest.raises(UsageError, match="export with --format jsonl"):
        import_tables(tmp_path / "out", tmp_path / "again.sqlite")


def changed(folder, name, change):
    file = folder / name
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def without_column(text):
    values = json.loads(text)
    del values["title"]
    return json.dumps(values) + "\n"


BROKEN = {
    "no JSON": ("reviews.jsonl", lambda text: "{" + text, "line 1"),
    "no object": ("reviews.jsonl", lambda text: "7\n", "line 1"),
    "column missing": ("reviews.jsonl", without_column, "line 1"),
    "column too many": ("reviews.jsonl", lambda text: '{"evil": 1, ' + text[1:], "line 1"),
    "list": ("reviews.jsonl", lambda text: text.replace('"Slow"', "[1]"), "before line"),
    "no base64": (
        "snapshots.jsonl",
        lambda text: text.replace('"body": "', '"body": "!'),
        "line 1",
    ),
    "row twice": ("reviews.jsonl", lambda text: text * 2, "UNIQUE"),
    "row missing": ("review_versions.jsonl", lambda text: "", "counts other rows"),
    "leads nowhere": ("fetches.jsonl", lambda text: text.replace('"run": 1', '"run": 5'), "runs"),
    "manifest": ("export.json", lambda text: "[]", "not what `rivalscope export` writes"),
    "deep manifest": ("export.json", lambda text: "[" * 100_000, "not what"),
    "newer": ("export.json", lambda text: text.replace('"goals"', '"future"'), "newer Rivalscope"),
}


@pytest.mark.parametrize(("name", "change", "reason"), BROKEN.values(), ids=BROKEN)
def test_fault_33_what_is_no_export_of_ours_is_refused(filled, tmp_path, name, change, reason):
    export_tables(filled, tmp_path / "out", form="jsonl")
    changed(tmp_path / "out", name, change)
    with pytest.raises(UsageError, match=reason) as caught:
        import_tables(tmp_path / "out", tmp_path / "again.sqlite")
    assert str(caught.value).endswith("nothing was changed")


def test_fault_33_a_pipe_in_an_export_is_not_waited_for(filled, tmp_path):
    export_tables(filled, tmp_path / "out", form="jsonl")
    (tmp_path / "out" / "goals.jsonl").unlink()
    os.mkfifo(tmp_path / "out" / "goals.jsonl")
    with pytest.raises(UsageError, match="it is no file"):
        import_tables(tmp_path / "out", tmp_path / "again.sqlite")
