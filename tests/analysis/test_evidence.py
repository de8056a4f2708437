from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from analysis.evidence import choose, choose_across_brands
from rivalscope.models import Evidence

TODAY = date(2026, 11, 20)
WORDS = ("amber", "birch", "cedar", "delta", "ember")


def evidence(
    review: str,
    quote: str | None = None,
    *,
    age: int | None = 0,
    brand: str = "acme",
    rule: str = "complaint_cue",
) -> Evidence:
    """A quote of about 50 characters that shares no word with those of other reviews."""
    return Evidence(
        review_id=review,
        brand=brand,
        platform="trustpilot",
        language="en",
        theme="wait_time",
        polarity="negative",
        rule=rule,
        quote=quote or " ".join(f"{word}{review}{brand}" for word in WORDS),
        published_on=None if age is None else TODAY - timedelta(days=age),
        url=None,
    )


def test_what_says_it_outright_comes_before_what_only_sounds_like_it() -> None:
    vague, clear = evidence("1", rule="clause"), evidence("2", age=30)
    assert ids(choose([vague, clear], most=1)) == ["2"]


def ids(chosen: tuple[Evidence, ...]) -> list[str]:
    return [one.review_id for one in chosen]


def test_the_most_recent_come_first() -> None:
    candidates = [evidence(str(age), age=age) for age in (5, 1, 9, 3)]
    assert ids(choose(candidates)) == ["1", "3", "5"]


def test_no_more_than_asked_for_and_no_more_than_there_are() -> None:
    candidates = [evidence("1"), evidence("2")]
    assert len(choose(candidates, most=1)) == 1
    assert len(choose(candidates)) == 2
    assert choose([]) == ()


@pytest.mark.parametrize("quote", ["Too slow.", "ages " * 80])
def test_a_readable_length_goes_before_freshness(quote: str) -> None:
    candidates = [evidence("fresh", quote, age=0), evidence("readable", age=60)]
    assert ids(choose(candidates)) == ["readable", "fresh"]


def test_undated_ones_come_last() -> None:
    assert ids(choose([evidence("a", age=None), evidence("b", age=900)])) == ["b", "a"]


def test_one_review_is_quoted_once() -> None:
    first = evidence("1", "They kept me on hold for an hour and a half.")
    second = evidence("1", "Another desk then took two days to answer.")
    assert len(choose([first, second])) == 1


def test_the_same_words_are_quoted_once() -> None:
    first = evidence("1", "I waited forty minutes on hold, forty!", age=1)
    second = evidence("2", "i WAITED forty minutes on hold again", age=2)
    assert ids(choose([first, second, evidence("3", age=3)])) == ["1", "3"]


def test_the_order_of_candidates_plays_no_part() -> None:
    candidates = [evidence(str(n), age=n % 3) for n in range(12)]
    expected = choose(candidates)
    random.Random(2).shuffle(candidates)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
    assert choose(candidates) == expected


def test_brands_take_turns_where_asked() -> None:
    candidates = [evidence(f"ant{n}", age=n, brand="ant") for n in range(4)]
    candidates += [evidence(f"bee{n}", age=90 + n, brand="bee") for n in range(4)]
    candidates += [evidence("cat0", brand="cat")]
    assert ids(choose_across_brands(candidates, ["bee", "ant"])) == ["bee0", "ant0", "bee1"]


def test_brands_with_nothing_to_quote_leave_their_turn_to_others() -> None:
    candidates = [evidence(str(n), age=n, brand="ant") for n in range(4)]
    assert ids(choose_across_brands(candidates, ["bee", "ant"])) == ["0", "1", "2"]
