"""What changed between two reports of one market."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from rivalscope.models.reported import MethodLine, Period, SourceReport, SwotCell
    from rivalscope.models.understood import Evidence, Stratum

    Fact = Period | tuple[Stratum, ...] | SourceReport | MethodLine
    """Days compared, places compared, a source, a threshold or version."""

ChangeKind = Literal["new", "gone", "moved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Reviews on the theme of one entry that came into the window, or left it."""

    days: Period
    reviews: int
    """Distinct per day and source: how many of the brands in the entry speak of the theme."""
    quotes: tuple[Evidence, ...]
    """Some of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One entry of the SWOT that is not what it was."""

    kind: ChangeKind
    before: SwotCell | None
    """Of a new entry the one on the same theme and rival that it took the place of, if any."""
    after: SwotCell | None
    arrived: Stream | None = None
    """None where the window did not move on."""
    left: Stream | None = None

    @property
    def cell(self) -> SwotCell:
        """The entry as it is, or as it was where it is gone."""
        found = self.after or self.before
        if found is None:
            raise ValueError(self)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a report was made with that is not what it was; None where absent, never both."""

    before: Fact | None
    after: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDiff:
    """Two reports side by side; entries as important as they are, gone ones last."""

    before: date
    after: date
    entries: tuple[EntryChange, ...]
    settings: tuple[Setting, ...]
    """What else may have changed entries: days and places compared, thresholds, the pack."""
