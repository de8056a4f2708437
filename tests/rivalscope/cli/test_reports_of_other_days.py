"""report --known-at and --diff, and recount."""

import json
import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

TABLE = [
    {
        "who": who,
        "said": f"The parcel {n} came late again.",
        "on": f"2026-09-{n:02}",
        "n": f"{who}{n}",
    }
    for who in ("Acme", "cap")
    for n in range(1, 29)
]


@pytest.fixture
def analyzed(run, market):
    path = market / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in TABLE), encoding="utf-8")
    columns = "text=said,brand=who,date=on,id=n"
    assert run("import", path, "--map", columns, "--platform", "forum").returncode == 0
    assert run("analyze").returncode == 0
    return market


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_today_is_that_of_the_time_zone_of_the_nights(run, analyzed, zone):
    """The two zones never have the same date."""
    with (analyzed / "rivalscope.yaml").open("a", encoding="utf-8") as file:
        file.write(f"schedule: {{time_zone: {zone}}}\n")
    before = datetime.now(ZoneInfo(zone)).date()
    day = json.loads(run("report", "--json").stdout)["as_of"]
    after = datetime.now(ZoneInfo(zone)).date()
    assert day in {before.isoformat(), after.isoformat()}


def test_before_anything_was_seen_nothing_was_known(run, analyzed):
    done = run("report", "--known-at", "2026-01-01T03:00+01:00", "--as-of", "2026-09-30", "--json")
    assert done.returncode == 0, done.stderr
    assert {brand["reviews"] for brand in json.loads(done.stdout)["brands"]} == {0}
    (folder,) = (analyzed / "reports").iterdir()
    assert folder.name == "2026-09-30-known-at-20260101T020000Z"


def test_a_time_that_is_none_or_has_not_come_is_refused(run, analyzed):
    for time, reason in (("yesterday", "is no time"), ("2999-01-01", "lies in the future")):
        done = run("report", "--known-at", time)
        assert (done.returncode, reason in done.stderr) == (2, True)


def test_a_diff_is_printed_and_nothing_is_written(run, analyzed):
    done = run("report", "--diff", "2026-09-20", "2026-09-28")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# What changed between 2026-09-20 and 2026-09-28")
    assert not (analyzed / "reports").exists()
    machine = run("report", "--diff", "2026-09-20", "2026-09-28", "--json")
    assert json.loads(machine.stdout)["after"] == "2026-09-28"


def test_days_in_the_wrong_order_are_refused(run, analyzed):
    done = run("report", "--diff", "2026-09-28", "2026-09-20")
    assert done.returncode == 2
    assert "must be before" in done.stderr


def test_recount_mends_what_was_damaged(run, analyzed):
    assert "counts are right" in run("recount").stdout
    (path,) = analyzed.glob("**/*.sqlite")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE daily_volumes SET reviews = 99")
    connection.commit()
    connection.close()
    assert "were wrong and are mended" in run("recount").stdout
    assert "counts are right" in run("recount").stdout
