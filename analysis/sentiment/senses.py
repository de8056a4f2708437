"""What the words of a lexicon do in a text: charge, boost, negate, contrast or join."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from analysis.themes.alphabet import Alphabet
from analysis.themes.cues import Cue, parse_cue
from analysis.themes.matcher import Match, Matcher
from analysis.themes.tokens import pieces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from rivalscope.models import Lexicon


_NUANCES = re.compile(r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""Variation marks and skin tones, which change nothing of what an emoji is worth."""


class Role(Enum):
    """What a word or phrase does."""

    VALENCE = 0
    BOOSTER = 1
    NEGATOR = 2
    CONTRAST = 3
    CONJUNCTION = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry of a lexicon."""

    role: Role
    value: float
    """Valence or boost; 0.0 for the other roles."""
    cue: Cue
    rank: tuple[object, ...] = field(init=False, repr=False, compare=False)
    """Sorts the more exact entry before the others of one stretch of text."""

    def __post_init__(self) -> None:
        rank = (self.cue.looseness, self.role.value, self.value)
        object.__setattr__(self, "rank", rank)  # the way into a frozen instance


NOT_NEGATING: dict[str, tuple[str, ...]] = {
    "en": ("=not (only|just|merely)", "=no (doubt|wonder)"),
    "cs": ("=ne (jen|pouze)", "=není divu"),
    "de": ("=nicht (nur|bloß)",),
    "es": ("=no (solo|solamente|únicamente)",),
    "fr": ("=non seulement",),
    "hu": ("=nem (csak|csoda)",),
    "pl": ("=nie (tylko|dziwota)",),
    "ru": ("=не только",),
    "sw": ("=si (tu|hivyo tu)", "=sio tu"),
}
"""Negators that add rather than deny: their phrase counts for nothing."""


def senses(lexicon: Lexicon, roles: Collection[Role] = tuple(Role)) -> Iterator[Sense]:
    """Every word and phrase of a lexicon that has one of some roles.

    Raises CueSyntaxError for one that can't be read.
    """
    words = {source: value for source, value in lexicon.valence.items() if _is_words(source)}
    entries: dict[Role, Mapping[str, float]] = {
        Role.VALENCE: words,
        Role.BOOSTER: lexicon.boosters,
        Role.NEGATOR: dict.fromkeys(lexicon.negators, 0.0),
        Role.CONTRAST: dict.fromkeys(lexicon.contrast, 0.0),
        Role.CONJUNCTION: dict.fromkeys(lexicon.conjunctions, 0.0),
    }
    for role in roles:
        for source, value in entries[role].items():
            yield Sense(role, value, parse_cue(source))


def symbols(lexicon: Lexicon) -> dict[str, float]:
    """Emoji and emoticon -> valence: a lexicon may hold them among its words.

    Left out are emoticons that ``pieces`` does not see as one: "):" ends many a bracket.
    """
    bare = {_NUANCES.sub("", source): valence for source, valence in lexicon.valence.items()}
    return {
        source: valence
        for source, valence in bare.items()
        if not _is_words(source) and pieces(source) == [source]
    }


def _is_words(source: str) -> bool:
    """Whether an entry holds letters or digits beyond the one of ":D", ";P" and "<3"."""
    return sum(map(str.isalnum, source)) > any(mark in source for mark in ":;=<")


def additions(language: str) -> Iterator[Sense]:
    """The phrases of a language in which a negator denies nothing."""
    for source in NOT_NEGATING.get(language, ()):
        yield Sense(Role.VALENCE, 0.0, parse_cue(source))


def alphabet_of(lexicon: Lexicon) -> Alphabet:
    """A new alphabet for the language of a lexicon."""
    return Alphabet(stemmer=lexicon.stemmer, negation_prefixes=lexicon.negation_prefixes)


def matcher_of(entries: Iterable[Sense], alphabet: Alphabet) -> Matcher[Sense]:
    """A matcher for some of the entries of a lexicon."""
    return Matcher(((sense.cue, sense) for sense in entries), alphabet)


def chosen(matches: Iterable[Match[Sense]]) -> list[Match[Sense]]:
    """Those of a text that don't overlap: from the left, the longest first, then the most exact.

    They come as a matcher gives them, in the order of their starts.
    """
    picked: list[Match[Sense]] = []
    free_from = 0
    for match in matches:
        if match.start >= free_from:
            picked.append(match)
        elif match.start == picked[-1].start and _rank(match) < _rank(picked[-1]):
            picked[-1] = match
        free_from = picked[-1].end
    return picked


def _rank(match: Match[Sense]) -> tuple[object, ...]:
    return (-match.end, match.negated, match.value.rank)
