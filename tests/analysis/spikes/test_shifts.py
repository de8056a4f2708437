"""Stars that fall, and volumes that are not as they were."""

from datetime import date, timedelta

import numpy as np
import pytest

from analysis.spikes import SpikeLimits, rating_drops, replayed, volume_shifts
from analysis.tallies import Tallies
from rivalscope.models import Coverage, DailyCount, DailyStars, DailyVolume, Period, Stratum

UNTIL = date(2026, 11, 20)
NIGHT = Period(since=UNTIL, until=UNTIL)
PORTAL, SHOP = (Stratum(platform=name, language="en") for name in ("portal", "shop"))


def covering(*brands, since=None, until=UNTIL):
    return [
        Coverage(brand=brand, platform=place.platform, since=since, until=until)
        for brand in brands
        for place in (PORTAL, SHOP)
    ]


def stars(brand, place, *, recent, before, reviews=5, days=100):
    """Reviews a day, of so many stars in the last 7 days and before."""
    return [
        DailyStars(
            brand,
            place,
            UNTIL - timedelta(days=age),
            reviews,
            reviews * (share := (recent if age < 7 else before) / 5),
            reviews * share**2,
        )
        for age in range(days)
    ]


def drops(rows, *, coverage=None, limits=None):
    nights = rating_drops(
        rows,
        nights=NIGHT,
        coverage=covering("ant", "bee") if coverage is None else coverage,
        **({"limits": limits} if limits else {}),
    )
    return [shift for _, found in nights for shift in found]


def test_stars_that_drop_are_told_with_what_they_were():
    (drop,) = drops([
        *stars("ant", PORTAL, recent=2, before=4),
        *stars("bee", PORTAL, recent=4, before=4),
    ])  # fmt: skip
    assert (drop.brand, drop.subject, drop.kind) == ("ant", "all", "rating_drop")
    assert (drop.now.stars, drop.before.stars) == (pytest.approx(2), pytest.approx(4))
    assert (drop.now.reviews, drop.before.reviews) == (35, 280)
    assert drop.now.interval.low <= 2 <= drop.now.interval.high
    assert drop.market_wide is False
    assert drop.judging.series == 2


@pytest.mark.parametrize("recent", [4, 5])
def test_stars_that_stay_or_rise_are_no_drop(recent):
    assert drops(stars("ant", PORTAL, recent=recent, before=4)) == []


def test_more_reviews_on_a_stricter_site_are_no_drop():
    """The mean falls from 4.7 to 3.6, and nobody's customers are less content."""
    rows = [
        row._replace(
            reviews=row.reviews * factor, total=row.total * factor, squares=row.squares * factor
        )
        for place, before, growth in ((PORTAL, 5, 1), (SHOP, 3, 8))
        for row in stars("ant", place, recent=before, before=before)
        for factor in (growth if (UNTIL - row.day).days < 7 else 1,)
    ]
    assert drops(rows) == []


def test_of_too_few_reviews_nothing_is_told():
    rows = stars("ant", PORTAL, recent=1, before=5, reviews=2)
    assert drops(rows) == []
    assert len(drops(rows, limits=SpikeLimits(min_complaints=14))) == 1


def volumes(brand, place=PORTAL, *, recent, before, days=140):
    return [
        DailyVolume(
            brand=brand,
            stratum=place,
            day=UNTIL - timedelta(days=age),
            reviews=recent if age < 7 else before,
        )
        for age in range(days)
    ]


def shifts(rows, direction, *, until=UNTIL, since=None, **more):
    nights = volume_shifts(
        rows,
        direction=direction,
        nights=NIGHT,
        coverage=covering("ant", since=since, until=until),
        **more,
    )
    return [shift for _, found in nights for shift in found]


def test_a_surge_and_a_drop_are_told_of_their_platform_alone():
    rows = [
        *volumes("ant", PORTAL, recent=30, before=6),
        *volumes("ant", SHOP, recent=6, before=6),
    ]
    (surge,) = shifts(rows, "surge")
    assert (surge.kind, surge.subject, surge.now.reviews) == ("volume_surge", "portal", 210)
    assert surge.expected == pytest.approx(42, rel=0.1)
    assert shifts(rows, "drop") == []
    (drop,) = shifts(volumes("ant", recent=1, before=9), "drop")
    assert (drop.kind, drop.subject, drop.now.reviews) == ("volume_drop", "portal", 7)


def test_a_week_that_was_not_read_is_no_drop():
    rows = volumes("ant", recent=0, before=9)
    assert len(shifts(rows, "drop")) == 1
    assert shifts(rows, "drop", until=UNTIL - timedelta(days=7)) == []


def test_the_newest_days_are_waited_for():
    """They hold nothing yet: judged at once they would be a drop."""
    rows = [
        row._replace(reviews=row.reviews if (UNTIL - row.day).days >= 5 else 0)
        for row in volumes("ant", recent=9, before=9)
    ]
    assert len(shifts(rows, "drop")) == 1
    assert shifts(rows, "drop", waits={("ant", "portal"): 5}) == []


def test_a_place_that_is_new_is_not_judged():
    rows = volumes("ant", recent=40, before=6, days=20)
    assert shifts(rows, "surge", since=UNTIL - timedelta(days=20)) == []


def test_a_night_knows_nothing_of_later_days():
    rows = volumes("ant", recent=30, before=6)
    nights = Period(since=UNTIL - timedelta(days=10), until=UNTIL)
    found = volume_shifts(rows, direction="surge", nights=nights, coverage=covering("ant"))
    told = [night for night, shifts in found if shifts]
    assert told[0] > UNTIL - timedelta(days=7)
    assert told[-1] == UNTIL


def complaints(brand, theme, *, recent, before):
    return [
        DailyCount(
            brand,
            PORTAL,
            UNTIL - timedelta(days=age),
            (theme,),
            (recent if age < 7 else before,),
            (0,),
        )
        for age in range(100)
    ]


def rises(counts, *, brands=("ant", "bee"), **more):
    rows = [row for brand in brands for row in volumes(brand, recent=20, before=20)]
    found = replayed(Tallies(rows, counts), nights=NIGHT, coverage=covering(*brands), **more)
    return [(one.finding.brand, one.finding.theme, one) for _, spikes in found for one in spikes]


def test_praise_is_judged_as_complaints_are():
    counts = [
        row._replace(complaints=(0,), praises=row.complaints)
        for row in complaints("ant", "price", recent=8, before=1)
    ]
    assert rises(counts) == []
    ((brand, theme, spike),) = rises(counts, polarity="positive")
    assert (brand, theme, spike.finding.polarity) == ("ant", "price", "positive")
    assert spike.finding.rate.n == 56


def test_a_rule_judges_its_own_series_together_and_sees_the_others():
    counts = [
        *complaints("ant", "price", recent=8, before=1),
        *complaints("bee", "price", recent=8, before=1),
        *complaints("bee", "app", recent=2, before=2),
    ]
    assert [(one[0], one[2].judging.series) for one in rises(counts)] == [("ant", 3), ("bee", 3)]
    limits = SpikeLimits(brands=frozenset({"ant"}))
    ((brand, _, spike),) = rises(counts, limits=limits)
    assert (brand, spike.judging.series, spike.also) == ("ant", 1, ("bee",))
    assert spike.judging.threshold == pytest.approx(0.005)
    assert rises(counts, limits=SpikeLimits(subjects=frozenset({"app"}))) == []


@pytest.mark.parametrize("direction", ["surge", "drop"])
def test_quiet_volumes_alarm_no_more_often_than_asked(direction):
    """Weekdays and weeks that vary by a fifth; asked for one alert a month, over 20 months."""
    rng = np.random.default_rng(7)
    weekdays = np.array([1.2, 1.1, 1.0, 1.0, 1.0, 0.8, 0.7])
    weeks, rows = rng.gamma(25, 1 / 25, (6, 140)), []
    for brand in range(6):
        for age in range(140 * 7):
            mean = 9 * weeks[brand, age // 7] * weekdays[age % 7]
            day = UNTIL - timedelta(days=age)
            rows.append(DailyVolume(f"b{brand}", PORTAL, day, int(rng.poisson(mean))))
    nights = Period(since=UNTIL - timedelta(days=599), until=UNTIL)
    found = volume_shifts(
        rows,
        direction=direction,
        nights=nights,
        coverage=covering(*(f"b{brand}" for brand in range(6))),
        limits=SpikeLimits(min_complaints=20, false_discovery=1 / 30),
    )
    assert sum(bool(shifts) for _, shifts in found) <= 20


def test_quiet_stars_alarm_no_more_often_than_asked():
    """Most of them five or one; asked for one alert a month, over 20 months."""
    rng = np.random.default_rng(8)
    given = np.array([5, 4, 3, 2, 1]) / 5
    rows = []
    for brand in range(6):
        for age in range(140 * 7):
            stars = rng.multinomial(rng.poisson(8), [0.6, 0.15, 0.05, 0.05, 0.15])
            if stars.sum():
                day = UNTIL - timedelta(days=age)
                sums = float(stars @ given), float(stars @ given**2)
                rows.append(DailyStars(f"b{brand}", PORTAL, day, int(stars.sum()), *sums))
    nights = Period(since=UNTIL - timedelta(days=599), until=UNTIL)
    found = rating_drops(
        rows,
        nights=nights,
        coverage=covering(*(f"b{brand}" for brand in range(6))),
        limits=SpikeLimits(min_complaints=20, false_discovery=1 / 30),
    )
    assert sum(bool(shifts) for _, shifts in found) <= 25


@pytest.mark.parametrize("wait", range(7))
def test_the_week_that_is_judged_is_held_to_the_floor_however_long_is_waited(wait):
    """Newer days don't help it over the floor: here they hold thrice as many reviews."""
    waits = {("ant", "portal"): wait}
    days = 100

    def of_age(age, usual):
        return 3 * usual if age < wait else usual

    rows = [
        DailyStars("ant", PORTAL, UNTIL - timedelta(days=age), n, n * share, n * share**2)
        for age in range(days)
        for n, share in ((of_age(age, 2), 0.2 if age < wait + 7 else 0.9),)
    ]
    for floor, told in ((14, [14]), (15, [])):
        found = rating_drops(
            rows,
            nights=NIGHT,
            coverage=covering("ant"),
            limits=SpikeLimits(min_complaints=floor),
            waits=waits,
        )
        assert [shift.now.reviews for _, some in found for shift in some] == told
    arrived = [
        DailyVolume("ant", PORTAL, UNTIL - timedelta(days=age), of_age(age, n))
        for age in range(days)
        for n in (4 if age < wait + 7 else 1,)
    ]
    for floor, told in ((28, [28]), (29, [])):
        limits = SpikeLimits(min_complaints=floor)
        found = shifts(arrived, "surge", limits=limits, waits=waits)
        assert [shift.now.reviews for shift in found] == told


@pytest.mark.parametrize("wait", [0, 3, 6])
@pytest.mark.parametrize(("nights_later", "told"), [(-1, 0), (0, 1), (9, 1), (10, 0)])
def test_a_spike_is_told_as_many_nights_however_long_is_waited(wait, nights_later, told):
    """Of the days that are waited for nothing has come in yet."""
    spiking = Period(since=UNTIL - timedelta(days=4), until=UNTIL)
    night = spiking.since + timedelta(days=wait + nights_later)
    days = [night - timedelta(days=age) for age in range(wait, 120)]
    tallies = Tallies(
        [DailyVolume("ant", PORTAL, day, 8) for day in days],
        [
            DailyCount("ant", PORTAL, day, ("wait_time",), (count,), (0,))
            for day in days
            for count in (6 if day in spiking else day.toordinal() % 3 == 0,)
        ],
    )
    ((_, found),) = replayed(
        tallies,
        nights=Period(since=night, until=night),
        coverage=covering("ant", until=night),
        waits={("ant", "portal"): wait},
    )
    assert len(found) == told
