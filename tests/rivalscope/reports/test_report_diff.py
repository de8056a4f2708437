"""What changed between two reports: every change once, with the reviews behind it."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from analysis.changes import arrived, changes, left
from rivalscope.models import MethodLine, Period, Setting, Stream
from rivalscope.reports.diff import render_diff, render_diff_json

WEEK = timedelta(days=7)


def later(report, **changed):
    window = Period(since=report.window.since + WEEK, until=report.window.until + WEEK)
    return replace(report, as_of=report.as_of + WEEK, window=window, **changed)


def moved(cell, points):
    return replace(cell, difference=replace(cell.difference, points=points))


def test_the_same_entries_are_no_change(whole_report):
    assert changes(whole_report, later(whole_report)).entries == ()


def test_entries_are_new_gone_or_moved(whole_report):
    first, second, *others = whole_report.cells
    before = replace(whole_report, cells=(first, second))
    after = later(whole_report, cells=(moved(second, 99.0), others[0]))
    found = {entry.cell.id: entry.kind for entry in changes(before, after).entries}
    assert found == {second.id: "moved", others[0].id: "new", first.id: "gone"}


def test_an_entry_that_changed_its_quadrant_tells_which_it_was(whole_report):
    cell = next(one for one in whole_report.cells if one.quadrant == "weakness")
    turned = replace(cell, quadrant="strength", rule="better_than_rivals")
    before = replace(whole_report, cells=(cell,))
    entries = changes(before, later(whole_report, cells=(turned,))).entries
    assert [(entry.kind, entry.before, entry.after) for entry in entries] == [
        ("new", cell, turned),
        ("gone", cell, None),
    ]


def test_thresholds_packs_days_and_states_that_changed_are_told(whole_report):
    window, *rest = whole_report.method
    longer = replace(window, values={"days": 30})
    compared = Period(since=whole_report.compared.since + WEEK, until=whole_report.compared.until)
    brand, *others = whole_report.brands
    source, *sources = brand.sources
    blocked = replace(source, state="blocked", reviews=source.reviews + 1)
    after = later(
        whole_report,
        method=(longer, *rest),
        compared=compared,
        brands=(replace(brand, sources=(blocked, *sources)), *others),
    )
    found = changes(whole_report, after)
    assert [(one.before, one.after) for one in found.settings] == [
        (whole_report.compared, compared),
        (source, blocked),
        (window, longer),
    ]
    text = render_diff(found, before=whole_report, after=after)
    assert "- window: 90 days → 30 days" in text
    assert "blocked" in text.split("## What else changed")[1]


def test_what_says_the_same_both_times_is_no_change_and_what_is_absent_is_a_dash(whole_report):
    found = changes(whole_report, later(whole_report))
    line = next(one for one in whole_report.method if one.id == "window")
    alike = Setting(before=line, after=replace(line))
    gone = Setting(before=whole_report.compared, after=None)
    text = render_diff(replace(found, settings=(alike,)), before=whole_report, after=whole_report)
    assert "What else changed" not in text
    text = render_diff(
        replace(found, settings=(alike, gone)), before=whole_report, after=whole_report
    )
    (told,) = text.split("## What else changed\n\n")[1].splitlines()
    assert told.endswith("→ -")


def test_who_decides_the_sentiment_of_a_language_is_one_setting(whole_report):
    first = MethodLine(id="model", values={"language": "sw", "name": "one"})
    other = MethodLine(id="model", values={"language": "sw", "name": "two"})
    before = replace(whole_report, method=(first,))
    (found,) = changes(before, later(before, method=(other,))).settings
    assert (found.before, found.after) == (first, other)


def test_more_reviews_of_a_source_are_no_other_setting(whole_report):
    brand, *others = whole_report.brands
    source, *sources = brand.sources
    more = replace(source, reviews=source.reviews + 1)
    after = later(whole_report, brands=(replace(brand, sources=(more, *sources)), *others))
    assert changes(whole_report, after).settings == ()


def test_days_that_came_into_the_window_and_left_it():
    before = Period(since=date(2026, 7, 1), until=date(2026, 9, 28))
    after = Period(since=date(2026, 7, 3), until=date(2026, 9, 30))
    assert arrived(before, after) == Period(since=date(2026, 9, 29), until=date(2026, 9, 30))
    assert left(before, after) == Period(since=date(2026, 7, 1), until=date(2026, 7, 2))
    apart = Period(since=date(2027, 1, 1), until=date(2027, 1, 31))
    assert (arrived(before, apart), left(before, apart)) == (apart, before)
    assert (arrived(before, before), left(before, before)) == (None, None)


@pytest.fixture
def diffed(whole_report):
    first, second, third, *_ = whole_report.cells
    before = replace(whole_report, cells=(first, second))
    after = later(whole_report, cells=(moved(second, 99.0), third))
    found = changes(before, after)
    stream = Stream(
        days=Period(since=before.as_of, until=after.as_of), reviews=2, quotes=first.quotes
    )
    entries = tuple(replace(entry, arrived=stream, left=stream) for entry in found.entries)
    return replace(found, entries=entries), before, after


def test_markdown_tells_every_change_with_its_reviews(diffed):
    diff, before, after = diffed
    text = render_diff(diff, before=before, after=after)
    for heading in ("# What changed between", "## New", "## Moved", "## Gone"):
        assert heading in text
    for entry in diff.entries:
        assert f"`{entry.cell.id}`" in text
    assert "→ ours minus theirs: +99.0 points" in text.replace("\\", "")
    assert text.count("2 reviews came into the window") == 3
    assert text.count("2 reviews left the window") == 3
    assert f"`{diff.entries[0].arrived.quotes[0].review_id}`" in text


def test_no_change_is_said(whole_report):
    after = later(whole_report)
    text = render_diff(changes(whole_report, after), before=whole_report, after=after)
    assert "No entry is new, gone or moved." in text


@pytest.mark.parametrize("language", ["cs", "de", "hu", "ru", "sw"])
def test_it_is_told_in_the_language_of_the_report(diffed, language):
    diff, before, after = diffed
    english = render_diff(diff, before=before, after=after)
    text = render_diff(diff, before=before, after=replace(after, language=language))
    assert text.splitlines()[0] != english.splitlines()[0]
    assert len(text.splitlines()) == len(english.splitlines())


def test_json_has_the_ids_and_claims_of_the_reports(diffed):
    diff, before, after = diffed
    document = json.loads(render_diff_json(diff, before=before, after=after))
    assert document["format"] == "rivalscope-diff-1"
    assert [one["id"] for one in document["entries"]] == [one.cell.id for one in diff.entries]
    assert all(one["claim"] for one in document["entries"])
    assert document["entries"][0]["arrived"]["reviews"] == 2


def test_hostile_texts_stay_texts(hostile_report):
    after = later(hostile_report, cells=())
    diff = changes(hostile_report, after)
    text = render_diff(diff, before=hostile_report, after=after)
    assert re.search(r"(?<!\\)<\w", text) is None
    json.loads(render_diff_json(diff, before=hostile_report, after=after))
