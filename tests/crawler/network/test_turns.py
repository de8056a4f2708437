"""Turns at a host, with a clock that only moves when somebody waits."""

import asyncio

import pytest

from crawler.network.refusals import Refused
from crawler.network.turns import HostTurns


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        until = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, until)


def turns_with(clock, *, delay=2.0, budget=100):
    return HostTurns(delay_seconds=delay, budget=budget, now=clock, sleep=clock.sleep)


def starts_of(turns, clock, *hosts, lasting=0.0):
    """When each request to *hosts* starts, all of them wanted at once; in the order they start."""
    started = []

    async def ask(host):
        leave = await turns.take(host)
        started.append((host, round(clock.now - 1000, 3)))
        if lasting:
            await clock.sleep(lasting)
        leave()

    async def everybody():
        await asyncio.gather(*map(ask, hosts))

    asyncio.run(everybody())
    return started


def test_requests_to_one_host_start_a_pause_apart():
    clock = Clock()
    assert starts_of(turns_with(clock), clock, "a", "a", "a") == [("a", 0), ("a", 2), ("a", 4)]


def test_a_slow_host_is_asked_by_one_at_a_time():
    clock = Clock()
    starts = starts_of(turns_with(clock), clock, "a", "a", "a", lasting=5.0)
    assert [at for _, at in starts] == [0, 5, 10]


def test_other_hosts_do_not_wait():
    clock = Clock()
    starts = starts_of(turns_with(clock), clock, "a", "b", "c")
    assert starts == [("a", 0), ("b", 0), ("c", 0)]


def test_without_a_pause_a_few_go_at_once_and_nobody_waits():
    clock = Clock()
    starts = starts_of(turns_with(clock, delay=0), clock, *("a" * 20))
    assert {at for _, at in starts} == {0}


def test_a_longer_pause_that_the_host_asks_for_counts_from_the_latest_request():
    clock = Clock()
    turns = turns_with(clock, delay=1)
    first = starts_of(turns, clock, "a")
    turns.slow_down("a", 10)
    assert first + starts_of(turns, clock, "a", "a") == [("a", 0), ("a", 10), ("a", 20)]


def test_a_shorter_one_changes_nothing():
    clock = Clock()
    turns = turns_with(clock, delay=3)
    turns.slow_down("a", 1)
    assert starts_of(turns, clock, "a", "a") == [("a", 0), ("a", 3)]


def test_a_host_that_is_paused_is_paused_for_those_who_wait_already():
    clock = Clock()
    turns = turns_with(clock)

    async def ask_and_be_told_to_wait():
        (await turns.take("a"))()
        waiting = asyncio.ensure_future(turns.take("a"))
        await asyncio.sleep(0)
        turns.pause("a", 60)
        (await waiting)()

    asyncio.run(ask_and_be_told_to_wait())
    assert clock.now == 1060


def test_a_pause_is_never_shortened():
    clock = Clock()
    turns = turns_with(clock)
    turns.pause("a", 60)
    turns.pause("a", 5)
    assert starts_of(turns, clock, "a") == [("a", 60)]


def test_who_spends_the_budget_is_told_the_number():
    clock = Clock()
    turns = turns_with(clock, delay=0, budget=3)
    starts_of(turns, clock, "a", "a", "a", "b")
    with pytest.raises(Refused, match=r"3 times.*max_requests_per_host") as caught:
        starts_of(turns, clock, "a")
    assert caught.value.state == "partial"


def test_a_host_that_is_shut_refuses_those_who_wait_and_those_who_come():
    clock = Clock()
    turns = turns_with(clock)

    async def wait_and_be_refused():
        (await turns.take("a"))()
        waiting = asyncio.ensure_future(turns.take("a"))
        await asyncio.sleep(0)
        turns.shut("a", Refused("come back tomorrow", state="blocked"))
        with pytest.raises(Refused, match="tomorrow"):
            await waiting
        with pytest.raises(Refused, match="tomorrow"):
            await turns.take("a")
        (await turns.take("b"))()

    asyncio.run(wait_and_be_refused())


def test_a_refusal_leaves_the_door_open_behind_it():
    clock = Clock()
    turns = turns_with(clock, delay=1, budget=1)
    starts_of(turns, clock, "a")
    for _ in range(3):
        with pytest.raises(Refused):
            starts_of(turns, clock, "a")
