"""Who says besides that they go from one brand to another."""

from collections.abc import Sequence

from rivalscope.demo.dice import Dice
from rivalscope.demo.occasions import Occasion
from rivalscope.demo.opinions import Opinion, mood
from rivalscope.demo.plan import DemoBrand, Direction, Market


def moves(
    market: Market,
    brand: DemoBrand,
    occasions: Sequence[Occasion],
    *,
    said: Sequence[tuple[Opinion, ...]],
) -> dict[int, str]:
    """Number of an occasion -> the sentence that its customer adds, within the window.

    Who leaves is displeased, who came is pleased; nobody does both.
    """
    names = {each.slug: each.name for each in market.plan.brands}
    added: dict[int, str] = {}
    for move in market.plan.moves:
        telling: list[tuple[Direction, str, str, int]] = [
            ("leaving", move.origin, move.target, move.leaving),
            ("coming", move.target, move.origin, move.coming),
        ]
        for direction, where, other, count in telling:
            if where != brand.slug:
                continue
            dice = Dice(market.plan.seed, "move", direction, where, other)
            tone = "negative" if direction == "leaving" else "positive"
            able = [
                index
                for index, occasion in enumerate(occasions)
                if occasion.form == "full"
                and occasion.at.date() >= market.plan.window_since
                and mood(said[index]) == tone
                and index not in added
            ]
            for index in dice.shuffled(able)[:count]:
                bank = market.banks[occasions[index].language]
                sentence = dice.pick(bank.moves[direction])
                added[index] = sentence.format(brand=names[other])
    return added
