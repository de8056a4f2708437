"""Phrases of the proxies: what ships is sound, the user's own file wins, mistakes have a place."""

import pytest

from analysis.proxies.notation import check_phrase
from rivalscope.errors import ConfigurationError
from rivalscope.settings import available, load_proxy_phrases


def load(languages, own=None):
    return load_proxy_phrases(languages, own=own, check=check_phrase)


def test_every_language_that_ships_has_phrases_of_each_kind():
    languages = available("proxies")
    assert {"en", "cs", "ru", "hu", "sw"} <= set(languages)
    for language, phrases in load(languages).items():
        assert phrases.language == language
        assert phrases.effort
        assert phrases.leaving
        assert phrases.coming


def test_a_language_without_a_file_is_left_out():
    assert load(("fi", "en")).keys() == {"en"}


def test_the_users_own_file_wins_and_has_a_digest_of_its_own(tmp_path):
    (tmp_path / "proxies").mkdir()
    (tmp_path / "proxies" / "en.yaml").write_text("language: en\neffort: [called twice]\n")
    own, shipped = load(("en",), tmp_path)["en"], load(("en",))["en"]
    assert own.effort == ("called twice",)
    assert own.leaving == ()
    assert own.digest != shipped.digest


def test_every_mistake_is_told_with_its_place(tmp_path):
    (tmp_path / "proxies").mkdir()
    (tmp_path / "proxies" / "en.yaml").write_text(
        'language: en\neffort: ["(called twice"]\nleaving: ["went elsewhere"]\n'
    )
    with pytest.raises(ConfigurationError) as told:
        load(("en",), tmp_path)
    message = str(told.value)
    assert "en.yaml:2:" in message
    assert "a bracket is not closed" in message
    assert "en.yaml:3:" in message
    assert "needs @" in message


def test_an_unknown_group_is_refused(tmp_path):
    (tmp_path / "proxies").mkdir()
    (tmp_path / "proxies" / "en.yaml").write_text("language: en\nefort: [called twice]\n")
    with pytest.raises(ConfigurationError, match="did you mean 'effort'"):
        load(("en",), tmp_path)
