"""Whose turn it is at a host: one queue per host for everything that this process fetches."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

#: Requests at once to a host that may be asked without a pause (our own, or a demo).
AT_ONCE = 8


class HostTurns:
    """At most one request at a time per host, a pause between two, and a budget for all of them.

    Where the pause is 0, a few go at once. One object serves all crawls of a process, so ten brands
    on one host are as polite to it as one.
    """

    def __init__(
        self,
        *,
        delay_seconds: float,
        budget: int,
        now: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._delay = delay_seconds
        self._budget = budget
        self._now = now
        self._sleep = sleep
        self._queues: dict[str, _Queue] = {}

    async def take(self, host: str) -> Callable[[], None]:
        """Waits until *host* may be asked; what it gives back is called once the answer is there.

        Raises Refused once the host's budget is spent, or where ``shut`` was called for it.
        """
        queue = self._queue(host)
        door = queue.door
        await door.acquire()
        try:
            self._spend(queue, host)
            while (wait := queue.opens_at - self._now()) > 0:
                await self._sleep(wait)
                queue.check()
        except BaseException:
            door.release()
            raise
        queue.opens_at = self._now() + queue.delay
        return door.release

    def slow_down(self, host: str, delay_seconds: float) -> None:
        """From now on *host* gets at least this long a pause, counted from the latest request."""
        queue = self._queue(host)
        longer = delay_seconds - queue.delay
        if longer <= 0:
            return
        if not queue.delay:
            queue.door = asyncio.Semaphore(1)
        queue.delay = delay_seconds
        queue.opens_at += longer

    def pause(self, host: str, seconds: float) -> None:
        """Nothing is asked of *host* before so many seconds have passed."""
        queue = self._queue(host)
        queue.opens_at = max(queue.opens_at, self._now() + seconds)

    def shut(self, host: str, refusal: Refused) -> None:
        """Nothing more is asked of *host*: whoever waits, or comes, gets *refusal*."""
        self._queue(host).refusal = refusal

    def _queue(self, host: str) -> _Queue:
        queue = self._queues.get(host)
        if queue is None:
            queue = self._queues[host] = _Queue(self._delay)
            queue.opens_at = self._now()
        return queue

    def _spend(self, queue: _Queue, host: str) -> None:
        queue.check()
        if queue.asked >= self._budget:
            reason = (
                f"{host} was asked {self._budget} times, and that is all one crawl asks of a host"
                " (crawl.max_requests_per_host)"
            )
            raise Refused(reason, state="partial")
        queue.asked += 1


class _Queue:
    """How things stand with one host."""

    __slots__ = ("asked", "delay", "door", "opens_at", "refusal")

    def __init__(self, delay: float) -> None:
        self.asked = 0
        self.delay = delay
        self.door = asyncio.Semaphore(1 if delay else AT_ONCE)
        self.opens_at = 0.0
        self.refusal: Refused | None = None

    def check(self) -> None:
        if self.refusal:
            raise Refused(str(self.refusal), state=self.refusal.state)
