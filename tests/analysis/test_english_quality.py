"""What the shipped English lexicon and packs make of the ways customers put things."""

from pathlib import Path

import pytest

from analysis.themes.cues import parse_cue, parse_entry
from analysis.understanding import Understander
from rivalscope.models import Text, Understanding
from rivalscope.settings import load_lexicons, load_theme_pack

LEAST_CUES = 25


def understander(industry: str, own: Path) -> Understander:
    return Understander(
        load_theme_pack(industry, languages=["en"], own=own, check=parse_cue),
        load_lexicons(["en"], own=own, check=parse_entry),
        languages=["en"],
    )


@pytest.fixture(scope="module")
def travel(tmp_path_factory: pytest.TempPathFactory) -> Understander:
    return understander("travel", tmp_path_factory.mktemp("own"))


def read(engine: Understander, body: str) -> Understanding:
    return engine.understand(Text(id="1", body=body, language_hint="en"))


@pytest.mark.parametrize(
    "body",
    [
        "The new version does not turn on since Monday.",
        "Please fix your app.",
        "This used to be good.",
        "I would give zero stars.",
        "Thanks for nothing!",
        "What a ridiculous policy.",
        "I was told to wait another three weeks.",
        "The box came back and it is not worth it.",
        "How much longer must we sit here?",
        "They sent me to another desk and I had to call again.",
    ],
)
def test_complaints_without_an_unkind_word_are_negative(travel: Understander, body: str) -> None:
    assert read(travel, body).sentiment == "negative"


@pytest.mark.parametrize(
    "body",
    [
        "So far so good.",
        "It does what it says.",
        "Our problem was solved.",
        "I can't wait to come again!",
        "Much better than we expected.",
    ],
)
def test_praise_without_a_warm_word_is_positive(travel: Understander, body: str) -> None:
    assert read(travel, body).sentiment == "positive"


@pytest.mark.parametrize("body", ["I bought it on Amazon.", "What kind of ticket is this"])
def test_words_that_only_look_like_a_feeling_are_neutral(travel: Understander, body: str) -> None:
    assert read(travel, body).sentiment == "neutral"


@pytest.mark.parametrize(
    ("body", "theme"),
    [
        ("Nobody responds to my messages, no answer for days.", "wait_time"),
        ("We waited two hours at the gate.", "delay"),
        ("Still stuck on the plane.", "delay"),
        ("Tried to email you about it.", "contact_channels"),
        ("There is nothing you can do for us?", "support_resolution"),
        ("You guys are losing a customer.", "support_attitude"),
    ],
)
def test_a_traveler_names_a_theme(travel: Understander, body: str, theme: str) -> None:
    assert theme in {mention.theme for mention in read(travel, body).mentions}


def test_no_waiting_is_praise(travel: Understander) -> None:
    got = {(m.theme, m.polarity) for m in read(travel, "There was no waiting.").mentions}
    assert ("wait_time", "positive") in got


def test_every_core_theme_has_cues_enough(tmp_path: Path) -> None:
    pack = load_theme_pack("core", languages=["en"], own=tmp_path, check=parse_cue)
    counts = {
        theme.id: sum(map(len, (cues.complaint, cues.praise, cues.topic, cues.exclude)))
        for theme in pack.themes
        for cues in [theme.cues["en"]]
    }
    assert {theme: count for theme, count in counts.items() if count < LEAST_CUES} == {}


@pytest.fixture(scope="module")
def hospitality(tmp_path_factory: pytest.TempPathFactory) -> Understander:
    return understander("hospitality", tmp_path_factory.mktemp("own"))


@pytest.mark.parametrize(
    ("body", "theme", "polarity"),
    [
        ("You should definitely order the duck.", "food", "positive"),
        ("Try the lobster roll.", "food", "positive"),
        ("The portions are enormous.", "food", "positive"),
        ("Come here for the drinks.", "drinks", "positive"),
        ("I found a fly in my soup.", "food", "negative"),
        ("The soup could have been better.", "food", "negative"),
        ("Skip the calamari.", "food", "negative"),
        ("I wish they would train the waiter.", "service", "negative"),
        ("The decor needs to be updated.", "ambience", "negative"),
        ("The soup was no less tasty.", "food", "positive"),
        ("We will definitely be back for the soup.", "food", "positive"),
        ("We won't be back for the soup.", "food", "negative"),
    ],
)
def test_advice_wishes_and_comparisons_say_what_they_think(
    hospitality: Understander, body: str, theme: str, polarity: str
) -> None:
    assert (theme, polarity) in {(m.theme, m.polarity) for m in read(hospitality, body).mentions}


@pytest.mark.parametrize(
    ("body", "theme"),
    [
        ("I missed my flight because of you.", "delay"),
        ("Just let us off this plane.", "delay"),
        ("Two hours and counting.", "delay"),
        ("It feels like a sauna in here.", "onboard_comfort"),
        ("Only one person working at the desk.", "queues"),
        ("All I get is a canned response.", "support_resolution"),
        ("How about some actual help?", "support_resolution"),
    ],
)
def test_travelers_complain_without_naming_what_of(
    travel: Understander, body: str, theme: str
) -> None:
    assert (theme, "negative") in {(m.theme, m.polarity) for m in read(travel, body).mentions}


def test_an_answer_denies_nothing_that_follows(travel: Understander) -> None:
    assert read(travel, "Nope, the crew is still rude.").sentiment == "negative"
