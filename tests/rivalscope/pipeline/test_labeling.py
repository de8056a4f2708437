"""Questions and answers in a file: everything that is wrong is told, and then nothing is taken."""

import json

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import UsageError
from rivalscope.pipeline.understanding.labeling import (
    ANSWERS,
    Wish,
    judgment,
    mentions_to_judge,
    questions,
    read_answers,
)
from rivalscope.storage import Store

THEMES = ("app", "wait_time")
EVERY = Wish(drawn="random", theme=None, language=None, count=100)


@pytest.fixture
def mentions(shop, store_texts):
    """Two complaints about waiting in a stored market."""
    store_texts(shop, ["They kept me on hold all day long.", "I was on hold again this morning."])
    pipeline.analyze(shop, watch=Watch(None, verbosity=Verbosity.QUIET))
    with Store(shop.database) as store:
        return mentions_to_judge(store, EVERY)


@pytest.fixture
def answered(mentions, tmp_path):
    """``answered("right", None)`` is a file of the questions with these answers."""

    def answering(*answers, **changes):
        rows = [json.loads(line) for line in questions(mentions)]
        for row, answer in zip(rows, answers, strict=True):
            row |= {"answer": answer, **changes}
        path = tmp_path / "answers.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return answering


@pytest.mark.parametrize(
    ("answer", "verdict", "polarity"),
    [
        ("right", "right", "negative"),
        ("negative", "right", "negative"),
        ("positive", "wrong_polarity", "positive"),
        ("neutral", "wrong_polarity", "neutral"),
        ("wrong_theme", "wrong_theme", None),
        ("skipped", "skipped", None),
    ],
)
def test_an_answer_says_what_is_right(mentions, answer, verdict, polarity):
    said = judgment(mentions[0], answer)
    assert (said.verdict, said.polarity, said.tagged) == (verdict, polarity, "negative")


def test_every_answer_is_understood_and_can_be_kept(shop, mentions):
    with Store(shop.database) as store:
        for answer in ANSWERS:
            assert store.corrections.save([judgment(mentions[0], answer)]) == 1


def test_a_question_shows_what_it_asks_about(mentions):
    first = json.loads(next(questions(mentions)))
    assert first["quote"] in first["text"]
    assert (first["answer"], first["theme"], first["drawn"]) == (None, "wait_time", "random")


def test_answers_come_back_as_judgments_and_open_questions_are_passed_over(mentions, answered):
    (one,) = read_answers(answered("wrong_theme", None), themes=THEMES)
    assert (one.review, one.quote) == (mentions[0].review, mentions[0].mention.quote)
    assert one.verdict == "wrong_theme"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"answer": "rigth"}, "answer is 'rigth', did you mean 'right'?"),
        ({"theme": "wait_tme"}, "theme is 'wait_tme', did you mean 'wait_time'?"),
        ({"polarity": "bad"}, "polarity is 'bad'"),
        ({"drawn": None}, "drawn is None"),
        ({"answer": ["right"]}, "answer is ['right']"),
        ({"review": 7}, "review is 7, not a text"),
        ({"quote": ""}, "quote is '', not a text"),
    ],
)
def test_every_wrong_line_is_told_with_its_place(answered, changes, words):
    path = answered("right", "right", **changes)
    with pytest.raises(UsageError) as caught:
        read_answers(path, themes=THEMES)
    for line, told in enumerate(str(caught.value).split("\n"), start=1):
        assert told.startswith(f"{path}:{line}: ")
        assert words in told
    assert line == 2


@pytest.mark.parametrize("bad", [b"not json", b"[1]", b"\xff\xfe", b"[" * 100_000, b"NaN"])
def test_a_line_that_is_no_record_is_told(answered, bad):
    path = answered("right", None)
    path.write_bytes(path.read_bytes() + b"\n" + bad + b"\n")
    with pytest.raises(UsageError, match=r"answers\.jsonl:4: not (JSON|a JSON object)"):
        read_answers(path, themes=THEMES)


def test_two_answers_that_contradict_are_told(answered):
    path = answered("right", None)
    again = path.read_text(encoding="utf-8").replace('"right"', '"wrong_theme"')
    path.write_text(path.read_text(encoding="utf-8") + again, encoding="utf-8")
    with pytest.raises(UsageError, match=r":3: .* answered otherwise in line 1"):
        read_answers(path, themes=THEMES)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="can't be read"):
        read_answers(tmp_path / "none.jsonl", themes=THEMES)
