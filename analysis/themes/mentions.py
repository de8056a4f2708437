"""Tag a text: each clause that speaks of a theme becomes a quoted mention with its polarity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.lazy import Lazy
from analysis.sentiment.scale import MAX_CHARACTERS
from analysis.themes.clauses import Bounds, clauses, inner_places
from analysis.themes.clues import KINDS, Clue, ClueKind, believed, clues, theme_matcher
from analysis.themes.negation import Grammar, denying_words
from analysis.themes.passage import Range
from analysis.themes.polarity import Verdict, Verdicts, in_line, polar_verdict, topic_verdict
from analysis.themes.quotes import quoted_span
from analysis.themes.reading import Reading
from rivalscope.models import FoundCue, ThemeMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.sentiment.scale import SentimentEngine
    from rivalscope.models import Lexicon, Text, ThemePack

Place = tuple[Range, str]
"""A clause and a theme: at most one mention stands there."""


class Tagger:
    """Finds the themes of one pack in every language that has a lexicon and an engine."""

    def __init__(
        self,
        pack: ThemePack,
        lexicons: Mapping[str, Lexicon],
        *,
        engines: Mapping[str, SentimentEngine],
    ) -> None:
        self._languages = Lazy(
            lexicons,
            lambda code: _LanguageTagger(pack, lexicons[code], engine=engines[code]),
        )

    def mentions(
        self, text: Text, language: str, *, score: float | None = None
    ) -> tuple[ThemeMention, ...]:
        """Mentions in the order of the text: one per theme and clause, none in another language.

        ``body[start:end] == quote`` for each. Only the first 5,000 characters are read. ``score``
        is the engine's of the whole text, where it is known.
        """
        tagger = self._languages.get(language)
        return tuple(tagger.mentions(text, score)) if tagger else ()

    def cues(self, body: str, language: str) -> tuple[FoundCue, ...]:
        """The cues that mentions of a text are made of, in its order."""
        tagger = self._languages.get(language)
        return tuple(tagger.cues(body)) if tagger else ()


class _LanguageTagger:
    """Tags the texts of one language."""

    def __init__(self, pack: ThemePack, lexicon: Lexicon, *, engine: SentimentEngine) -> None:
        self._alphabet = engine.alphabet
        self._matcher = theme_matcher(
            pack, lexicon.language, self._alphabet, denying=denying_words(lexicon)
        )
        self._grammar = Grammar(lexicon, self._alphabet)
        self._engine = engine

    def mentions(self, text: Text, score: float | None) -> list[ThemeMention]:
        passage = self._alphabet.passage(text.body[:MAX_CHARACTERS])
        matches = self._matcher.matches(passage.letters)
        found = clues(matches) if matches else []
        if not found:
            return []
        reading = Reading(
            passage,
            stars=text.stars,
            structure=self._grammar.structure(passage.letters),
            clues=found,
            engine=self._engine,
            score=score,
        )
        return self._tagged(reading)

    def cues(self, body: str) -> list[FoundCue]:
        passage = self._alphabet.passage(body[:MAX_CHARACTERS])
        found = [
            FoundCue(
                theme=match.value.theme,
                kind=KINDS[match.value.kind],
                cue=match.value.cue.source,
                start=passage.place(match.start)[0],
                end=passage.place(match.end - 1)[1],
            )
            for match in believed(self._matcher.matches(passage.letters))
        ]
        return sorted(found, key=lambda one: (one.start, one.end, one.theme))

    def _tagged(self, reading: Reading) -> list[ThemeMention]:
        polar = Verdicts(
            [
                polar_verdict(clue, negated=self._grammar.denies(clue, reading))
                for clue in reading.clues
                if clue.kind is not ClueKind.TOPIC
            ]
        )
        bounds = _turned(clauses(reading.stretches, reading.entries, reading.clues), polar)
        groups = _grouped(reading.clues, bounds)
        said = [
            polar.first_of(members)
            or topic_verdict(members[0], reading, clause=clause, polar=polar)
            for (clause, _), members in groups.items()
        ]
        mentions = [
            _mention(verdict, reading, clause=clause, clues=members)
            for verdict, ((clause, _), members) in zip(in_line(said), groups.items(), strict=True)
        ]
        return sorted(mentions, key=lambda mention: (mention.start, mention.theme))


def _turned(bounds: Bounds, polar: Verdicts) -> Bounds:
    """Clauses divided where one theme is praised and blamed in one of them."""
    if len({verdict.polarity for verdict in polar.all}) <= 1:
        return bounds
    last: dict[Place, str] = {}
    turns: set[int] = set()
    for verdict in polar.all:
        place = (bounds.around(verdict.clue.start), verdict.clue.theme)
        if last.get(place, verdict.polarity) != verdict.polarity:
            turns.add(verdict.clue.start)
        last[place] = verdict.polarity
    if not turns:
        return bounds
    return bounds.divided(turns - inner_places(verdict.clue for verdict in polar.all))


def _grouped(found: Sequence[Clue], bounds: Bounds) -> dict[Place, list[Clue]]:
    """The clues of each theme in each clause, in the order of the text."""
    groups: dict[Place, list[Clue]] = {}
    for clue in found:
        groups.setdefault((bounds.around(clue.start), clue.theme), []).append(clue)
    return groups


def _mention(
    verdict: Verdict, reading: Reading, *, clause: Range, clues: list[Clue]
) -> ThemeMention:
    deciding = (verdict.clue.start, verdict.clue.end)
    start, end = quoted_span(reading, clause, core=deciding, end=max(clue.end for clue in clues))
    return ThemeMention(
        theme=verdict.clue.theme,
        polarity=verdict.polarity,
        start=start,
        end=end,
        quote=reading.passage.text[start:end],
        rule=verdict.rule,
    )
