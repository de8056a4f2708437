"""How right the tagging is, and what was put right by hand, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rivalscope.models import ThemePrecision, Verdict

NOT_MEASURED = "not measured"


def precision_text(one: ThemePrecision) -> str:
    """``92 % (interval 81-97 %, n=50)``, with a word on answers that are older."""
    if one.share is None or one.interval is None:
        return NOT_MEASURED
    older = f", {one.earlier} of them about an earlier tagging" if one.earlier else ""
    share, low, high = (100 * figure for figure in (one.share, one.interval.low, one.interval.high))
    return f"{share:.0f} % (interval {low:.0f}-{high:.0f} %, n={one.judged}{older})"


def precision_lines(
    precision: Sequence[ThemePrecision], languages: Iterable[str], labels: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """A line of the method box a language: every theme measured, and how many are not."""
    for language in languages:
        known = [one for one in precision if one.language == language]
        measured = [
            f"{labels.get(one.theme, one.theme)} {precision_text(one)}"
            for one in known
            if one.judged
        ]
        missing = len(known) - len(measured)
        if measured and missing:
            measured.append(f"{missing} other themes {NOT_MEASURED}")
        yield f"right mentions, {language}", "; ".join(measured) or NOT_MEASURED


def correction_lines(verdicts: Mapping[Verdict, int]) -> Iterator[tuple[str, str]]:
    """What judgments change in the figures; nothing where they change nothing."""
    wrong, turned = verdicts.get("wrong_theme", 0), verdicts.get("wrong_polarity", 0)
    if wrong or turned:
        yield "corrected by hand", f"{wrong} mentions not counted, {turned} with another polarity"
