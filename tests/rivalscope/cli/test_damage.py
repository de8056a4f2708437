"""Fault 6: bytes that something else changed never give a traceback, but words and a way out."""

import random
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import click
import pytest

from rivalscope import pipeline
from rivalscope.cli import cli
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import (
    ConfigurationError,
    DamagedError,
    RivalscopeError,
    UnexpectedError,
)
from rivalscope.models import Review, Snapshot, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed
from rivalscope.storage.runs import Runs

COMMANDS = (
    ("status",),
    ("analyze", "-q"),
    ("alerts", "list"),
    ("explain", "finding:acme:delivery:complaint", "--as-of", "2026-09-30"),
    ("report", "-q", "--as-of", "2026-09-30"),
    ("run", "-q", "--as-of", "2026-09-30"),
)
PLACES = 60


def call(*arguments):
    """Runs one command here; gives the error a user would be told, or None.

    What would be called a bug goes on from here.
    """
    try:
        cli.main(list(arguments), standalone_mode=False)
    except UnexpectedError:
        raise
    except (RivalscopeError, click.ClickException, SystemExit) as error:
        return error
    return None


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small market that was analyzed, with a backup."""
    folder = tmp_path_factory.mktemp("market")
    (folder / "rivalscope.yaml").write_text(
        "us: {slug: acme, name: Acme}\ncompetitors: [{slug: bolt, name: Bolt}]\n", encoding="utf-8"
    )
    settings = load_settings(folder / "rivalscope.yaml", environment={})
    with Store(settings.database) as store:
        fetched = datetime(2026, 9, 30, 2, 30, tzinfo=UTC)
        run = store.runs.start("test", at=fetched)
        for brand in ("acme", "bolt"):
            source = Source(brand=brand, id="portal", platform="portal", kind="reviews", url=None)
            page = Snapshot(url=f"http://{brand}.example/", fetched_at=fetched, body=b"<html>" * 99)
            store.pages.save(packed(page), source=source, run=run)
            reviews = [
                Review(
                    native_id=str(number),
                    body=f"The parcel {number} came two weeks late and nobody answered the phone.",
                    rating=1.0,
                    rating_max=5.0,
                    published_at=datetime(2026, 9, 1 + number % 28, tzinfo=UTC),
                    date_precision="day",
                )
                for number in range(60)
            ]
            store.reviews.save(reviews, source=source, snapshot=page)
            store.reviews.save(
                [replace(reviews[0], body="It came after all.")], source=source, snapshot=page
            )
        store.runs.finish(run, at=fetched)
    pipeline.analyze(settings, watch=Watch(None, verbosity=Verbosity.QUIET))
    report = pipeline.build_report(settings, as_of=date(2026, 9, 30))
    pipeline.find_alerts(settings, as_of=date(2026, 9, 30), report=report)
    pipeline.make_backup(settings)
    return folder


@pytest.fixture
def market(made, tmp_path, monkeypatch):
    """A copy of it to damage."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def flipped(content, dice):
    """Some bytes are others, as a bad disk or cable leaves them."""
    changed = bytearray(content)
    for _ in range(dice.choice([1, 3, 40])):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(content, dice):
    """The end is missing."""
    return content[: dice.randrange(len(content))]


def overwritten(content, dice):
    """A stretch is of another file."""
    start, length = dice.randrange(len(content)), dice.choice([100, 4096, 20_000])
    return content[:start] + dice.randbytes(length) + content[start + length :]


@pytest.mark.parametrize("damage", [flipped, cut, overwritten])
def test_fault_6_no_command_shows_a_traceback_on_a_damaged_database(market, damage, capsys):
    dice = random.Random(6)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - places
    database = market / "rivalscope.sqlite"
    whole = database.read_bytes()
    told = 0
    for place in range(PLACES):
        database.write_bytes(damage(whole, dice))
        for suffix in ("-wal", "-shm"):
            database.with_name(f"{database.name}{suffix}").unlink(missing_ok=True)
        error = call(*COMMANDS[place % len(COMMANDS)])
        if isinstance(error, DamagedError):
            told += 1
            assert error.exit_code == 2
            assert "`rivalscope restore " in str(error)
    assert told > PLACES // 6


def test_fault_6_the_backup_that_is_named_brings_all_back(market, capsys):
    database = market / "rivalscope.sqlite"
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])
    error = call("status")
    assert isinstance(error, DamagedError)
    name = str(error).partition("`rivalscope restore ")[2].rstrip("`")
    assert call("restore", name) is None
    assert call("status") is None
    assert "120 reviews in" in capsys.readouterr().out


@pytest.mark.parametrize("command", [("backup",), ("export", "out"), ("migrate",)])
def test_fault_6_whatever_opens_half_a_database_names_the_backup(market, command):
    database = market / "rivalscope.sqlite"
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    (backup,) = (market / "backups").glob("*.sqlite")
    error = call(*command)
    told = str(error)
    assert f"rivalscope restore {backup.relative_to(market)}`" in told
    assert "backups/." not in told
    assert error.exit_code == 2


def test_fault_6_nobody_is_advised_to_back_up_a_damaged_database(market, capsys):
    database = market / "rivalscope.sqlite"
    (backup,) = (market / "backups").glob("*.sqlite")
    backup.unlink()
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    call("doctor")
    told = " ".join(capsys.readouterr().out.split())
    assert "there is no good backup" in told
    assert "rivalscope backup" not in told


def test_fault_6_a_backup_that_is_damaged_too_is_not_offered(market):
    database = market / "rivalscope.sqlite"
    (backup,) = (market / "backups").glob("*.sqlite")
    for file in (database, backup):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "there is no good backup" in str(call("status"))


def test_fault_6_a_value_that_no_one_wrote_is_the_files_fault(market):
    database = market / "rivalscope.sqlite"
    whole = database.read_bytes()
    assert b"2026-09-30T02:30:00+00:00" in whole
    database.write_bytes(whole.replace(b"2026-09-30T02:30:00", b"2026-09-3\x10T02:30:00"))
    error = call("status")
    assert isinstance(error, DamagedError)
    assert "holds what it can't" in str(error)


def test_a_bug_is_still_a_bug(market, monkeypatch):
    def broken(store):
        raise LookupError

    monkeypatch.setattr(Runs, "find_latest", broken)
    with pytest.raises(UnexpectedError, match="LookupError"):
        call("status")


PIECES = (
    *(
        "{",
        "}",
        "[",
        "]",
        ": ",
        ":",
        ", ",
        "- ",
        "\n",
        "  ",
        "&a ",
        "*a",
        "!!python/object:os ",
        "~",
    ),
    *("us", "name", "slug", "competitors", "sources", "crawl", "delay_seconds", "alerts", "acme"),
    *(
        "no",
        "~",
        "-1",
        "1e999",
        '"',
        "'",
        "|",
        ">",
        "#",
        "\t",
        "\x00",
        "é",
        "\ud7ff",
        "🙂",
        "channels",
    ),
    *("retention: {months: 0}", "schedule: {nightly: 25:99}", "backup: {keep: x}", "%YAML 9\n"),
    "---\n",
)
CONFIGURATION = "us: {slug: acme, name: Acme}\ncompetitors: [{slug: bolt, name: Bolt}]\n"


def mistakes(path):
    """What is wrong with the file; anything but that goes on from here."""
    try:
        load_settings(path, environment={})
    except ConfigurationError as error:
        return str(error).splitlines()
    return []


def test_fault_6_and_25_a_configuration_of_any_kind_is_read_or_told_with_its_place(tmp_path):
    dice = random.Random(25)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - texts
    path = tmp_path / "rivalscope.yaml"
    placed = 0
    for _ in range(400):
        start = dice.choice([CONFIGURATION, ""])
        place = dice.randrange(len(start) + 1)
        text = "".join(dice.choices(PIECES, k=dice.randint(1, 12)))
        path.write_text(start[:place] + text + start[place:], encoding="utf-8", newline="")
        told = mistakes(path)
        assert not told or told[0].startswith(f"{path}:")
        placed += any(line.startswith(f"{path}:{number}:") for line in told for number in (1, 2))
    assert placed > 200


@pytest.mark.parametrize("damage", [flipped, cut, overwritten])
def test_fault_6_a_configuration_with_other_bytes_is_read_or_told(tmp_path, damage):
    dice = random.Random(7)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - places
    path = tmp_path / "rivalscope.yaml"
    for _ in range(200):
        path.write_bytes(damage(CONFIGURATION.encode(), dice))
        told = mistakes(path)
        assert not told or told[0].startswith(f"{path}:")
