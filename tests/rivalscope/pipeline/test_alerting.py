"""From what the rules see to incidents and messages: together, once, and never too many."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import resources

import jsonschema
import pytest
import time_machine

from rivalscope.alerts.wording import headline, render_message, subject_of
from rivalscope.models import Incident, Period, Review, Signal, Snapshot, Source
from rivalscope.pipeline import analyze, build_report, find_alerts
from rivalscope.pipeline.alerts.alerting import judge
from rivalscope.pipeline.alerts.digesting import write_messages
from rivalscope.pipeline.alerts.judging import Judge
from rivalscope.pipeline.alerts.seeing import Seen, see
from rivalscope.storage import SourceRun, Store, existing, packed

SCHEMA = json.loads((resources.files("rivalscope.alerts") / "message.schema.json").read_text())


def messages(settings):
    """What waits, with the customers' words."""
    with Store(settings.database) as store:
        found = store.outbox.due(datetime.max.replace(tzinfo=UTC))
    for one in found:
        jsonschema.validate(one.content, SCHEMA)
    return found


def incidents(settings):
    with Store(settings.database) as store:
        return store.incidents.all()


def periods(settings):
    """For which day or week each channel had its last digest."""
    with existing(settings.database) as store:
        return [store.outbox.find_period(channel.id) for channel in settings.channels]


def crawled(settings, *, state, source="portal", brand="bolt", reason=None):
    """How a source ended tonight."""
    at = datetime.now(UTC)
    with Store(settings.database) as store:
        run = store.runs.start("crawl", at=at)
        ended = SourceRun(
            brand=brand,
            source=source,
            platform="portal",
            kind="reviews",
            state=state,
            reason=reason,
            met_known=True,
        )
        store.runs.save_source(run, ended, at=at)


def test_a_spike_becomes_an_incident_and_a_message_for_each_channel(spiking, spike_day):
    (alert,) = find_alerts(spiking, as_of=spike_day)
    assert (alert.is_new, alert.held_back) == (True, None)
    assert [one.state for one in incidents(spiking)] == ["open"]
    assert {one.channel for one in messages(spiking)} == {"mail", "hook"}


def test_a_second_run_on_the_same_day_tells_nothing_again(spiking, spike_day):
    find_alerts(spiking, as_of=spike_day)
    before = messages(spiking), incidents(spiking)
    (again,) = find_alerts(spiking, as_of=spike_day)
    assert not again.is_new
    assert (messages(spiking), incidents(spiking)) == before


@pytest.mark.parametrize("quiet_days", [0, 40])
@pytest.mark.parametrize("digest", ["nightly", "weekly"])
def test_a_look_back_tells_nothing(spiking, spike_day, digest, quiet_days):
    """Neither after a night with a spike nor after one on which all was quiet."""
    channels = tuple(replace(one, digest=digest) for one in spiking.channels)
    settings = replace(spiking, channels=channels)
    judged = spike_day + timedelta(days=quiet_days)
    find_alerts(settings, as_of=judged, report=build_report(settings, as_of=judged))
    before = messages(settings), incidents(settings), periods(settings)
    for back in (judged - timedelta(days=1), spike_day, spike_day - timedelta(days=21)):
        if back < judged:
            find_alerts(settings, as_of=back, report=build_report(settings, as_of=back))
            assert (messages(settings), incidents(settings), periods(settings)) == before


def test_fault_29_a_clock_that_was_a_year_ahead_for_a_night_silences_nothing(spiking, spike_day):
    ahead = spike_day + timedelta(days=365)
    with time_machine.travel(datetime.combine(ahead, datetime.min.time(), UTC), tick=False):
        crawled(spiking, state="blocked")
        find_alerts(spiking, as_of=ahead)
    with time_machine.travel(datetime.combine(spike_day, datetime.min.time(), UTC), tick=False):
        crawled(spiking, state="ok")
        (alert,) = find_alerts(spiking, as_of=spike_day)
    assert alert.is_new
    states = {one.kind: one.state for one in incidents(spiking)}
    assert states == {"complaint_spike": "open", "source_health": "closed"}


def test_incident_and_message_are_kept_together_or_not_at_all(spiking, spike_day):
    connection = sqlite3.connect(spiking.database)
    connection.execute(
        "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="full"):
        find_alerts(spiking, as_of=spike_day)
    assert (messages(spiking), incidents(spiking)) == ((), ())
    connection.execute("DROP TRIGGER full")
    connection.close()
    (alert,) = find_alerts(spiking, as_of=spike_day)
    assert alert.is_new


def test_a_message_says_all_that_is_needed_to_judge_it(spiking, spike_day):
    find_alerts(replace(spiking, base_url="https://reports.acme.example/cx"), as_of=spike_day)
    content = messages(spiking)[0].content
    assert subject_of(content) == "[Shops] NEW: Bolt: complaints about waiting times have jumped"
    text = render_message(content)
    for said in (
        "17 of 28 reviews (60.7 per 100, 95 % interval",
        "from 2026-09-24 to 2026-09-30",
        "expected",
        "before: 14 of 224 reviews",
        "read from: bolt/portal",
        "elsewhere: only there; at us 2 of 28 reviews in those days, not rising",
        "since 2026-09-30",
        "(2026-09-30, portal, https://portal.example/bolt)",
        "rivalscope explain finding:bolt:wait_time:complaint --as-of 2026-09-30",
        "rule: complaint-spikes",
        "rivalscope alerts snooze 1 --until 2026-10-07 --reason TEXT",
        "report: https://reports.acme.example/cx/2026-09-30/report.html",
    ):
        assert said in text
    assert len(content["incidents"][0]["quotes"]) == 3


def test_without_an_address_no_link_is_sent(spiking, spike_day):
    find_alerts(spiking, as_of=spike_day)
    assert messages(spiking)[0].content["report_url"] is None
    assert "report:" not in render_message(messages(spiking)[0].content)


def test_a_spike_where_a_source_broke_is_held_back_and_the_source_told(spiking, spike_day):
    crawled(spiking, state="layout_changed", reason="no entry on 3 pages, and no word why")
    (alert,) = find_alerts(spiking, as_of=spike_day)
    assert alert.held_back == "bolt/portal was not read well"
    assert {one.kind: one.state for one in incidents(spiking)} == {
        "complaint_spike": "pending",
        "source_health": "open",
    }
    (entry,) = messages(spiking)[0].content["incidents"]
    assert entry["kind"] == "source_health"
    text = render_message(messages(spiking)[0].content)
    assert "NEW: Bolt: source portal is not well (layout changed)" in text
    assert "no entry on 3 pages, and no word why" in text


def test_a_held_back_spike_is_told_when_the_source_is_well(spiking, spike_day):
    crawled(spiking, state="blocked", reason="403")
    find_alerts(spiking, as_of=spike_day)
    crawled(spiking, state="ok")
    (alert,) = find_alerts(spiking, as_of=spike_day)
    assert alert.is_new


def nothing_more(settings, *, until):
    """Reviews that came in later, day by day until then, and complain of nothing."""
    first = datetime.combine(until, datetime.min.time(), UTC)
    source = Source(brand="bolt", id="portal", platform="portal", kind="reviews", url=None)
    page = Snapshot(url="https://portal.example/later", fetched_at=first, body=b"later")
    with Store(settings.database) as store:
        store.pages.save(packed(page), source=source, run=store.runs.start("test", at=first))
        later = [
            Review(
                native_id=f"later {number}",
                body=f"All was well with them, that was order {number}",
                published_at=first - timedelta(days=number // 4),
                date_precision="day",
            )
            for number in range(4 * 25)
        ]
        store.reviews.save(later, source=source, snapshot=page)


def test_a_spike_after_which_nothing_was_read_is_not_over(spiking, spike_day, quiet):
    find_alerts(spiking, as_of=spike_day)
    told = messages(spiking)
    for days in (5, 6, 7, 10, 11, 13, 14, 20, 30):
        find_alerts(spiking, as_of=spike_day + timedelta(days=days))
    (spike,) = incidents(spiking)
    assert (spike.state, spike.last_on) == ("ongoing", spike_day + timedelta(days=6))
    assert messages(spiking) == told
    nothing_more(spiking, until=spike_day + timedelta(days=31))
    analyze(spiking, watch=quiet)
    find_alerts(spiking, as_of=spike_day + timedelta(days=31))
    assert [one.state for one in incidents(spiking)] == ["closed"]
    assert len(messages(spiking)) == len(told) + 2


def unjudged(settings, *, seen_on, on):
    """The kinds, among an incident of each, of which nothing can be said on that night."""
    rules = {
        "rating_drop": "rating-drops",
        "complaint_spike": "complaint-spikes",
        "volume_surge": "a rule that was",
    }
    known = [
        Incident(
            id=0, kind=kind, brand="bolt", subject="x", rule=rule, severity="warning",
            state="open", seen=1, first_on=seen_on, last_on=seen_on,
            facts={"platforms": ["portal"]},
        )
        for kind, rule in rules.items()
    ]  # fmt: skip
    with existing(settings.database) as store:
        judge_of_night = Judge(settings, store, nights=Period(since=on, until=on))
        found = judge_of_night.unjudged(known, on=on)
    return {one.kind for one in known if one.fingerprint in found}


def test_what_nobody_watches_any_more_is_not_waited_for(spiking, spike_day):
    assert unjudged(spiking, seen_on=spike_day, on=spike_day + timedelta(days=6)) == set()
    assert unjudged(spiking, seen_on=spike_day, on=spike_day + timedelta(days=7)) == {
        "rating_drop",
        "complaint_spike",
    }


def test_stars_that_are_not_steady_any_more_are_not_better(spiking, spike_day):
    with closing(sqlite3.connect(spiking.database)) as connection, connection:
        connection.execute("UPDATE reviews SET first_seen_at = '2026-01-01T00:00:00+00:00'")
    assert unjudged(spiking, seen_on=spike_day, on=spike_day) == {"rating_drop"}


def test_an_optional_source_that_is_ill_is_told_to_nobody(spiking, spike_day):
    brands = [
        replace(brand, sources=tuple(replace(one, optional=True) for one in brand.sources))
        for brand in spiking.brands
    ]
    crawled(spiking, state="error", reason="timeout")
    (alert,) = find_alerts(replace(spiking, brands=tuple(brands)), as_of=spike_day)
    assert alert.held_back
    assert messages(spiking) == ()


def storm(settings, themes, *, on):
    """One night on which themes spike at once: so many, or those of some numbers."""
    figures = {
        "complaints": 20,
        "reviews": 30,
        "per_100": 66.7,
        "interval": [48.8, 80.8],
        "since": on.isoformat(),
        "until": on.isoformat(),
    }
    signals = tuple(
        Signal(
            kind="complaint_spike",
            brand="bolt",
            subject=f"theme_{number:03}",
            rule="complaint-spikes",
            severity="critical" if number == 77 else "warning",
            facts={
                "now": figures,
                "before": None,
                "expected": 2.0,
                "p": 0.001,
                "market_wide": None,
                "ours": None,
                "platforms": ["portal"],
                "sources": [],
                "finding": f"finding:bolt:theme_{number:03}:complaint",
            },
        )
        for number in (range(themes) if isinstance(themes, int) else themes)
    )
    tell(settings, signals, on=on)


def tell(settings, signals, *, on):
    """One night on which that is seen."""
    with Store(settings.database) as store, store.tx():
        judge(settings, store, Seen(signals=tuple(signals), blind={}), on=on)
        write_messages(settings, store, on=on, report=None)


def test_a_storm_is_one_message_a_channel(spiking, spike_day):
    storm(spiking, 200, on=spike_day)
    found = messages(spiking)
    assert len(found) == 2
    content = found[0].content
    assert (len(content["incidents"]), content["more"]) == (10, 190)
    assert content["incidents"][0]["subject"] == "theme_077"
    text = render_message(content)
    assert "and 190 more" in text
    assert subject_of(content) == "[Shops] 200 incidents: Bolt"


def test_a_message_is_shortened_and_never_split(spiking, spike_day):
    storm(spiking, 47, on=spike_day)
    content = messages(spiking)[0].content
    assert "and 37 more" in render_message(content)
    for longest in (2000, 1000, 400, 40):
        text = render_message(content, longest=longest)
        assert 0 < len(text) <= longest
    assert "and 45 more" in render_message(content, longest=1400)


def test_a_weekly_channel_waits_for_its_week_but_not_for_what_is_urgent(spiking, spike_day):
    weekly = tuple(replace(one, digest="weekly") for one in spiking.channels)
    settings = replace(spiking, channels=weekly)
    storm(settings, 1, on=spike_day)  # the first digest is due at once
    storm(settings, 2, on=spike_day + timedelta(days=1))
    assert len(messages(settings)) == 2
    urgent = tuple(replace(rule, is_immediate=True) for rule in settings.alerts)
    storm(replace(settings, alerts=urgent), 3, on=spike_day + timedelta(days=2))
    assert len(messages(settings)) == 4
    storm(settings, 3, on=spike_day + timedelta(days=5))  # a new ISO week
    last = messages(settings)[-1].content
    assert (len(messages(settings)), last["period"]) == (6, "2026-W41")
    assert [one["subject"] for one in last["incidents"]] == ["theme_001"]


def on_mail(settings):
    return [one for one in messages(settings) if one.channel == "mail"]


def headlines(settings):
    """What the incidents of each message on one channel begin with, in order."""
    return [
        [headline(entry).split(":")[0] for entry in one.content["incidents"]]
        for one in on_mail(settings)
    ]


def test_what_returns_is_told_with_the_words_of_customers(spiking, spike_day):
    with existing(spiking.database) as store:
        spikes = see(spiking, store, as_of=spike_day).signals
    for days, signals in ((0, spikes), (7, ()), (8, spikes)):
        tell(spiking, signals, on=spike_day + timedelta(days=days))
    assert headlines(spiking) == [["NEW"], ["OVER"], ["AGAIN"]]
    assert [len(one.content["incidents"][0]["quotes"]) for one in on_mail(spiking)] == [3, 0, 3]


@pytest.mark.parametrize(
    ("is_immediate", "told"),
    [
        (False, [["NEW"], ["NEW"], ["AGAIN", "OVER"]]),
        (True, [["NEW"], ["NEW"], ["AGAIN"], ["OVER"]]),
    ],
)
def test_what_returns_before_it_was_told_as_over_is_not(spiking, spike_day, is_immediate, told):
    weekly = tuple(replace(one, digest="weekly") for one in spiking.channels)
    rules = tuple(replace(rule, is_immediate=is_immediate) for rule in spiking.alerts)
    settings = replace(spiking, channels=weekly, alerts=rules)
    monday = spike_day - timedelta(days=2)
    for day, themes in ((0, [0]), (2, [0]), (7, [1]), (9, []), (10, [0]), (14, [0])):
        storm(settings, themes, on=monday + timedelta(days=day))
    assert headlines(settings) == told


@pytest.mark.parametrize(
    ("digest", "titles"),
    [
        ("weekly", ["What moved"]),
        ("monthly", ["Strengths", "Weaknesses", "Opportunities", "Threats"]),
    ],
)
def test_other_roles_get_the_report_in_short(spiking, spike_day, digest, titles):
    channels = tuple(replace(one, digest=digest) for one in spiking.channels)
    settings = replace(spiking, channels=channels)
    report = build_report(settings, as_of=spike_day)
    find_alerts(settings, as_of=spike_day, report=report)
    content = messages(settings)[0].content
    assert [one["title"] for one in content["sections"]] == titles
    find_alerts(settings, as_of=spike_day, report=report)
    assert len(messages(settings)) == 2


def test_the_words_of_an_erased_review_leave_the_message_that_waits(spiking, spike_day):
    find_alerts(spiking, as_of=spike_day)
    words = messages(spiking)[0].content["incidents"][0]["quotes"][0]["text"]
    with Store(spiking.database) as store:
        store.privacy.erase(
            store.privacy.matching(review=None, url=None, author=None, text=words),
            at=datetime.now(UTC),
        )
    assert len(messages(spiking)[0].content["incidents"][0]["quotes"]) == 2
    assert words.encode() not in spiking.database.read_bytes()


def test_forty_nights_are_told_by_the_calendar(spiking, spike_day):
    """A moving clock: opened, reminded twice, over, and each of it once a channel."""
    told = []
    for day in range(30):
        on = spike_day + timedelta(days=day)
        with time_machine.travel(datetime.combine(on, datetime.min.time(), UTC), tick=False):
            storm(replace(spiking, reminders=2), 1 if day < 20 else 0, on=on)
    for message in messages(spiking):
        if message.channel == "mail":
            (entry,) = message.content["incidents"]
            told.append((date.fromisoformat(message.content["on"]), entry["happened"]))
    assert [((on - spike_day).days, happened) for on, happened in told] == [
        (0, ["opened"]),
        (7, ["reminded"]),
        (14, ["reminded"]),
        (26, ["closed"]),
    ]
