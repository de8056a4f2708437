"""An alert in plain words: what rose, by how much against what, since when, and where else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.alerts.rules import Alert
    from rivalscope.models import Rate

_SPREAD = {
    True: "at least half of the other brands rise too",
    False: "only there",
    None: "nobody else can be judged",
}


def render_alert(alert: Alert, *, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """A few lines of at most 80 columns; *names* by brand slug, *labels* by theme id."""
    spike, finding = alert.spike, alert.spike.finding
    state = "new" if alert.is_new else f"since {alert.opened_on}"
    rate, before = finding.rate, finding.previous
    start = f"ALERT ({state}): {names[finding.brand]}"
    lines = (
        f"{start}: complaints about {labels[finding.theme].lower()} have jumped",
        f"{_counted(rate)} in {finding.period.days} days to {finding.period.until},",
        f"where {spike.expected:.1f} complaints were expected",
        f"before: {_counted(before)} in {spike.before.days} days" if before else "",
        f"p = {spike.p:.1g}; {_SPREAD[spike.market_wide]}; rule {alert.rule}",
    )
    return "\n  ".join(filter(None, lines))


def _counted(rate: Rate) -> str:
    return f"{rate.n} of {rate.of} reviews"
