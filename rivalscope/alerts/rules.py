"""What is seen on one day, as the rules that ask for it tell it; pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rivalscope.models import PolicyChange, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rivalscope.models import (
        FaqChange,
        Judging,
        Period,
        Rate,
        Severity,
        Shift,
        Spike,
        WeekFigures,
    )
    from rivalscope.settings import AlertRule

#: Three times what was expected (of a drop: a third), and by no chance: somebody should look today.
_CRITICAL_RATIO = 3.0
_CRITICAL_P = 1e-6
#: Of stars: so many less than before.
_CRITICAL_STARS = 1.0
#: States that don't pass by themselves.
_NEEDS_SOMEBODY = frozenset({"blocked", "robots_denied", "layout_changed"})
#: Characters of an answer that a change quotes.
_LONGEST_ANSWER = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing seen, told for one rule."""

    signal: Signal
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
    """Of a praise surge: praises."""
    reviews: int
    is_rising: bool


class LeftOut(NamedTuple):
    """Days of a platform that count for nothing."""

    platform: str
    since: date
    until: date
    why: Literal["not_in_full", "not_read", "waited_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where something was seen."""

    platforms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Keys of those that it was read from."""
    left_out: tuple[LeftOut, ...] = ()


def spike_signal(
    rule: AlertRule, spike: Spike, *, context: Context, ours: OurSide | None
) -> Signal:
    """A spike of complaints, or of praise, as *rule* sees it; *ours*: None where it is ours."""
    finding = spike.finding
    jumped = finding.rate.n >= _CRITICAL_RATIO * spike.expected and spike.p <= _CRITICAL_P
    is_critical = jumped and rule.kind == "complaint_spike"  # praise never needs anybody tonight
    return Signal(
        kind=rule.kind,
        brand=finding.brand,
        subject=finding.theme,
        rule=rule.id,
        severity="critical" if is_critical else "warning",
        confirm_nights=rule.confirm_nights,
        facts={
            "now": _figures(finding.rate, finding.period),
            "before": _figures(finding.previous, spike.before) if finding.previous else None,
            "expected": round(spike.expected, 1),
            "p": _short(spike.p),
            "market_wide": spike.market_wide,
            "ours": asdict(ours) if ours else None,
            "platforms": list(context.platforms),
            "sources": list(context.sources),
            "finding": finding.id,
            "judged": _judged(rule, spike.judging, context),
        },
    )


def shift_signal(rule: AlertRule, shift: Shift, *, context: Context) -> Signal:
    """Stars that fell, or a volume that is not as it was, as *rule* sees it."""
    return Signal(
        kind=rule.kind,
        brand=shift.brand,
        subject=shift.subject,
        rule=rule.id,
        severity=_severity(shift),
        confirm_nights=rule.confirm_nights,
        facts={
            "now": _week(shift.now),
            "before": _week(shift.before),
            "expected": None if shift.kind == "rating_drop" else round(shift.expected, 1),
            "p": _short(shift.p),
            "market_wide": shift.market_wide,
            "platforms": list(context.platforms),
            "sources": list(context.sources),
            "judged": _judged(rule, shift.judging, context),
        },
    )


def change_signals(
    rule: AlertRule, changes: Iterable[PolicyChange | FaqChange]
) -> tuple[Signal, ...]:
    """Changes of brands' own pages, those of one kind and day together.

    Each is an incident of its own: what was changed twice is news twice.
    """
    together: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for change in changes:
        if change.brand in rule.brands:
            kind = change.kind if isinstance(change, PolicyChange) else "faq"
            key = (change.brand, f"{kind}@{change.on}")
            together.setdefault(key, []).append(_change(change))
    return tuple(
        Signal(
            kind="policy_change",
            brand=brand,
            subject=subject,
            rule=rule.id,
            severity="warning",
            confirm_nights=rule.confirm_nights,
            facts={"changes": sorted(told, key=str), "platforms": []},
        )
        for (brand, subject), told in together.items()
    )


def trouble_signals(rules: Iterable[AlertRule], troubles: Iterable[Trouble]) -> tuple[Signal, ...]:
    """Each trouble as the first rule that watches its brand sees it."""
    rules = [rule for rule in rules if rule.kind == "source_health"]
    found = (
        (trouble, next((rule for rule in rules if trouble.brand in rule.brands), None))
        for trouble in troubles
    )
    return tuple(_trouble_signal(rule, trouble) for trouble, rule in found if rule)


def _severity(shift: Shift) -> Severity:
    if shift.p > _CRITICAL_P:
        return "warning"
    now, before = shift.now, shift.before
    match shift.kind:
        case "rating_drop":
            fell = (before.stars or 0.0) - (now.stars or 0.0)
            is_critical = fell >= _CRITICAL_STARS
        case "volume_surge":
            is_critical = now.reviews >= _CRITICAL_RATIO * shift.expected
        case "volume_drop":
            is_critical = _CRITICAL_RATIO * now.reviews <= shift.expected
    return "critical" if is_critical else "warning"


def _judged(rule: AlertRule, judging: Judging, context: Context) -> dict[str, Any]:
    return {
        "on": judging.on.isoformat(),
        "threshold": _short(judging.threshold),
        "sensitivity": rule.sensitivity,
        "false_discovery": _short(judging.false_discovery),
        "series": judging.series,
        "floor": judging.floor,
        "left_out": [
            {
                "platform": one.platform,
                "since": one.since.isoformat(),
                "until": one.until.isoformat(),
                "why": one.why,
            }
            for one in context.left_out
        ],
    }


def _figures(rate: Rate, period: Period) -> dict[str, Any]:
    return {
        "complaints": rate.n,
        "reviews": rate.of,
        "per_100": round(rate.per_100, 1),
        "interval": [round(rate.interval.low, 1), round(rate.interval.high, 1)],
        "since": period.since.isoformat(),
        "until": period.until.isoformat(),
    }


def _week(figures: WeekFigures) -> dict[str, Any]:
    around = figures.interval
    return {
        "reviews": figures.reviews,
        "stars": None if figures.stars is None else round(figures.stars, 2),
        "interval": [round(around.low, 2), round(around.high, 2)] if around else None,
        "since": figures.period.since.isoformat(),
        "until": figures.period.until.isoformat(),
    }


def _change(change: PolicyChange | FaqChange) -> dict[str, Any]:
    about = change.sentence if isinstance(change, PolicyChange) else change.question
    return {
        "about": about[:_LONGEST_ANSWER],
        "before": None if change.before is None else change.before[:_LONGEST_ANSWER],
        "after": None if change.after is None else change.after[:_LONGEST_ANSWER],
        "on": change.on.isoformat(),
        "url": change.url,
    }


def _short(p: float) -> float:
    return float(f"{p:.2g}")


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
