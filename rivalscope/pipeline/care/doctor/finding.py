"""What a check comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

State: TypeAlias = Literal["ok", "warning", "failed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    check: str
    state: State
    """``failed`` must be put right before a night can go well; ``warning`` had better be."""
    says: str
    fix: str | None = None
    """What to do about it; None where nothing is to be done."""


def ok(check: str, says: str) -> Finding:
    """All is well."""
    return Finding(check=check, state="ok", says=says)


def skipped(check: str, says: str) -> Finding:
    """It could not be looked at, or was not asked for."""
    return Finding(check=check, state="skipped", says=says)


def warning(check: str, says: str, *, fix: str) -> Finding:
    """It works, and may not for long."""
    return Finding(check=check, state="warning", says=says, fix=fix)


def failed(check: str, says: str, *, fix: str) -> Finding:
    """It does not work."""
    return Finding(check=check, state="failed", says=says, fix=fix)
