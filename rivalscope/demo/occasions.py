"""Who writes where, in which language and when: everything about a review but what it says."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rivalscope.demo.dice import Dice
from rivalscope.demo.plan import DemoBrand, DemoSource, Market, MarketPlan

Form = Literal["full", "short", "foreign"]

_WEEKDAYS = (1.15, 1.1, 1.05, 1.0, 1.0, 0.8, 0.85)
_FIRST_MINUTE, _LAST_MINUTE = 6 * 60, 22 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One customer about to write."""

    source: DemoSource
    language: str
    form: Form
    at: datetime
    """Local time of the place that shows it, without an offset."""
    of_spike: bool = False


def occasions(market: Market, brand: DemoBrand) -> list[Occasion]:
    """All occasions of one brand, oldest first."""
    plan = market.plan
    dice = Dice(plan.seed, brand.slug, "occasions")
    days = _day_weights(plan, dice)
    usual = [
        _occasion(market, source, language=language, day=dice.weighted(days), dice=dice)
        for source in brand.sources
        for language, volume in source.volumes.items()
        for _ in range(volume)
    ]
    return sorted([*usual, *_spike(market, brand)], key=lambda occasion: occasion.at)


def _day_weights(plan: MarketPlan, dice: Dice) -> list[float]:
    """Weeks differ by a quarter up and down, and weekends are quieter."""
    weeks = [dice.between(0.75, 1.25) for _ in range(plan.days // 7 + 1)]
    return [
        weeks[day // 7] * _WEEKDAYS[(plan.since + timedelta(days=day)).weekday()]
        for day in range(plan.days)
    ]


def _occasion(
    market: Market, source: DemoSource, *, language: str, day: int, dice: Dice
) -> Occasion:
    form = _form(market.plan, dice)
    return Occasion(
        source=source,
        language=dice.pick(sorted(market.foreign)) if form == "foreign" else language,
        form=form,
        at=_moment(market.plan, day, dice),
    )


def _form(plan: MarketPlan, dice: Dice) -> Form:
    if dice.chance(plan.per_100.foreign):
        return "foreign"
    return "short" if dice.chance(plan.per_100.short) else "full"


def _moment(plan: MarketPlan, day: int, dice: Dice) -> datetime:
    minutes = _FIRST_MINUTE + dice.below(_LAST_MINUTE - _FIRST_MINUTE)
    midnight = datetime(plan.since.year, plan.since.month, plan.since.day)  # ruff: ignore[call-datetime-without-tzinfo] - local
    return midnight + timedelta(days=day, minutes=minutes, seconds=dice.below(60))


def _spike(market: Market, brand: DemoBrand) -> list[Occasion]:
    """Occasions of the burst, in the same places and languages as the usual ones."""
    plan, spike = market.plan, brand.spike
    if spike is None:
        return []
    dice = Dice(plan.seed, brand.slug, "spike")
    places = [
        (source, language, volume)
        for source in brand.sources
        for language, volume in source.volumes.items()
    ]
    weights = [volume for _, _, volume in places]
    chosen = [places[dice.weighted(weights)] for _ in range(spike.extra)]
    return [
        Occasion(
            source=source,
            language=language,
            form="full",
            at=_moment(plan, plan.days - 1 - dice.below(spike.days), dice),
            of_spike=True,
        )
        for source, language, _ in chosen
    ]
