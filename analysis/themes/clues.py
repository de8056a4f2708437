"""The cues of a theme pack as they stand in a text: the longest of each theme at each place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from analysis.themes.automaton import NO_DENYING, Denying
from analysis.themes.cues import Cue, parse_cue
from analysis.themes.matcher import Match, Matcher
from analysis.themes.overlaps import longest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.themes.alphabet import Alphabet
    from rivalscope.models import CueKind, ThemePack


class ClueKind(IntEnum):
    """What a cue says; where two say different things of one place, the lower one is believed."""

    EXCLUDE = 0
    COMPLAINT = 1
    PRAISE = 2
    TOPIC = 3


KINDS: Mapping[ClueKind, CueKind] = {
    ClueKind.COMPLAINT: "complaint",
    ClueKind.PRAISE: "praise",
    ClueKind.TOPIC: "topic",
}
"""What a cue that is believed says, by name."""


@dataclass(frozen=True, slots=True)
class ThemeCue:
    """One cue of one theme."""

    theme: str
    kind: ClueKind
    cue: Cue
    rank: tuple[int, tuple[int, int]] = field(init=False, repr=False, compare=False)
    """Sorts the cue to be believed before the others of as many words."""

    def __post_init__(self) -> None:
        rank = (int(self.kind), self.cue.looseness)
        object.__setattr__(self, "rank", rank)  # the way into a frozen instance


class Clue(NamedTuple):
    """A cue in a text; ``start`` and ``end`` count its pieces."""

    theme: str
    kind: ClueKind
    start: int
    end: int
    negated: bool


def theme_matcher(
    pack: ThemePack, language: str, alphabet: Alphabet, *, denying: Denying = NO_DENYING
) -> Matcher[ThemeCue]:
    """A matcher for all cues of a pack in a language; raises CueSyntaxError."""
    cues = ((cue.cue, cue) for cue in _theme_cues(pack, language))
    return Matcher(cues, alphabet, denying=denying)


def clues(matches: Iterable[Match[ThemeCue]]) -> list[Clue]:
    """What is left of all matches, in the order of the text.

    Within one theme no two overlap: an exclusion takes what it touches, unless a cue says all of it
    and more; then the longest wins, then the one without a negation prefix, then the more exact.
    """
    kept = [
        Clue(match.value.theme, match.value.kind, match.start, match.end, match.negated)
        for match in believed(matches)
    ]
    return sorted(kept, key=_place)


def believed(matches: Iterable[Match[ThemeCue]]) -> Iterator[Match[ThemeCue]]:
    """The matches that clues are made of, with the cue of each; theme by theme."""
    by_theme: dict[str, list[Match[ThemeCue]]] = {}
    for match in matches:
        by_theme.setdefault(match.value.theme, []).append(match)
    for of_theme in by_theme.values():
        yield from _believed(of_theme)


_place = attrgetter("start", "end", "theme")


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


def _believed(matches: list[Match[ThemeCue]]) -> list[Match[ThemeCue]]:
    """What is left of the matches of one theme."""
    if len(matches) == 1:
        return matches if matches[0].value.kind is not ClueKind.EXCLUDE else []
    return longest(_allowed(matches), rank=_rank)


def _allowed(matches: list[Match[ThemeCue]]) -> list[Match[ThemeCue]]:
    exclusions: dict[int, list[Match[ThemeCue]]] = {}
    for match in matches:
        if match.value.kind is ClueKind.EXCLUDE:
            for place in range(match.start, match.end):
                exclusions.setdefault(place, []).append(match)
    if not exclusions:
        return matches
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


def _rank(match: Match[ThemeCue]) -> tuple[object, ...]:
    start, end, cue, negated = match
    return (start - end, negated, cue.rank, start, cue.cue.source)
