"""The phrase banks say the same things in every language, in enough ways."""

import re
from datetime import date
from pathlib import Path

import pytest

from rivalscope.demo import Market, load_market
from rivalscope.errors import ConfigurationError

PLANTED = {
    ("delivery_speed", "negative"),
    ("delivery_speed", "positive"),
    ("wait_time", "negative"),
    ("support_resolution", "negative"),
    ("returns_refunds", "negative"),
    ("support_attitude", "positive"),
}


def test_every_language_has_enough_variants(market: Market) -> None:
    for bank in market.banks.values():
        for theme, tones in bank.themes.items():
            for tone, sentences in tones.items():
                assert len(sentences) >= (8 if (theme, tone) in PLANTED else 4)
                assert len(set(sentences)) == len(sentences)


def test_languages_say_equally_much_about_each_theme(market: Market) -> None:
    shapes = {
        language: {
            (theme, tone): len(sentences)
            for theme, tones in bank.themes.items()
            for tone, sentences in tones.items()
        }
        for language, bank in market.banks.items()
    }
    assert all(shape == shapes["en"] for shape in shapes.values())


def test_every_slot_is_filled(market: Market) -> None:
    for bank in market.banks.values():
        sentences = [
            *bank.openers,
            *(text for texts in bank.general.values() for text in texts),
            *(text for tones in bank.themes.values() for texts in tones.values() for text in texts),
        ]
        used = {slot for sentence in sentences for slot in re.findall(r"\{(\w+)\}", sentence)}
        assert used == set(bank.slots)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "12 September 2026"),
        ("cs", "12. září 2026"),
        ("ru", "12 сентября 2026 г."),
        ("hu", "2026. szeptember 12."),
        ("sw", "12 Septemba 2026"),
    ],
)
def test_days_are_written_as_in_the_language(market: Market, language: str, expected: str) -> None:
    assert market.banks[language].spoken(date(2026, 9, 12)) == expected


def test_a_missing_plan_is_a_mistake_in_the_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"market\.yaml"):
        load_market(tmp_path)


def test_words_that_the_plan_wants_but_a_language_lacks_are_named(
    demo_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "phrases").mkdir()
    for path in demo_folder.rglob("*.yaml"):
        text = path.read_text("utf-8")
        if path.name == "hu.yaml":
            text = text.replace("  hidden_fees:", "  no_such_theme:")
        (tmp_path / path.relative_to(demo_folder)).write_text(text, "utf-8")
    with pytest.raises(ConfigurationError, match="no negative sentences about hidden_fees") as told:
        load_market(tmp_path)
    assert [mistake.file for mistake in told.value.mistakes] == [
        str(tmp_path / "phrases" / "hu.yaml")
    ]
