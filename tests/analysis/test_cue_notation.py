"""The notation of docs/cues.md, element by element."""

import pytest

from analysis.themes.cues import (
    GAP,
    NUMBER,
    CueSyntaxError,
    Element,
    Kind,
    element_of,
    parse_cue,
)


def stem(word: str) -> Element:
    return element_of(Kind.STEM, word)


@pytest.mark.parametrize(
    ("source", "sequences"),
    [
        ("on hold", [(stem("on"), stem("hold"))]),
        ("=late", [(element_of(Kind.FORM, "late"),)]),
        ("refund*", [(element_of(Kind.BEGINS, "refund"),)]),
        ("*subiri*", [(element_of(Kind.HOLDS, "subiri"),)]),
        ("*n't", [(element_of(Kind.ENDS, "n't"),)]),
        ("# hours", [(NUMBER, stem("hours"))]),
        ("waited ... hours", [(stem("waited"), GAP, stem("hours"))]),
        ("check-in", [(stem("check"), stem("in"))]),
        ("(too|) slow", [(stem("too"), stem("slow")), (stem("slow"),)]),
        (
            "(slow|very late) reply",
            [(stem("slow"), stem("reply")), (stem("very"), stem("late"), stem("reply"))],
        ),
        ("(a|) ... b", [(stem("a"), GAP, stem("b")), (stem("b"),)]),
        ("a ... (b|)", [(stem("a"),), (stem("a"), GAP, stem("b"))]),
        (
            "a ... (b|) ... c",
            [(stem("a"), GAP, stem("b"), GAP, stem("c")), (stem("a"), GAP, stem("c"))],
        ),
        ("(a|(b|c) d)", [(stem("a"),), (stem("b"), stem("d")), (stem("c"), stem("d"))]),
    ],
)
def test_a_cue_is_read_into_the_sequences_it_stands_for(
    source: str, sequences: list[tuple[Element, ...]]
) -> None:
    assert list(parse_cue(source).ways()) == sequences


@pytest.mark.parametrize(
    ("source", "position", "reason"),
    [
        ("", 0, "without a word"),
        ("(too|)", 0, "without a word"),
        ("(slow|late", 10, "not closed"),
        ("slow) late", 4, "was not opened"),
        ("slow|late", 4, "brackets around"),
        ("slow !!!", 5, "no letter or digit"),
        ("on *", 3, "no letter or digit"),
        ("re*fund", 0, "ends of a word"),
        ("=refund*", 0, "exact (=) or open (*)"),
        ("... hours", 0, "on both sides"),
        ("waited ...", 7, "on both sides"),
        ("a ... ... b", 2, "on both sides"),
        ("a (b ...|c)", 5, "on both sides"),
        ("n'* est", 0, "can't go on behind"),
    ],
)
def test_a_bad_cue_is_refused_with_its_place_and_the_reason(
    source: str, position: int, reason: str
) -> None:
    with pytest.raises(CueSyntaxError) as caught:
        parse_cue(source)
    assert caught.value.position == position
    assert reason in caught.value.reason
    assert repr(source) in str(caught.value)


def test_alternatives_that_multiply_cost_no_more_than_their_words() -> None:
    cue = parse_cue(" ".join(["(a|b|c|d|e|f|g|h)"] * 40))
    assert len(next(cue.ways())) == 40


def test_brackets_without_end_are_refused() -> None:
    with pytest.raises(CueSyntaxError, match="inside each other"):
        parse_cue("(" * 2_000 + "a" + ")" * 2_000)


def test_a_cue_knows_whether_it_has_a_gap_or_several_words() -> None:
    assert parse_cue("waited ... hours").has_gap
    assert not parse_cue("on hold").has_gap
    assert parse_cue("(late|on hold)").has_words
    assert not parse_cue("(late|slow)").has_words
