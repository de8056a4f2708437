"""The crawl of one source: page after page, while there is one worth reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider

from crawler.middlewares import snapshot_of
from crawler.middlewares.requests import page_notes, state_of
from crawler.network.refusals import refusal_of
from crawler.reading.messages import FetchedPage, Unread
from crawler.reading.reader_version import reader_version
from crawler.rendering import refused_within, rendered
from crawler.runs.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence
    from datetime import datetime

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.reading.intake import Intake
    from rivalscope.models import Snapshot, Source
    from rivalscope.storage import PageState, Store

_NOT_MODIFIED = 304


class SourceSpider(Spider):
    """Has the pages of *source* read and kept by *intake*; asks *store* what was known.

    A page that says what it said at the last crawl costs one conditional request and is not read
    again. The crawl ends where everything was known at *known_at*, the end of the last good crawl:
    what a crawl that broke off has read says nothing of what lies behind. With None it goes on to
    the last page, which it does every few days, as an old review may be edited or taken down.
    """

    name = "source"
    handle_httpstatus_list: ClassVar[list[int]] = [_NOT_MODIFIED]

    def __init__(
        self,
        *,
        source: Source,
        store: Store,
        intake: Intake,
        known_at: datetime | None,
        tell: Callable[[Outcome], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.source = source
        self.store = store
        self._intake = intake
        self.outcome = Outcome(source)
        self._known_at = known_at
        self._tell = tell
        self._version = reader_version(source)
        self._asked: set[str] = set()
        self._digests: set[str] = set()
        self._fingerprints: set[int] = set()

    async def start(self) -> AsyncIterator[Request]:
        """The source's own address."""
        if self.source.url:
            for request in self._requests([self.source.url]):
                yield request

    async def parse(self, response: Response, **_: object) -> Sequence[Request]:
        """Has the page read and kept; gives the requests for what comes after it."""
        state = state_of(response)
        if response.status == _NOT_MODIFIED:
            return list(self._pass_over(state, response.url))
        snapshot = snapshot_of(response)
        if snapshot.digest in self._digests:
            self._add_circle(response.url)
            return []
        self._digests.add(snapshot.digest)
        if state and state.digest == snapshot.digest:
            return list(self._pass_over(state, response.url))
        return await self._take(response, snapshot)

    def fail(self, failure: Failure) -> None:
        """Records why a page could not be had."""
        refusal = refusal_of(failure)
        self.outcome.add_problem(str(refusal), state=refusal.state)

    def find_state(self, url: str) -> PageState | None:
        """What was kept of the page at *url*, spelled as in requests; None where it is another.

        A page belongs to the address that answered with it, which after a redirect is not the one
        that we began with.
        """
        return self.store.page_states.find(url, source=self.source, reader_version=self._version)

    async def _take(self, response: Response, snapshot: Snapshot) -> Sequence[Request]:
        """Has the page read and kept; gives the requests for what comes after it."""
        page = FetchedPage(
            source=self.source,
            snapshot=snapshot,
            reader_version=self._version,
            etag=_header(response, "ETag"),
            last_modified=_header(response, "Last-Modified"),
            is_first=self._is_first,
        )
        answer = await self._intake.take(page)
        if isinstance(answer, Unread):
            reason = f"{answer.reason}{refused_within(response)}"
            self.outcome.add_problem(reason, state=answer.state)
            return []
        self.outcome.add_page(answer)
        self._tell(self.outcome)
        known = answer.saved.read > 0 and not answer.saved.new and not answer.saved.changed
        return list(self._go_on(answer.state, known=known))

    def _pass_over(self, state: PageState | None, url: str) -> Iterator[Request]:
        """Nothing new on it."""
        if state is None:
            self.outcome.add_problem(f"HTTP 304 from {url}, which nobody asked for")
            return
        self._digests.add(state.digest)
        self.outcome.add_unchanged(state)
        self._tell(self.outcome)
        yield from self._go_on(state, known=bool(state.entries))

    @property
    def _is_first(self) -> bool:
        """Whether nothing but one page was asked for so far."""
        return len(self._asked) == 1

    def _go_on(self, state: PageState, *, known: bool) -> Iterator[Request]:
        """What comes after a page that was read, now or before."""
        if self._is_repeated(state):
            self._add_circle(state.url)
            return
        yield from self._follow(state, known=known)

    def _follow(self, state: PageState, *, known: bool) -> Iterator[Request]:
        if not state.next_urls:
            return
        if known and state.newest_first and self._was_known(state):
            self.outcome.stop_at_known()
            return
        if self.outcome.pages >= self.source.max_pages:
            self.outcome.stop_early()
            return
        yield from self._requests(state.next_urls)

    def _was_known(self, state: PageState) -> bool:
        if self._known_at is None:
            return False
        return self.store.reviews.all_seen_before(self._known_at, keys=state.entries)

    def _requests(self, urls: Sequence[str]) -> Iterator[Request]:
        for request in map(self._request, urls):
            if request.url in self._asked:
                self._add_circle(request.url)
                continue
            self._asked.add(request.url)
            yield request

    def _request(self, url: str) -> Request:
        """For a page; its address may be spelled otherwise than *url*, and that spelling counts."""
        request = Request(
            url,
            callback=self.parse,
            errback=self.fail,
            meta=page_notes(),
            dont_filter=True,  # circles are told, not passed over in silence
        )
        return rendered(request) if self.source.render else request

    def _is_repeated(self, state: PageState) -> bool:
        """Whether an earlier page of this crawl held the same entries, whatever else differs."""
        fingerprint = hash(state.entries)
        known = bool(state.entries) and fingerprint in self._fingerprints
        self._fingerprints.add(fingerprint)
        return known

    def _add_circle(self, url: str) -> None:
        reason = f"paging goes in circles: {url} repeats an earlier page"
        self.outcome.add_problem(reason, state="partial")


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
