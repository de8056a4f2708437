"""A host takes one place, however many of its sources wait."""

from types import SimpleNamespace

from crawler.runs.queueing import HostQueue
from rivalscope.models import Source


def crawl(name, url):
    source = Source(brand="a", id=name, platform="p", kind="reviews", url=url)
    return SimpleNamespace(source=source)


def queue_of(*urls):
    crawls = [crawl(f"s{number}", url) for number, url in enumerate(urls)]
    return crawls, HostQueue(crawls)


def test_a_slow_host_leaves_the_other_places_to_others():
    slow = [f"http://slow.example/{number}" for number in range(8)]
    crawls, queue = queue_of(*slow, "http://fast.example/")
    assert [queue.next_of_any() for _ in range(6)] == [crawls[0], crawls[8], *[None] * 4]


def test_the_sources_of_a_host_follow_one_another_and_then_another_host_does():
    urls = ("http://a.example/1", "http://a.example/2", "http://b.example/")
    crawls, queue = queue_of(*urls)
    first = queue.next_of_any()
    second = queue.next_after(first)
    third = queue.next_after(second)
    assert [first, second, third] == crawls
    assert queue.next_after(third) is None


def test_nothing_begins_once_it_is_cleared():
    _, queue = queue_of("http://a.example/1", "http://a.example/2", "http://b.example/")
    first = queue.next_of_any()
    queue.clear()
    assert queue.next_after(first) is None
    assert queue.next_of_any() is None
