"""What a user sees of the ledger: erasing for good, and how each source is."""

import json

import pytest

CSV = (
    "text,company,date,who\n"
    '"They let me wait for three weeks and then lost my parcel, for good it seems",Acme,'
    "2026-09-01,Jana Nováková\n"
    "Very quick and friendly,Acme,2026-09-02,Petr\n"
)
MAPPING = "text=text,brand=company,date=date,author=who"


@pytest.fixture
def imported(run, market):
    (market / "a.csv").write_text(CSV, encoding="utf-8")
    done = run("import", "a.csv", "--map", MAPPING)
    assert "2 reviews: 2 new" in done.stdout, done.stderr
    return run


def test_erasing_shows_what_it_means_and_asks(imported):
    asked = imported("erase", "--text", "lost my parcel", stdin="n\n")
    assert "They let me wait" in asked.stdout
    assert asked.returncode != 0
    assert "2 reviews" in imported("status").stdout


def test_what_was_erased_stays_erased_when_the_file_is_imported_again(imported):
    done = imported("erase", "--author", "Jana Nováková", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "erased 1 review," in done.stdout
    again = imported("import", "a.csv", "--map", MAPPING)
    assert "note: 1 review of acme left out: erased, or by an erased author" in again.stdout
    assert "1 review in" in imported("status").stdout


def test_a_dry_run_erases_nothing(imported):
    done = imported("erase", "--author", "Jana Nováková", "--dry-run")
    assert "nothing was erased" in done.stdout
    assert "2 reviews" in imported("status").stdout


def test_erasing_needs_to_know_what(imported):
    done = imported("erase", "--yes")
    assert done.returncode == 2
    assert "--review, --url, --author or --text" in done.stderr


def test_no_name_of_an_author_is_in_the_database(imported, market):
    for file in market.glob("rivalscope.sqlite*"):
        assert b"Nov" not in file.read_bytes()


def test_status_is_a_table_and_json(imported):
    shown = imported("status", environment={"COLUMNS": "80"}).stdout
    assert all(len(line) <= 80 for line in shown.splitlines()[:5])
    assert "imported" in shown
    told = json.loads(imported("status", "--json").stdout)
    (source,) = told["sources"]
    assert (source["state"], source["read"], source["new"]) == ("imported", 2, 2)
    assert {"requests", "bytes", "statuses", "fields", "last_ok"} <= source.keys()


def test_a_restored_backup_loses_only_what_was_erased(imported, market):
    weeks = [f"Waited 10 minutes on hold. Order in week {week}." for week in (1, 2, 3)]
    rows = [f"{text},Acme,2026-09-0{day}" for day, text in enumerate(weeks, start=1)]
    (market / "b.csv").write_text("\n".join(["text,company,date", *rows]))
    imported("import", "b.csv")
    imported("backup")
    assert "erased 1 review" in imported("erase", "--text", "week 2.", "--yes").stdout
    (backup,) = (market / "backups").glob("*.sqlite")
    assert "erased 1 review" in imported("restore", backup).stdout
    again = imported("import", "b.csv").stdout
    assert "Acme: 2 reviews: 0 new, 0 changed, 2 known" in again
    assert "1 review of acme left out" in again
