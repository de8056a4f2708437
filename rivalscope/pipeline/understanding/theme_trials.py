"""Working on a theme pack: what it misses, and what an edit would change before it is used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal

from analysis.phrases import ReadText
from analysis.suggestions import suggestions
from analysis.themes.cues import parse_cue, parse_entry
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.settings import load_lexicons
from rivalscope.settings.trying import load_tried_pack
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from analysis.suggestions import Suggestion
    from rivalscope.models import ThemeMention, Verdict
    from rivalscope.pipeline.watch import Watch
    from rivalscope.settings import Settings

#: Texts of one language that phrases are looked for in; the first by id, which is a hash.
MOST_TEXTS = 20_000
EXAMPLES = 2
_STEP = 500

ChangeKind = Literal["gained", "lost", "turned"]
Cell = tuple[str, str]
"""Theme and language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One mention that a text would have more, or less, or with another polarity."""

    kind: ChangeKind
    before: ThemeMention | None
    after: ThemeMention | None

    @property
    def mention(self) -> ThemeMention:
        """What it is about: as it would be, or as it was where it would be no more."""
        found = self.after or self.before
        if found is None:
            message = "a change is about a mention"
            raise ValueError(message)
        return found


@dataclass(slots=True, kw_only=True)
class CellTrial:
    """What would change of one theme in one language."""

    before: int = 0
    """Mentions stored."""
    after: int = 0
    changed: Counter[ChangeKind] = field(default_factory=Counter)
    lost_right: int = 0
    """Of those lost or turned, how many somebody judged right."""
    lost_wrong: int = 0
    """Of those lost or turned, how many somebody judged wrong."""
    examples: dict[ChangeKind, list[Change]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a pack would change over the stored history."""

    stands_for: str
    """The file that was tried in the place of this one."""
    texts: int
    waiting: int
    """Texts not yet analyzed with what is in use now: what that changes is told as well."""
    cells: Mapping[Cell, CellTrial]
    """Only those where anything changes, sorted."""


def suggest(
    settings: Settings, *, languages: Sequence[str], count: int
) -> dict[str, tuple[Suggestion, ...]]:
    """Language -> phrases of negative texts that no theme knows, those that lean most first."""
    lexicons = load_lexicons(languages, own=settings.path.parent, check=parse_entry)
    names = [name for brand in settings.brands for name in (brand.name, *brand.aliases)]
    with existing(settings.database) as store:
        return {
            language: suggestions(
                [
                    ReadText(
                        body=one.text.body,
                        is_negative=one.sentiment == "negative",
                        covered=tuple((mention.start, mention.end) for mention in one.mentions),
                    )
                    for one in islice(store.tagged_texts.all(language=language), MOST_TEXTS)
                ],
                lexicons[language],
                brand_names=names,
                most=count,
            )
            for language in languages
        }


def try_pack(settings: Settings, file: Path, *, stands_for: str | None, watch: Watch) -> Trial:
    """Reads the whole history with *file* in the place of the one in use, and stores nothing.

    Raises ConfigurationError with every mistake in *file*.
    """
    tried = load_tried_pack(file, settings, stands_for=stands_for, check=parse_cue)
    understander = knowledge_of(settings, pack=tried.pack).understander
    cells: dict[Cell, CellTrial] = {}
    texts = 0
    with existing(settings.database) as store:
        waiting = len(store.reviews.to_understand(knowledge_of(settings).version))
        verdicts = store.corrections.verdicts()
        watch.stage("try", store.tagged_texts.count())
        for texts, one in enumerate(store.tagged_texts.all(), start=1):
            after = understander.understand(one.text).mentions
            for mention in one.mentions:
                _cell(cells, mention, one.language).before += 1
            for mention in after:
                _cell(cells, mention, one.language).after += 1
            for change in changes(one.mentions, after):
                cell = _cell(cells, change.mention, one.language)
                _note(cell, change, verdict=_verdict(verdicts, one.text.id, change))
            if texts % _STEP == 0:
                watch.step(f"{texts} texts", advance=_STEP)
    return Trial(
        stands_for=tried.stands_for,
        texts=texts,
        waiting=waiting,
        cells={key: cell for key, cell in sorted(cells.items()) if cell.changed},
    )


def changes(before: Sequence[ThemeMention], after: Sequence[ThemeMention]) -> Iterator[Change]:
    """What the second tagging of a text has more, less or otherwise than the first.

    Mentions of one theme that overlap are the same one: another cue may move its ends.
    """
    left = list(before)
    for mention in after:
        known = next((one for one in left if _is_same(one, mention)), None)
        if known is None:
            yield Change(kind="gained", before=None, after=mention)
            continue
        left.remove(known)
        if known.polarity != mention.polarity:
            yield Change(kind="turned", before=known, after=mention)
    for mention in left:
        yield Change(kind="lost", before=mention, after=None)


def _is_same(one: ThemeMention, other: ThemeMention) -> bool:
    return one.theme == other.theme and one.start < other.end and other.start < one.end


def _cell(cells: dict[Cell, CellTrial], mention: ThemeMention, language: str) -> CellTrial:
    return cells.setdefault((mention.theme, language), CellTrial())


def _note(cell: CellTrial, change: Change, *, verdict: Verdict | None) -> None:
    cell.changed[change.kind] += 1
    cell.lost_right += verdict == "right"
    cell.lost_wrong += verdict in {"wrong_theme", "wrong_polarity"}
    shown = cell.examples.setdefault(change.kind, [])
    if len(shown) < EXAMPLES:
        shown.append(change)


def _verdict(
    verdicts: Mapping[tuple[str, str, str], Verdict], review: str, change: Change
) -> Verdict | None:
    """What somebody said of the mention that would not be as it was."""
    if change.before is None:
        return None
    return verdicts.get((review, change.before.theme, change.before.quote))
