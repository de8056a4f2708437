"""The open goals in short, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from rivalscope.reports.goals import goal_rows
from rivalscope.reports.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import Report


def goal_parts(report: Report) -> Iterator[RenderableType]:
    """A few lines a goal; nothing where there are none."""
    rows = goal_rows(report)
    if not rows:
        return
    say = Words(report.language)
    yield Text(say("goals-title"), style="bold")
    for row in rows:
        yield Text(f"  {row.title}: {row.way}, {row.deadline}")
        parts = (row.verdict, row.share_text, f"{say('goal-head-now')}: {row.now}")
        yield Text(f"    {'; '.join(filter(None, parts))}")
        yield Text(f"    {row.id}", style="dim")
    yield Text()
