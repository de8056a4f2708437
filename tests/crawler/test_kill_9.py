"""A crawl that is killed at any moment loses nothing, and can simply be run again."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime

import pytest

from rivalscope.pipeline import crawl
from rivalscope.settings import load_settings
from rivalscope.storage import Store

SOURCES = 3
PAGES = 8
#: What must be equal however often a crawl was interrupted.
CONTENT = {
    "reviews": "SELECT source, id, content, body, misses, gone_at FROM reviews ORDER BY id",
    "versions": "SELECT review, body FROM review_versions ORDER BY review, body",
    "pages": "SELECT brand, source, url, digest, entries FROM page_states ORDER BY source, url",
    "snapshots": "SELECT digest FROM snapshots ORDER BY digest",
}


class Silent:
    """Nobody watches."""

    def stage(self, name, total): ...

    def step(self, note="", *, advance=1): ...

    def say(self, line): ...


@pytest.fixture
def chains(site, review_page):
    """Chains of pages, one a source, that take a moment each."""
    site.slow = 0.05
    number = 0
    for source in range(SOURCES):
        for page in range(PAGES):
            after = f"/{source}/{page + 1}" if page + 1 < PAGES else None
            numbers = range(number, number + 5)
            number += 5
            url = f"http://shop.example/{source}/{page}"
            site.page(url, review_page(*numbers, after=after))
    return site


def market(folder, site):
    folder.mkdir()
    sources = "".join(
        f'    - {{id: s{n}, platform: shop, url: "http://shop.example/{n}/0"}}\n'
        for n in range(SOURCES)
    )
    (folder / "rivalscope.yaml").write_text(
        f"us:\n  slug: us\n  name: Us\n  sources:\n{sources}"
        "crawl:\n  contact_url: http://us.example/bot\n  delay_seconds: 0\n"
        f"  proxy: {site.address}\n"
    )
    return load_settings(folder / "rivalscope.yaml", environment={})


def start(settings):
    with Store(settings.database) as store:
        run = store.runs.start("crawl", at=datetime.now(UTC))
    chosen = [part for n in range(SOURCES) for part in ("--source", f"us/s{n}")]
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "crawler.runs", "--config", str(settings.path)),
            *("--db", str(settings.database), "--run", str(run), *chosen),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def killed_at_random(settings, site, dice):
    """Starts a crawl and kills it; gives what it had said to have read, source by source."""
    asked = len(site.asked)
    child = start(settings)
    deadline = time.monotonic() + 60
    while len(site.asked) == asked and child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(dice.uniform(0, 0.8))
    child.kill()
    out, _ = child.communicate(timeout=10)
    told = {}
    for line in out.splitlines():
        try:
            step = json.loads(line)
        except ValueError:
            continue  # the line it was killed in
        told[step["source"]] = max(told.get(step["source"], 0), step["read"])
    return told


def content(settings):
    with sqlite3.connect(settings.database) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name: db.execute(sql).fetchall() for name, sql in CONTENT.items()}


def crawl_in_peace(settings):
    return crawl(settings, brands=settings.brands, watch=Silent(), log_level="ERROR")


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kills", [5, pytest.param(200, marks=pytest.mark.soak)])
def test_fault_1_a_crawl_killed_at_random_moments_loses_nothing(
    chains, tmp_path, kills, record_property
):
    # ruff: ignore[suspicious-non-cryptographic-random-usage] - moments, not secrets
    dice = random.Random(os.environ.get("RIVALSCOPE_SOAK_SEED", "rivalscope"))
    settings = market(tmp_path / "killed", chains)
    lost = errors = unfinished = 0
    for _ in range(kills):
        told = killed_at_random(settings, chains, dice)
        try:
            rows = content(settings)["reviews"]
        except (AssertionError, sqlite3.DatabaseError):
            errors += 1
            continue
        kept = Counter(f"us/{row[0]}" for row in rows)
        lost += any(kept[source] < read for source, read in told.items())
        unfinished += len(rows) < SOURCES * PAGES * 5
        if dice.random() < 0.5:  # begin from nothing now and then, so that most kills interrupt
            for file in settings.database.parent.glob("*.sqlite*"):
                file.unlink()
    crawl_in_peace(settings)
    whole = market(tmp_path / "whole", chains)
    crawl_in_peace(whole)
    print(  # ruff: ignore[print] - what `make soak` is run for
        f"\n{kills} kills: {errors} integrity errors, {lost} lost acknowledged batches,"
        f" {unfinished} times unfinished"
    )
    record_property("kills", kills)
    assert (errors, lost) == (0, 0)
    assert content(settings) == content(whole)
