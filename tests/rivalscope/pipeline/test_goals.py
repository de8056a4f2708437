"""Goals over a real store: refused until they can be checked, then measured by the reviews."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import UsageError
from rivalscope.models import Reply, Review, Snapshot, Source
from rivalscope.pipeline.reports.gauging import gauge_of
from rivalscope.pipeline.reports.goals import (
    TEMPLATES,
    GoalWish,
    add_goal,
    close_goal,
    find_goal,
    measure_goal,
    quarter_end,
)
from rivalscope.settings import load_playbook
from rivalscope.storage import Store, packed

START = date(2026, 7, 1)
END = date(2026, 9, 28)
THEMES = ("wait_time", "app")
QUIET = Watch(None, verbosity=Verbosity.QUIET)
BAD, GOOD = "Two hours on hold.", "They answered right away."


@pytest.fixture
def market(shop):
    """Acme: every second caller waits before July, every tenth from then on; stars to match."""
    last = datetime(2026, 9, 28, tzinfo=UTC)
    source = Source(brand="acme", id="s", platform="p", kind="reviews", url=None)
    page = Snapshot(url="http://acme.example/", fetched_at=last, body=b"page")
    with Store(shop.database) as store:
        run = store.runs.start("test", at=last)
        store.pages.save(packed(page), source=source, run=run)
        store.reviews.save(
            [_review(number, last - timedelta(days=number // 2)) for number in range(360)],
            source=source,
            snapshot=page,
        )
    pipeline.analyze(shop, watch=QUIET)
    return shop


def _review(number, published_at):
    before = published_at.date() < START
    waits = number % (2 if before else 10) == 0
    return Review(
        native_id=str(number),
        body=f"{BAD if waits else GOOD} Visit {number}.",
        rating=2.0 if waits else 5.0,
        rating_max=5.0,
        published_at=published_at,
        date_precision="day",
        reply=None if before else Reply(body="Thanks", published_at=published_at),
    )


def wish(**said):
    return GoalWish(**{"brand": "acme", "started_on": START, "owner": "Jana", **said})


def waiting(**said):
    asked = {"metric": "complaint_rate", "theme": "wait_time", "target": 20, "deadline": END}
    return wish(**{**asked, **said})


def add(settings, wished):
    with Store(settings.database) as store:
        return add_goal(settings, store, wished, themes=THEMES, playbook=load_playbook(own=None))


def verdict(settings, goal, *, as_of=END):
    with Store(settings.database) as store:
        gauge = gauge_of(settings, store, as_of=as_of)
        return gauge.progress(find_goal(store, goal.id), as_of=as_of, playbook=())


def test_everything_missing_is_named_at_once(market):
    with pytest.raises(UsageError) as refused:
        add(market, wish(owner=" "))
    told = str(refused.value)
    for name in ("--metric", "--baseline", "--target", "--deadline", "--owner"):
        assert f"{name} is missing" in told
    assert refused.value.exit_code == 2


def test_everything_wrong_is_named_at_once(market):
    with pytest.raises(UsageError) as refused:
        add(
            market,
            waiting(
                theme="wait_tim", baseline=12, target=130, deadline=START, tactic="x", parent="y"
            ),
        )
    told = str(refused.value)
    assert "--theme wait_tim: no such theme, did you mean 'wait_time'?" in told
    assert "--target 130: complaint_rate is from 0 to 100" in told
    assert "--target 130: must lie below the baseline of 12" in told
    assert "--deadline 2026-07-01: must come after 2026-07-01" in told
    assert "--tactic x: not in the playbook" in told
    assert "--parent y: no such goal" in told


def test_a_figure_that_is_no_number_is_refused(market):
    with pytest.raises(UsageError, match="--target nan"):
        add(market, waiting(baseline=30, target=float("nan")))


def test_a_rate_takes_its_baseline_from_the_reviews(market):
    goal, is_new = add(market, waiting())
    assert is_new
    assert goal.baseline == pytest.approx(50, abs=1)


def test_too_few_reviews_are_no_baseline(market):
    with pytest.raises(UsageError, match="--baseline is missing: the reviews before the goal"):
        add(market, waiting(started_on=date(2026, 4, 5)))


def test_a_typed_in_metric_needs_its_baseline_said(market):
    with pytest.raises(UsageError, match="--baseline is missing: where it stands today"):
        add(market, wish(metric="csat", target=90, deadline=END))


def test_the_same_goal_again_is_the_same_goal(market):
    first, _ = add(market, waiting())
    again, is_new = add(market, waiting(baseline=60))
    assert (again, is_new) == (first, False)


@pytest.mark.parametrize(
    ("name", "baseline", "metric", "target"),
    [("nps+1", 31.0, "nps", 32.0), ("resolution-20", 30.0, "resolution_time", 24.0)],
)
def test_a_template_fills_metric_target_and_deadline(market, name, baseline, metric, target):
    goal, _ = add(market, TEMPLATES[name].fill(wish(baseline=baseline)))
    assert (goal.metric, goal.target, goal.deadline) == (metric, target, date(2026, 9, 30))


def test_a_template_of_another_metric_is_refused():
    with pytest.raises(UsageError, match="the template is about nps"):
        TEMPLATES["nps+1"].fill(wish(metric="csat"))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 11, 22), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_quarters_end(start, end):
    assert quarter_end(start) == end


def test_fewer_complaints_than_before_meet_the_goal(market):
    goal, _ = add(market, waiting())
    one = verdict(market, goal)
    assert (one.state, one.reason) == ("met", "reached")
    assert one.figures.before.value == pytest.approx(50, abs=1)
    assert one.figures.now.value == pytest.approx(10, abs=1)
    assert one.figures.change.interval.high < 0
    assert one.share > 1


def test_a_target_not_reached_is_not_met(market):
    goal, _ = add(market, waiting(target=2))
    assert verdict(market, goal).state == "not_met"


def test_a_day_before_the_deadline_is_too_early(market):
    goal, _ = add(market, waiting())
    assert verdict(market, goal, as_of=END - timedelta(days=1)).state == "too_early"


def test_praise_stars_replies_and_delays_are_read_off_the_reviews(market):
    more = {"deadline": END}
    praise, _ = add(market, wish(metric="praise_rate", theme="wait_time", target=80, **more))
    rating, _ = add(market, wish(metric="rating", target=4.5, **more))
    replies, _ = add(market, wish(metric="reply_rate", baseline=0, target=50, **more))
    delay, _ = add(market, wish(metric="reply_delay", baseline=3, target=1, **more))
    assert verdict(market, praise).state == "met"
    stars = verdict(market, rating)
    assert stars.state == "met"
    assert (round(stars.figures.before.value, 1), round(stars.figures.now.value, 1)) == (3.5, 4.7)
    assert verdict(market, replies).figures.now.value == 100
    assert verdict(market, delay).figures.now.value == 0
    assert verdict(market, delay).reason == "no_figure"  # nobody was answered before


def test_nobody_recommends_so_there_is_no_figure(market):
    goal, _ = add(market, wish(metric="net_recommend", baseline=0, target=10, deadline=END))
    assert verdict(market, goal).reason == "no_figure"


def test_typed_in_figures_are_judged_without_interval(market):
    goal, _ = add(market, TEMPLATES["nps+1"].fill(wish(baseline=31)))
    with Store(market.database) as store:
        assert measure_goal(store, goal.id, value=33, on=END)
        assert not measure_goal(store, goal.id, value=33, on=END)
    one = verdict(market, goal, as_of=goal.deadline)
    assert (one.state, one.reason) == ("met", "typed_in")


def test_figures_that_cannot_be_are_refused(market):
    typed, _ = add(market, TEMPLATES["nps+1"].fill(wish(baseline=31)))
    read, _ = add(market, waiting())
    with Store(market.database) as store:
        with pytest.raises(UsageError, match="nps is from -100 to 100"):
            measure_goal(store, typed.id, value=200, on=END)
        with pytest.raises(UsageError, match="what was before is its baseline"):
            measure_goal(store, typed.id, value=20, on=date(2026, 6, 1))
        with pytest.raises(UsageError, match="is read off the reviews"):
            measure_goal(store, read.id, value=20, on=END)
        with pytest.raises(UsageError, match="no goal 'goal:nps'"):
            measure_goal(store, "goal:nps", value=20, on=END)


def test_a_closed_goal_leaves_the_report_but_not_the_store(market):
    goal, _ = add(market, waiting())
    (shown,) = pipeline.build_report(market, as_of=END).goals
    assert shown.goal == goal
    with Store(market.database) as store:
        _, was_open = close_goal(store, goal.id, on=END)
        assert was_open
        assert store.goals.find(goal.id).closed_on == END
        with pytest.raises(UsageError, match="can't be closed"):
            close_goal(store, goal.id, on=date(2026, 1, 1))
    assert pipeline.build_report(market, as_of=END).goals == ()
    assert pipeline.build_report(market, as_of=END - timedelta(days=1)).goals


def test_our_goals_are_not_in_a_rivals_report(market):
    add(market, waiting())
    _, bolt = market.brands
    assert pipeline.build_report(market, as_of=END, brand=bolt).goals == ()


def test_the_titles_of_tactic_and_parent_are_told(market):
    parent, _ = add(market, TEMPLATES["nps+1"].fill(wish(baseline=31)))
    goal, _ = add(market, waiting(tactic="chat_assistant", parent=parent.id))
    with Store(market.database) as store:
        gauge = gauge_of(market, store, as_of=END)
        one = gauge.progress(goal, as_of=END, playbook=load_playbook(own=None))
    assert one.parent == "NPS +1 this quarter"
    assert one.tactic == "Answer routine questions at once with a chat assistant"
