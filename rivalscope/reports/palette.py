"""Colors of the office formats: those of the style sheet's light theme, as #RRGGBB."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.models import Quadrant

INK: Final = "#1D232C"
SOFT: Final = "#545D69"
FAINT: Final = "#7F8A99"
"""Of thin lines, to be seen on white and on ink."""
LINE: Final = "#E0DBD0"
PAPER: Final = "#F7F5F0"
WHITE: Final = "#FFFFFF"
WARN: Final = "#7A4A00"
WARN_TINT: Final = "#FBF1DC"

TONES: Final[Mapping[Quadrant, str]] = MappingProxyType(
    {
        "strength": "#0B5F4C",
        "weakness": "#99341A",
        "opportunity": "#1C4F8F",
        "threat": "#6A2C7C",
    }
)
"""Dark enough for text on white and for white text on them."""

TINTS: Final[Mapping[Quadrant, str]] = MappingProxyType(
    {
        "strength": "#E6F1EC",
        "weakness": "#FAECE6",
        "opportunity": "#E7EFF9",
        "threat": "#F4EAF7",
    }
)

SHADES: Final = (
    INK,
    "#2F7FC1",
    "#E08A2E",
    "#4FA58A",
    "#9C6BB3",
    "#C9503C",
    "#8C9A3B",
    FAINT,
)
"""Of brands in a chart: ours first and darkest; the others differ in lightness, too."""
