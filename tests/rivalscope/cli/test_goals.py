"""``goal`` as a user types it."""

import json

import pytest

ADDED = ("--template", "nps+1", "--baseline", "31", "--owner", "Jana", "--start", "2026-07-01")


def test_what_is_missing_is_named_and_ends_with_2(run, market):
    done = run("goal", "add")
    assert done.returncode == 2
    for name in ("--metric", "--baseline", "--target", "--deadline", "--owner"):
        assert f"{name} is missing" in done.stderr


def test_a_goal_from_template_to_verdict(run, market):
    added = run("goal", "add", *ADDED)
    assert added.returncode == 0
    key = added.stdout.split()[0]
    assert "from 31 to 32 points between 2026-07-01 and 2026-09-30; Jana" in added.stdout
    assert "is there already" in run("goal", "add", *ADDED).stdout
    assert run("goal", "measure", key, "33", "--on", "2026-09-20").returncode == 0
    verdict = run("goal", "verdict", key, "--as-of", "2026-10-01")
    assert "met: The figure typed in has reached the target." in verdict.stdout
    assert "typed in, interval not known" in verdict.stdout
    shown = run("goal", "show", key, "--as-of", "2026-10-01", "--json")
    assert json.loads(shown.stdout)["measures"] == [
        {"goal": key, "measured_on": "2026-09-20", "value": 33.0}
    ]
    assert "2026-09-20: 33 points" in run("goal", "show", key).stdout
    assert "closed on 2026-10-01" in run("goal", "close", key, "--on", "2026-10-01").stdout
    assert run("goal", "list").stdout.startswith("no goals")
    (listed,) = json.loads(run("goal", "list", "--all", "--json").stdout)
    assert listed["closed_on"] == "2026-10-01"


def test_a_negative_figure_is_a_figure(run, market):
    done = run("goal", "add", "--template", "nps+1", "--baseline", "-5", "--owner", "Jana")
    assert done.returncode == 0
    key = done.stdout.split()[0]
    measured = run("goal", "measure", key, "--", "-4")
    assert measured.returncode == 0
    assert f"{key}: -4 on" in measured.stdout


def test_a_template_lacks_no_target(run, market):
    done = run("goal", "add", "--template", "nps+1", "--owner", "Jana")
    assert done.returncode == 2
    assert "--baseline is missing" in done.stderr
    assert "--target" not in done.stderr


@pytest.mark.parametrize("command", [("measure", "{key}", "33"), ("close", "{key}")])
def test_no_figure_is_of_a_day_to_come(run, market, command):
    key = run("goal", "add", *ADDED).stdout.split()[0]
    done = run("goal", *(part.format(key=key) for part in command), "--on", "2999-01-01")
    assert done.returncode == 2
    assert "2999-01-01 lies in the future" in done.stderr
