"""Stage 4: spikes into alerts, each told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.spikes import spikes
from rivalscope.alerts.rules import Alert, fired
from rivalscope.storage import Store, writing

if TYPE_CHECKING:
    from datetime import date

    from rivalscope.settings import Settings


def find_alerts(settings: Settings, *, as_of: date) -> tuple[Alert, ...]:
    """What the rules ask to be told of the week up to *as_of*, the least likely first.

    Each is recorded as an incident, so that another run on the same days tells nothing as new.
    """
    without = {source.key for source in settings.sources if source.quotes_only}
    with writing(settings.database), Store(settings.database) as store:
        found = spikes(
            store.understandings.daily_volumes(until=as_of, without=without),
            store.understandings.daily_counts(until=as_of, without=without),
            as_of=as_of,
            coverage=store.runs.coverages(without=without),
        )
        alerts = []
        for rule, spike in fired(settings.alerts, found):
            opened_on, is_new = store.incidents.record(
                rule=rule, brand=spike.finding.brand, theme=spike.finding.theme, on=as_of
            )
            alerts.append(Alert(rule=rule, spike=spike, opened_on=opened_on, is_new=is_new))
    return tuple(alerts)
