"""How many syllables a word has, by its spelling, in the languages with a formula that asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_EN: Final = re.compile(r"[aeiouy]+")
_EN_SILENT: Final = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^td]ed$|[^sxzcg]es$|(?<!ch)(?<!sh)\bes$")
_DE: Final = re.compile(r"aa|ee|oo|ai|ei|au|eu|äu|ie|[aeiouyäöü]")
_ES: Final = re.compile(r"[iuü]?[aeoáéóíú](?:[iuüy](?![aeoáéóíú]))?|[iuü]+|y\b")
_FR: Final = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
_FR_SILENT: Final = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüœæ])(?:e|es)$")
_RU: Final = re.compile(r"[аеёиоуыэюя]")
_CS: Final = re.compile(
    r"ou|au|eu|[aeiouyáéíóúůýě]|(?<=[^\Waeiouyáéíóúůýě])[rl](?![aeiouyáéíóúůýě])"
)


def _english(word: str) -> int:
    """Runs of vowels, without the silent ``e`` of ``like``, ``likes`` and ``liked``."""
    return len(_EN.findall(word)) - bool(_EN_SILENT.search(word))


def _french(word: str) -> int:
    return len(_FR.findall(_FR_SILENT.sub("", word)))


def _counted(pattern: re.Pattern[str]) -> Callable[[str], int]:
    return lambda word: len(pattern.findall(word))


_COUNTS: Final[Mapping[str, Callable[[str], int]]] = {
    "cs": _counted(_CS),
    "de": _counted(_DE),
    "en": _english,
    "es": _counted(_ES),
    "fr": _french,
    "ru": _counted(_RU),
}


def syllables(word: str, language: str) -> int:
    """At least 1. KeyError for a language without a count.

    Told from the letters, without a dictionary: right for most words, off by one for some.
    """
    return max(1, _COUNTS[language](word.casefold()))
