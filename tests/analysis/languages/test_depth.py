"""How much is known of each language that ships."""

import pytest

from analysis.themes.cues import parse_cue, parse_entry
from rivalscope.settings import load_lexicons, load_theme_pack

#: Language -> fewest stems of its lexicon, fewest cues of each core theme.
LEAST = {
    "en": (500, 25),
    "cs": (1_000, 15),
    "ru": (1_000, 15),
    "hu": (1_000, 15),
    "sw": (1_000, 15),
    "de": (700, 12),
    "es": (700, 12),
    "fr": (700, 12),
    "pl": (700, 12),
}


@pytest.mark.parametrize("language", LEAST)
def test_lexicon_and_themes_are_deep_enough(language: str) -> None:
    valences, count = LEAST[language]
    lexicon = load_lexicons([language], own=None, check=parse_entry)[language]
    core = load_theme_pack("core", languages=[language], own=None, check=parse_cue)
    assert len(lexicon.valence) >= valences
    for theme in core.themes:
        cues = theme.cues[language]
        assert len([*cues.complaint, *cues.praise, *cues.topic, *cues.exclude]) >= count, theme.id
        assert cues.complaint, theme.id
        assert cues.praise, theme.id
