"""The cues of a theme pack as they stand in a text: the longest of each theme at each place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from analysis.themes.cues import Cue, parse_cue
from analysis.themes.matcher import Match, Matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rivalscope.models import Lexicon, ThemePack


class ClueKind(IntEnum):
    """What a cue says; where two say different things of one place, the lower one is believed."""

    EXCLUDE = 0
    COMPLAINT = 1
    PRAISE = 2
    TOPIC = 3


@dataclass(frozen=True, slots=True)
class ThemeCue:
    """One cue of one theme."""

    theme: str
    kind: ClueKind
    cue: Cue


@dataclass(frozen=True, slots=True)
class Clue:
    """A cue in a text; ``start`` and ``end`` count its pieces."""

    theme: str
    kind: ClueKind
    start: int
    end: int
    negated: bool


def theme_matcher(pack: ThemePack, lexicon: Lexicon) -> Matcher[ThemeCue]:
    """A matcher for all cues of a pack in the language of a lexicon; raises CueSyntaxError."""
    return Matcher(
        ((cue.cue, cue) for cue in _theme_cues(pack, lexicon.language)),
        stemmer=lexicon.stemmer,
        negation_prefixes=lexicon.negation_prefixes,
    )


def clues(matches: Iterable[Match[ThemeCue]]) -> list[Clue]:
    """What is left of all matches, in the order of the text.

    Within one theme no two overlap: an exclusion takes what it touches, unless a cue says all of it
    and more; then the longest wins, then the one without a negation prefix, then the more exact.
    """
    by_theme = attrgetter("value.theme")
    kept: list[Match[ThemeCue]] = []
    for _, of_theme in groupby(sorted(matches, key=by_theme), key=by_theme):
        kept += _longest(_allowed(list(of_theme)))
    kept.sort(key=lambda match: (match.start, match.end, match.value.theme))
    return [
        Clue(match.value.theme, match.value.kind, match.start, match.end, match.negated)
        for match in kept
    ]


def _theme_cues(pack: ThemePack, language: str) -> Iterator[ThemeCue]:
    for theme in pack.themes:
        cues = theme.cues.get(language)
        if cues is None:
            continue
        for kind, sources in (
            (ClueKind.EXCLUDE, cues.exclude),
            (ClueKind.COMPLAINT, cues.complaint),
            (ClueKind.PRAISE, cues.praise),
            (ClueKind.TOPIC, cues.topic),
        ):
            for source in sources:
                yield ThemeCue(theme.id, kind, parse_cue(source))


def _allowed(matches: list[Match[ThemeCue]]) -> list[Match[ThemeCue]]:
    exclusions: dict[int, list[Match[ThemeCue]]] = {}
    for match in matches:
        if match.value.kind is ClueKind.EXCLUDE:
            for place in range(match.start, match.end):
                exclusions.setdefault(place, []).append(match)
    return [
        match
        for match in matches
        if match.value.kind is not ClueKind.EXCLUDE
        and not any(
            _excludes(exclusion, match)
            for place in range(match.start, match.end)
            for exclusion in exclusions.get(place, ())
        )
    ]


def _excludes(exclusion: Match[ThemeCue], match: Match[ThemeCue]) -> bool:
    """Whether one of two overlapping matches excludes the other, or is part of what it says."""
    inside = match.start <= exclusion.start and exclusion.end <= match.end
    return not (inside and match.length > exclusion.length)


def _longest(matches: list[Match[ThemeCue]]) -> list[Match[ThemeCue]]:
    kept: list[Match[ThemeCue]] = []
    taken: set[int] = set()
    for match in sorted(matches, key=_rank):
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return kept


def _rank(match: Match[ThemeCue]) -> tuple[object, ...]:
    cue = match.value
    return (-match.length, match.negated, cue.kind, cue.cue.looseness, match.start, cue.cue.source)
