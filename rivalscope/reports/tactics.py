"""What a tactic takes and how it is measured, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.models import Tactic
    from rivalscope.reports.wording import Words


def tactic_notes(tactic: Tactic, say: Words) -> tuple[str, ...]:
    """``Needs: a tool, training``, then by which metrics a goal shows it; what is known of both."""
    groups = (
        ("tactic-needs", [say(f"tactic-need-{need}") for need in tactic.needs]),
        ("tactic-measures", [say(f"goal-metric-{metric}") for metric in tactic.measures]),
    )
    return tuple(say(name, list=", ".join(words)) for name, words in groups if words)
