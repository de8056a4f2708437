"""Which theme which brand's FAQ answers, against what its customers complain of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from analysis.faq.reading_ease import reading_ease
from analysis.gaps import NOT_FOR_A_FAQ
from rivalscope.models import FaqCell, FaqProfile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from rivalscope.models import Contradiction, FaqChange, FaqPair, Finding


def themes_to_cover(
    pairs: Iterable[FaqPair], complaints: Mapping[tuple[str, str], Finding]
) -> tuple[str, ...]:
    """Themes that some FAQ speaks of or enough customers complain of, the most complained first.

    Without those that no page of answers can settle.
    """
    told: dict[str, int] = defaultdict(int)
    for (_, theme), finding in complaints.items():
        told[theme] += finding.rate.n
    wanted = {theme for pair in pairs for theme in pair.themes}
    wanted |= {theme for (_, theme), finding in complaints.items() if finding.enough}
    return tuple(sorted(wanted - NOT_FOR_A_FAQ, key=lambda theme: (-told[theme], theme)))


def coverage(
    pairs: Sequence[FaqPair],
    *,
    themes: Sequence[str],
    brands: Sequence[str],
    read: Collection[str],
    contradictions: Iterable[Contradiction] = (),
) -> tuple[FaqCell, ...]:
    """A cell for every theme and brand, theme by theme; ``read`` are brands whose FAQ was read."""
    against = {(one.brand, one.theme) for one in contradictions}
    answering: dict[tuple[str, str], list[FaqPair]] = defaultdict(list)
    for pair in pairs:
        for theme in pair.themes:
            answering[pair.brand, theme].append(pair)
    cells = []
    for theme in themes:
        for brand in brands:
            found = answering.get((brand, theme), [])
            cells.append(
                FaqCell(
                    theme=theme,
                    brand=brand,
                    state="answered" if found else "open" if brand in read else "unread",
                    pairs=len(found),
                    changed_on=max(
                        (one.changed_on for one in found if one.changed_on), default=None
                    ),
                    contradicted=(brand, theme) in against,
                )
            )
    return tuple(cells)


def profiles(
    pairs: Sequence[FaqPair],
    changes: Sequence[FaqChange],
    *,
    brands: Sequence[str],
    read: Collection[str],
) -> tuple[FaqProfile, ...]:
    """How old, how fresh and how readable each brand's FAQ is."""
    return tuple(
        _profile(
            brand,
            [pair for pair in pairs if pair.brand == brand],
            [change for change in changes if change.brand == brand],
            read=brand in read,
        )
        for brand in brands
    )


def _profile(
    brand: str, pairs: Sequence[FaqPair], changes: Sequence[FaqChange], *, read: bool
) -> FaqProfile:
    seen = [pair.first_seen for pair in pairs]
    languages = sorted({pair.language for pair in pairs})
    ease = (
        reading_ease([pair.answer for pair in pairs if pair.language == language], language)
        for language in languages
    )
    return FaqProfile(
        brand=brand,
        read=read,
        pairs=len(pairs),
        first_seen=min(seen, default=None),
        newest=max(seen, default=None),
        last_changed=max((change.on for change in changes), default=None),
        ease=tuple(one for one in ease if one),
    )
