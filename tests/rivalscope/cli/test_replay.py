"""``rivalscope alerts replay --series``: any daily series, judged as on each of its days."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from rivalscope.cli import cli

FIRST = date(2026, 1, 5)
HEADER = "date,competitor,theme,complaints,reviews\n"


@pytest.fixture
def replay(tmp_path):
    def run(text, *options):
        path = tmp_path / "series.csv"
        path.write_text(text, encoding="utf-8")
        return CliRunner().invoke(cli, ["alerts", "replay", "--series", str(path), *options])

    return run


def rows(*, jump=0, missing=()):
    lines = [HEADER]
    for number in range(80):
        day = FIRST + timedelta(days=number)
        complaints = (1, 2, 3)[number % 3] + (jump if number >= 77 else 0)
        numbers = "," if number in missing else f"{complaints},{20 + complaints}"
        lines.append(f"{day},bee,wait_time,{numbers}\n")
    return "".join(lines)


def test_days_before_a_jump_are_quiet_and_those_of_it_alarm(replay):
    result = replay(rows(jump=9), "--json")
    judged = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [one["date"] for one in judged if one["alarm"]] == [
        str(FIRST + timedelta(days=number)) for number in (77, 78, 79)
    ]
    assert all(one["alarm"] == (one["p"] <= 0.01) for one in judged)
    assert {(one["competitor"], one["theme"]) for one in judged} == {("bee", "wait_time")}
    assert len(judged) == 73  # the first week is only learned from
    assert "1 series, 73 days judged, 3 at p <= 0.01" in result.stderr


def test_days_without_numbers_or_left_out_are_not_judged(replay):
    text = rows(missing=(40, 41)).replace(f"{FIRST + timedelta(days=50)},bee", "2026-03-30,bee")
    judged = [json.loads(line)["date"] for line in replay(text, "--json").stdout.splitlines()]
    gone = {str(FIRST + timedelta(days=number)) for number in (40, 41, 50)}
    assert gone.isdisjoint(judged)
    assert len(judged) == 70 + 1


def test_without_json_a_line_an_alarm(replay):
    assert replay(rows()).stdout == ""
    assert replay(rows(jump=9)).stdout.startswith("2026-03-23  bee  wait_time  p = ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("date,theme\n", "no column competitor, complaints, reviews"),
        (f"{HEADER}2026-13-01,a,b,1,2\n", "series.csv:2: month must be in 1..12"),
        (f"{HEADER}2026-01-01,a,b,x,2\n", "series.csv:2: complaints 'x' is no whole number"),
        (f"{HEADER}2026-01-01,a,b,3,2\n", "series.csv:2: 3 complaints in 2 reviews"),
        (f"{HEADER}2026-01-01,a,b,1\n", "series.csv:2: "),
        (
            f"{HEADER}2026-01-01,a,b,1,2\n2026-01-01,a,b,1,2\n",
            "series.csv:3: 2026-01-01 stands twice",
        ),
        (f"{HEADER}0001-01-01,a,b,1,2\n2026-01-01,a,b,1,2\n", "reach over 739,617 days"),
    ],
)
def test_a_file_with_a_mistake_is_refused_with_its_place(replay, text, told):
    result = replay(text, "--json")
    assert told in str(result.exception)
    assert result.exception.exit_code == 2
    assert result.stdout == ""


def test_no_series_is_no_alarm(replay):
    assert replay(HEADER, "--json").stdout == ""
