"""report: in the language that is asked for."""

import json

import pytest

CSV = (
    "text,company,date\n"
    "They kept me on hold all day long.,Acme,2026-09-01\n"
    "I was on hold again this morning.,Acme,2026-09-02\n"
)


@pytest.fixture
def analyzed(run, market):
    """``run`` in a market with two analyzed reviews."""
    (market / "a.csv").write_text(CSV, encoding="utf-8")
    run("import", "a.csv", "--map", "text=text,brand=company,date=date")
    run("analyze")
    return run


def test_a_report_of_nothing_but_unread_reviews_is_none(run, market):
    (market / "a.csv").write_text(CSV, encoding="utf-8")
    run("import", "a.csv")
    for command in (("report",), ("report", "--diff", "2026-09-20", "2026-09-28")):
        done = run(*command)
        assert done.returncode == 2
        assert "2 reviews are not analyzed yet: `rivalscope analyze` first" in done.stderr
    assert not (market / "reports").exists()


def test_an_empty_file_is_no_market_to_report_on(run, market):
    (market / "other.sqlite").touch()
    done = run("report", "--db", "other.sqlite")
    assert done.returncode == 1
    assert "nothing is there yet: `rivalscope run` or `rivalscope import` first" in done.stderr
    assert not (market / "reports").exists()


def test_a_report_is_written_in_the_language_of_the_flag(analyzed, market):
    done = analyzed("report", "--as-of", "2026-09-30", "--language", "cs")
    assert done.returncode == 0, done.stderr
    assert "Každá značka zvlášť" in done.stdout
    latest = market / "reports" / "latest"
    assert '<html lang="cs">' in (latest / "report.html").read_text(encoding="utf-8")
    assert "## Každá značka zvlášť" in (latest / "report.md").read_text(encoding="utf-8")
    document = json.loads((latest / "report.json").read_text(encoding="utf-8"))
    assert document["language"] == "cs"
    assert document["labels"]["wait_time"] == "Čekání"


def test_a_report_is_written_in_the_language_of_the_configuration(analyzed, market):
    with (market / "rivalscope.yaml").open("a", encoding="utf-8") as file:
        file.write("report: {language: de}\n")
    done = analyzed("report", "--as-of", "2026-09-30")
    assert "Jede Marke für sich" in done.stdout
    finding = "finding:acme:wait_time:complaint"
    explained = analyzed("explain", finding, "--as-of", "2026-09-30")
    assert "Acme: 2 of 2" in explained.stdout


def test_a_language_without_reports_is_a_usage_error(run, market):
    done = run("report", "--language", "tlh")
    assert done.returncode == 2
    assert "'tlh' is not one of 'en', 'cs'" in done.stderr


@pytest.mark.parametrize(
    "command",
    [("explain",), ("show",), ("ack",), ("snooze", "--until", "2999-01-01", "--reason", "r")],
)
def test_an_incident_that_is_no_number_is_none(analyzed, command):
    done = analyzed("alerts", *command, "x")
    assert done.returncode == 2
    assert "no incident 'x'" in done.stderr
    assert "alerts list` names them" in done.stderr


def test_a_replay_says_how_many_of_its_days_had_reviews(analyzed, market):
    with (market / "rivalscope.yaml").open("a", encoding="utf-8") as file:
        file.write("alerts: [{id: jumps, kind: complaint_spike, brands: all}]\n")
    done = analyzed("alerts", "replay", "--days", "10", "--as-of", "2026-09-05")
    assert "of 10 days, 2 had reviews to judge" in done.stdout, done.stderr


def test_a_cue_without_a_blank_is_shown_all_the_same(analyzed):
    done = analyzed("explain", "finding:acme:wait_time:complaint", "--as-of", "2026-09-30")
    machine = analyzed(
        "explain", "finding:acme:wait_time:complaint", "--as-of", "2026-09-30", "--json"
    )
    cues = [
        cue["cue"]
        for review in json.loads(machine.stdout)["reviews"]
        for mention in review["mentions"]
        for cue in mention["cues"]
    ]
    assert cues
    assert ", cue ..." not in done.stdout
    assert all(f", cue {cue[:40]}" in done.stdout for cue in cues[:1])
