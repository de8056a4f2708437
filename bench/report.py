"""Times the report of a large market, what a night adds to it, and the same counts by pandas.

A synthetic market of a million reviews is written straight to SQLite. Prints figures and judges
nothing. pandas is no dependency: it is run by ``uv run --with pandas`` where that is possible, and
left out, saying so, where it is not.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from rivalscope.pipeline.reports.assembling import assemble
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.reports.html import render_html
from rivalscope.settings import load_playbook, load_settings
from rivalscope.storage import SourceRun, Store

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from rivalscope.settings import Settings

AS_OF = date(2026, 9, 30)
YEARS = 3
BRANDS = tuple(f"brand{number}" for number in range(10))
PLATFORMS = ("portal", "shop_reviews")
LANGUAGES = ("en", "cs")
SPOKEN = 0.035
"""Share of a brand's reviews that complain of a theme, and that praise it, more or less."""
WORDS = ("parcel", "came", "late", "nobody", "answered", "letters", "three", "weeks", "autumn")
REPLIED, OUTRIGHT, EFFORT = 0.3, 0.6, 0.03
"""Shares of reviews with a reply, of mentions by a cue, of reviews that tell of an effort."""

_PANDAS = """
import sqlite3, sys, time
import pandas
connection = sqlite3.connect(sys.argv[1])
started = time.perf_counter()
reviews = pandas.read_sql_query(
    "SELECT r.id, r.brand, r.source, r.platform, u.language, r.published_on AS day FROM reviews r"
    " JOIN understandings u ON u.review = r.id WHERE r.duplicate_of IS NULL AND r.gone_at IS NULL"
    " AND u.language != 'unknown'", connection)
mentions = pandas.read_sql_query("SELECT review, theme, polarity FROM mentions", connection)
read = time.perf_counter()
place = ["brand", "source", "platform", "language", "day"]
volumes = reviews.groupby(place).size()
said = mentions.drop_duplicates().merge(reviews, left_on="review", right_on="id")
counts = said.groupby([*place, "theme", "polarity"]).size().unstack(fill_value=0)
print(f"{read - started:.3f} {time.perf_counter() - read:.3f} {len(volumes)} {len(counts)}")
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One synthetic review with what was made of it."""

    review: tuple[object, ...]
    understanding: tuple[object, ...]
    mentions: list[tuple[object, ...]]
    signals: list[tuple[object, ...]]


def main() -> None:
    """Builds the market, then reports on it before and after a night."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--night", type=int, default=5_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = _settings(Path(folder))
        chance = Random(1)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - the same each time
        themes = [theme.id for theme in knowledge_of(settings).pack.themes]
        days = [AS_OF - timedelta(days=n) for n in range(1, 365 * YEARS)]
        with timed(f"write {asked.reviews:,} reviews"):
            _write(settings, _made(chance, themes, days, count=asked.reviews, first=0))
        with Store(settings.database) as store:
            with timed("first count of all days"):
                store.counts.settle()
            print(f"{settings.database.stat().st_size / 1e6:,.0f} MB database")
            _report(settings, store)
            _report(settings, store)
            night = _made(chance, themes, [AS_OF], count=asked.night, first=asked.reviews)
            _write(settings, night)
            with timed(f"counts after {asked.night:,} reviews of one day"):
                store.counts.settle()
            first = asked.reviews + asked.night
            _write(settings, _made(chance, themes, days, count=asked.night, first=first))
            with timed(f"counts after {asked.night:,} reviews of any day"):
                store.counts.settle()
            with timed("a full recount, compared"):
                print(f"{store.counts.mend()} rows were wrong")
        _pandas(settings.database)


@contextmanager
def timed(what: str) -> Generator[None]:
    """Prints how long the block took."""
    started = time.perf_counter()
    yield
    print(f"{what:44}{time.perf_counter() - started:8.3f} s", flush=True)


def _settings(folder: Path) -> Settings:
    sources = "".join(
        f"      - {{id: {platform}, platform: {platform}, kind: reviews,"
        f" url: 'https://{platform}.example/'}}\n"
        for platform in PLATFORMS
    )
    brands = [f"slug: {slug}\n{{0}}name: {slug.title()}\n{{0}}sources:\n" for slug in BRANDS]
    text = "us:\n  " + brands[0].format("  ") + sources + "competitors:\n"
    text += "".join("  - " + brand.format("    ") + sources for brand in brands[1:])
    path = folder / "rivalscope.yaml"
    path.write_text(f"market: {{name: Bench, languages: [{', '.join(LANGUAGES)}]}}\n" + text)
    return load_settings(path, environment={})


def _made(
    chance: Random, themes: list[str], days: list[date], *, count: int, first: int
) -> Iterator[Made]:
    """Reviews of any brand and day; no two brands speak of a theme equally often."""
    shares = {
        (brand, theme, polarity): SPOKEN * chance.uniform(0.5, 2)
        for brand in BRANDS
        for theme in themes
        for polarity in ("negative", "positive")
    }
    for number in range(first, first + count):
        brand, platform = chance.choice(BRANDS), chance.choice(PLATFORMS)
        day = chance.choice(days).isoformat()
        body = f"{number} " + " ".join(chance.choices(WORDS, k=chance.randrange(5, 80)))
        stars = chance.randrange(1, 6)
        key = f"review:{chance.getrandbits(64):016x}"
        spoken = [
            (theme, polarity)
            for theme in themes
            for polarity in ("negative", "positive")
            if chance.random() < shares[brand, theme, polarity]
        ]
        yield Made(
            review=(
                key, brand, platform, platform, str(number), body, stars, 5, day, day, "day",
                "Sorry." if chance.random() < REPLIED else None, f"{day}T12:00:00+00:00",
                "https://a.example/", "s", "c", f"{day}T00:00:00+00:00", f"{day}T00:00:00+00:00",
            ),
            understanding=(
                key, "c", "v", chance.choice(LANGUAGES),
                ("negative", "neutral", "positive")[(stars - 1) // 2], 0.0,
            ),
            mentions=[
                (key, theme, polarity, place, place + 10, body[:chance.randrange(10, 200)],
                 "complaint_cue" if chance.random() < OUTRIGHT else "clause")
                for place, (theme, polarity) in enumerate(spoken)
            ],
            signals=[(key, "effort", brand, 0, 10, body[:60])] if chance.random() < EFFORT else [],
        )  # fmt: skip


def _write(settings: Settings, made: Iterator[Made]) -> None:
    """Rows as the application would write them, and one complete crawl of every source."""
    with Store(settings.database) as store:
        at = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 3, tzinfo=UTC)
        run = store.runs.start("bench", at=at)
        for source in settings.sources:
            ended = SourceRun.of(source, state="ok", pages=1, complete=True)
            store.runs.save_source(run, ended, at=at)
    connection = sqlite3.connect(settings.database)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -1000000")
    connection.execute("INSERT OR IGNORE INTO snapshots VALUES ('s', '', NULL, x'')")
    while batch := [one for one, _ in zip(made, range(50_000), strict=False)]:
        connection.executemany(
            "INSERT INTO reviews (id, brand, source, platform, native_id, body, rating, rating_max,"
            " published_on, published_at, date_precision, reply_body, reply_at, page_url, snapshot,"
            " content, first_seen_at, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [one.review for one in batch],
        )
        connection.executemany(
            "INSERT INTO understandings (review, content, version, language, sentiment, score)"
            " VALUES (?,?,?,?,?,?)",
            [one.understanding for one in batch],
        )
        connection.executemany(
            "INSERT INTO mentions VALUES (?,?,?,?,?,?,?)",
            [mention for one in batch for mention in one.mentions],
        )
        connection.executemany(
            "INSERT INTO proxy_readings VALUES (?, 'c', 'en', '1')",
            [one.review[:1] for one in batch],
        )
        connection.executemany(
            "INSERT INTO proxy_signals VALUES (?,?,?,?,?,?)",
            [signal for one in batch for signal in one.signals],
        )
        connection.commit()
    connection.close()


def _report(settings: Settings, store: Store) -> None:
    knowledge, playbook = knowledge_of(settings), load_playbook(own=settings.path.parent)
    started = time.perf_counter()
    with timed("assemble (findings, SWOT, quotes)"):
        report = assemble(settings, store, as_of=AS_OF, knowledge=knowledge, playbook=playbook)
    with timed("render HTML"):
        page = render_html(report)
    print(
        f"{'report':44}{time.perf_counter() - started:8.3f} s   {len(page) / 1e6:.1f} MB,"
        f" {len(report.cells)} entries"
    )


def _pandas(database: Path) -> None:
    """The counts of all days from the same tables, by a program of their own."""
    uv = shutil.which("uv")
    if uv is None:
        print("pandas: left out, as there is no uv to run it with")
        return
    done = subprocess.run(
        [uv, "run", "--no-project", "--with", "pandas", "python", "-c", _PANDAS, str(database)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        print(f"pandas: left out, as it does not run here: {done.stderr.strip()[-200:]}")
        return
    read, counted, volumes, counts = done.stdout.split()
    print(f"pandas: read {read} s, count {counted} s ({volumes} volumes, {counts} counts)")


if __name__ == "__main__":
    main()
