"""Groups of themes, such as a touchpoint: how many distinct reviews speak of any theme of one."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from rivalscope.models import DailyCount

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rivalscope.models import DailyCombination, Theme


def groups(themes: Iterable[Theme]) -> dict[str, tuple[str, ...]]:
    """``stage:purchase``, ``touchpoint:support`` ... -> the themes that are of it, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for theme in themes:
        found[f"stage:{theme.stage}"].add(theme.id)
        found[f"touchpoint:{theme.touchpoint}"].add(theme.id)
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def counts_of_groups(
    combinations: Iterable[DailyCombination], groups: Mapping[str, Collection[str]]
) -> tuple[DailyCount, ...]:
    """Reviews that complain of, or praise, any theme of a group, with the groups as themes.

    Counted by the themes that reviews speak of together, and not added up from counts by theme: a
    review that complains of two themes of a group is one review. *groups*: name -> theme ids.
    """
    rows = tuple(combinations)
    said = list(chain.from_iterable(row.combinations for row in rows))
    kinds = {combination: number for number, combination in enumerate(dict.fromkeys(said))}
    members = [frozenset(themes) for themes in groups.values()]
    is_of = np.array(
        [[not themes.isdisjoint(kind.split(",")) for themes in members] for kind in kinds],
        dtype=np.int64,
    ).reshape(len(kinds), len(groups))
    reviews = np.fromiter(chain.from_iterable(row.reviews for row in rows), dtype=np.int64)
    of_row = np.repeat(np.arange(len(rows)), [len(row.combinations) for row in rows])
    counts = np.zeros((len(rows), len(groups)), dtype=np.int64)
    np.add.at(counts, of_row, is_of[[kinds[one] for one in said]] * reviews[:, np.newaxis])
    names, none = tuple(groups), (0,) * len(groups)
    return tuple(
        DailyCount(
            row.brand,
            row.stratum,
            row.day,
            names,
            complaints=found if row.polarity == "negative" else none,
            praises=found if row.polarity == "positive" else none,
        )
        for row, found in zip(rows, counts.tolist(), strict=True)
    )
