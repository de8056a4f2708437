"""How one source's crawl went, collected while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.storage import Saved, SourceRun

if TYPE_CHECKING:
    from rivalscope.models import Source


class Outcome:
    """Counts pages and problems of one source; ends as one SourceRun."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.pages = 0
        self.saved = Saved()
        self.problems: list[str] = []
        self._stopped_early = False

    def add_page(self, saved: Saved) -> None:
        """One more page was read and saved."""
        self.pages += 1
        self.saved += saved

    def add_problem(self, reason: str) -> None:
        """Something a person should know of; the first one is shown."""
        self.problems.append(reason)

    def stop_early(self) -> None:
        """The source's page limit ended the crawl, so older reviews may lie beyond."""
        self._stopped_early = True

    def source_run(self) -> SourceRun:
        """The end: a source without a single page read is never ``ok``."""
        reason = self.problems[0] if self.problems else None
        if not self.pages:
            state, reason = "failed", reason or "no page answered"
        else:
            state = "partial" if self.problems else "ok"
        return SourceRun.of(
            self._source,
            state=state,  # type: ignore[arg-type]
            reason=reason,
            pages=self.pages,
            read=self.saved.read,
            new=self.saved.new,
            changed=self.saved.changed,
            complete=state == "ok" and not self._stopped_early,
        )
