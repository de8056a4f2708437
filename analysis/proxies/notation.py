"""The cue notation with one element more: ``@`` stands for the name of another brand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.themes.cues import CueSyntaxError, parse_cue

if TYPE_CHECKING:
    from analysis.themes.cues import Cue

BRAND = "\ua66e"
"""What stands in a text in place of a brand's name: a letter that nobody has written for centuries,
so that the matcher takes it for a word and no other cue means it."""

_PLACE = re.compile(r"@(\w*)")


def parse_phrase(source: str) -> Cue:
    """Reads a cue in which ``@`` is a brand's name, ``@hoz`` the name with that very ending.

    Raises CueSyntaxError as ``parse_cue`` does.
    """
    return parse_cue(_PLACE.sub(_element, source))


def check_phrase(group: str, source: str) -> None:
    """Raises CueSyntaxError for what is no phrase, or for one of moving that names no brand."""
    parse_phrase(source)
    if group in {"leaving", "coming"} and "@" not in source:
        reason = "a phrase of moving needs @, which stands for the other brand"
        raise CueSyntaxError(source, 0, reason)


def _element(place: re.Match[str]) -> str:
    return f"={BRAND}{place[1]}" if place[1] else f"{BRAND}*"
