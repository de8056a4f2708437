"""What the rules, as they stand, would have told of the counts as they are stored."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from rivalscope.alerts.lifecycle import Reminding, advance
from rivalscope.errors import UsageError
from rivalscope.pipeline.alerts.judging import Judge
from rivalscope.pipeline.alerts.seeing import first_told
from rivalscope.settings.mistakes import did_you_mean
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rivalscope.models import Incident, Period, Signal
    from rivalscope.pipeline.watch import Watch
    from rivalscope.settings import AlertRule, Settings

_WEEK = 7
_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReplay:
    """What one rule would have told."""

    rule: AlertRule
    nights: Period
    opened: tuple[Incident, ...]
    """As they were on the day they opened, the oldest first."""

    @property
    def weeks(self) -> float:
        """How long that took."""
        return self.nights.days / _WEEK

    @property
    def a_month(self) -> float:
        """How many it would have told in a month."""
        return len(self.opened) * _DAYS_A_MONTH / self.nights.days


def replay_rules(
    settings: Settings, *, nights: Period, rule: str | None, watch: Watch
) -> tuple[RuleReplay, ...]:
    """What each rule would have told of *nights*, or only the one called *rule*.

    From what is known now: how reviews are understood, and which days were read in full. Sources
    count as well on all nights, so that nothing is held back; their own health is not replayed.
    Raises UsageError for a rule that is not there.
    """
    rules = _chosen(settings.alerts, rule)
    signals: dict[date, list[Signal]] = defaultdict(list)
    with existing(settings.database) as store:
        judge = Judge(settings, store, nights=nights)
        for one in rules:
            watch.stage(one.id, nights.days)
            for night, found in judge.nights(one):
                signals[night] += found
                watch.step(str(night))
        reminding = Reminding(every_days=settings.remind_every_days, most=settings.reminders)
        opened = _opened(judge, signals, nights=nights, reminding=reminding)
    return tuple(
        RuleReplay(
            rule=one,
            nights=nights,
            opened=tuple(incident for incident in opened if incident.rule == one.id),
        )
        for one in rules
    )


def _chosen(rules: Sequence[AlertRule], name: str | None) -> tuple[AlertRule, ...]:
    known = {rule.id: rule for rule in rules if rule.kind != "source_health"}
    if name is None:
        return tuple(known.values())
    if name not in known:
        there = ", ".join(known) or "none"
        message = f"no rule {name!r} to replay{did_you_mean(name, known)} (there are: {there})"
        raise UsageError(message)
    return (known[name],)


def _opened(
    judge: Judge, signals: dict[date, list[Signal]], *, nights: Period, reminding: Reminding
) -> tuple[Incident, ...]:
    """The incidents that live through those nights, as they were when they opened."""
    known: dict[str, Incident] = {}
    opened: list[Incident] = []
    for number in range(nights.days):
        night = nights.since + timedelta(days=number)
        unjudged = judge.unjudged(known.values(), on=night)
        judged = [one for one in known.values() if one.fingerprint not in unjudged]
        steps = advance(
            known.values(),
            first_told(signals.get(night, ()), judged),
            on=night,
            blind={},
            unjudged=unjudged,
            reminding=reminding,
        )
        for step in steps:
            known[step.incident.fingerprint] = step.incident
            if step.what == "opened":
                opened.append(step.incident)
    return tuple(opened)
