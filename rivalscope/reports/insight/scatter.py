"""Volume against satisfaction, one point a brand with its interval, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rivalscope.models import Position

Point = tuple[str, bool, "Position"]
"""Name, whether it is us, and where it stands."""

_HEIGHT: Final = 300
_TOP: Final = 12
_BOTTOM: Final = 264
_LEFT: Final = 8.0
_RIGHT: Final = 96.0
_LABEL: Final = 15
"""Height of a label in pixels."""
_LONGEST: Final = 18
_NAMED: Final = 8
"""Points up to which each bears its name; more are numbered as in the table."""
_CEILINGS: Final = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000)


def scatter(
    points: Sequence[Point],
    *,
    title: str,
    across: str,
    up: str,
    number: Callable[[float], str],
) -> Markup:
    """The drawing; positions across are percentages, so that it fits every width.

    Ours is a filled dot, a rival's is hollow. *number* prints a figure.
    """
    end = _ceiling(points)
    labels = _label_heights(points)
    lines = "; ".join(
        f"{name}: {number(one.per_30_days)}, {number(one.content.per_100)} "
        f"({number(one.content.interval.low)}-{number(one.content.interval.high)})"
        for name, _, one in points
    )
    marks = Markup("").join(
        _mark(point, _label(point, index, len(points)), end=end, label_at=labels[index])
        for index, point in enumerate(points)
    )
    return Markup(
        '<svg class="scatter" role="img" width="100%" height="{height}"><title>{title}</title>'
        "<desc>{across} / {up}: {lines}</desc>{grid}{marks}"
        '<text class="axis-name" x="{right}%" y="{foot}" text-anchor="end">{across}</text>'
        '<text class="axis-name" x="0" y="{top}">{up}</text></svg>'
    ).format(
        height=_HEIGHT,
        title=title,
        across=across,
        up=up,
        lines=lines,
        grid=_grid(end, number),
        marks=marks,
        right=_RIGHT,
        foot=_HEIGHT - 2,
        top=10,
    )


def _ceiling(points: Sequence[Point]) -> int:
    most = max((one.per_30_days for _, _, one in points), default=0.0)
    return next((end for end in _CEILINGS if end >= most), _CEILINGS[-1])


def _x(per_month: float, end: int) -> float:
    share = min(per_month / end, 1.0)
    return round(_LEFT + share * (_RIGHT - _LEFT), 2)


def _y(per_100: float) -> float:
    return round(_BOTTOM - per_100 / 100 * (_BOTTOM - _TOP - 10), 1)


def _label(point: Point, index: int, count: int) -> str:
    name = point[0]
    if count > _NAMED:
        return str(index + 1)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}\u2026"


def _label_heights(points: Sequence[Point]) -> list[float]:
    """Where each label stands: at its point, moved up where it would cover another one."""
    heights = [0.0] * len(points)
    last = float(_HEIGHT)
    for index in sorted(range(len(points)), key=lambda i: -_y(points[i][2].content.per_100)):
        last = min(_y(points[index][2].content.per_100) + 4, last - _LABEL)
        heights[index] = round(last, 1)
    return heights


def _mark(point: Point, label: str, *, end: int, label_at: float) -> Markup:
    name, ours, one = point
    x = _x(one.per_30_days, end)
    left = x > (_LEFT + _RIGHT) / 2
    return Markup(
        '<g class="mark {whose}"><title>{name}</title>'
        '<line class="interval" x1="{x}%" x2="{x}%" y1="{low}" y2="{high}"/>'
        '<circle class="rate" cx="{x}%" cy="{y}" r="5.5"/>'
        '<text x="{x}%" y="{at}" dx="{shift}" text-anchor="{anchor}">{label}</text></g>'
    ).format(
        whose="ours" if ours else "theirs",
        name=name,
        x=x,
        y=_y(one.content.per_100),
        low=_y(one.content.interval.low),
        high=_y(one.content.interval.high),
        at=label_at,
        shift=-11 if left else 11,
        anchor="end" if left else "start",
        label=label,
    )


def _grid(end: int, number: Callable[[float], str]) -> Markup:
    lines = []
    for per_100 in (0, 25, 50, 75, 100):
        lines.append(
            Markup(
                '<line class="grid" x1="{left}%" x2="{right}%" y1="{y}" y2="{y}"/>'
                '<text x="{at}%" y="{base}" text-anchor="end">{tick}</text>'
            ).format(
                left=_LEFT,
                right=_RIGHT,
                y=_y(per_100),
                at=_LEFT - 1,
                base=_y(per_100) + 4,
                tick=per_100,
            )
        )
    for quarter in (0, 1, 2, 3, 4):
        value = end * quarter / 4
        lines.append(
            Markup('<text x="{x}%" y="{y}" text-anchor="middle">{tick}</text>').format(
                x=_x(value, end), y=_BOTTOM + 16, tick=number(value).removesuffix(".0")
            )
        )
    return Markup("").join(lines)
