"""No secret gets into logs, reports, the database or the terminal, whatever goes wrong."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, quote_plus

import pytest

pytestmark = pytest.mark.timeout(240)

#: Each is given to a process in another way; none may come out of it in any.
PARAMETER = "canary1/par+am=eter"
HEADER = "canary2header"
HOOK = "canary3hook"
MAIL = "canary4mail"
PROXY = "canary5proxy"
SERVICE = "canary6service"
FILED = "canary7filed"
SECRETS = (PARAMETER, HEADER, HOOK, MAIL, PROXY, SERVICE, FILED)

CONFIGURATION = """\
us: {slug: acme, name: Acme}
competitors:
  - slug: bolt
    name: Bolt
    sources:
      - id: shop
        platform: shop
        url: "http://shop.example/r?lang=en"
        api_key: {variable: SHOP_KEY, parameter: key}
      - id: portal
        platform: portal
        url: http://portal.example/r
        api_key: {variable: PORTAL_KEY, header: X-Api-Key}
      - id: broken
        platform: shop
        url: http://broken.example/r
        api_key: {variable: FILED_KEY, parameter: key}
channels:
  hook: {private: true}
  mail: {private: true}
  service: {private: true}
alerts: [{id: sources, kind: source_health, brands: all, deliver: immediate}]
crawl: {contact_url: "http://acme.example/bot", delay_seconds: 0}
logs: {level: debug}
"""

#: A night that gives up its channels sooner.
IMPATIENT = """
from functools import partial
from rivalscope.pipeline.nights import night
night.deliver = partial(night.deliver, budget_seconds=8)
from rivalscope.cli import main
main()
"""
#: Runs a command whose night fails in the middle, by a bug that speaks of a secret.
BUG = """
import os, sys
from rivalscope.pipeline.nights import night
def fail(*_, **__):
    raise RuntimeError(f"no such key: {os.environ['SHOP_KEY']}")
night.analyze = fail
from rivalscope.cli import main
main()
"""


def echo(handler):
    """A page that repeats how it was asked for."""
    asked = f"{handler.path} {handler.headers}"
    if "broken.example" in handler.path:
        return 500, asked.encode()
    if handler.path.endswith("/robots.txt"):
        return 404, b""
    reviews = [
        {
            "@type": "Review",
            "@id": f"r{number}",
            "reviewBody": f"My {number}th parcel came late, nobody answered. {handler.path}",
            "datePublished": f"{datetime.now(UTC) - timedelta(days=number):%Y-%m-%d}",
            "reviewRating": {"ratingValue": 2},
        }
        for number in range(3)
    ]
    product = json.dumps({"@context": "https://schema.org", "@type": "Product", "review": reviews})
    return 200, f"<script type='application/ld+json'>{product}</script>{asked}".encode()


@pytest.fixture
def night(tmp_path, serving):
    """``night(*arguments, code=None)`` runs a command in the market's folder."""
    web = serving(echo)
    closed = serving(lambda handler: (500, handler.path.encode() + handler.received))
    (tmp_path / "rivalscope.yaml").write_text(CONFIGURATION)
    (tmp_path / "filed").write_text(f"{FILED}\n")
    environment = {
        **os.environ,
        "SHOP_KEY": PARAMETER,
        "PORTAL_KEY": HEADER,
        "FILED_KEY_FILE": str(tmp_path / "filed"),
        "RIVALSCOPE_CRAWL_PROXY": f"http://bot:{PROXY}@{web}",
        "RIVALSCOPE_CHANNEL_HOOK": f"http://{closed}/hooks/{HOOK}",
        "RIVALSCOPE_CHANNEL_MAIL": f"smtp://bot:{MAIL}@127.0.0.1:1/?from=a@acme.example&to=b@acme.example",
        "RIVALSCOPE_CHANNEL_SERVICE": f"json://{closed}/{SERVICE}",
    }

    def running(*arguments, code=None):
        start = ["-c", code] if code else ["-m", "rivalscope"]
        return subprocess.run(
            [sys.executable, *start, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return running


def hits(text):
    spelled = {w for s in SECRETS for w in (s, quote(s), quote(s, safe=""), quote_plus(s))}
    return sorted(one for one in spelled if one in text)


def test_fault_31_canaries_at_debug_come_out_nowhere(night, tmp_path):
    done = night("run", "-v", code=IMPATIENT)
    assert done.returncode == 3, done.stderr  # a source is broken, the rest was read
    failed = night("run", code=BUG)
    logs = "".join(path.read_text() for path in sorted((tmp_path / "logs").iterdir()))
    # all that should have happened did, or there would be nothing to find
    assert "6 new" in done.stdout
    for channel in ("hook", "mail", "service"):
        assert re.search(f'"not delivered".*"channel": "{channel}"', logs), channel
    assert "RuntimeError: no such key: ***" in logs
    assert "Traceback" in logs
    assert re.search(r'"Crawled \(200\).*shop.example', logs)
    # and none of it says a secret
    for text in (done.stdout, done.stderr, failed.stdout, failed.stderr, logs):
        assert hits(text) == []
    (tmp_path / "filed").unlink()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert hits(path.read_bytes().decode("latin-1")) == [], path


def test_a_bug_shows_one_sentence_and_its_traceback_is_in_the_log(night, tmp_path):
    failed = night("run", "-q", code=BUG)
    assert failed.returncode == 1
    (line,) = failed.stderr.splitlines()
    assert line == (
        "rivalscope: unexpected error: RuntimeError: no such key: ***: this is a bug; its traceback"
        " is in logs/rivalscope.000001.jsonl (`rivalscope logs --tail 1`)"
    )
    shown = night("logs", "--tail", "1")
    assert shown.returncode == 0
    assert "RuntimeError: no such key: ***" in shown.stdout
    assert 'night.py", line' in shown.stdout
