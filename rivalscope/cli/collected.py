"""What collecting came to: in words, and as an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.settings import Settings
    from rivalscope.storage import SourceRun

#: Exit code of a command some of whose sources failed.
PARTIAL = 3


def exit_code(settings: Settings, ended: Sequence[SourceRun]) -> int:
    """0, or PARTIAL where a source that is not optional did not end well."""
    optional = {source.key for source in settings.sources if source.optional}
    bad = (one for one in ended if one.state not in {"ok", "imported"})
    return PARTIAL if any(f"{one.brand}/{one.source}" not in optional for one in bad) else 0


def summary(ended: Sequence[SourceRun]) -> str:
    """What collecting came to, in a few lines: totals, then each source with something to say."""
    if not ended:
        return "nothing was collected: no source has a url (`rivalscope add-source` adds one)"
    new, changed = sum(one.new for one in ended), sum(one.changed for one in ended)
    pages, read = sum(one.pages for one in ended), sum(one.read for one in ended)
    bad = [one for one in ended if one.state not in {"ok", "imported"}]
    noted = [one for one in ended if one.state == "ok" and one.reason]
    read_there = f"{counted(len(ended), 'source')}, {counted(pages, 'page')}"
    lines = [f"{read_there}, {read} entries read: {new} new, {changed} changed"]
    lines += [f"  {one.state}: {one.brand}/{one.source}: {one.reason}" for one in (*bad, *noted)]
    return "\n".join(lines)
