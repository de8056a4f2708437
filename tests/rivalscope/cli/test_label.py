"""label: one answer a line, each kept at once, whatever happens to the process."""

import json
import os
import shutil
import signal
import subprocess
import sys

import pytest
from command_line import call

from rivalscope.storage import Store

CSV = (
    "text,company,date,stars\n"
    "They kept me on hold all day long.,Acme,2026-09-01,1\n"
    "I was on hold again this morning.,Acme,2026-09-02,5\n"
    "On hold for an hour once more.,Čáp,2026-09-03,1\n"
)
MAPPING = "text=text,brand=company,date=date,rating=stars"
CONFIGURATION = """\
market: {name: M, industry: hold, languages: [en]}
us: {slug: acme, name: Acme}
competitors:
  - {slug: cap, name: Čáp}
"""
PACK = """\
id: hold
title: Nothing but waiting
themes:
  - id: wait_time
    label: {en: Waiting times}
    touchpoint: support
    stage: after_sale
    cues: {en: {complaint: ["on hold"]}}
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder with three analyzed mentions, none of them judged."""
    folder = tmp_path_factory.mktemp("market")
    (folder / "a.csv").write_text(CSV, encoding="utf-8")
    (folder / "themes").mkdir()
    (folder / "themes" / "hold.yaml").write_text(PACK, encoding="utf-8")
    (folder / "rivalscope.yaml").write_text(CONFIGURATION, encoding="utf-8")
    for arguments in (("import", "a.csv", "--map", MAPPING), ("analyze",)):
        call(*arguments, cwd=folder).check_returncode()
    return folder


@pytest.fixture
def analyzed(run, prepared, tmp_path):
    """``run`` in a copy of it."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return run


def kept(folder):
    with Store(folder / "rivalscope.sqlite") as store:
        return store.corrections.count()


def test_answers_come_as_lines_where_there_is_no_terminal(analyzed, tmp_path):
    done = analyzed("label", stdin="r\nt\np\n+\n")
    assert done.returncode == 0, done.stderr
    assert "[3 of 3]" in done.stdout
    assert ">>" in done.stdout
    assert "Waiting times (wait_time): complaint, by complaint_cue" in done.stdout
    assert "Waiting times, en: 33% (interval 6% to 79%, n=3)" in done.stdout
    assert kept(tmp_path) == {"right": 1, "wrong_polarity": 1, "wrong_theme": 1}
    assert "nothing is left to judge" in analyzed("label").stdout


def test_what_is_no_answer_is_asked_again(analyzed, tmp_path):
    done = analyzed("label", "--count", 1, stdin="x\n\np\n?\ns\n")
    assert done.returncode == 0, done.stderr
    assert kept(tmp_path) == {"skipped": 1}


@pytest.mark.parametrize("ending", ["q\n", ""])
def test_quitting_keeps_what_was_said_and_the_next_time_goes_on(analyzed, tmp_path, ending):
    first = analyzed("label", stdin=f"r\n{ending}").stdout
    assert kept(tmp_path) == {"right": 1}
    second = analyzed("label", stdin="q\n").stdout
    assert "[1 of 2]" in second
    asked = [line for line in first.splitlines() if ">>" in line]
    assert asked[1] in second
    assert asked[0] not in second


def test_kill_9_loses_no_answer(analyzed, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "rivalscope", "label"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ,
    )
    with process:
        for number in (1, 2):
            while f"[{number} of 3]" not in process.stdout.readline():
                assert process.poll() is None
            process.stdin.write("r\n")
            process.stdin.flush()
        while "[3 of 3]" not in process.stdout.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert kept(tmp_path) == {"right": 2}
    assert "[1 of 1]" in analyzed("label", stdin="q\n").stdout


def test_doubtful_ones_are_asked_with_the_reason(analyzed, tmp_path):
    done = analyzed("label", "--doubtful", stdin="t\n")
    assert "[1 of 1]" in done.stdout
    assert "doubtful: a complaint with many stars" in done.stdout
    assert kept(tmp_path) == {"wrong_theme": 1}
    assert "Right, of those" not in done.stdout


def test_a_file_goes_out_and_comes_back(analyzed, tmp_path):
    done = analyzed("label", "--export", "q.jsonl", "--count", 2)
    assert "2 mentions in q.jsonl" in done.stdout
    file = tmp_path / "q.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for row, answer in zip(rows, ("right", "wrong_theme"), strict=True):
        row["answer"] = answer
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert "2 answers kept" in analyzed("label", "--import", "q.jsonl").stdout
    assert kept(tmp_path) == {"right": 1, "wrong_theme": 1}
    report = analyzed("report", "--as-of", "2026-09-30", "--json")
    (measured,) = json.loads(report.stdout)["precision"]
    assert (measured["judged"], measured["right"], measured["share"]) == (2, 1, 0.5)
    assert "50% (interval 9% to 91%, n=2)" in (
        tmp_path / "reports" / "latest" / "report.html"
    ).read_text(encoding="utf-8")


def test_a_wrong_line_is_told_and_nothing_is_taken(analyzed, tmp_path):
    analyzed("label", "--export", "q.jsonl")
    file = tmp_path / "q.jsonl"
    first, second, *_ = file.read_text(encoding="utf-8").splitlines()
    answered = first.replace('"answer": null', '"answer": "right"')
    wrong = second.replace('"answer": null', '"answer": "yes"')
    file.write_text(f"{answered}\n{wrong}\n", encoding="utf-8")
    done = analyzed("label", "--import", "q.jsonl")
    assert done.returncode == 2
    assert "q.jsonl:2: answer is 'yes'" in done.stderr
    assert kept(tmp_path) == {}


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--theme", "wait_tme", "did you mean 'wait_time'"),
        ("--language", "cs", "the market has en"),
        ("--count", "0", "0"),
    ],
)
def test_an_option_that_makes_no_sense_is_told(analyzed, option, value, words):
    done = analyzed("label", option, value)
    assert done.returncode == 2
    assert words in done.stderr


def test_questions_and_answers_go_one_way_at_a_time(analyzed):
    done = analyzed("label", "--export", "a.jsonl", "--import", "b.jsonl")
    assert done.returncode == 2
    assert "one at a time" in done.stderr


def test_a_theme_pack_is_tried_from_the_command_line(analyzed, tmp_path):
    (tmp_path / "mine.yaml").write_text(PACK.replace("on hold", "all day"), encoding="utf-8")
    done = analyzed("themes", "try", "mine.yaml", "--as", "hold")
    assert done.returncode == 0, done.stderr
    assert "wait_time, en: 3 mentions become 1: 2 lost" in done.stdout
    assert "- complaint: " in done.stdout
    (tmp_path / "mine.yaml").write_text(PACK.replace("on hold", "(all day"), encoding="utf-8")
    broken = analyzed("themes", "try", "mine.yaml")
    assert broken.returncode == 2
    assert "mine.yaml:8:" in broken.stderr
    assert analyzed("themes", "try", "none.yaml").returncode == 2


def test_phrases_are_suggested_or_it_is_said_that_there_are_none(analyzed):
    assert "en: no phrase stands out" in analyzed("themes", "suggest").stdout
    assert analyzed("themes", "suggest", "--language", "cs").returncode == 2
