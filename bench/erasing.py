"""How long it takes to erase a person's reviews from a large database, and what is left of them.

    python bench/erasing.py [reviews]      # a million where no number is said

The database is made in a temporary folder with one author of three reviews among all, each with
mentions, signals and an earlier version, and with stored pages of its source.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
import zlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from rivalscope import pipeline
from rivalscope.settings import load_settings
from rivalscope.storage import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = 2_000
_BATCH = 20_000
_THEIRS = (17, 4_242, 9_999)
_SOURCES = 20
_WORDS = ("parcel", "came", "late", "nobody", "answered", "refund", "promised", "friendly")
NAME = "Wilhelmina Featherstonehaugh"
TEXT = "A sentence that nobody else wrote: my parcel went to Featherstone Hill and back again."


def fill(path: Path, count: int) -> None:
    dice = random.Random(7)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - made-up texts
    with Store(path) as store:
        key = store.privacy.authors.of(NAME)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA secure_delete = OFF")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    noted = triggers.fetchall()  # filling is not what is measured
    for name, _ in noted:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("INSERT INTO runs VALUES (1, 'crawl', '2026-11-01', '2026-11-01')")
    for page in range(_PAGES):
        body = " ".join(dice.choices(_WORDS, k=2_000)).encode()
        row = (f"page-{page}", "text/html", "utf-8", zlib.compress(body, 1))
        connection.execute("INSERT INTO snapshots VALUES (?, ?, ?, ?)", row)
        connection.execute(
            "INSERT INTO fetches (run, brand, source, url, fetched_at, snapshot)"
            " VALUES (1, ?, ?, ?, '2026-11-01T02:30:00+00:00', ?)",
            (*_place(page), f"https://shop.example/{page}", f"page-{page}"),
        )
    for first in range(0, count, _BATCH):
        numbers = range(first, min(first + _BATCH, count))
        connection.executemany(_REVIEW, _reviews(numbers, dice=dice, key=key))
        connection.executemany(
            "INSERT INTO understandings (review, content, version, language, sentiment, score)"
            " VALUES (?, 'c', 'v', 'en', 'negative', -0.5)",
            [(f"review:{number:032x}",) for number in numbers],
        )
        connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, 'negative', 4, 20, 'parcel came late', 'lexicon')",
            [(f"review:{number:032x}", theme) for number in numbers for theme in _themes(number)],
        )
        connection.commit()
    connection.executemany(
        "INSERT INTO review_versions (review, seen_at, replaced_at, body, snapshot)"
        " VALUES (?, '2026-10-01', '2026-11-01', ?, 'page-0')",
        [(f"review:{number:032x}", TEXT) for number in _THEIRS],
    )
    for _, sql in noted:
        connection.execute(sql)
    connection.commit()
    connection.close()


_REVIEW = """
INSERT INTO reviews (id, brand, source, platform, native_id, title, body, rating, rating_max,
    published_on, published_at, date_precision, url, page_url, snapshot, content, first_seen_at,
    changed_at, author_key)
VALUES (?, ?, ?, 'portal', ?, 'Late', ?, 2.0, 5.0, ?, ?, 'day', ?, 'https://shop.example/', ?, 'c',
    '2026-11-01T02:30:00+00:00', '2026-11-01T02:30:00+00:00', ?)
"""


def _reviews(
    numbers: range, *, dice: random.Random, key: str | None
) -> Iterator[tuple[object, ...]]:
    for number in numbers:
        is_theirs = number in _THEIRS
        body = TEXT if is_theirs else " ".join(dice.choices(_WORDS, k=dice.randint(5, 120)))
        day = date(2024, 1, 1) + timedelta(days=number % 1000)
        yield (
            f"review:{number:032x}",
            *_place(number),
            str(number),
            body,
            day.isoformat(),
            f"{day}T12:00:00+00:00",
            f"https://shop.example/r/{number}",
            f"page-{number % _PAGES}",
            key if is_theirs else f"{dice.getrandbits(64):016x}",
        )


def _place(number: int) -> tuple[str, str]:
    return f"brand-{number % 5}", f"source-{number % _SOURCES}"


def _themes(number: int) -> tuple[str, ...]:
    return ("wait_time", "delivery")[: number % 3]


def left(folder: Path) -> int:
    """How often a part of the text stands in any file."""
    return sum(file.read_bytes().count(b"Featherstone Hill") for file in folder.rglob("*.sqlite*"))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        configuration = folder / "rivalscope.yaml"
        configuration.write_text("us: {slug: brand-0, name: Ours}\n", encoding="utf-8")
        settings = load_settings(configuration, environment={})
        fill(settings.database, count)
        size = settings.database.stat().st_size / 2**20
        print(f"{count:,} reviews, {size:,.0f} MB; the text stands there {left(folder)} times")
        for wanted in (
            pipeline.Wanted(url="https://shop.example/r/17"),
            pipeline.Wanted(author=NAME),
        ):
            started = time.perf_counter()
            found = pipeline.find_reviews(settings, wanted)
            looked = time.perf_counter() - started
            erased = pipeline.erase(settings, wanted, found=found)
            took = time.perf_counter() - started
            print(
                f"{len(found)} found in {looked:.2f} s, {len(erased.erased.reviews)} erased after"
                f" {took:.2f} s ({datetime.now(UTC):%H:%M:%S})"
            )
        print(f"the text stands there {left(folder)} times")


if __name__ == "__main__":
    main()
