"""A report of what was known earlier is the report that was written then, byte by byte."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from rivalscope import pipeline
from rivalscope.models import (
    AggregateRating,
    FaqEntry,
    Judgment,
    Period,
    Reply,
    Review,
    SiteSignal,
    Snapshot,
)
from rivalscope.pipeline.watch import Nobody
from rivalscope.reports.renderers import RENDERERS
from rivalscope.settings import load_settings
from rivalscope.storage import SourceRun, Store, packed

AS_OF = date(2026, 9, 30)
FIRST = datetime(2026, 9, 30, 3, tzinfo=UTC)
SECOND = FIRST + timedelta(days=1)
TEXTS = ("report.html", "report.md", "report.json", "findings.csv")
CONFIGURATION = """\
market: {name: Shops, languages: [en]}
us:
  slug: acme
  name: Acme
  sources:
    - {id: portal, platform: portal, kind: reviews, url: "https://portal.example/acme"}
    - {id: mirror, platform: mirror, kind: reviews, url: "https://mirror.example/acme"}
competitors:
  - slug: bolt
    name: Bolt
    sources:
      - {id: portal, platform: portal, kind: reviews, url: "https://portal.example/bolt"}
      - {id: faq, platform: own_site, kind: faq, url: "https://bolt.example/faq"}
      - {id: site, platform: own_site, kind: site, url: "https://bolt.example/"}
"""
LATE = "The parcel came two weeks late and nobody at the support desk cared about number {}."
FINE = "A fair price and a quick delivery, the courier was friendly with parcel {}."


class Nights:
    """A market that is crawled night after night, by the ways the application takes."""

    def __init__(self, settings):
        self.settings = settings
        self.sources = {source.key: source for source in settings.sources}

    def night(self, at, **read):
        """*read*: ``acme_portal=[...]`` reviews that stand on that source then."""
        with Store(self.settings.database) as store:
            run = store.runs.start("crawl", at=at)
            for name, found in read.items():
                self._read(store, run, self.sources[name.replace("_", "/")], found, at)
            store.runs.finish(run, at=at)
        with time_machine.travel(at, tick=False):  # what is learned is learned that night
            pipeline.analyze(self.settings, watch=Nobody())

    def _read(self, store, run, source, found, at):
        page = Snapshot(url=f"{source.url}?{at:%d}", fetched_at=at, body=f"{source}{at}".encode())
        store.pages.save(packed(page), source=source, run=run)
        save = {
            "reviews": store.reviews.save,
            "faq": store.sites.save_faq,
            "site": store.sites.save_signals,
        }[source.kind]
        seen = save(found, source=source, snapshot=page).keys
        store.presence.mark_seen(source, seen, at=at)
        for _ in range(2):
            missing, _ = store.presence.missing(source, seen=seen)
            store.presence.mark_missing(source, missing, at=at)
        ended = SourceRun.of(source, state="ok", pages=1, read=len(found), complete=True)
        store.runs.save_source(run, ended, at=at)

    def report(self, **asked):
        built = pipeline.build_report(self.settings, as_of=AS_OF, **asked)
        return {name: RENDERERS[name](built) for name in TEXTS}


@pytest.fixture
def nights(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text(CONFIGURATION, encoding="utf-8")
    return Nights(load_settings(path, environment={}))


def review(number, text, *, stars=3.0, **changes):
    published = datetime(2026, 9, 29, 12, tzinfo=UTC) - timedelta(days=number % 60)
    return Review(
        native_id=str(number),
        body=text.format(number),
        rating=stars,
        rating_max=5.0,
        published_at=published,
        date_precision="second",
        **changes,
    )


ACME = [review(n, LATE if n % 2 else FINE) for n in range(80)]
BOLT = [review(n, FINE) for n in range(80)]
QUESTION = FaqEntry(question="When do you deliver?", answer="Within two days.")
RETURNS = FaqEntry(question="How do I send a parcel back?", answer="By post, within a month.")
CHAT = SiteSignal(kind="chat", value="Chatty", proof="<script src=chatty>")
DAY_ONE = {
    "acme_portal": ACME,
    "acme_mirror": [],
    "bolt_portal": BOLT,
    "bolt_faq": [QUESTION],
    "bolt_site": [CHAT],
}
CHANGES = {
    "new reviews": {"acme_portal": [*ACME, *(review(n, LATE) for n in range(100, 140))]},
    "an edited text": {
        "bolt_portal": [replace(one, body=LATE.format("x" * n)) for n, one in enumerate(BOLT)]
    },
    "another rating": {"bolt_portal": [replace(one, rating=1.0) for one in BOLT]},
    "a reply": {"bolt_portal": [replace(one, reply=Reply(body="Thanks.")) for one in BOLT]},
    "another day": {
        "acme_portal": [
            replace(one, published_at=one.published_at - timedelta(days=200)) for one in ACME
        ]
    },
    "another address": {"acme_portal": [replace(one, url="https://new.example/") for one in ACME]},
    "reviews that are gone": {"acme_portal": ACME[::3]},
    "copies elsewhere": {"acme_mirror": ACME},
    "another answer": {"bolt_faq": [replace(QUESTION, answer="Nobody knows."), RETURNS]},
    "a question that is gone": {"bolt_faq": []},
    "a chat that is gone": {"bolt_site": [replace(CHAT, value="Talky")]},
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_happened_since_is_not_in_a_report_of_what_was_known(nights, change):
    nights.night(FIRST, **DAY_ONE)
    written = nights.report()
    nights.night(SECOND, **CHANGES[change])
    assert nights.report() != written
    assert nights.report(known_at=FIRST + timedelta(hours=1)) == written


def test_all_of_it_together_is_not_known_yet(nights):
    nights.night(FIRST, **DAY_ONE)
    first = nights.report()
    nights.night(SECOND, acme_portal=ACME[::3], acme_mirror=ACME, bolt_faq=[RETURNS], bolt_site=[])
    nights.night(SECOND + timedelta(days=1), **DAY_ONE)
    assert nights.report(known_at=FIRST) == first


def test_a_night_between_two_others_is_rebuilt(nights):
    nights.night(FIRST, **DAY_ONE)
    nights.night(SECOND, acme_portal=ACME[::3], acme_mirror=ACME, bolt_faq=[RETURNS], bolt_site=[])
    second = nights.report()
    nights.night(SECOND + timedelta(days=1), **DAY_ONE)
    third = nights.report()
    assert nights.report(known_at=SECOND) == second
    assert nights.report(known_at=SECOND + timedelta(days=2)) == third


def test_a_rating_and_a_judgment_of_later_are_not_known_yet(nights):
    nights.night(FIRST, **DAY_ONE)
    source = nights.sources["bolt/portal"]
    page = Snapshot(url="https://portal.example/", fetched_at=FIRST, body=b"page")
    with Store(nights.settings.database) as store:
        store.sites.save_rating(
            AggregateRating(value=4.0, maximum=5.0, count=9), source=source, snapshot=page
        )
    written = nights.report()
    with Store(nights.settings.database) as store:
        store.sites.save_rating(
            AggregateRating(value=3.0, maximum=5.0, count=10),
            source=source,
            snapshot=replace(page, fetched_at=SECOND),
        )
        store.corrections.save([judgment(row) for row in mentions(nights.settings.database)])
    assert nights.report() != written
    assert nights.report(known_at=FIRST + timedelta(hours=1)) == written


def mentions(database):
    connection = sqlite3.connect(database)
    connection.row_factory = sqlite3.Row
    found = connection.execute("SELECT * FROM mentions WHERE polarity = 'negative'").fetchall()
    connection.close()
    assert found
    return found


def judgment(row):
    return Judgment(
        review=row["review"],
        theme=row["theme"],
        quote=row["quote"],
        tagged=row["polarity"],
        verdict="wrong_theme",
        polarity=None,
        drawn="random",
        judged_at=SECOND,
    )


def test_nothing_of_the_file_changes_and_nobody_has_to_wait(nights):
    nights.night(FIRST, **DAY_ONE)
    nights.night(SECOND, **CHANGES["an edited text"])
    nights.report()
    before = dump(nights.settings.database)
    with Store(nights.settings.database) as store, Store(nights.settings.database) as other:
        store.past.rewind(FIRST)
        with store.tx():  # whoever writes to the tables in front of the real ones
            store.counts.settle()
            other.runs.start("crawl", at=SECOND)
    assert len(dump(nights.settings.database)) == len(before) + 1
    nights.report(known_at=FIRST)
    assert len(dump(nights.settings.database)) == len(before) + 1


def dump(database):
    connection = sqlite3.connect(database)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_diff_tells_the_reviews_that_came_and_went(nights):
    nights.night(FIRST, **DAY_ONE)
    before, after = AS_OF - timedelta(days=20), AS_OF
    old, new, diff = pipeline.diff_reports(nights.settings, before=before, after=after)
    assert (old.as_of, new.as_of) == (before, after)
    late = next(one for one in diff.entries if one.cell.theme == "delivery_speed")
    assert late.arrived.days == Period(since=before + timedelta(days=1), until=after)
    assert late.arrived.reviews
    assert all(quote.published_on in late.arrived.days for quote in late.arrived.quotes)


def test_a_diff_counts_only_where_the_entry_does(nights):
    elsewhere = "On the other site too: order {} was delivered three weeks late."
    mirror = [review(1000 + n, elsewhere) for n in range(40)]  # no rival is on that site
    nights.night(FIRST, **{**DAY_ONE, "acme_portal": ACME[:60], "acme_mirror": mirror})
    _, _, diff = pipeline.diff_reports(
        nights.settings, before=AS_OF - timedelta(days=20), after=AS_OF
    )
    late = next(one for one in diff.entries if one.cell.theme == "delivery_speed")
    said_late = [one for one in ACME[:60] if LATE.format(one.native_id) == one.body]
    days = late.arrived.days
    assert late.arrived.reviews == sum(one.published_at.date() in days for one in said_late)
    assert {quote.platform for quote in late.arrived.quotes} == {"portal"}
