"""Chance that falls the same at every start, on every machine and Python version."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws that depend on nothing but the words it was named with.

    Built on ``Random.random()`` alone, whose sequence Python promises to keep; ``choice``,
    ``shuffle`` and ``sample`` have changed between versions.
    """

    def __init__(self, *name: object) -> None:
        digest = blake2b("/".join(map(str, name)).encode(), digest_size=8).digest()
        # not for secrets: to be repeatable is its whole purpose
        self._random = Random(int.from_bytes(digest)).random  # ruff: ignore[suspicious-non-cryptographic-random-usage]

    def chance(self, per_100: float) -> bool:
        """Whether something happens that happens so many times in 100."""
        return self._random() * 100 < per_100

    def below(self, limit: int) -> int:
        """Integer from 0 to one less than the limit."""
        return int(self._random() * limit)

    def between(self, low: float, high: float) -> float:
        """Draw a number from this range."""
        return low + self._random() * (high - low)

    def pick(self, things: Sequence[T]) -> T:
        """One of them, each as likely as the next."""
        return things[self.below(len(things))]

    def weighted(self, weights: Sequence[float]) -> int:
        """Index, as likely as its weight."""
        point = self._random() * sum(weights)
        for index, weight in enumerate(weights):
            point -= weight
            if point < 0:
                return index
        return len(weights) - 1

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """All of them in another order (Fisher and Yates)."""
        mixed = list(things)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed
