"""Why an incident was told, a reason a line; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rivalscope.alerts.wording import fact_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WHY = {
    "not_in_full": "its reviews of these days were not read in full",
    "not_read": "it was not read well since",
    "waited_for": "more reviews of these days are still to come",
}
_HELD = {
    "complaint_spike": ("complaints", "that complain of a theme"),
    "praise_surge": ("praises", "that praise a theme"),
    "rating_drop": ("reviews with stars", "with stars"),
    "volume_surge": ("reviews", "of a brand on a platform"),
    "volume_drop": ("expected reviews", "of a brand on a platform"),
}


def reasons(entry: Mapping[str, Any]) -> Iterator[str]:
    """The figures, then what they were held to, and which days count for nothing.

    *entry*: the incident as messages have it; its figures are those of the last day it was seen.
    """
    opened = entry["opened_on"]
    told = f"told since {opened}" if opened else "not told yet"
    yield f"{entry['state']}, {entry['severity']}, {told}, last seen on {entry['last_on']}"
    yield from fact_lines(entry)
    facts = entry["facts"]
    if "complaints" in (facts.get("now") or {}) and facts["before"]:
        yield from _volume(facts)
    judged = facts.get("judged")
    if judged is None:
        yield f"rule {entry['rule']}: no matter of chance, so that there is no threshold"
        return
    yield from _threshold(entry, judged)
    left_out: dict[tuple[str, str, str], list[str]] = {}
    for one in judged["left_out"]:
        left_out.setdefault((one["since"], one["until"], one["why"]), []).append(one["platform"])
    for (since, until, why), platforms in left_out.items():
        yield f"left out: {', '.join(platforms)}, {since} to {until}: {_WHY[why]}"
    if not judged["left_out"]:
        yield "left out: no day of those"


def _volume(facts: Mapping[str, Any]) -> Iterator[str]:
    """Of themes: whether there were simply more reviews."""
    now, before = facts["now"]["reviews"], facts["before"]
    yield f"volume: {now} reviews in these days; {before['reviews']} in those before"


def _threshold(entry: Mapping[str, Any], judged: Mapping[str, Any]) -> Iterator[str]:
    floor, series = _HELD[entry["kind"]]
    yield f"judged: the week up to {judged['on']}, the newest day that was complete"
    yield (
        f"threshold: p of at most {judged['threshold']:.2g}, by Benjamini-Hochberg at"
        f" {judged['false_discovery']:.2g} over {judged['series']} series {series}"
    )
    yield (
        f"rule {entry['rule']}: sensitivity {judged['sensitivity']:g} (expected false alerts a"
        f" month), at least {judged['floor']} {floor}"
    )
