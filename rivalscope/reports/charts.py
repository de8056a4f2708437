"""Small SVG drawings, as strings: intervals on a shared scale, trend marks, a sentiment bar.

Positions are percentages, so a drawing fills the cell it stands in without being distorted; names
and figures stand beside it as text and can wrap. Colors are style sheet classes, so one drawing
serves light, dark and print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from rivalscope.reports.figures import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rivalscope.models import BrandReport, Finding
    from rivalscope.reports.rates import Direction
    from rivalscope.reports.wording import Words

_CEILINGS: Final = ((5, 1), (10, 2), (20, 5), (30, 10), (40, 10), (50, 10), (60, 20), (80, 20))
"""Ends of scales with the step between their lines."""
_FULL_SCALE: Final = (100, 25)
_ROW: Final = 22
"""Least height of a row in pixels; the mark stands in its middle, whatever its height."""
_ARROWS: Final = {"up": "M2 11 L8 3 L14 11 Z", "down": "M2 3 L14 3 L8 11 Z"}


def ceiling(findings: Iterable[Finding]) -> int:
    """The end of the shortest round scale, from 0 per 100, that holds all intervals."""
    highest = max((finding.rate.interval.high for finding in findings), default=0.0)
    return next((end for end, _ in _CEILINGS if end >= highest), _FULL_SCALE[0])


def interval_mark(words: Words, finding: Finding, *, name: str, ours: bool, end: int) -> Markup:
    """One brand's rate as a dot on its interval, over the scale's lines; dashed if too few.

    Ours is a filled dot, a rival's is hollow, so that the two differ in print too.
    """
    rate = finding.rate
    low, high, middle = (
        _percent(value, end) for value in (rate.interval.low, rate.interval.high, rate.per_100)
    )
    classes = f"mark {'ours' if ours else 'theirs'}{'' if finding.enough else ' few'}"
    return Markup(
        '<svg class="{classes}" role="img" width="100%" height="{height}">'
        "<title>{name}</title><desc>{description}</desc>{lines}"
        '<line class="interval" x1="{low}%" x2="{high}%" y1="50%" y2="50%"/>'
        '<circle class="rate" cx="{middle}%" cy="50%" r="4.5"/></svg>'
    ).format(
        classes=classes,
        height=_ROW,
        name=name,
        description=words.rate_text(rate),
        lines=_lines(end),
        low=low,
        high=high,
        middle=middle,
    )


def axis(end: int) -> Markup:
    """The figures under a column of interval marks; hidden from readers of the table."""
    texts = Markup("").join(
        Markup('<text x="{x}%" y="13" text-anchor="middle">{tick}</text>').format(
            x=_percent(tick, end), tick=tick
        )
        for tick in _ticks(end)
    )
    return Markup('<svg class="axis" aria-hidden="true" width="100%" height="18">{}</svg>').format(
        texts
    )


def trend_mark(direction: Direction, *, good: bool) -> Markup:
    """A triangle up or down, or a dash where there is no clear change; nothing if unknown.

    Decoration: the same stands beside it in words.
    """
    if direction == "none":
        return Markup("")
    if direction == "flat":
        return Markup(
            '<svg class="trend flat" aria-hidden="true" width="12" height="12" viewBox="0 0 16 14">'
            '<path d="M2 6 H14 V8 H2 Z"/></svg>'
        )
    return Markup(
        '<svg class="trend {tone}" aria-hidden="true" width="12" height="12" viewBox="0 0 16 14">'
        '<path d="{path}"/></svg>'
    ).format(tone="good" if good else "bad", path=_ARROWS[direction])


def sentiment_bar(words: Words, brand: BrandReport) -> Markup:
    """Positive, neutral and negative reviews as one bar; nothing where no review was judged."""
    parts = (
        ("positive", brand.positive),
        ("neutral", brand.neutral),
        ("negative", brand.negative),
    )
    total = sum(count for _, count in parts)
    if not total:
        return Markup("")
    start = 0
    pieces = []
    for name, count in parts:
        pieces.append(
            Markup('<rect class="{}" x="{}%" width="{}%" y="0" height="10"/>').format(
                name, _percent(start, total), _percent(count, total)
            )
        )
        start += count
    return Markup(
        '<svg class="sentiment" role="img" width="100%" height="10">'
        "<title>{title}</title><desc>{description}</desc>{pieces}</svg>"
    ).format(
        title=words("sentiment-of", brand=brand.name),
        description=words.sentiment_text(brand),
        pieces=Markup("").join(pieces),
    )


def _ticks(end: int) -> range:
    step = dict(_CEILINGS).get(end, _FULL_SCALE[1])
    return range(0, end + 1, step)


def _lines(end: int) -> Markup:
    return Markup("").join(
        Markup('<line class="grid" x1="{x}%" x2="{x}%" y1="0" y2="100%"/>').format(
            x=_percent(tick, end)
        )
        for tick in _ticks(end)
    )


def _percent(value: float, whole: float) -> str:
    """Position on a scale, kept inside it."""
    return decimal(min(max(value / whole, 0.0), 1.0) * 100, "en")
