"""A crawl that is killed at any moment loses nothing, and can simply be run again."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rivalscope.pipeline import crawl
from rivalscope.settings import load_settings
from rivalscope.storage import Store

SOURCES = 3
PAGES = 8
#: A whole crawl takes about as long, from its first page on.
LONGEST_SECONDS = 0.6
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


class Crawls:
    """Crawls, one at a time, that write what they tell to a file."""

    def __init__(self, folder):
        self._out = folder / "told"

    def has_told(self):
        """Whether it has kept a page and said so."""
        return self._out.exists() and self._out.stat().st_size > 0


class OwnProcesses(Crawls):
    """Each crawl is started as the pipeline starts it."""

    def start(self, arguments):
        with self._out.open("w") as out:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "crawler.runs", *arguments],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=subprocess.DEVNULL,
            )

    def kill(self):
        """Kills it; gives what it had printed."""
        self._child.kill()
        self._child.communicate(timeout=10)
        return self._out.read_text()

    def close(self): ...


class Forks(Crawls):
    """Each crawl is a fork of a process that has loaded everything: 200 of them take minutes."""

    def __init__(self, folder):
        super().__init__(folder)
        self._parent = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("crawl_forks.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def start(self, arguments):
        self._out.unlink(missing_ok=True)
        self._pid = self._ask(json.dumps([arguments, str(self._out)]))["pid"]

    def kill(self):
        os.kill(self._pid, signal.SIGKILL)
        self._ask("")
        return self._out.read_text()

    def close(self):
        self._parent.communicate(timeout=10)

    def _ask(self, line):
        self._parent.stdin.write(f"{line}\n")
        self._parent.stdin.flush()
        return json.loads(self._parent.stdout.readline())


def arguments_of(settings):
    with Store(settings.database) as store:
        run = store.runs.start("crawl", at=datetime.now(UTC))
    chosen = [part for n in range(SOURCES) for part in ("--source", f"us/s{n}")]
    return [
        *("--config", str(settings.path), "--db", str(settings.database)),
        *("--run", str(run), *chosen),
    ]


def killed_at_random(settings, site, dice, *, crawls):
    """Starts a crawl and kills it; gives what it had said to have read, source by source."""
    asked = len(site.asked)
    arguments = arguments_of(settings)
    crawls.start(arguments)
    # now and then before anything was kept, mostly while it is
    is_early = dice.random() < 0.2
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if crawls.has_told() or (is_early and len(site.asked) > asked):
            break
        time.sleep(0.002)
    time.sleep(dice.uniform(0, LONGEST_SECONDS))
    told = {}
    for line in crawls.kill().splitlines():
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
@pytest.mark.parametrize(
    ("kills", "how"), [(5, OwnProcesses), pytest.param(200, Forks, marks=pytest.mark.soak)]
)
def test_fault_1_a_crawl_killed_at_random_moments_loses_nothing(
    chains, tmp_path, kills, how, record_property
):
    # ruff: ignore[suspicious-non-cryptographic-random-usage] - moments, not secrets
    dice = random.Random(os.environ.get("RIVALSCOPE_SOAK_SEED", "rivalscope"))
    settings = market(tmp_path / "killed", chains)
    crawls = how(tmp_path)
    lost = errors = unfinished = interrupted = 0
    for _ in range(kills):
        told = killed_at_random(settings, chains, dice, crawls=crawls)
        interrupted += any(told.values())
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
    crawls.close()
    crawl_in_peace(settings)
    whole = market(tmp_path / "whole", chains)
    crawl_in_peace(whole)
    print(  # ruff: ignore[print] - what `make soak` is run for
        f"\n{kills} kills: {errors} integrity errors, {lost} lost acknowledged batches,"
        f" {unfinished} times unfinished, {interrupted} after it had told of a batch"
    )
    record_property("kills", kills)
    assert (errors, lost) == (0, 0)
    assert unfinished > kills / 3
    assert interrupted > kills / 3
    assert content(settings) == content(whole)
