"""What the classes of a text classifier are worth on our scale, by the names they were given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORTH = {
    "very negative": -1.0,
    "negative": -1.0,
    "neg": -1.0,
    "neutral": 0.0,
    "neu": 0.0,
    "mixed": 0.0,
    "positive": 1.0,
    "pos": 1.0,
    "very positive": 1.0,
}
_STARS = re.compile(r"(\d) stars?")
_VERY = "very "
_MILDER = 0.5
"""What is left of *positive* where there is a *very positive* too."""


def worths(names: Sequence[str]) -> tuple[float, ...]:
    """What each class is worth, -1 to 1, in the order of *names*.

    Understood are negative, neutral and positive (also *very* so), and one star to as many as there
    are. Raises ValueError, with a sentence, for anything else: a guess would turn scores round.
    """
    plain = [" ".join(re.split(r"[\s_-]+", name.strip().casefold())) for name in names]
    stars = [_STARS.fullmatch(name) for name in plain]
    if stars and all(stars):
        return _worth_of_stars([int(match[1]) for match in stars if match])
    if strangers := [
        repr(name) for name, word in zip(names, plain, strict=True) if word not in _WORTH
    ]:
        message = (
            f"class {', '.join(strangers)} says nothing of sentiment: known are negative, neutral,"
            " positive, and 1 star, 2 stars ..."
        )
        raise ValueError(message)
    steps = any(word.startswith(_VERY) for word in plain)
    found = tuple(
        _WORTH[word] * (_MILDER if steps and not word.startswith(_VERY) else 1.0) for word in plain
    )
    if not found or not min(found) < 0 < max(found):
        message = f"classes {', '.join(names) or 'none'}: needs one that is negative, one positive"
        raise ValueError(message)
    return found


def _worth_of_stars(stars: Sequence[int]) -> tuple[float, ...]:
    most = len(stars)
    if most == 1 or sorted(stars) != list(range(1, most + 1)):
        message = f"classes of {', '.join(map(str, stars))} stars: needs each from 1 star on, once"
        raise ValueError(message)
    return tuple(2 * (count - 1) / (most - 1) - 1 for count in stars)


def names_of(id2label: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the classes in their order; raises ValueError where one is left out."""
    places = [str(place) for place in range(len(id2label))]
    if not places or set(places) != set(id2label):
        message = f"id2label names the classes {', '.join(id2label) or 'none'}: needs 0, 1, 2 ..."
        raise ValueError(message)
    return tuple(id2label[place] for place in places)
