"""Channels, rules that name them, and secrets that stand where they must not."""

import pytest

from rivalscope.errors import ConfigurationError
from rivalscope.settings import load_settings

PLAIN = "must be an address that a path can follow, without a user name, ? or #"
BRANDS = "us: {slug: a, name: A}\ncompetitors: [{slug: b, name: B}]\n"


@pytest.fixture
def load(tmp_path):
    def loading(text, **environment):
        path = tmp_path / "rivalscope.yaml"
        path.write_text(BRANDS + text)
        return load_settings(path, environment=environment)

    return loading


@pytest.fixture
def mistakes(load):
    def found(text):
        with pytest.raises(ConfigurationError) as caught:
            load(text)
        return [f"{one.line}:{one.column}: {one.message}" for one in caught.value.mistakes]

    return found


def test_a_channel_has_a_variable_of_its_own_unless_one_is_named(load):
    settings = load(
        "channels:\n  team-mail: {}\n  hook: {variable: OUR_HOOK, fallback: team-mail}\n"
    )
    mail, hook = settings.channels
    assert (mail.variable, hook.variable) == ("RIVALSCOPE_CHANNEL_TEAM_MAIL", "OUR_HOOK")
    assert (hook.fallback, hook.digest, hook.is_private) == ("team-mail", "nightly", False)
    assert (hook.line, hook.column) == (5, 3)


def test_rules_tell_all_channels_unless_they_name_some(load):
    settings = load(
        "channels: {mail: {}, hook: {}}\n"
        "alerts:\n  - {id: all}\n  - {id: some, channels: [hook], deliver: immediate}\n"
    )
    told = [(rule.channels, rule.is_immediate) for rule in settings.alerts]
    assert told == [(("mail", "hook"), False), (("hook",), True)]


def test_what_is_watched_unless_rules_are_written(load):
    assert [(rule.kind, rule.brands) for rule in load("").alerts] == [
        ("complaint_spike", ("b",)),
        ("rating_drop", ("b",)),
        ("volume_surge", ("b",)),
        ("policy_change", ("b",)),
        ("source_health", ("a", "b")),
    ]


def test_a_rule_is_held_to_what_its_kind_usually_is_or_to_what_it_says(load):
    settings = load(
        "alerts:\n  - {id: a}\n  - {id: b, sensitivity: 3, min_complaints: 20}\n"
        "  - {id: c, kind: volume_drop}\n  - {id: d, kind: rating_drop, min_reviews: 9}\n"
        "  - {id: e, kind: policy_change}\n"
    )
    assert [(one.floor, one.false_discovery) for one in settings.alerts] == [
        (8, 0.005),
        (20, 0.1),
        (20, 0.001),
        (9, 0.001),
        (0, 0.0),
    ]


def test_the_address_of_the_reports_takes_a_path(load):
    assert load("delivery: {base_url: 'https://acme.example/cx/'}\n").base_url == (
        "https://acme.example/cx"
    )
    override = load("", RIVALSCOPE_DELIVERY_BASE_URL="https://other.example")
    assert override.base_url == "https://other.example"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        (
            "alerts: [{id: x, channels: [mial]}]\nchannels: {mail: {}}\n",
            "3:29: unknown channel 'mial', did you mean 'mail'?",
        ),
        (
            "channels:\n  mail: {fallback: mail}\n",
            "4:10: fallback 'mail' is no other channel",
        ),
        (
            "alerts: [{id: x, kind: source_health, themes: [app]}]\n",
            "3:39: a rule about source_health has no themes",
        ),
        (
            "alerts: [{id: x, kind: rating_drop, min_complaints: 9}]\n",
            "3:37: a rule about rating_drop has no complaints: use `min_reviews`",
        ),
        (
            "alerts: [{id: x, min_reviews: 9}]\n",
            "3:18: a rule about complaint_spike does not count reviews: use `min_complaints`",
        ),
        (
            "alerts: [{id: x, kind: policy_change, sensitivity: 2}]\n",
            "3:39: policy_change is no matter of chance: there is nothing to set",
        ),
        (
            "channels: {mail: {digest: daily}}\n",
            "3:19: channels.mail.digest: must be 'nightly', 'weekly' or 'monthly'",
        ),
        (
            "delivery: {base_url: 'https://u@a.example'}\n",
            f"3:12: delivery.base_url is 'https://u@a.example': {PLAIN}",
        ),
    ],
)
def test_mistakes_are_told_with_their_place(mistakes, text, mistake):
    assert mistakes(text) == [mistake]


@pytest.mark.parametrize(
    "text",
    [
        "channels: {mail: 'smtps://w:S3CRET@acme.example'}\n",
        "channels: {mail: {variable: 'smtps://w:S3CRET@acme.example'}}\n",
        "channels: {mail: {url: 'smtps://w:S3CRET@acme.example'}}\n",
        "channels: {mail: {fallback: 'smtps://w:S3CRET@acme.example'}}\n",
        "channels: ['smtps://w:S3CRET@acme.example']\n",
        "channels: 'smtps://w:S3CRET@acme.example'\n",
        "alerts: [{id: x, channels: ['smtps://w:S3CRET@acme.example']}]\n",
        "alerts: [{id: x, channels: 'smtps://w:S3CRET@acme.example'}]\n",
    ],
)
def test_an_address_that_stands_in_the_file_is_refused_and_not_shown(mistakes, text):
    found = mistakes(text)
    assert found
    assert not any("S3CRET" in mistake for mistake in found)
