"""Which themes each customer speaks of, so that the planted rates hold."""

from collections.abc import Sequence

from rivalscope.demo.dice import Dice
from rivalscope.demo.occasions import Occasion
from rivalscope.demo.plan import DemoBrand, MarketPlan, Mood, Tone

Opinion = tuple[str, Tone]
"""A theme, and whether it is praised or complained of."""

_MOST_THEMES = 3
_LIKE_MINDED = 70
"""Times in 100 that a customer is looked for who says nothing of the other tone."""


def opinions(
    plan: MarketPlan, brand: DemoBrand, occasions: Sequence[Occasion]
) -> list[tuple[Opinion, ...]]:
    """Opinions of each customer, in the customers' order.

    Rates are met by quota, in the window and before it apart: of N customers in a language the
    market reads, exactly the rounded share says each thing, whoever they are and whenever they
    write. Customers of a spike say the spike's theme besides.
    """
    dice = Dice(plan.seed, brand.slug, "opinions")
    said: list[list[Opinion]] = [[] for _ in occasions]
    for index, occasion in enumerate(occasions):
        if occasion.of_spike and brand.spike:
            said[index].append((brand.spike.theme, "negative"))
    in_window = [occasion.at.date() >= plan.window_since for occasion in occasions]
    for era in (False, True):
        readable = [
            index
            for index, occasion in enumerate(occasions)
            if in_window[index] is era and occasion.form != "foreign"
        ]
        _hand_out(plan, brand, occasions=occasions, indexes=readable, said=said, dice=dice)
    return [tuple(dice.shuffled(each)) for each in said]


def mood(said: Sequence[Opinion]) -> Mood:
    """Prevailing tone, neutral where neither does."""
    balance = sum(1 if tone == "positive" else -1 for _, tone in said)
    if balance == 0:
        return "neutral"
    return "positive" if balance > 0 else "negative"


def _hand_out(
    plan: MarketPlan,
    brand: DemoBrand,
    *,
    occasions: Sequence[Occasion],
    indexes: Sequence[int],
    said: list[list[Opinion]],
    dice: Dice,
) -> None:
    usual = [index for index in indexes if not occasions[index].of_spike]
    for opinion, rate in plan.rates(brand).items():
        spiking = brand.spike is not None and opinion == (brand.spike.theme, "negative")
        among = usual if spiking else indexes
        able = [
            index
            for index in among
            if occasions[index].form == "full" and _has_room(said[index], opinion[0])
        ]
        for speaker in _speakers(
            able, opinion[1], count=(rate * len(among) + 50) // 100, said=said, dice=dice
        ):
            said[speaker].append(opinion)


def _has_room(already: Sequence[Opinion], theme: str) -> bool:
    return len(already) < _MOST_THEMES and all(theme != other for other, _ in already)


def _speakers(
    able: Sequence[int], tone: Tone, *, count: int, said: Sequence[Sequence[Opinion]], dice: Dice
) -> list[int]:
    """Mostly people of the same mind: one is more often pleased or cross than both."""
    left = dice.shuffled(able)
    like_minded = [index for index in left if all(other == tone for _, other in said[index])]
    chosen = []
    for _ in range(count):
        of_all = like_minded if like_minded and dice.chance(_LIKE_MINDED) else left
        speaker = of_all[-1]
        left.remove(speaker)
        if speaker in like_minded:
            like_minded.remove(speaker)
        chosen.append(speaker)
    return chosen
