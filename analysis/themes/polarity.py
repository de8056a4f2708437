"""Which way a clue points: the theme's own say first, unless denied, then the feeling around it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from analysis.themes.clues import Clue, ClueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analysis.themes.passage import Range
    from analysis.themes.reading import Reading
    from rivalscope.models import Polarity

SATISFIED_FROM = 0.8
DISSATISFIED_TO = 0.4
"""Stars as a share of their maximum: four of five praise, two complain, three say nothing."""


_FAR_RULES = frozenset({"neighbor", "name", "sentence", "text", "stars", "none"})
"""Rules by which something else decided than what is felt in the rest of the clause."""

_SIGNS: Mapping[Polarity, int] = {"positive": 1, "neutral": 0, "negative": -1}


class Verdict(NamedTuple):
    """What a clue says, and the rule that decided."""

    clue: Clue
    polarity: Polarity
    rule: str


class Verdicts:
    """Verdicts in the order of the text."""

    def __init__(self, verdicts: list[Verdict]) -> None:
        self.all = verdicts
        self._starts = [verdict.clue.start for verdict in verdicts]
        self._by_place = {(verdict.clue.start, verdict.clue.theme): verdict for verdict in verdicts}

    def first_of(self, clues: Iterable[Clue]) -> Verdict | None:
        """The verdict on the first of some clues that has one; None where none has."""
        for clue in clues:
            verdict = self._by_place.get((clue.start, clue.theme))
            if verdict is not None:
                return verdict
        return None

    def agreed(self, part: Range) -> Polarity:
        """What those in a part of the text agree on; neutral where they don't, or none are."""
        first, last = (bisect_left(self._starts, place) for place in part)
        said = {verdict.polarity for verdict in self.all[first:last]}
        return said.pop() if len(said) == 1 else "neutral"


def polar_verdict(clue: Clue, *, negated: bool) -> Verdict:
    """What a complaint or praise cue says, negated or not."""
    if negated:
        return Verdict(
            clue, "positive" if clue.kind is ClueKind.COMPLAINT else "negative", "negated_cue"
        )
    if clue.kind is ClueKind.COMPLAINT:
        return Verdict(clue, "negative", "complaint_cue")
    return Verdict(clue, "positive", "praise_cue")


def topic_verdict(clue: Clue, reading: Reading, *, clause: Range, polar: Verdicts) -> Verdict:
    """What is felt about a topic: the first opinion that is one, else neutral."""
    for polarity, rule in _opinions(clue, reading, clause=clause, polar=polar):
        if polarity != "neutral":
            return Verdict(clue, polarity, rule)
    return Verdict(clue, "neutral", "none")


def in_line(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """*verdicts* of one text; a topic that nothing near it tells takes its theme's majority.

    What another theme's cue says, what the topic's own name sounds like, and what is felt in the
    whole sentence or text may be about something else; what the text says of the same theme
    elsewhere is not.
    """
    if len(verdicts) == 1:
        return list(verdicts)
    balance: Counter[str] = Counter()
    for verdict in verdicts:
        if verdict.rule not in _FAR_RULES:
            balance[verdict.clue.theme] += _SIGNS[verdict.polarity]
    return [
        verdict._replace(
            polarity="positive" if balance[verdict.clue.theme] > 0 else "negative", rule="theme"
        )
        if verdict.rule in _FAR_RULES and balance[verdict.clue.theme]
        else verdict
        for verdict in verdicts
    ]


def _opinions(
    clue: Clue, reading: Reading, *, clause: Range, polar: Verdicts
) -> Iterator[tuple[Polarity, str]]:
    """What might decide on a topic, the nearest first, worked out only as far as it is asked.

    The name of a topic says nothing about it ("customer care"), so the rest of its clause and the
    other themes' cues in it come before the clause as a whole.
    """
    yield reading.felt_without(clue, clause), "clause"
    yield polar.agreed(clause), "neighbor"
    yield reading.felt(clause), "name"
    sentence = reading.sentences.around(clue.start)
    yield reading.felt(sentence), "sentence"
    yield polar.agreed(sentence), "sentence"
    yield reading.felt_overall, "text"
    yield polarity_of_stars(reading.stars), "stars"


def polarity_of_stars(stars: float | None) -> Polarity:
    """What a rating as a share of its maximum says, neutral in the middle."""
    if stars is None or DISSATISFIED_TO < stars < SATISFIED_FROM:
        return "neutral"
    return "positive" if stars >= SATISFIED_FROM else "negative"
