"""Which spikes, and which troubles of sources, which rule asks to be told of; pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from rivalscope.models import Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rivalscope.models import Period, Rate, Severity, Spike
    from rivalscope.settings import AlertRule

#: Three times what was expected, and by no chance: somebody should look today.
_CRITICAL_RATIO = 3.0
_CRITICAL_P = 1e-6
#: States that don't pass by themselves.
_NEEDS_SOMEBODY = frozenset({"blocked", "robots_denied", "layout_changed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One spike, told for one rule."""

    rule: str
    spike: Spike
    opened_on: date
    is_new: bool
    """False for one that an earlier run told of, and for one that is held back."""
    held_back: str | None = None
    """Why it is not told yet; None where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A source that was not read well."""

    brand: str
    source: str
    platform: str
    state: str
    reason: str | None
    last_ok_on: date | None
    """None where it never was."""

    @property
    def key(self) -> str:
        """As commands name the source."""
        return f"{self.brand}/{self.source}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OurSide:
    """The same theme at us, in the same days and places."""

    complaints: int
    reviews: int
    is_rising: bool


def fired(rules: Iterable[AlertRule], spikes: Iterable[Spike]) -> tuple[tuple[str, Spike], ...]:
    """Each spike with the first rule that watches it, in the order of the spikes."""
    rules = [rule for rule in rules if rule.kind == "complaint_spike"]
    found = (
        (spike, next((rule for rule in rules if _watches(rule, spike)), None)) for spike in spikes
    )
    return tuple((rule.id, spike) for spike, rule in found if rule)


def fingerprint_of(spike: Spike) -> str:
    """The fingerprint of the spike's signals."""
    return f"complaint_spike:{spike.finding.brand}:{spike.finding.theme}"


def spike_signal(
    rule: AlertRule, spike: Spike, *, sources: Sequence[str], ours: OurSide | None
) -> Signal:
    """The spike as *rule* sees it.

    *sources*: keys of those that it was read from; *ours*: None where the spike is ours.
    """
    finding = spike.finding
    return Signal(
        kind="complaint_spike",
        brand=finding.brand,
        subject=finding.theme,
        rule=rule.id,
        severity=_severity(spike),
        confirm_nights=rule.confirm_nights,
        facts={
            "now": _figures(finding.rate, finding.period),
            "before": _figures(finding.previous, spike.before) if finding.previous else None,
            "expected": round(spike.expected, 1),
            "p": float(f"{spike.p:.2g}"),
            "market_wide": spike.market_wide,
            "ours": asdict(ours) if ours else None,
            "platforms": sorted({stratum.platform for stratum in finding.strata}),
            "sources": list(sources),
            "finding": finding.id,
        },
    )


def trouble_signals(rules: Iterable[AlertRule], troubles: Iterable[Trouble]) -> tuple[Signal, ...]:
    """Each trouble as the first rule that watches its brand sees it."""
    rules = [rule for rule in rules if rule.kind == "source_health"]
    found = (
        (trouble, next((rule for rule in rules if trouble.brand in rule.brands), None))
        for trouble in troubles
    )
    return tuple(_trouble_signal(rule, trouble) for trouble, rule in found if rule)


def _watches(rule: AlertRule, spike: Spike) -> bool:
    return (
        spike.finding.brand in rule.brands
        and (rule.themes is None or spike.finding.theme in rule.themes)
        and spike.finding.rate.n >= rule.min_complaints
    )


def _severity(spike: Spike) -> Severity:
    jumped = spike.finding.rate.n >= _CRITICAL_RATIO * spike.expected
    return "critical" if jumped and spike.p <= _CRITICAL_P else "warning"


def _figures(rate: Rate, period: Period) -> dict[str, Any]:
    return {
        "complaints": rate.n,
        "reviews": rate.of,
        "per_100": round(rate.per_100, 1),
        "interval": [round(rate.interval.low, 1), round(rate.interval.high, 1)],
        "since": period.since.isoformat(),
        "until": period.until.isoformat(),
    }


def _trouble_signal(rule: AlertRule, trouble: Trouble) -> Signal:
    return Signal(
        kind="source_health",
        brand=trouble.brand,
        subject=trouble.source,
        rule=rule.id,
        severity="critical" if trouble.state in _NEEDS_SOMEBODY else "warning",
        confirm_nights=rule.confirm_nights,
        facts={
            "state": trouble.state,
            "reason": trouble.reason,
            "last_ok_on": trouble.last_ok_on.isoformat() if trouble.last_ok_on else None,
            "platforms": [trouble.platform],
        },
    )
