"""Why a brand, or everything, was left out of the comparison, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rivalscope.models import DaysRead, Excuse, Report


def excuse_texts(report: Report) -> tuple[str, ...]:
    """A sentence for each excuse of the report, in their order."""
    return tuple(excuse_text(report, excuse) for excuse in report.not_compared)


def excuse_text(report: Report, excuse: Excuse) -> str:
    """The sentence: no markup, not escaped."""
    words = Words(report.language)
    theirs, ours, needed = excuse.counts or (0, 0, 0)
    listed = _languages if excuse.platforms else _platforms
    return words(
        f"excuse-{excuse.id}",
        rival=brand_name(report, excuse.rival or ""),
        us=brand_name(report, report.us),
        platforms=_platforms(words, excuse.platforms),
        theirs=theirs if excuse.counts else listed(words, excuse.theirs),
        ours=ours if excuse.counts else listed(words, excuse.ours),
        needed=needed,
        window=words.days_text(report.window),
        days="; ".join(_days(words, report, excuse, one) for one in excuse.days),
    )


def _days(words: Words, report: Report, excuse: Excuse, one: DaysRead) -> str:
    platform, theirs = words.platform_name(one.platform), words.days_text(one.theirs)
    if excuse.id == "displaced":
        return words("days-of-one", platform=platform, days=theirs)
    return words(
        "days-of-both",
        platform=platform,
        theirs=theirs,
        us=brand_name(report, report.us),
        ours=words.days_text(one.ours),
    )


def _platforms(words: Words, platforms: Iterable[str]) -> str:
    return ", ".join(map(words.platform_name, platforms))


def _languages(_: Words, languages: Iterable[str]) -> str:
    return ", ".join(languages)
