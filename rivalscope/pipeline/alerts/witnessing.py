"""The reviews that an incident was seen in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.evidence import choose
from rivalscope.models import Period, Witness

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from rivalscope.storage import Store


def witnesses(store: Store, entry: Mapping[str, Any], *, most: int) -> tuple[Witness, ...]:
    """At most so many reviews of the days of an incident; none of one that no review tells of.

    *entry*: the incident as messages have it. Of themes those that speak of it, outright first; of
    stars and volume those with the fewest stars.
    """
    days = entry["facts"].get("now")
    if days is None:
        return ()
    period = Period(
        since=date.fromisoformat(days["since"]), until=date.fromisoformat(days["until"])
    )
    if entry["kind"] not in {"complaint_spike", "praise_surge"}:
        return store.understandings.witnesses(
            entry["brand"], platforms=entry["facts"]["platforms"], period=period, most=most
        )
    evidence = store.understandings.evidence(
        entry["brand"],
        theme=entry["subject"],
        polarity="negative" if entry["kind"] == "complaint_spike" else "positive",
        period=period,
    )
    return tuple(
        Witness(one.review_id, one.published_on, one.platform, one.url, one.quote)
        for one in choose(evidence, most=most)
        if one.published_on
    )
