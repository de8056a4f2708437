from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.dates import declared_language, read_moment

SEEN_AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)  # a Saturday


def read(raw, **known):
    moment = read_moment(raw, seen_at=SEEN_AT, **known)
    return (moment.at.isoformat(), moment.precision) if moment else None


@pytest.mark.parametrize(
    ("raw", "at", "precision"),
    [
        ("2026-03-02", "2026-03-02T00:00:00+00:00", "day"),
        ("2026-3-2", "2026-03-02T00:00:00+00:00", "day"),
        ("2026-03-02 00:00:00", "2026-03-02T00:00:00+00:00", "day"),
        ("2026-03-02 08:13:38", "2026-03-02T08:13:38+00:00", "second"),
        ("2026-03-02T08:00:00Z", "2026-03-02T08:00:00+00:00", "second"),
        ("2026-03-18T15:57:22-07:00", "2026-03-18T15:57:22-07:00", "second"),
        ("2026-03", "2026-03-01T00:00:00+00:00", "month"),
        ("2025", "2025-01-01T00:00:00+00:00", "year"),
        (
            "Wed Apr 01 2026 00:08:29 GMT+0100 (British Summer Time)",
            "2026-04-01T00:08:29+01:00",
            "second",
        ),
        ("Wed, 1 Apr 2026 20:08:29 +0100", "2026-04-01T20:08:29+01:00", "second"),
        (1_767_225_600, "2026-01-01T00:00:00+00:00", "second"),
        ("1767225600000", "2026-01-01T00:00:00+00:00", "second"),
    ],
)
def test_dates_for_machines_keep_their_offset_and_precision(raw, at, precision):
    assert read(raw) == (at, precision)


@pytest.mark.parametrize(
    ("raw", "language", "at", "precision"),
    [
        ("23rd March 2026", "en", "2026-03-23", "day"),
        ("March 2026", "en", "2026-03-01", "month"),
        ("Published on 23 March 2026", "en", "2026-03-23", "day"),
        ("am 8.6.2026", "de", "2026-06-08", "day"),
        ("8. června 2026", "cs", "2026-06-08", "day"),
        ("Přidáno před 17 hodinami", "cs", "2026-11-20", "about_day"),
        ("včera", "cs", "2026-11-20", "about_day"),
        ("3 дня назад", "ru", "2026-11-18", "about_day"),
        ("2 weeks ago", "en", "2026-11-02", "week"),
        ("a month ago", "en", "2026-10-01", "month"),
        ("wiki 2 zilizopita", "sw", "2026-11-02", "week"),
        ("3 hónappal ezelőtt", "hu", "2026-08-01", "month"),
        ("il y a un an", "fr", "2025-01-01", "year"),
        ("před 2 týdny", None, "2026-11-02", "week"),
    ],
)
def test_dates_in_words_start_the_period_they_speak_of(raw, language, at, precision):
    assert read(raw, language=language) == (f"{at}T00:00:00+00:00", precision)


def test_a_relative_day_with_a_clock_is_exact():
    assert read("Сегодня, 10:28", language="ru") == ("2026-11-21T10:28:00+00:00", "second")


@pytest.mark.parametrize(
    ("known", "day"),
    [
        ({"order": "DMY"}, "2026-05-04"),
        ({"order": "MDY"}, "2026-04-05"),
        ({"language": "en-GB"}, "2026-05-04"),
        ({"language": "en-US"}, "2026-04-05"),
    ],
)
def test_the_order_of_day_and_month_is_the_sources_or_its_regions(known, day):
    assert read("04/05/2026", **{"language": "en", **known}) == (
        f"{day}T00:00:00+00:00",
        "day",
    )


@pytest.mark.parametrize(
    "raw",
    [
        *(
            "a",
            "",
            " ",
            "12",
            "5 a",
            "Rating 5",
            "4.5 out of 5",
            "soon",
            "yes",
            None,
            True,
            "x" * 500,
        ),
        *("1999-12-31", "2026-11-24", "31 December 2099", "2026-13-45", "2026-02-30T10:00:00Z"),
        "99999999999 years ago",
        float("nan"),
        float("inf"),
        10**30,
        {},
        [],
    ],
)
def test_what_is_no_believable_date_is_refused(raw):
    assert read(raw, language="en") is None


def test_a_time_a_day_ahead_is_believed_because_zones_differ():
    assert read("2026-11-22") == ("2026-11-22T00:00:00+00:00", "day")


@given(
    st.datetimes(min_value=datetime(2000, 1, 2), max_value=datetime(2026, 11, 20)),  # ruff: ignore[call-datetime-without-tzinfo]
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_iso_times_with_any_offset_are_read_back_as_printed(naive, minutes):
    at = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))

    moment = read_moment(at.isoformat(), seen_at=SEEN_AT)

    assert moment is not None
    assert (moment.at, moment.at.utcoffset()) == (at, at.utcoffset())


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="0123456789-/.: TZ+apm", max_size=30))
def test_nothing_that_looks_like_a_date_breaks_the_reader(raw):
    moment = read_moment(raw, seen_at=SEEN_AT, language="en")

    assert moment is None or moment.at.tzinfo is not None


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        (b'<html class="x" lang="cs">', "cs"),
        (b"<HTML LANG=en_us>", "en-US"),
        (b"<html xml:lang='de'>", None),
        (b"<html>", None),
    ],
)
def test_the_language_a_page_declares_is_found(markup, language):
    assert declared_language(markup) == language
