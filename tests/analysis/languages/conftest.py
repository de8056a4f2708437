"""What ships: for the language that a test module names in ``LANGUAGE``, and for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.sentiment import SentimentEngine, engine_for
from analysis.themes.cues import parse_cue, parse_entry
from analysis.themes.mentions import Tagger
from analysis.understanding import Understander
from rivalscope.settings import load_lexicons, load_theme_pack

if TYPE_CHECKING:
    from rivalscope.models import Lexicon

LANGUAGES = ["en", "cs", "ru", "hu", "sw", "de", "es", "fr", "pl"]


@pytest.fixture(scope="module")
def language(request: pytest.FixtureRequest) -> str:
    code: str = request.module.LANGUAGE
    return code


@pytest.fixture(scope="module")
def lexicon(language: str) -> Lexicon:
    return load_lexicons([language], own=None, check=parse_entry)[language]


@pytest.fixture(scope="module")
def feelings(lexicon: Lexicon) -> SentimentEngine:
    return engine_for(lexicon)


@pytest.fixture(scope="module")
def themes(language: str, lexicon: Lexicon, feelings: SentimentEngine) -> Tagger:
    """Finds the core themes."""
    core = load_theme_pack("core", languages=[language], own=None, check=parse_cue)
    return Tagger(core, {language: lexicon}, engines={language: feelings})


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Understander:
    """Reads whole texts by the core themes."""
    return _reader(lexicon, "core")


@pytest.fixture(scope="module")
def restaurants(lexicon: Lexicon) -> Understander:
    """Reads whole texts by the themes of hospitality."""
    return _reader(lexicon, "hospitality")


def _reader(lexicon: Lexicon, industry: str) -> Understander:
    code = lexicon.language
    pack = load_theme_pack(industry, languages=[code], own=None, check=parse_cue)
    return Understander(pack, {code: lexicon}, languages=[code])


@pytest.fixture(scope="module")
def everybody() -> Understander:
    """Reads texts of all languages by the core themes."""
    return Understander(
        load_theme_pack("core", languages=LANGUAGES, own=None, check=parse_cue),
        load_lexicons(LANGUAGES, own=None, check=parse_entry),
        languages=LANGUAGES,
    )
