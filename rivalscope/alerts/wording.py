"""An alert in plain words: what rose, by how much against what, since when, and where else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.alerts.rules import Alert

_SPREAD = {
    True: "at least half of the other brands rise too",
    False: "only there",
    None: "nobody else can be judged",
}


def render_alert(alert: Alert, *, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """Two lines; *names* by brand slug, *labels* by theme id."""
    spike = alert.spike
    state = "new" if alert.is_new else f"since {alert.opened_on}"
    return (
        f"ALERT ({state}): {names[spike.brand]}:"
        f" complaints about {labels[spike.theme].lower()} are up\n"
        f"  {spike.n} of {spike.of} reviews in {spike.recent.days} days to {spike.recent.until},"
        f" expected {spike.expected:.1f}; before: {spike.n_before} of {spike.of_before}"
        f" in {spike.before.days} days (p = {spike.p:.1g}; {_SPREAD[spike.market_wide]};"
        f" rule {alert.rule})"
    )
