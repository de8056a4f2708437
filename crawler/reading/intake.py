"""The way of every fetched page: to a process that reads it, and from there into the database."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from itertools import starmap
from typing import TYPE_CHECKING, Self, TypeAlias, cast

from crawler.reading.keeping import keep_page
from crawler.reading.messages import Kept, Unread
from crawler.reading.reader_process import Asked, ReaderProcess
from rivalscope.storage import PageState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crawler.reading.messages import Answer, FetchedPage, Read
    from rivalscope.storage import Store

#: One core is left for fetching and keeping; more readers than this outrun both.
_MOST_READERS = 3

Taken: TypeAlias = Kept | Unread


class Intake:
    """Reads pages elsewhere and keeps them here, so that one process writes to the database.

    Pages wait in one line for the first reader that has room; what is answered at the same time is
    one transaction. A page that a reader dies of, or reads for a minute, fails alone.
    """

    def __init__(self, store: Store, *, run: int) -> None:
        self._store = store
        self._run = run
        self._waiting: deque[Asked] = deque()
        count = max(1, min(_MOST_READERS, (os.cpu_count() or 1) - 1))
        self._readers = [
            ReaderProcess(store.privacy.authors, settle=self._settle, again=self._ask_again)
            for _ in range(count)
        ]

    def start(self) -> None:
        """Starts the readers, which need a moment to get ready."""
        for reader in self._readers:
            reader.start()

    async def take(self, page: FetchedPage) -> Taken:
        """What came of *page*: kept, or why not."""
        asked = Asked(page, asyncio.get_running_loop().create_future())
        self._waiting.append(asked)
        self._hand_out()
        return cast("Taken", await asked.answer)

    def close(self) -> None:
        """Ends the readers."""
        for reader in self._readers:
            reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _hand_out(self) -> None:
        for reader in self._readers:
            while self._waiting and reader.accepts(self._waiting[0]):
                reader.send(self._waiting.popleft())

    def _ask_again(self, asked: Iterable[Asked]) -> None:
        self._waiting.extendleft(reversed(list(asked)))

    def _settle(self, answered: Sequence[tuple[Asked, Answer]]) -> None:
        """Keeps what was read and tells those who wait; the next pages are read meanwhile."""
        self._hand_out()
        told = self._kept([(asked.page, answer) for asked, answer in answered])
        for (asked, _), taken in zip(answered, told, strict=True):
            if not asked.answer.done():
                asked.answer.set_result(taken)

    def _kept(self, pages: Sequence[tuple[FetchedPage, Answer]]) -> list[Taken]:
        """Keeps all in one transaction; where one can't be kept, each in its own."""
        try:
            with self._store.tx():
                return list(starmap(self._keep, pages))
        except Exception as error:  # ruff: ignore[blind-except] - whatever it is costs one page
            if len(pages) == 1:
                return [Unread(reason=f"{type(error).__name__}: {error}", state="error")]
        return [taken for pair in pages for taken in self._kept([pair])]

    def _keep(self, page: FetchedPage, answer: Answer) -> Taken:
        source = page.source
        if isinstance(answer, Unread):
            if answer.page:
                self._store.pages.save(answer.page, source=source, run=self._run)
            return answer
        saved = keep_page(answer.clean, source=source, store=self._store, run=self._run)
        state = _state(page, answer, entries=saved.keys)
        self._store.page_states.save(state, source=source)
        return Kept(state=state, saved=saved, facts=answer.facts)


def _state(page: FetchedPage, read: Read, *, entries: frozenset[str]) -> PageState:
    return PageState(
        url=page.snapshot.url,
        reader_version=page.reader_version,
        digest=page.snapshot.digest,
        etag=page.etag,
        last_modified=page.last_modified,
        next_urls=tuple(read.facts.next_urls),
        newest_first=read.facts.newest_first,
        entries=tuple(sorted(entries)),
        oldest_on=read.facts.oldest_on,
    )
