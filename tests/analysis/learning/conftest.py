"""Starred reviews whose words no lexicon knows, so that only their stars say what they mean."""

import random

import pytest

from rivalscope.models import Starred

GOOD = ("snazzly", "brimful", "zappity", "quillish")
BAD = ("blorfed", "krungled", "mizzled", "vostrous")
PLAIN = ("parcel", "counter", "window", "evening", "station", "folder", "garden", "button")


def body(word, dice):
    plain = dice.sample(PLAIN, 4)
    return f"the {plain[0]} and the {plain[1]} were {word} at the {plain[2]} by the {plain[3]}"


@pytest.fixture
def starred():
    """``starred(300)``: that many reviews of six brands, a third of them bad, all scored 0.0."""

    def making(count, *, brands=6, told=True):
        # ruff: ignore[suspicious-non-cryptographic-random-usage] - texts, not secrets
        dice = random.Random(7)
        rows = []
        for number in range(count):
            good = number % 3 != 0
            word = dice.choice(GOOD if good else BAD) if told else "there"
            rows.append(
                Starred(
                    id=f"review:{number}",
                    brand=f"brand{number % brands}",
                    source="shop",
                    platform="portal",
                    body=body(word, dice),
                    stars=dice.choice((0.8, 1.0) if good else (0.2, 0.4)),
                    score=0.0,
                )
            )
        return rows

    return making
