"""Channels and promises on brands' own pages: what stands there, what is new, what is better."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rivalscope.models import CONFIRMING_FETCHES, Channel, PolicyChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rivalscope.models import SeenSignal, SignalKind

POLICY_THEMES: Final[Mapping[SignalKind, str]] = {
    "return_days": "returns_refunds",
    "free_shipping_from": "delivery_cost",
    "response_hours": "wait_time",
}
"""What a promise is about."""
_MORE_IS_BETTER: Final = frozenset({"return_days"})
_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(.*)")


def channels(signals: Iterable[SeenSignal]) -> tuple[Channel, ...]:
    """What stands on the brands' pages now, in the order given."""
    return tuple(
        Channel(
            brand=one.brand,
            kind=one.kind,
            value=one.value,
            proof=one.proof,
            url=one.url,
            since=one.since.date(),
        )
        for one in signals
        if one.until is None
    )


def policy_changes(signals: Iterable[SeenSignal]) -> tuple[PolicyChange, ...]:
    """Every promise that two good fetches showed, and that was no part of the first; newest first.

    What it says in place of is the promise of the same kind that stood there last.
    """
    promises = [one for one in signals if one.kind in POLICY_THEMES and _settled(one)]
    found = [_change(one, promises) for one in promises if not one.first]
    return tuple(sorted(found, key=lambda one: (-one.on.toordinal(), one.brand, one.kind)))


def is_better(change: PolicyChange) -> bool:
    """Whether customers get more than before; a promise where there was none is better.

    False where the two can't be held against each other, as amounts in two currencies.
    """
    if change.before is None:
        return True
    before, after = _AMOUNT.fullmatch(change.before), _AMOUNT.fullmatch(change.after)
    if not before or not after or before[2] != after[2]:
        return False
    more = float(after[1]) - float(before[1])
    return more > 0 if change.kind in _MORE_IS_BETTER else more < 0


def _settled(signal: SeenSignal) -> bool:
    return signal.first or signal.fetches >= CONFIRMING_FETCHES


def _change(signal: SeenSignal, promises: Sequence[SeenSignal]) -> PolicyChange:
    earlier = [
        one
        for one in promises
        if (one.brand, one.source, one.kind) == (signal.brand, signal.source, signal.kind)
        and one.since < signal.since
    ]
    last = max(earlier, key=lambda one: (one.since, one.value), default=None)
    return PolicyChange(
        brand=signal.brand,
        kind=signal.kind,
        theme=POLICY_THEMES[signal.kind],
        before=last.value if last else None,
        after=signal.value,
        sentence=signal.proof,
        url=signal.url,
        on=signal.since.date(),
    )
