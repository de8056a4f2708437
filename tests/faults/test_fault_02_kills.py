"""kill -9 at any commit of an analysis, any file of a report, any statement of a migration."""

import json
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlite_utils

from rivalscope.models import Review, Snapshot, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed
from rivalscope.storage.migrations import migrations

pytestmark = pytest.mark.timeout(600)

KILLER = Path(__file__).with_name("kill_at_every_moment.py")
CONFIGURATION = """\
market: {name: Shops, industry: core, languages: [en]}
us: {slug: acme, name: Acme}
competitors: [{slug: bolt, name: Bolt}]
channels: {mail: {}}
swot: {min_reviews: 10, min_mentions: 3}
alerts: [{id: spikes, min_complaints: 3}]
"""
FIRST = datetime(2026, 9, 30, tzinfo=UTC)
SAID = (
    "I waited forty minutes on hold and then they cut me off",
    "The parcel came on the promised day, thank you",
    "Nobody answers my messages, three weeks now",
    "They still owe me the refund for a parcel that never came",
)


@pytest.fixture
def market(tmp_path):
    """A market with reviews of two brands that nobody has analyzed yet."""
    folder = tmp_path / "market"
    folder.mkdir()
    (folder / "rivalscope.yaml").write_text(CONFIGURATION)
    settings = load_settings(folder / "rivalscope.yaml", environment={})
    with Store(settings.database) as store:
        run = store.runs.start("test", at=FIRST)
        for brand in ("acme", "bolt"):
            source = Source(brand=brand, id="portal", platform="portal", kind="reviews", url=None)
            page = Snapshot(url="http://p.example/", fetched_at=FIRST, body=brand.encode())
            store.pages.save(packed(page), source=source, run=run)
            store.reviews.save(_reviews(brand), source=source, snapshot=page)
    return folder


def _reviews(brand):
    for number in range(80):
        jumped = brand == "bolt" and number < 20
        text = SAID[0] if jumped else SAID[1 + number % 3 if number % 5 else 1]
        yield Review(
            native_id=str(number),
            body=f"{text}: visit {number} at {brand}",
            published_at=FIRST - timedelta(days=number // 5 if jumped else number),
            date_precision="day",
        )


def killed_at_every_moment(step, market):
    done = subprocess.run(
        [sys.executable, str(KILLER), step, str(market)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    print(f"\n{step}: {outcome['kills']} kills, {len(outcome['wrong'])} wrong")  # ruff: ignore[print] - the figure
    assert outcome["wrong"] == []
    return outcome["kills"], outcome["files"]


def test_fault_2_killed_at_each_commit_of_a_night_it_ends_with_the_same_report(market):
    kills, files = killed_at_every_moment("night", market)
    assert kills > 10
    assert files > 5


def test_fault_2_killed_at_each_file_of_a_report_no_file_is_half(market):
    subprocess.run(
        [
            *(sys.executable, "-m", "rivalscope", "analyze", "-q"),
            *("--config", str(market / "rivalscope.yaml")),
        ],
        check=True,
    )
    # an older report lies there already
    report = [sys.executable, "-m", "rivalscope", "report", "-q", "--as-of", "2026-09-20"]
    subprocess.run(
        [*report, "--config", str(market / "rivalscope.yaml")], check=True, capture_output=True
    )
    kills, files = killed_at_every_moment("report", market)
    assert files > 20
    assert kills == 6 * files / 3 * 2  # two places for each file of a day, three times two moments


@pytest.mark.parametrize(
    "version", ["delivery", pytest.param("crawl_ledger", marks=pytest.mark.soak)]
)
def test_fault_2_killed_at_each_statement_of_a_migration_it_is_done_the_next_time(market, version):
    """From the schema just before *version* to the newest one."""
    path = market / "rivalscope.sqlite"
    with sqlite3.connect(path) as new:
        reviews = new.execute("SELECT count(*) FROM reviews").fetchone()
    new.close()
    assert reviews == (160,)
    for file in market.glob("rivalscope.sqlite*"):
        file.unlink()
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before=version)
    old.execute("INSERT INTO runs (id, command, started_at) VALUES (1, 'crawl', '2026-11-01')")
    old.conn.commit()
    old.close()
    kills, _ = killed_at_every_moment("migrate", market)
    assert kills > 10
