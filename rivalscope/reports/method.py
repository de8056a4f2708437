"""The method box: thresholds, versions, who decides the sentiment, and how right the tagging is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.models import MethodLine
from rivalscope.reports import figures
from rivalscope.reports.wording import Words, theme_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rivalscope.models import Lesson, Report, ThemePrecision, Verdict


def method_texts(report: Report) -> tuple[tuple[str, str], ...]:
    """What, and its value, for each line of the report."""
    return tuple(method_text(report, line) for line in report.method)


def method_text(report: Report, line: MethodLine) -> tuple[str, str]:
    """The same of one line of *report*."""
    words = Words(report.language)
    return line_text(words, _with_precision(words, report, line))


def line_text(words: Words, line: MethodLine) -> tuple[str, str]:
    """``("window", "90 days")``."""
    name = f"method-{line.id}"
    return words(name, **line.values), words(f"{name}.value", **line.values)


def lesson_line(lesson: Lesson) -> MethodLine:
    """Who decides the sentiment of a language after an attempt to learn it, on what grounds."""
    found = lesson.figures
    known: dict[str, str | float] = {
        "language": lesson.language,
        "first": found.first,
        "rows": found.rows,
        "day": lesson.learned_at.date().isoformat(),
    }
    if found.learned_f1 is None or found.lexicon_f1 is None:
        sizes = {"negative": found.negative, "positive": found.positive}
        return MethodLine(id="too_few_stars", values=known | sizes)
    known |= {
        "learned_f1": found.learned_f1,
        "first_f1": found.lexicon_f1,
        "unit": found.held_back or "reviews",
    }
    if found.accepted:
        return MethodLine(id="learned", values=known | {"engine": lesson.engine or ""})
    return MethodLine(id="no_better", values=known)


def precision_line(language: str) -> MethodLine:
    """How right mentions in a language are; the figures are those of ``Report.precision``."""
    return MethodLine(id="precision", values={"language": language})


def correction_lines(verdicts: Mapping[Verdict, int]) -> Iterator[MethodLine]:
    """What judgments change in the figures; nothing where they change nothing."""
    wrong, turned = verdicts.get("wrong_theme", 0), verdicts.get("wrong_polarity", 0)
    if wrong or turned:
        yield MethodLine(id="corrected", values={"wrong": wrong, "turned": turned})


def precision_text(words: Words, one: ThemePrecision) -> str:
    """``92% (interval 81% to 97%, n=50)``, with a word on answers that are older."""
    if one.share is None or one.interval is None:
        return words("not-measured")
    share, low, high = (
        figures.percent(figure, words.language)
        for figure in (one.share, one.interval.low, one.interval.high)
    )
    if one.earlier:
        return words(
            "precision-earlier", share=share, low=low, high=high, n=one.judged, earlier=one.earlier
        )
    return words("precision", share=share, low=low, high=high, n=one.judged)


def _with_precision(words: Words, report: Report, line: MethodLine) -> MethodLine:
    """The line with every theme measured, and how many are not, if it is about them."""
    if line.id != "precision":
        return line
    known = [one for one in report.precision if one.language == line.values["language"]]
    measured = [
        words(
            "theme-precision",
            theme=theme_label(report, one.theme),
            precision=precision_text(words, one),
        )
        for one in known
        if one.judged
    ]
    missing = len(known) - len(measured)
    if measured and missing:
        measured.append(words("themes-not-measured", count=missing))
    themes = "; ".join(measured) or words("not-measured")
    return MethodLine(id=line.id, values={**line.values, "themes": themes})
