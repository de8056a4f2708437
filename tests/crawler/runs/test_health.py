"""The state a source is left in, by what its crawl met and by how it usually is."""

from dataclasses import replace

import pytest

from crawler.runs.health import Observed, Problem, judge
from rivalscope.storage import SourceRun

WELL = Observed(
    kind="reviews",
    pages=3,
    entries=60,
    first_page=20,
    read=60,
    fields={"text": 1.0, "title": 0.9, "rating": 1.0, "date": 1.0},
    missing=0,
    known=60,
    reached_end=True,
    problems=(),
    empty_because=None,
)


def nights(*first_pages, rating=1.0):
    return [
        SourceRun(
            brand="b",
            source="s",
            platform="p",
            kind="reviews",
            state="ok",
            pages=1,
            read=60,
            first_page=count,
            fields={"rating": rating},
        )
        for count in first_pages
    ]


def test_a_crawl_as_usual_is_ok():
    assert judge(WELL, nights(20, 20)) == ("ok", None)


def test_a_source_where_no_page_answered_is_never_ok():
    assert judge(WELL._replace(pages=0, entries=0, first_page=None), [])[0] == "error"


@pytest.mark.parametrize("state", ["blocked", "robots_denied", "error", "layout_changed"])
def test_without_a_page_the_first_problem_is_the_state(state):
    nothing = WELL._replace(pages=0, problems=[Problem(state, "why"), Problem("error", "x")])
    assert judge(nothing, []) == (state, "why")


def test_a_problem_behind_the_first_page_leaves_it_partial():
    broken = WELL._replace(problems=[Problem("error", "HTTP 500")])
    assert judge(broken, []) == ("partial", "HTTP 500")


def test_a_changed_layout_on_any_page_is_what_counts():
    problems = [Problem("error", "HTTP 500"), Problem("layout_changed", "no review")]
    assert judge(WELL._replace(problems=problems), []) == ("layout_changed", "no review")


def test_pages_that_prove_to_be_empty_are_empty_and_not_ok():
    empty = WELL._replace(entries=0, first_page=0, read=0, fields={}, empty_because="0 reviews")
    assert judge(empty, []) == ("empty", "0 reviews")


def test_a_home_page_without_any_widget_is_an_answer():
    home = WELL._replace(kind="site", entries=0, first_page=0, read=0, fields={})
    assert judge(home, []).state == "ok"


def test_a_first_page_that_lost_most_of_its_entries_changed_on_the_first_night():
    verdict = judge(WELL._replace(first_page=3), nights(20))
    assert verdict.state == "layout_changed"
    assert "3 entries on its first page, where there usually are 20" in verdict.reason


def test_a_site_that_changed_for_good_becomes_the_new_usual():
    changed = WELL._replace(first_page=3)
    assert judge(changed, nights(3, 3, 20, 20, 20)).state == "layout_changed"
    assert judge(changed, nights(3, 3, 3, 3, 20, 20, 20)).state == "ok"


def test_a_few_entries_more_or_less_are_no_change():
    assert judge(WELL._replace(first_page=1), nights(2, 3)).state == "ok"


def test_a_field_that_most_reviews_had_and_none_has_now_changed():
    verdict = judge(WELL._replace(fields={"rating": 0.0}), nights(20))
    assert verdict == ("layout_changed", "0% of its reviews have a rating, where usually 100% have")


def test_a_field_that_was_always_rare_may_be_missing():
    assert judge(WELL._replace(fields={"rating": 0.0}), nights(20, rating=0.3)).state == "ok"


def test_many_known_reviews_missing_at_once_are_not_taken_for_deleted():
    verdict = judge(WELL._replace(missing=40, known=60), nights(20))
    assert verdict.state == "layout_changed"
    assert judge(WELL._replace(missing=4, known=60), nights(20)).state == "ok"


def test_what_several_crawls_miss_is_believed_to_be_gone():
    missed = WELL._replace(missing=40, known=60)
    bad = [replace(night, state="layout_changed") for night in nights(20, 20)]
    assert judge(missed, [bad[0], *nights(20)]).state == "layout_changed"
    assert judge(missed, [*bad, *nights(20)]).state == "ok"


def test_paging_that_ends_long_before_it_used_to_has_changed():
    verdict = judge(WELL._replace(entries=20), nights(20, 20))
    assert verdict == ("layout_changed", "its paging ends after 20 entries, usually after 60")


def test_a_night_that_stops_at_what_is_known_has_not_lost_its_paging():
    assert judge(WELL._replace(entries=20, reached_end=False), nights(20, 20)).state == "ok"
