"""How one source's crawl goes, collected page by page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from crawler.runs.health import Observed, Problem
from rivalscope.plurals import counted
from rivalscope.storage import Saved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from crawler.network.refusals import ProblemState
    from crawler.reading.messages import Kept
    from rivalscope.models import Source
    from rivalscope.storage import PageState

#: What of a review a source is expected to go on having.
_FIELDS = ("text", "title", "rating", "date")


class Outcome:
    """Counts pages, entries and problems of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.urls: set[str] = set()
        """Addresses of the pages."""
        self.pages = 0
        self.unchanged = 0
        self.saved = Saved()
        self.oldest_on: date | None = None
        self.met_known = False
        self._first_page: int | None = None
        self.problems: list[Problem] = []
        self._stopped_early = False
        self._reviews_read = 0
        self._fields: Counter[str] = Counter()
        self._empty_because: str | None = None

    def add_page(self, page: Kept) -> None:
        """One more page was read and saved."""
        self.urls.add(page.state.url)
        self.pages += 1
        self.saved += page.saved
        self._see_first(page.saved.read)
        self._see_oldest(page.facts.oldest_on)
        self._reviews_read += page.facts.reviews
        self._fields.update(page.facts.fields)
        self._empty_because = page.facts.empty_because or self._empty_because

    def add_unchanged(self, state: PageState) -> None:
        """One more page says what it said when it was last read."""
        self.urls.add(state.url)
        self.pages += 1
        self.unchanged += 1
        self.saved += Saved(read=len(state.entries))
        self._see_first(len(state.entries))
        self._see_oldest(state.oldest_on)

    def add_problem(self, reason: str, *, state: ProblemState = "error") -> None:
        """Something a person should know of; the first one is shown."""
        self.problems.append(Problem(state, reason))

    def stop_early(self) -> None:
        """The source's page limit ended the crawl, so older reviews may lie beyond."""
        self._stopped_early = True

    @property
    def note(self) -> str | None:
        """What a person should know of a crawl that went well."""
        notes = []
        if self._stopped_early:
            limit = self.source.max_pages
            notes.append(f"stopped at max_pages ({limit}): what lies behind was not read")
        if refused := self.saved.refused:
            notes.append(f"{counted(refused, 'review')} left out: erased, or by an erased author")
        return "; ".join(notes) or None

    def stop_at_known(self) -> None:
        """Everything from here on was known from the crawl before."""
        self.met_known = True

    @property
    def first_page(self) -> int | None:
        """Entries on the first page, of an FAQ on all its pages; None where none was read."""
        return self.saved.read if self.source.kind == "faq" and self.pages else self._first_page

    @property
    def reached_end(self) -> bool:
        """Whether every page that there is was read."""
        early = self._stopped_early or self.met_known
        return self.pages > 0 and not early and not self.problems

    @property
    def fields(self) -> Mapping[str, float]:
        """Share of the reviews just read that have each field; empty where none was."""
        if not self._reviews_read or self.source.kind != "reviews":
            return {}
        return {name: round(self._fields[name] / self._reviews_read, 3) for name in _FIELDS}

    def observed(self, *, missing: int, known: int) -> Observed:
        """What the source's health is judged by."""
        return Observed(
            kind=self.source.kind,
            pages=self.pages,
            entries=self.saved.read,
            first_page=self.first_page,
            read=self._reviews_read,
            fields=self.fields,
            missing=missing,
            known=known,
            reached_end=self.reached_end,
            problems=self.problems,
            empty_because=self._empty_because,
        )

    def _see_first(self, entries: int) -> None:
        if self._first_page is None:
            self._first_page = entries

    def _see_oldest(self, day: date | None) -> None:
        known = [one for one in (day, self.oldest_on) if one]
        self.oldest_on = min(known, default=None)
