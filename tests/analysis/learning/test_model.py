"""A learned model as bytes, and its answers."""

import json

import numpy as np
import pytest

from analysis.learning.features import PLACES
from analysis.learning.lessons import learn
from analysis.learning.model import BadModelError, LearnedSentiment
from analysis.sentiment import sentiment


@pytest.fixture
def model(starred):
    return learn(starred(300), fewest=200).model


@pytest.fixture
def bodies(starred):
    return [row.body for row in starred(60)] + ["", "Ω", "zappity", "😀 !!!"]


def test_a_model_read_back_says_the_same(model, bodies):
    again = LearnedSentiment.from_bytes(model.to_bytes())
    scores = [0.0] * len(bodies)
    assert again.opinions(bodies, scores) == model.opinions(bodies, scores)
    assert again.version == model.version


def test_the_score_says_what_the_word_says(model, bodies):
    for one in model.opinions(bodies, [0.3] * len(bodies)):
        assert sentiment(one.score) == one.sentiment
        assert -1 <= one.score <= 1


def test_confidence_rises_with_certainty(model, bodies):
    said = model.opinions(bodies, [0.0] * len(bodies))
    assert all(0 <= one.confidence <= 1 for one in said)
    assert (np.diff(model.right) >= 0).all()
    assert (np.diff(model.certainty) > 0).all()


def test_no_word_of_a_review_is_in_the_bytes(model):
    data = model.to_bytes()
    assert not [word for word in (b"zappity", b"parcel", b"zap", b"krun") if word in data]


def test_texts_may_be_asked_about_one_by_one(model, bodies):
    at_once = model.opinions(bodies, [0.0] * len(bodies))
    assert at_once == [model.opinions([body], [0.0])[0] for body in bodies]


def test_what_is_no_model_is_refused(model):
    data = model.to_bytes()
    magic, head, body = data.split(b"\n", 2)
    facts = json.loads(head)
    many = json.dumps({**facts, "places": -1}).encode()
    nan = np.frombuffer(body, "<f4").copy()
    nan[-1] = np.nan
    far = np.frombuffer(body, "<i4").copy()
    far[0] = PLACES
    broken = (
        b"",
        b"\x80\x04.",
        data[:-1],
        data + b"\0",
        b"\n".join((b"rivalscope-stars-0", head, body)),
        b"\n".join((magic, b"[]", body)),
        b"\n".join((magic, b"{}", body)),
        b"\n".join((magic, many, body)),
        b"\n".join((magic, head, nan.tobytes())),
        b"\n".join((magic, head, far.tobytes())),
    )
    for each in broken:
        with pytest.raises(BadModelError):
            LearnedSentiment.from_bytes(each)
