"""What happens at night besides the stages."""

from datetime import date

import pytest

from rivalscope.pipeline.night import months_before


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 11, 21), 24, date(2024, 11, 21)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_are_counted_back_to_the_same_day_or_the_months_last(day, months, earlier):
    assert months_before(day, months) == earlier
