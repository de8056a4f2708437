"""Which spikes which rule asks to be told of; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rivalscope.models import Spike
    from rivalscope.settings import AlertRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One spike, told for one rule."""

    rule: str
    spike: Spike
    opened_on: date
    is_new: bool
    """False for one that an earlier run told of."""


def fired(rules: Iterable[AlertRule], spikes: Iterable[Spike]) -> tuple[tuple[str, Spike], ...]:
    """Each spike with the first rule that watches it, in the order of the spikes."""
    rules = tuple(rules)
    found = (
        (spike, next((rule for rule in rules if _watches(rule, spike)), None)) for spike in spikes
    )
    return tuple((rule.id, spike) for spike, rule in found if rule)


def _watches(rule: AlertRule, spike: Spike) -> bool:
    return (
        spike.finding.brand in rule.brands
        and (rule.themes is None or spike.finding.theme in rule.themes)
        and spike.finding.rate.n >= rule.min_complaints
    )
