"""Results that are kept for the last object asked about."""

from dataclasses import replace

from rivalscope.reports.remembered import remembered
from rivalscope.reports.tidy import tidied


def test_each_object_is_worked_out_once_and_equal_ones_apart():
    asked = []

    @remembered
    def size(value):
        asked.append(value)
        return len(value)

    one, other = ["a"], ["a"]
    assert [size(one), size(one), size(other)] == [1, 1, 1]
    assert len(asked) == 2


def test_what_is_clean_already_stays_the_same_object(whole_report):
    clean = tidied(whole_report)
    assert all(one is other for one, other in zip(clean.cells, whole_report.cells, strict=True))
    assert tidied(whole_report) is clean


def test_unclean_words_are_cleaned_wherever_they_stand(whole_report):
    unclean = replace(whole_report, market=f"{whole_report.market}\u202e\x00")
    assert tidied(unclean).market == whole_report.market
