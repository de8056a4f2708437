"""Volume against satisfaction, one point a brand with its interval, as SVG."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
_TURN: Final = 70.0
"""Where across a label begins to stand left of its point."""
_NAMED: Final = 8
"""Points up to which each bears its name; more are numbered as in the table."""
_STEPS: Final = (1, 2, 5, 10)


class _Scale(NamedTuple):
    """A run of values with the step between its lines."""

    low: float
    high: float
    step: float

    @classmethod
    def around(cls, values: Iterable[float]) -> _Scale:
        """Round ends around the values, with two to five steps between them."""
        known = list(values)
        low, high = min(known), max(known)
        rough = max(high - low, high / 10, 1e-9) / 3
        power = 10.0 ** floor(log10(rough))
        step = next(one * power for one in _STEPS if one * power >= rough)
        first = floor(low / step)
        return cls(first * step, max(ceil(high / step), first + 1) * step, step)

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * index for index in range(count + 1)]

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)


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
    axes = _axes(points)
    labels = _label_heights(points, axes)
    lines = "; ".join(
        f"{name}: {number(one.per_30_days)}, {number(one.content.per_100)} "
        f"({number(one.content.interval.low)}-{number(one.content.interval.high)})"
        for name, _, one in points
    )
    marks = Markup("").join(
        _mark(point, _label(point, index, len(points)), axes=axes, label_at=labels[index])
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
        grid=_grid(axes, number),
        marks=marks,
        right=_RIGHT,
        foot=_HEIGHT - 2,
        top=10,
    )


def _axes(points: Sequence[Point]) -> tuple[_Scale, _Scale]:
    """Across from nothing, as it is an amount; up it holds all intervals."""
    across = _Scale.around([0.0, *(one.per_30_days for _, _, one in points)])
    intervals = [one.content.interval for _, _, one in points]
    return across, _Scale.around(end for one in intervals for end in (one.low, one.high))


def _x(per_month: float, axes: tuple[_Scale, _Scale]) -> float:
    return round(_LEFT + axes[0].share(per_month) * (_RIGHT - _LEFT), 2)


def _y(per_100: float, axes: tuple[_Scale, _Scale]) -> float:
    return round(_BOTTOM - axes[1].share(per_100) * (_BOTTOM - _TOP - 10), 1)


def _label(point: Point, index: int, count: int) -> str:
    name = point[0]
    if count > _NAMED:
        return str(index + 1)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}\u2026"


def _label_heights(points: Sequence[Point], axes: tuple[_Scale, _Scale]) -> list[float]:
    """Where each label stands: at its point, moved up where it would cover another one."""
    heights = [0.0] * len(points)
    last = float(_HEIGHT)
    for index in sorted(range(len(points)), key=lambda i: points[i][2].content.per_100):
        last = min(_y(points[index][2].content.per_100, axes) + 4, last - _LABEL)
        heights[index] = round(last, 1)
    return heights


def _mark(point: Point, label: str, *, axes: tuple[_Scale, _Scale], label_at: float) -> Markup:
    name, ours, one = point
    x = _x(one.per_30_days, axes)
    left = x > _TURN
    return Markup(
        '<g class="mark {whose}"><title>{name}</title>'
        '<line class="interval" x1="{x}%" x2="{x}%" y1="{low}" y2="{high}"/>'
        '<circle class="rate" cx="{x}%" cy="{y}" r="5.5"/>'
        '<text x="{x}%" y="{at}" dx="{shift}" text-anchor="{anchor}">{label}</text></g>'
    ).format(
        whose="ours" if ours else "theirs",
        name=name,
        x=x,
        y=_y(one.content.per_100, axes),
        low=_y(one.content.interval.low, axes),
        high=_y(one.content.interval.high, axes),
        at=label_at,
        shift=-11 if left else 11,
        anchor="end" if left else "start",
        label=label,
    )


def _grid(axes: tuple[_Scale, _Scale], number: Callable[[float], str]) -> Markup:
    across, up = axes
    lines = [
        Markup(
            '<line class="grid" x1="{left}%" x2="{right}%" y1="{y}" y2="{y}"/>'
            '<text x="{at}%" y="{base}" text-anchor="end">{tick}</text>'
        ).format(
            left=_LEFT,
            right=_RIGHT,
            y=_y(value, axes),
            at=_LEFT - 1,
            base=_y(value, axes) + 4,
            tick=_tick(value, number),
        )
        for value in up.ticks
    ]
    feet = [
        Markup('<text x="{x}%" y="{y}" text-anchor="middle">{tick}</text>').format(
            x=_x(value, axes), y=_BOTTOM + 16, tick=_tick(value, number)
        )
        for value in across.ticks
    ]
    return Markup("").join([*lines, *feet])


def _tick(value: float, number: Callable[[float], str]) -> str:
    return str(round(value)) if value == round(value) else number(value)
