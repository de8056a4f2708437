"""Copies, what comes back from them, and what is erased for good, as a user meets them."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rivalscope.pipeline.nights.jobs import begin
from rivalscope.settings import load_settings
from rivalscope.storage import Store, writing

CSV = (
    "text,company,date,who\n"
    '"They let me wait for three weeks and then lost my parcel, for good it seems",Acme,'
    "2026-09-01,Jana Nováková\n"
    "Very quick and friendly,Acme,2026-09-02,Petr\n"
)
MAPPING = "text=text,brand=company,date=date,author=who"
SECRET = "lost my parcel, for good"


@pytest.fixture
def imported(run, market):
    (market / "a.csv").write_text(CSV, encoding="utf-8")
    done = run("import", "a.csv", "--map", MAPPING)
    assert done.returncode == 0, done.stderr
    return run


def count(market):
    with Store(market / "rivalscope.sqlite") as store:
        return store.reviews.count()


def backup_of(market):
    (backup,) = (market / "backups").glob("*.sqlite")
    return backup


def places(folder, words):
    """Files anywhere in *folder* whose bytes hold *words*."""
    files = (file for file in Path(folder).rglob("*") if file.is_file())
    return {file.name for file in files if words.encode() in file.read_bytes()} - {"a.csv"}


def test_fault_32_what_is_erased_is_nowhere_any_more_and_comes_from_no_backup(imported, market):
    made = imported("backup")
    assert "MB in" in made.stdout
    assert "checked" in made.stdout
    imported("analyze", "-q")
    imported("report", "-q", "--as-of", "2026-09-30")
    backup = backup_of(market)
    kept = market.parent / f"{market.name}-taken-away.sqlite"
    kept.write_bytes(backup.read_bytes())
    killed = backup.with_name(f".{backup.name}.123")  # a backup that was killed leaves that
    killed.write_bytes(backup.read_bytes()[:-4096])
    done = imported("erase", "--text", SECRET, "--yes", "--everywhere")
    assert done.returncode == 0, done.stderr
    assert "rows: reviews 1" in done.stdout
    assert "found 0 times" in done.stdout
    assert f"it is still in {backup.relative_to(market)}" in done.stdout
    assert "still quoted in reports/latest" in done.stdout
    assert places(market, SECRET) == set()
    restored = imported("restore", kept)
    assert "erased 1 review that had been erased since" in restored.stdout, restored.stderr
    assert count(market) == 1
    (replaced,) = market.glob("*.replaced-*")
    assert places(market, SECRET) == set(), replaced
    kept.unlink()


def test_a_database_behind_a_link_has_its_locks_and_its_copies_where_it_lies(imported, market):
    """Fault 32 and 33: a link to it is no other database."""
    (market / "data").mkdir()
    there, link = market / "data" / "there.sqlite", market / "rivalscope.sqlite"
    link.rename(there)
    link.symlink_to(there)
    imported("backup")
    with writing(there):
        done = imported("erase", "--text", SECRET, "--yes")
    assert "is writing to it" in done.stderr
    assert imported("restore", backup_of(market)).returncode == 0
    assert link.is_symlink()
    done = imported("erase", "--text", SECRET, "--yes", "--everywhere")
    assert "found 0 times" in done.stdout, done.stderr
    assert places(market, SECRET) == set()


def test_fault_32_while_a_program_reads_the_log_is_told_of_and_so_is_all_else(imported, market):
    imported("backup")
    file = market / "rivalscope.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM reviews").fetchall()
        done = imported("erase", "--text", SECRET, "--yes", "--everywhere")
    assert done.returncode == 1
    assert "erased 1 review," in done.stdout
    assert "it is still in backups/" in done.stdout
    assert "keeps the texts in its write-ahead log" in done.stderr
    assert imported("status").returncode == 0
    assert places(market, SECRET) == set()


@pytest.mark.parametrize(
    "wanted",
    [("--author", "Jana Nováková"), ("--text", SECRET), ("--review",)],
    ids=["author", "text", "review"],
)
def test_what_is_in_backups_only_is_found_there_and_does_not_come_back(imported, market, wanted):
    imported("backup")
    imported("analyze", "-q")
    imported("report", "-q", "--as-of", "2026-09-30")
    with Store(market / "rivalscope.sqlite") as store, store.tx():
        (key,) = store.privacy.matching(review=None, url=None, author=None, text=SECRET)
        store.retention.forget(reviews_before=date(2099, 1, 1), pages_before=date(2099, 1, 1))
    kept = market.parent / f"{market.name}-taken-away.sqlite"
    kept.write_bytes(backup_of(market).read_bytes())
    wanted = wanted if len(wanted) > 1 else (*wanted, key)
    done = imported("erase", *wanted, "--yes", "--everywhere")
    assert "it is still in backups/" in done.stdout, done.stderr
    assert "still quoted in reports/latest" in done.stdout
    assert places(market, SECRET) == set()
    assert imported("restore", kept).returncode == 0
    assert count(market) == 1
    kept.unlink()


def test_a_backup_without_what_is_erased_is_left_alone(imported, market):
    imported("backup")
    done = imported("erase", "--author", "Nobody at all", "--yes", "--everywhere")
    assert "still in" not in done.stdout, done.stderr
    assert imported("erase", "--text", "nobody wrote that").stdout == (
        "0 reviews found; nothing was erased\n"
    )
    assert backup_of(market).exists()


def test_without_everywhere_it_says_what_is_left_and_leaves_it(imported, market):
    imported("backup")
    done = imported("erase", "--text", SECRET, "--yes")
    assert "it is still in backups/" in done.stdout
    assert "--everywhere" in done.stdout
    assert backup_of(market).exists()


def test_fault_33_nothing_is_restored_while_a_command_writes(imported, market):
    imported("backup")
    with writing(market / "rivalscope.sqlite"):
        done = imported("restore", backup_of(market))
    assert done.returncode == 1
    assert "is writing to it" in done.stderr
    assert count(market) == 2


def test_fault_33_a_file_that_is_no_backup_ends_with_two_and_words(imported, market):
    done = imported("restore", "a.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "it is no SQLite database; nothing was changed" in done.stderr
    assert imported("restore").returncode == 2


def test_an_export_is_restored_into_an_empty_database_only(imported, market):
    exported = imported("export", "out")
    assert "reviews.jsonl: 2 rows" in exported.stdout
    refused = imported("restore", "--from-export", "out")
    assert refused.returncode == 2
    assert "it holds rows already" in refused.stderr
    done = imported("restore", "--from-export", "out", "--db", "again.sqlite")
    assert "2 reviews" in done.stdout, done.stderr
    again = imported("export", "again", "--db", "again.sqlite")
    assert again.stdout == exported.stdout


def test_an_export_is_restored_where_only_a_scheduler_was_started_so_far(imported, market):
    imported("export", "out")
    begin(replace(load_settings(market / "rivalscope.yaml"), database=market / "new.sqlite"))
    done = imported("restore", "--from-export", "out", "--db", "new.sqlite")
    assert "2 reviews" in done.stdout, done.stderr


def test_a_database_of_an_earlier_version_is_brought_up_to_date_after_a_backup(imported, market):
    import sqlite_utils  # ruff: ignore[import-outside-top-level] - as an earlier version made it

    from rivalscope.storage.migrations import migrations  # ruff: ignore[import-outside-top-level]

    old = sqlite_utils.Database(market / "old.sqlite")
    migrations.apply(old, stop_before="goals")
    old.close()
    done = imported("migrate", "--db", "old.sqlite")
    assert done.returncode == 0, done.stderr
    assert "from returns to" in done.stdout
    assert list((market / "backups").glob("old-*.sqlite"))
    assert "is up to date" in imported("migrate", "--db", "old.sqlite").stdout


def test_retention_counts_first_and_deletes_then(imported, market):
    with sqlite3.connect(market / "rivalscope.sqlite") as connection:
        connection.execute("UPDATE reviews SET first_seen_at = '2020-01-01' WHERE title IS NULL")
    connection.close()
    assert (
        "2 reviews collected over 24 months ago would be"
        in imported("retention", "--dry-run").stdout
    )
    assert count(market) == 2
    assert "2 reviews collected over 24 months ago deleted" in imported("retention").stdout
    assert count(market) == 0


def test_doctor_says_what_is_wrong_and_how_to_put_it_right(imported, market):
    well = imported("doctor", environment={"COLUMNS": "80"})
    assert well.returncode == 0, well.stdout
    assert all(len(line) <= 80 for line in well.stdout.splitlines())
    assert "rivalscope backup" in well.stdout
    (market / "rivalscope.sqlite").write_bytes(b"a holiday picture" * 999)
    ill = imported("doctor", "--json")
    assert ill.returncode == 1
    assert ill.stderr == "rivalscope: to put right: database\n"
    (database,) = (one for one in json.loads(ill.stdout) if one["check"] == "database")
    assert (database["state"], "there is no good backup" in database["fix"]) == ("failed", True)


def test_doctor_works_without_a_configuration_and_with_a_broken_one(run, tmp_path):
    assert run("doctor").returncode == 0
    (tmp_path / "rivalscope.yaml").write_text("us: {slug: 1}\n", encoding="utf-8")
    done = run("doctor")
    assert done.returncode == 1
    assert "rivalscope.yaml:1:" in done.stdout


def test_fault_3_a_file_that_may_not_grow_is_told_and_stays_whole(imported, market):
    words = (chr(97 + number // 26) + chr(97 + number % 26) for number in range(500))
    lines = "".join(f'"{"word " * 200}{word}",Acme,2026-09-03,X\n' for word in words)
    (market / "b.csv").write_text("text,company,date,who\n" + lines, encoding="utf-8")
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "sys.argv = ['rivalscope', 'import', 'b.csv', '--map', sys.argv[1]]\n"
        "from rivalscope.cli import main\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, MAPPING],
        check=False, cwd=market, capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert count(market) == 2
    assert imported("import", "b.csv", "--map", MAPPING).returncode == 0
    assert count(market) == 502
