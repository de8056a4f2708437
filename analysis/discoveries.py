"""Many claims at once: which of many p values are discoveries, and how sure to be of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rivalscope.models import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STEPS, _CLOSE = 12, 1e-4
_NEAREST_Z, _FIRST_Z, _FARTHEST_Z = 1e-3, 2.0, 7.0


def discoveries(
    p_values: Sequence[float], *, false_discovery: float, weights: Sequence[float] | None = None
) -> tuple[bool, ...]:
    """True where a p value is a discovery, in the order given (Benjamini and Hochberg 1995).

    Among discoveries, the expected share of false ones is at most ``false_discovery`` (0 to 1) for
    independent or positively dependent tests. Empty for no tests.

    *weights*: of each test, chosen before anything is seen, more than 0 and 1 on average; each p is
    divided by its weight. What more is risked on some is saved on the others, so that the promise
    stays (Genovese, Roeder and Wasserman 2006).
    """
    count = len(p_values)
    weighed = [p / w for p, w in zip(p_values, weights or [1.0] * count, strict=True)]
    limit = -1.0
    for rank, p in enumerate(sorted(weighed), start=1):
        if p <= false_discovery * rank / count:
            limit = p
    return tuple(p <= limit for p in weighed)


def selected_confidence(
    selected: int, tests: int, *, false_discovery: float, weight: float = 1.0
) -> float:
    """Level for intervals of the selected: 1 - selected x q / tests (Benjamini, Yekutieli 2005).

    Looking only at what stood out makes plain intervals miss too often; at this level the expected
    share of missed ones is at most q again. A *weight*, as in `discoveries`, multiplies what may be
    missed: these are 1 on average, so that the sum of it stays. ValueError unless
    1 <= selected <= tests.
    """
    if not 1 <= selected <= tests:
        message = f"selected must lie between 1 and the number of tests: {selected} of {tests}"
        raise ValueError(message)
    return max(0.5, 1.0 - weight * false_discovery * selected / tests)


def between(first: tuple[float, Interval], second: tuple[float, Interval]) -> Interval:
    """Interval of first minus second from each one's figure and own interval (MOVER).

    Zou and Donner 2008. The two must be independent; keeps the unit of what it is given.
    """
    (a, around_a), (b, around_b) = first, second
    below = math.hypot(a - around_a.low, around_b.high - b)
    above = math.hypot(around_a.high - a, b - around_b.low)
    return Interval(low=a - b - below, high=a - b + above)


def excluding_p(difference: float, interval_at: Callable[[float], Interval]) -> float:
    """Two-sided p of "it is zero": 1 minus the highest level whose interval leaves zero outside.

    ``interval_at`` gives the interval of the difference at a level and must widen with it. Zero is
    reached where the reach toward it equals the difference; as reach grows nearly in proportion
    to z, stretching z by what is missing gets there in a few steps. At least 3e-12, at most 1.
    """
    z = _FIRST_Z
    for _ in range(_STEPS):
        interval = interval_at(math.erf(z / math.sqrt(2.0)))
        reach = difference - interval.low if difference > 0.0 else interval.high - difference
        if reach <= 0.0:
            break
        last, z = z, min(_FARTHEST_Z, max(_NEAREST_Z, z * abs(difference) / reach))
        if math.isclose(last, z, rel_tol=_CLOSE):
            break
    return math.erfc(z / math.sqrt(2.0))
