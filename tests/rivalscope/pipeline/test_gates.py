"""What must not raise an alert, and what must: nights of one market, with a clock that moves."""

import random
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Review, Snapshot, Source
from rivalscope.pipeline import analyze, find_alerts
from rivalscope.settings import load_settings
from rivalscope.storage import SourceRun, Store, packed

PACK = """\
id: shop
title: A shop
themes:
  - id: wait_time
    label: {en: Waiting times}
    touchpoint: support
    stage: after_sale
    cues:
      en:
        complaint: ["on hold"]
  - id: parcel
    label: {en: Parcels}
    touchpoint: delivery
    stage: after_sale
    cues:
      en:
        complaint: ["arrived broken"]
"""
CONFIGURATION = """\
market: {name: Shops, industry: shop, languages: [en]}
us:
  slug: acme
  name: Acme
  sources: [{id: portal, platform: portal, url: https://portal.example/acme}]
competitors:
  - slug: bolt
    name: Bolt
    sources:
      - {id: portal, platform: portal, url: https://portal.example/bolt}
      - {id: forum, platform: forum, url: https://forum.example/bolt}
alerts:
  - {id: complaints, brands: all}
  - {id: praise, kind: praise_surge, brands: all}
  - {id: stars, kind: rating_drop, brands: all}
  - {id: many, kind: volume_surge, brands: all}
  - {id: few, kind: volume_drop, brands: all}
  - {id: pages, kind: policy_change, brands: all}
  - {id: health, kind: source_health, brands: all}
channels:
  mail: {private: true}
"""
FIRST = date(2026, 9, 1)
"""The first night."""
HISTORY = 90
NIGHTS = 8
"""Quiet nights before anything happens."""
A_DAY = {"bolt": 12, "acme": 8}
SAID = ("I was on hold for an hour", "The parcel arrived broken", "All was well with them")


class Nights:
    """A market, night by night."""

    def __init__(self, folder):
        self.settings = load_settings(folder / "rivalscope.yaml", environment={})
        self.on = FIRST
        self.waiting = 10 / 7
        """Complaints about waiting at Bolt a day."""
        self.states = {}
        """(brand, source) -> how it ends tonight, where that is not well."""

    def reviews(self, brand, day, *, times=1):
        """What was written on a day; the same whenever it is asked for."""
        chance = random.Random(f"{brand} {day}")  # ruff: ignore[suspicious-non-cryptographic-random-usage] - the same each time
        count = A_DAY[brand]
        waiting = self.waiting if brand == "bolt" else 10 / 7
        waits = int(waiting) + (chance.random() < waiting % 1)
        for number in range(count * times):
            place = number % count
            kind = 0 if place < waits else 1 if place == waits and chance.random() < 0.5 else 2
            yield Review(
                native_id=f"{brand} {day} {number}",
                body=f"{SAID[kind]}, order {number} of {day:%B %d} {chance.random():.6f}",
                rating=5.0 if kind == 2 else 1.0,
                rating_max=5.0,
                published_at=datetime.combine(day, time(12), UTC),
                date_precision="day",
            )

    def keep(self, brand, reviews, *, source="portal", state="ok", complete=False):
        """What the crawl of a source brings tonight, and how it ends."""
        at = datetime.now(UTC)
        place = Source(brand=brand, id=source, platform=source, kind="reviews", url=None)
        page = Snapshot(
            url=f"https://{source}.example/{brand}/{at:%Y%m%d}", fetched_at=at, body=b"page"
        )
        reviews = list(reviews)
        oldest = min((one.published_at.date() for one in reviews), default=None)
        with Store(self.settings.database) as store:
            run = store.runs.start("crawl", at=at)
            if reviews:
                store.pages.save(packed(page), source=place, run=run)
                store.reviews.save(reviews, source=place, snapshot=page)
            ended = SourceRun.of(
                place,
                state=state,
                pages=1,
                read=len(reviews),
                oldest_on=oldest,
                met_known=not complete,
                complete=complete,
            )
            store.runs.save_source(run, ended, at=at)

    def night(self, *, since=1, more=lambda: None):
        """Crawls what was written in the last *since* days, and whatever *more* keeps; judges."""
        with time_machine.travel(datetime.combine(self.on, time(2, 30), UTC), tick=False):
            for brand in A_DAY:
                state = self.states.get((brand, "portal"), "ok")
                days = [self.on - timedelta(days=age) for age in range(since, 0, -1)]
                read = [one for day in days for one in self.reviews(brand, day)]
                complete = self.on == FIRST
                self.keep(brand, read if state == "ok" else (), state=state, complete=complete)
            more()
            self.judge()
        self.on += timedelta(days=1)

    def judge(self):
        """Stages 2 and 4 of a night."""
        analyze(self.settings, watch=Watch(None, verbosity=Verbosity.QUIET))
        return find_alerts(self.settings, as_of=self.on)

    def raised(self):
        """The incidents that were opened and are no trouble of a source."""
        with Store(self.settings.database) as store:
            return [
                (one.kind, one.brand, one.subject)
                for one in store.incidents.all()
                if one.kind != "source_health" and one.opened_on
            ]

    def backfill(self, *, oldest, newest, times=10):
        """Bolt's portal shows ten times as many reviews of days in the past."""
        days = (self.on - timedelta(days=age) for age in range(oldest, newest - 1, -1))
        self.keep("bolt", (one for day in days for one in self.reviews("bolt", day, times=times)))


@pytest.fixture(scope="module")
def quiet_weeks(tmp_path_factory):
    """A market after its first night and some quiet ones."""
    folder = tmp_path_factory.mktemp("gates")
    (folder / "themes").mkdir()
    (folder / "themes" / "shop.yaml").write_text(PACK, encoding="utf-8")
    (folder / "rivalscope.yaml").write_text(CONFIGURATION, encoding="utf-8")
    nights = Nights(folder)
    nights.night(since=HISTORY)
    assert nights.raised() == []  # the first run is silent
    for _ in range(NIGHTS):
        nights.night()
    return folder


@pytest.fixture
def nights(quiet_weeks, tmp_path):
    folder = tmp_path / "market"
    shutil.copytree(quiet_weeks, folder)
    nights = Nights(folder)
    nights.on = FIRST + timedelta(days=NIGHTS + 1)
    return nights


def test_quiet_nights_raise_nothing(nights):
    for _ in range(5):
        nights.night()
    assert nights.raised() == []


@pytest.mark.parametrize(
    ("oldest", "newest"),
    [(90, 1), (90, 15), (14, 1), (5, 1)],
    ids=["everything", "long ago", "two weeks", "the last days"],
)
def test_a_tenfold_backfill_raises_nothing(nights, oldest, newest):
    nights.night(more=lambda: nights.backfill(oldest=oldest, newest=newest))
    for _ in range(3):
        nights.night()
    assert nights.raised() == []


def test_a_night_on_which_a_source_is_blocked_raises_nothing(nights):
    nights.states["bolt", "portal"] = "blocked"
    nights.night()
    nights.states.clear()
    nights.night(since=2)
    for _ in range(3):
        nights.night()
    assert nights.raised() == []


def test_a_selector_that_broke_and_is_repaired_raises_nothing(nights):
    nights.states["bolt", "portal"] = "layout_changed"
    for _ in range(5):
        nights.night()
    nights.states.clear()
    nights.night(since=6)
    for _ in range(3):
        nights.night()
    assert nights.raised() == []


def test_a_theme_that_is_edited_raises_nothing(nights):
    path = nights.settings.path.parent / "themes" / "shop.yaml"
    text = path.read_text(encoding="utf-8").replace(
        '"arrived broken"', '"arrived broken", "order 1"'
    )
    path.write_text(text, encoding="utf-8")
    for _ in range(3):
        nights.night()
    assert nights.raised() == []


@pytest.mark.parametrize("complete", [False, True])
def test_a_new_source_raises_nothing(nights, complete):
    def crawl():
        days = (nights.on - timedelta(days=age) for age in range(20, 0, -1))
        angry = (
            replace(one, native_id=f"forum {one.native_id}", body=f"On hold, on hold: {one.body}")
            for day in days
            for one in nights.reviews("bolt", day)
        )
        nights.keep("bolt", angry, source="forum", complete=complete)

    for _ in range(3):
        nights.night(more=crawl)
    assert nights.raised() == []


@pytest.mark.parametrize("share", [3, 1], ids=["a third", "all"])
def test_dates_that_are_edited_raise_nothing(nights, share):
    """Old reviews carry the day of yesterday from now on."""
    yesterday = datetime.combine(nights.on - timedelta(days=1), time(12), UTC)

    def edit():
        days = (nights.on - timedelta(days=age) for age in range(60, 10, -1))
        moved = [one for day in days for one in nights.reviews("bolt", day)][::share]
        nights.keep("bolt", (replace(one, published_at=yesterday) for one in moved))

    nights.night(more=edit)
    for _ in range(3):
        nights.night()
    assert nights.raised() == []


def test_dates_that_tell_only_the_month_raise_nothing(nights):
    """A source that prints "September 2026": all of them on one day."""
    first = datetime(2026, 9, 1, tzinfo=UTC)

    def crawl():
        nights.keep(
            "bolt",
            (
                replace(
                    one,
                    native_id=f"month {one.native_id}",
                    body=f"On hold: {one.body}",
                    published_at=first,
                    date_precision="month",
                )
                for age in range(30)
                for one in nights.reviews("bolt", nights.on - timedelta(days=age))
            ),
        )

    nights.night(more=crawl)
    nights.night()
    assert nights.raised() == []


def test_a_rise_from_10_to_30_complaints_raises_exactly_one(nights):
    nights.waiting = 30 / 7
    for _ in range(7):
        nights.night()
    assert nights.raised() == [("complaint_spike", "bolt", "wait_time")]


def test_a_night_that_is_run_again_raises_and_tells_nothing_again(nights):
    nights.waiting = 30 / 7
    for _ in range(7):
        nights.night()
    with Store(nights.settings.database) as store:
        before = store.incidents.all(), store.outbox.due(datetime.max.replace(tzinfo=UTC))
    assert before[1]
    nights.on -= timedelta(days=1)
    with time_machine.travel(datetime.combine(nights.on, time(9), UTC), tick=False):
        for _ in range(2):
            assert not any(alert.is_new for alert in nights.judge())
    with Store(nights.settings.database) as store:
        assert before == (
            store.incidents.all(),
            store.outbox.due(datetime.max.replace(tzinfo=UTC)),
        )
