"""Figures and claims in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rivalscope.models import Caveat, Difference, Interval, Period, Rate, Withheld
from rivalscope.reports import outline
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.threats import difference_lines, news_lines
from rivalscope.reports.wording import Words

if TYPE_CHECKING:
    from rivalscope.models import Report

ENGLISH = Words("en")
RATE = Rate(n=31, of=212, per_100=14.62, interval=Interval(low=10.47, high=20.01))


def test_a_rate_says_n_of_n_per_100_and_its_interval() -> None:
    assert ENGLISH.rate_text(RATE) == "31 of 212 (14.6 per 100, 95 % interval 10.5-20.0)"


def test_an_absent_rate_is_a_word() -> None:
    assert ENGLISH.rate_text(None) == "not known"
    assert ENGLISH.stars_text(None) == "not known"
    assert ENGLISH.date_text(None) == "no date"
    assert ENGLISH.period_text(None) == "no review that can be counted"


def test_too_little_evidence_says_how_little() -> None:
    withheld = Withheld(brand="norvia", theme="app", polarity="negative", n=4, of=21)
    assert ENGLISH.insufficient_text(withheld) == "insufficient (n=4, N=21)"


def test_a_difference_carries_signs(whole_report: Report) -> None:
    difference = Difference(
        points=-9.41, interval=Interval(low=-14.1, high=0.04), p=0.00001, significant=True
    )
    cell = replace(whole_report.cells[0], difference=difference)
    assert ENGLISH.difference_text(cell) == (
        "ours minus theirs: -9.4 points (interval -14.1 to 0.0), p < 0.0001, "
        "significant after correction"
    )


def test_one_day_is_not_one_days(whole_report: Report) -> None:
    day = whole_report.as_of
    assert ENGLISH.period_text(Period(since=day, until=day)).endswith("(1 day)")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], "nobody"),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C", "D", "E"], "A, B, C, D and E"),
        (["A", "B", "C", "D", "E", "F"], "A, B, C, D and 2 others"),
    ],
)
def test_names_are_listed_up_to_five(names: list[str], expected: str) -> None:
    assert ENGLISH.listing(names) == expected


@given(st.floats())
def test_no_number_is_a_negative_zero_or_not_a_number(value: float) -> None:
    text = ENGLISH.number(value)
    assert text == "not known" or (text != "-0.0" and text == f"{float(text):.1f}")


def test_a_change_that_is_not_significant_goes_nowhere(whole_report: Report) -> None:
    ours = whole_report.cells[0].findings[0]
    assert ours.change is not None
    assert ENGLISH.short_trend_text(ours) == "falling -5.2"
    unsure = replace(ours, change=replace(ours.change, significant=False))
    assert ENGLISH.short_trend_text(unsure) == "unclear -5.2"
    assert ENGLISH.short_trend_text(replace(ours, change=None)) == "no earlier period"


CLAIMS = {
    "strength:better_than_rivals:delivery_speed": (
        "Norvia draws more praise for delivery speed than its rivals: "
        "25.5 per 100 reviews, 13.1 points above the rivals together."
    ),
    "strength:better_than_rivals:app": (
        "Norvia draws fewer complaints about app than its rivals: "
        "4.2 per 100 reviews, 9.4 points below the rivals together."
    ),
    "weakness:worse_than_rivals:returns_refunds": (
        "Norvia draws more complaints about returns and refunds than its rivals: "
        "20.8 per 100 reviews, 12.8 points above the rivals together."
    ),
    "opportunity:market_gap:wait_time": (
        "Complaints about waiting times are high at Kestrel Parcel, Halden and OrlaPost "
        "(24.7 to 29.5 per 100 reviews) and not worse at Norvia (14.6 per 100 reviews): "
        "a gap Norvia can claim."
    ),
    "opportunity:faq_gap:delivery_cost:kestrel": (
        "Customers of Kestrel Parcel complain about delivery cost (48 of 388 reviews) "
        "and find no answer in its FAQ: Norvia can answer first."
    ),
    "opportunity:channel_gap:contact_channels:halden": (
        "Customers of Halden complain about reaching the company (29 of 154 reviews) "
        "and no chat was found on its pages: Norvia can be easier to reach."
    ),
    "opportunity:rival_spiking:app:halden": (
        "Complaints about app have jumped at Halden: 27 of 154 reviews in the 90 days to"
        " 2026-11-20, after 25 of 154 in the weeks before."
    ),
    "opportunity:rival_rising:app:kestrel": (
        "Complaints about app are rising at Kestrel Parcel: "
        "13.1 per 100 reviews, 4.1 points above the period before."
    ),
    "threat:rival_better:returns_refunds": (
        "Halden and OrlaPost are clearly better on returns and refunds, where Norvia falls short: "
        "criticized in 6.6 to 7.1 per 100 reviews against 20.8."
    ),
    "threat:rival_faq_answer:delivery_speed": (
        "Kestrel Parcel now answers more on delivery speed in the FAQ, while customers of Norvia "
        "complain of it in 30 of 212 reviews."
    ),
    "threat:rival_policy:wait_time": (
        "Halden now promises more on waiting times, while customers of Norvia complain of it in "
        "31 of 212 reviews."
    ),
    "threat:rival_improving:support_attitude": (
        "Kestrel Parcel is improving on attitude of support and Norvia is not keeping up: "
        "complaints per 100 reviews moved by -5.2 points there and by +4.1 at Norvia."
    ),
}


def test_every_rule_makes_its_sentence(whole_report: Report) -> None:
    assert {cell.id: claim(whole_report, cell) for cell in whole_report.cells} == CLAIMS
    assert {cell.rule for cell in whole_report.cells} == set(outline.RULES)


def test_a_claim_without_figures_is_still_a_sentence(whole_report: Report) -> None:
    for cell in whole_report.cells:
        bare = replace(cell, findings=(), difference=None, facts={}, subject=None)
        sentence = claim(whole_report, bare)
        assert sentence.endswith(".")
        assert "None" not in sentence
        assert "  " not in sentence


def test_a_difference_says_what_was_taken_from_what(whole_report: Report) -> None:
    said = {cell.rule: ENGLISH.difference_text(cell) for cell in whole_report.cells}
    assert said["faq_gap"] is None
    assert str(said["market_gap"]).startswith("ours minus theirs: -10.9 points (interval")
    assert str(said["rival_rising"]).startswith("theirs now minus theirs before: +4.1 points")
    assert str(said["rival_improving"]).startswith("their change minus ours: -5.6 points")
    assert str(said["rival_better"]).endswith("p = 0.0002, significant after correction")


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence(whole_report: Report) -> None:
    report = replace(whole_report, labels={"faq": "FAQ answers"})
    assert ENGLISH.theme_words(report, "faq") == "FAQ answers"
    assert ENGLISH.theme_words(report, "hidden_fees") == "hidden fees"


def test_an_entry_of_several_rivals_tells_the_difference_to_each(whole_report: Report) -> None:
    lines = {cell.rule: difference_lines(whole_report, cell) for cell in whole_report.cells}
    assert lines["rival_better"] == (
        "ours minus Halden: +13.6 points (interval +8.9 to +18.3)",
        "ours minus OrlaPost: +11.2 points (interval +6.5 to +15.9)",
    )
    assert lines["rival_improving"] == lines["market_gap"] == ()


def test_news_carry_day_words_and_what_stood_there_before(whole_report: Report) -> None:
    news = {cell.rule: news_lines(whole_report, cell) for cell in whole_report.cells}
    (answer,), (promise,) = news["rival_faq_answer"], news["rival_policy"]
    assert answer.told == "2026-10-05, Kestrel Parcel"
    assert answer.sentence == "When will it come? Within two days."
    assert (answer.before, answer.before_label) == ("Within a week.", "before")
    assert (promise.sentence, promise.before) == ("We answer within 4 hours.", None)


@pytest.mark.parametrize(
    ("caveat", "line"),
    [
        (
            Caveat(kind="source", brand="kestrel", platform="app_store", state="blocked"),
            "Kestrel Parcel, app store: blocked",
        ),
        (
            Caveat(
                kind="source", brand="kestrel", platform="p", state="partial", reason="page {3}"
            ),
            "Kestrel Parcel, p: read in part (page {3})",
        ),
        (
            Caveat(kind="stale", brand="halden", platform="p", last_ok=date(2026, 9, 1)),
            "Halden, p: last read well on 2026-09-01",
        ),
        (
            Caveat(kind="insufficient", brand="orlapost", n=4, of=21),
            "OrlaPost: insufficient (n=4, N=21)",
        ),
    ],
)
def test_a_caveat_is_a_plain_sentence(whole_report: Report, caveat: Caveat, line: str) -> None:
    limited = replace(whole_report.cells[0], caveats=(caveat,))
    assert caveat_lines(whole_report, limited) == (line,)
