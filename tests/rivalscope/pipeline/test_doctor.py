"""The doctor finds what is not well, and says what to do about it."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from crawler.runs.first_look import Refusal
from rivalscope.models import Snapshot
from rivalscope.pipeline import examine
from rivalscope.pipeline.care.doctor import machine, market
from rivalscope.pipeline.care.doctor.machine import has_reset_bug
from rivalscope.settings import load_settings
from rivalscope.storage import Store, locks, writing
from rivalscope.storage.database import Database


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text(
        "us:\n  slug: acme\n  name: Acme\n  sources:\n"
        "    - {id: shop, platform: own, url: https://shop.example/, render: true}\n"
        "channels: {team: {}}\n",
        encoding="utf-8",
    )
    made = load_settings(path, environment={})
    with Store(made.database) as store:
        store.runs.start("crawl", at=datetime(2026, 9, 30, tzinfo=UTC))
    return made


def found(settings, check, *, online=False):
    (finding,) = (one for one in examine(settings, online=online) if one.check == check)
    return finding


@pytest.mark.parametrize(
    ("version", "has_bug"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
    ],
)
def test_the_versions_of_sqlite_that_may_lose_rows_are_known(version, has_bug):
    assert has_reset_bug(version) is has_bug


def test_each_that_is_not_well_says_what_to_do(settings, monkeypatch):
    monkeypatch.delenv("RIVALSCOPE_CHANNEL_TEAM", raising=False)
    findings = list(examine(settings, online=False))
    assert all(one.fix for one in findings if one.state in {"warning", "failed"})
    assert not any(one.fix for one in findings if one.state in {"ok", "skipped"})
    states = {one.check: one.state for one in findings}
    assert states["contact"] == "failed"
    assert states["channels"] == "failed"
    assert states["base_url"] == "warning"
    assert states["backup"] == "warning"
    assert states["database"] == states["counts"] == states["clock"] == "ok"


def test_a_full_disk_is_found(settings, monkeypatch):
    monkeypatch.setattr(machine, "LEAST_FREE_BYTES", 2**62)
    assert found(settings, "disk").state == "failed"


def test_a_missing_browser_is_found_where_a_source_needs_one(settings, monkeypatch):
    monkeypatch.setenv("RIVALSCOPE_CHROMIUM", "/nowhere/chromium")
    assert found(settings, "browser").state == "failed"


def test_days_that_are_counted_wrongly_are_found(settings):
    database = Database(settings.database)
    with database.tx():
        database.execute(
            "INSERT INTO daily_sources VALUES ('b', 's', 'p', '2026-09-01', 1, 1, 0, 0, 1, 0, 0)"
        )
    database.close()
    counts = found(settings, "counts")
    assert (counts.state, counts.fix) == ("failed", "rivalscope recount")


def test_a_clock_that_is_behind_what_was_saved_is_found(settings):
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    os.utime(settings.database, (tomorrow.timestamp(), tomorrow.timestamp()))
    assert found(settings, "clock").state == "failed"


def test_a_database_that_others_can_read_is_found(settings):
    assert found(settings, "permissions").state == "ok"
    settings.database.chmod(0o644)
    assert found(settings, "permissions").fix == f"chmod 600 {settings.database}"


def test_who_writes_is_told(settings):
    with writing(settings.database):
        assert f"process {os.getpid()}" in found(settings, "lock").says


def test_online_asks_each_source_as_a_crawl_would(settings, monkeypatch):
    sources = (settings, "source acme/shop")
    monkeypatch.setattr(market, "fetch_first_page", lambda *_, **__: pytest.fail("not without"))
    assert found(settings, "sources", online=True).state == "skipped"
    text = settings.path.read_text(encoding="utf-8") + "crawl: {contact_url: https://acme.example/}"
    settings.path.write_text(text, encoding="utf-8")
    asked = load_settings(settings.path, environment={})
    page = Snapshot(url="https://shop.example/", fetched_at=datetime.now(UTC), body=b"<p>")
    for answer, state in (
        (page, "ok"),
        (Refusal(reason="robots.txt forbids", state="robots_denied"), "failed"),
    ):
        monkeypatch.setattr(market, "fetch_first_page", lambda *_, answer=answer, **__: answer)
        assert found(asked, sources[1], online=True).state == state


def test_the_room_that_is_needed_is_that_of_the_commands():
    assert machine.LEAST_FREE_BYTES == locks.LEAST_FREE_BYTES
