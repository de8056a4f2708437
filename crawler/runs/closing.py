"""The end of one source's crawl: what is missing, how the source is, and its line in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crawler.runs.health import HISTORY, judge
from rivalscope.storage import SourceRun

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from crawler.runs.outcome import Outcome
    from rivalscope.storage import Store


class Traffic(NamedTuple):
    """What went over the network for one source."""

    requests: int = 0
    bytes: int = 0
    statuses: Mapping[str, int] = {}


def close_source(
    outcome: Outcome, *, store: Store, run: int, traffic: Traffic, at: datetime
) -> SourceRun:
    """Judges the source, counts what is missing or back, and keeps how it ended."""
    source = outcome.source
    seen = store.page_states.entries(source=source, urls=outcome.urls)
    complete = outcome.reached_end
    missing, known = store.presence.missing(source, seen=seen) if complete else ((), 0)
    observed = outcome.observed(missing=len(missing), known=known)
    verdict = judge(observed, store.runs.history(source, count=HISTORY))
    with store.tx():
        store.presence.mark_seen(source, seen, at=at)
        well = verdict.state == "ok"
        gone = store.presence.mark_missing(source, missing, at=at) if well else 0
        if complete and well:
            store.page_states.forget_others(source, urls=outcome.urls)
        ended = SourceRun.of(
            source,
            state=verdict.state,
            reason=verdict.reason or outcome.note,
            pages=outcome.pages,
            unchanged=outcome.unchanged,
            **traffic._asdict(),
            read=outcome.saved.read,
            new=outcome.saved.new,
            changed=outcome.saved.changed,
            gone=gone,
            first_page=outcome.first_page,
            fields=outcome.fields,
            oldest_on=outcome.oldest_on,
            met_known=outcome.met_known,
            complete=complete and well,
        )
        store.runs.save_source(run, ended, at=at)
    return ended
