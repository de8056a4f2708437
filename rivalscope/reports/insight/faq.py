"""Coverage, contradictions, changes and freshness of FAQs, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rivalscope.reports.insight.blocks import Cell, Grid, Quotes, Row
from rivalscope.reports.outline import brands
from rivalscope.reports.wording import brand_name, theme_label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rivalscope.models import FaqCell, FaqProfile, ReadingEase, Report
    from rivalscope.models.insight import Ease
    from rivalscope.reports.insight.blocks import Block
    from rivalscope.reports.insight.say import Say

_FORMULAS: Final[Mapping[Ease, str]] = {
    "flesch": "Flesch 1948",
    "amstad": "Amstad 1978",
    "szigriszt_pazos": "Szigriszt Pazos 1993",
    "kandel_moles": "Kandel & Moles 1958",
    "oborneva": "Oborneva 2006",
    "bendova_cinkova": "Bendová & Cinková 2021",
}
"""Names, the same in every language."""
_TONES: Final = {"answered": "good1", "open": "bad1", "unread": ""}


def faq_blocks(report: Report, say: Say) -> tuple[Block, ...]:
    """All of them, in order."""
    against = report.insight.faq.contradictions
    return (
        _coverage(report, say),
        _contradictions(report, say),
        Quotes(quotes=tuple(dict.fromkeys(quote for one in against for quote in one.quotes))[:3]),
        _changes(report, say),
        _policies(report, say),
        _profiles(report, say),
    )


def _coverage(report: Report, say: Say) -> Grid:
    faq = report.insight.faq
    found = {(cell.theme, cell.brand): cell for cell in faq.coverage}
    shown = [one.slug for one in brands(report) if any(c.brand == one.slug for c in faq.coverage)]
    return Grid(
        id="faq-coverage",
        title=say("faq-coverage"),
        about=say("faq-coverage-about"),
        head=(say("insight-theme"), *(brand_name(report, slug) for slug in shown)),
        rows=tuple(
            Row(
                name=theme_label(report, theme),
                cells=tuple(_state(found[theme, slug], say) for slug in shown),
            )
            for theme in faq.themes
        ),
        nothing=say("insight-nothing"),
        is_map=True,
    )


def _state(cell: FaqCell, say: Say) -> Cell:
    text = say("faq-state", state=cell.state)
    if cell.state == "answered":
        text = say("faq-answered", count=cell.pairs)
    notes = [say("faq-changed", date=cell.changed_on.isoformat())] if cell.changed_on else []
    notes += [say("faq-against")] if cell.contradicted else []
    tone = "warn" if cell.contradicted else _TONES[cell.state]
    return Cell(text=text, notes=tuple(notes), tone=tone)


def _contradictions(report: Report, say: Say) -> Grid:
    return Grid(
        id="faq-contradictions",
        title=say("faq-contradictions"),
        about=say("faq-contradictions-about"),
        head=(
            say("insight-brand"),
            say("insight-theme"),
            say("faq-promise"),
            say("faq-complaints"),
        ),
        rows=tuple(
            Row(
                name=brand_name(report, one.brand),
                cells=(
                    Cell(text=theme_label(report, one.theme)),
                    Cell(text=one.sentence, link=one.url, is_quoted=True),
                    Cell(text=say.short_rate(one.finding.rate)),
                ),
            )
            for one in report.insight.faq.contradictions
        ),
        nothing=say("faq-no-contradiction"),
    )


def _changes(report: Report, say: Say) -> Grid:
    return Grid(
        id="faq-changes",
        title=say("faq-changes"),
        about=say("faq-changes-about"),
        head=(
            say("faq-day"),
            say("insight-brand"),
            say("faq-question"),
            say("faq-before"),
            say("faq-now"),
        ),
        rows=tuple(
            Row(
                name=one.on.isoformat(),
                cells=(
                    Cell(text=brand_name(report, one.brand)),
                    Cell(text=one.question, is_quoted=True),
                    _words(one.before, say("faq-new")),
                    _words(one.after, say("faq-gone"), link=one.url),
                ),
            )
            for one in report.insight.faq.changes
        ),
        nothing=say("faq-no-change"),
    )


def _policies(report: Report, say: Say) -> Grid:
    return Grid(
        id="faq-policies",
        title=say("faq-policies"),
        about=say("faq-policies-about"),
        head=(
            say("faq-day"),
            say("insight-brand"),
            say("faq-promise"),
            say("faq-before"),
            say("faq-now"),
        ),
        rows=tuple(
            Row(
                name=one.on.isoformat(),
                cells=(
                    Cell(text=brand_name(report, one.brand)),
                    Cell(text=say("signal-kind", kind=one.kind)),
                    _words(one.before, say("channel-none")),
                    Cell(text=one.after, notes=(one.sentence,), link=one.url, is_quoted=True),
                ),
            )
            for one in report.insight.policies
        ),
        nothing=say("faq-no-policy"),
    )


def _words(text: str | None, absent: str, *, link: str | None = None) -> Cell:
    if text is None:
        return Cell(text=absent, link=link)
    return Cell(text=text, link=link, is_quoted=True)


def _profiles(report: Report, say: Say) -> Grid:
    return Grid(
        id="faq-profiles",
        title=say("faq-profiles"),
        about=say("faq-profiles-about"),
        head=(
            say("insight-brand"),
            say("faq-pairs"),
            say("faq-first"),
            say("faq-newest"),
            say("faq-last"),
            say("faq-ease"),
        ),
        rows=tuple(
            Row(name=brand_name(report, one.brand), cells=_profile(one, say))
            for one in report.insight.faq.profiles
        ),
        nothing=say("insight-nothing"),
    )


def _profile(profile: FaqProfile, say: Say) -> tuple[Cell, ...]:
    unread = say("faq-state", state="unread")
    pairs = str(profile.pairs) if profile.read or profile.pairs else unread
    return (
        Cell(text=pairs),
        _day(profile.first_seen, say),
        _day(profile.newest, say),
        _day(profile.last_changed, say),
        Cell(text="; ".join(_ease(one, say) for one in profile.ease) or unread),
    )


def _day(day: date | None, say: Say) -> Cell:
    return Cell(text=day.isoformat() if day else say("faq-never"))


def _ease(ease: ReadingEase, say: Say) -> str:
    if ease.score is not None:
        score, formula = say.number(ease.score), _FORMULAS[ease.formula]
        return say(
            "ease-score", language=ease.language, score=score, formula=formula, words=ease.words
        )
    plain = {
        "language": ease.language,
        "per_sentence": say.number(ease.words_per_sentence),
        "long": say.number(ease.long_words),
    }
    if ease.formula == "plain":
        return say("ease-plain", **plain)
    return say("ease-few", words=ease.words, **plain)
