"""What a spider hands to the item pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.models import PageReading, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page, and everything on it."""

    snapshot: Snapshot
    reading: PageReading
