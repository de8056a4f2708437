"""A proxy with a login: it alone is told, and no line that we write."""

from base64 import b64encode

import pytest

LOGIN = "watcher:p%40ss-canary-7731"


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    town.page("http://well.example/r", reviews(1))
    town.page("http://broken.example/r", "no", status=500)
    sources = {host: f"http://{host}.example/r" for host in ("well", "broken")}
    proxy = town.address.replace("://", f"://{LOGIN}@")
    return crawl(sources, proxy=proxy, level="DEBUG", scrapy={"RETRY_TIMES": 0})


def test_it_is_told_who_we_are(night, town):
    assert (night["well"].state, night["well"].read) == ("ok", 1)
    expected = f"Basic {b64encode(b'watcher:p@ss-canary-7731').decode()}"
    assert {asked.headers["Proxy-Authorization"] for asked in town.asked} == {expected}


def test_its_password_stands_in_no_log_no_database_and_no_reason(night):
    kept = b"".join(path.read_bytes() for path in night.database.parent.glob("a.sqlite*"))
    assert "broken.example" in night["broken"].reason
    assert "canary-7731" not in night["broken"].reason
    assert "canary-7731" not in night.log
    assert b"canary-7731" not in kept
