"""``alerts replay`` over what is stored, ``alerts explain`` of what was told."""

import json
import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
from click.testing import CliRunner

from rivalscope.cli import cli
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Review, Snapshot, Source
from rivalscope.pipeline import analyze, find_alerts
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed

UNTIL = date(2026, 9, 30)
CONFIGURATION = """\
market: {name: Shops, industry: core, languages: [en]}
us: {slug: acme, name: Acme}
competitors:
  - slug: bolt
    name: Bolt
    sources: [{id: portal, platform: portal, url: https://portal.example/bolt}]
alerts:
  - {id: waiting, themes: [wait_time]}
  - {id: praise, kind: praise_surge}
  - {id: many, kind: volume_surge, sensitivity: 0.5}
  - {id: health, kind: source_health}
"""


@pytest.fixture(scope="module")
def spiked(tmp_path_factory):
    """A market whose rival keeps everybody waiting in its last five days."""
    folder = tmp_path_factory.mktemp("spiked")
    (folder / "rivalscope.yaml").write_text(CONFIGURATION, encoding="utf-8")
    settings = load_settings(folder / "rivalscope.yaml", environment={})
    at = datetime.combine(UNTIL, time(), UTC)
    with Store(settings.database) as store:
        run = store.runs.start("import", at=at)
        source = Source(brand="bolt", id="portal", platform="portal", kind="reviews", url=None)
        page = Snapshot(url="https://portal.example/bolt", fetched_at=at, body=b"page")
        store.pages.save(packed(page), source=source, run=run)
        store.reviews.save(list(reviews()), source=source, snapshot=page)
    analyze(settings, watch=Watch(None, verbosity=Verbosity.QUIET))
    find_alerts(settings, as_of=UNTIL)
    return folder


def reviews():
    chance = random.Random(5)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - the same each time
    for age in range(100):
        for number in range(6):
            waits = number < (4 if age < 5 else 0) or chance.random() < 0.05
            said = "I waited 40 minutes on hold" if waits else "All was fine"
            yield Review(
                native_id=f"{age} {number}",
                body=f"{said}, order {chance.random()}",
                published_at=datetime.combine(UNTIL - timedelta(days=age), time(9), UTC),
                date_precision="day",
            )


@pytest.fixture
def run(spiked):
    def running(*arguments):
        options = ("--config", str(spiked / "rivalscope.yaml"))
        return CliRunner().invoke(cli, ["alerts", *arguments, *options])

    return running


def test_the_rules_are_replayed_night_by_night(run):
    result = run("replay", "--days", "20", "--as-of", str(UNTIL), "--quiet")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "rule waiting (complaint_spike), 0.15 false alerts a month expected"
    assert "Bolt: complaints about" in lines[1]
    assert "rule many (volume_surge), 0.5 false alerts a month expected" in lines
    assert lines[-2:] == [
        "1 alert in 2.9 weeks, about 1.5 a month",
        "of 20 days, 20 had reviews to judge",
    ]
    assert "health" not in result.stdout
    assert max(map(len, lines)) <= 80


def test_a_replay_as_json_has_the_day_the_figures_and_p(run):
    result = run("replay", "--days", "20", "--as-of", str(UNTIL), "--json", "--rule", "waiting")
    told = json.loads(result.stdout)
    (rule,) = told["rules"]
    (alert,) = rule["alerts"]
    assert (told["since"], told["until"], told["alerts"]) == ("2026-09-11", "2026-09-30", 1)
    assert date.fromisoformat(alert["opened_on"]) in {
        UNTIL - timedelta(days=age) for age in range(5)
    }
    assert (alert["brand"], alert["subject"]) == ("bolt", "wait_time")
    assert alert["facts"]["p"] <= alert["facts"]["judged"]["threshold"]


def test_a_replay_of_a_quiet_time_says_so(run):
    until = str(UNTIL - timedelta(days=10))
    result = run("replay", "--days", "14", "--as-of", until, "--rule", "waiting", "--quiet")
    assert result.stdout.splitlines()[1:] == [
        "  0 alerts in 2.0 weeks, about 0.0 a month",
        "0 alerts in 2.0 weeks, about 0.0 a month",
        "of 14 days, 14 had reviews to judge",
    ]


@pytest.mark.parametrize("name", ["wating", "health"])
def test_a_rule_that_can_not_be_replayed_is_refused(run, name):
    result = run("replay", "--rule", name)
    assert result.exception.exit_code == 2
    assert f"no rule '{name}' to replay" in str(result.exception)


def test_an_incident_is_explained(run):
    result = run("explain", "1")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    text = " ".join(result.stdout.split())
    assert lines[0].startswith("1: Bolt: complaints about")
    assert max(map(len, lines)) <= 80
    for said in (
        "open, critical, told since 2026-09-30",
        "expected before:",
        "volume: 42 reviews in these days; 336 in those before",
        "judged: the week up to 2026-09-30",
        "by Benjamini-Hochberg at 0.005 over 1 series",
        "rule waiting: sensitivity 0.15",
        "left out: ",
        "I waited 40 minutes on hold",
        "review:",
    ):
        assert said in text


def test_an_explanation_as_json_names_the_reviews(run, spiked):
    told = json.loads(run("explain", "1", "--json", "--reviews", "4").stdout)
    assert told["facts"]["judged"]["floor"] == 8
    with Store(spiked / "rivalscope.sqlite") as store:
        for one in told["reviews"]:
            (mention, *_) = store.understandings.mentions_of(one["review_id"])
            assert mention.theme == "wait_time"
            assert one["quote"].startswith("I waited")
    assert 1 <= len(told["reviews"]) <= 4


def test_what_is_not_there_can_not_be_explained(run):
    result = run("explain", "9")
    assert "no incident 9" in str(result.exception)
