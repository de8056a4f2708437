"""Reads when a business can be reached, from structured data or from a line that says it."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract import schema_values
from crawler.extract.json_ld import as_list
from crawler.extract.weekdays import DAY, GROUP, SHORT, find_day, find_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.json_ld import Node

_DASH = r"\s{0,2}[-\u2010-\u2015~]\s{0,2}"
_TO_DAY = (
    rf"(?:{_DASH}|\s(?:to|thru|through|až|do|по|hadi|mpaka|bis|a|au|à|al)\s(?:\w{{2}}\s)?"
    r"|(?<=t[őo]l)\s)"
)
_BETWEEN = rf"(?:{_DASH}|\s(?:to|do|až|до|a|à|bis|hadi|and)\s(?:las\s)?)"
_CLOCK = r"(?:[01]?\d|2[0-4])(?:\s?[:.h]\s?[0-5]\d)?(?:\s?(?:h\b|[ap]\.?m\.?(?!\w)))?"
_LINE = re.compile(
    rf"(?<!\w)(?:(?P<first>{DAY})\.?(?:{_TO_DAY}(?P<last>{DAY}))?|(?P<group>{GROUP}))(?!\w)"
    r"[\s.,:|()]{0,4}(?:(?:from|od|\u0441|de|von|between|tól|kuanzia)\s)?"
    rf"(?P<opens>{_CLOCK}){_BETWEEN}(?P<closes>{_CLOCK})(?![\d:%])"
    rf"(?:(?:\s?(?:Uhr|hod\.?|ч\.?))?[\s,;/|+&]{{1,4}}(?:(?:a|and|и|és|und|y|et|i)\s)?(?P<opens_again>{_CLOCK}){_BETWEEN}"
    rf"(?P<closes_again>{_CLOCK})(?![\d:%]))?",
    re.IGNORECASE,
)
_TIME = re.compile(r"(\d{1,2})(?:\s?[:.h]\s?(\d\d))?\s?([ap])?", re.IGNORECASE)
# Hours of something else than being reachable; and the Swahili clock, which counts from sunrise.
_OTHER = re.compile(
    r"deliver|doruč|доставк|liefer|livrais|szállít|dostaw|entrega|collection|svoz|parking|\bsaa\b"
    r"|breakfast|snídan|check-?in",
    re.IGNORECASE,
)
_MOST_ENTRIES = 40
_SHORTEST_DAY = 3
_SHORT_NAME = 2
_NOON, _FULL_DAY, _LAST_MINUTE = 12, 24, 59


class Hours(NamedTuple):
    """From when to when, on which days (0 is Monday)."""

    first: int
    last: int
    opens: str
    closes: str


def hours_in(line: str) -> tuple[Hours, ...]:
    """What *line* says of days and hours; nothing for hours of delivery and the like."""
    if _OTHER.search(line):
        return ()
    found = (hours for match in _LINE.finditer(line) for hours in _hours(match))
    return tuple(islice(found, _MOST_ENTRIES))


def declared_hours(node: Node) -> tuple[Hours, ...]:
    """``openingHours`` and ``openingHoursSpecification`` (also ``hoursAvailable``) of *node*."""
    found: list[Hours] = []
    for text in as_list(node.get("openingHours")):
        if isinstance(text, str):
            found.extend(hour for part in text.split(";") for hour in hours_in(_spread(part)))
    for name in ("openingHoursSpecification", "hoursAvailable"):
        for one in as_list(node.get(name)):
            if isinstance(one, dict):
                found.extend(_specified(one))
    return tuple(found[:_MOST_ENTRIES])


def written(hours: Iterable[Hours]) -> str:
    """*hours* in one line, neighboring days of the same hours together: ``Mo-Fr 09:00-17:00``."""
    by_day: dict[int, list[str]] = {}
    for one in sorted(set(hours), key=lambda each: each.opens):
        for day in range(one.first, one.last + 1):
            by_day.setdefault(day, []).append(f"{one.opens}-{one.closes}")
    days = sorted(by_day)
    runs = groupby(days, key=lambda day: (days.index(day) - day, by_day[day]))
    return "; ".join(_run(list(run), times) for (_, times), run in runs)


def _run(days: list[int], times: list[str]) -> str:
    first, last = SHORT[days[0]], SHORT[days[-1]]
    return f"{first if first == last else f'{first}-{last}'} {', '.join(dict.fromkeys(times))}"


def _spread(text: str) -> str:
    """schema.org's ``Mo,Tu,We 09:00-12:00`` as one line a day."""
    days, _, hours = text.strip().partition(" ")
    return "\n".join(f"{day} {hours}" for day in days.split(","))


def _specified(node: dict[str, object]) -> Iterator[Hours]:
    opens, closes = (_time(schema_values.text(node.get(name))) for name in ("opens", "closes"))
    if not opens or not closes or opens == closes:  # equal where it is closed
        return
    for value in as_list(node.get("dayOfWeek")):
        name = value if isinstance(value, str) else schema_values.text(value)
        for one in re.split(r"[,\s]+", name):
            day = find_day(one)
            if day is not None:
                yield Hours(day, day, opens, closes)


def _hours(match: re.Match[str]) -> Iterator[Hours]:
    span = find_group(match["group"]) if match["group"] else _span(match)
    for first, second in (("opens", "closes"), ("opens_again", "closes_again")):
        times = _times(match[first] or "", match[second] or "")
        if span is not None and times is not None:
            yield Hours(*span, *times)


def _times(opens: str, closes: str) -> tuple[str, str] | None:
    """Both as ``HH:MM``; None where bare numbers are too close to be hours ("Fr 1-2")."""
    bare = opens.strip().isdigit() and closes.strip().isdigit()
    if not opens or (bare and int(closes) - int(opens) < _SHORTEST_DAY):
        return None
    start, end = _time(opens), _time(closes)
    return (start, end) if start and end and start < end else None


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    first, last = match["first"], match["last"]
    start = find_day(first)
    end = find_day(last) if last else start
    if last is None and len(first) <= _SHORT_NAME and not _surely_day(match):
        return None
    return (start, end) if start is not None and end is not None and start <= end else None


def _surely_day(match: re.Match[str]) -> bool:
    """Whether two letters that mean something else too ("do", "we", "so") are a day's name here.

    Bare hours prove it only behind other days of the same line: "Mo-Fr 7-19, Sa 8-16".
    """
    bare = match["opens"].strip().isdigit() and match["closes"].strip().isdigit()
    return match["first"][0].isupper() and (not bare or bool(_LINE.match(match.string)))


def _time(clock: str) -> str | None:
    match = _TIME.match(clock.strip())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > _FULL_DAY or minute > _LAST_MINUTE or (hour == _FULL_DAY and minute):
        return None
    return f"{hour:02}:{minute:02}"
