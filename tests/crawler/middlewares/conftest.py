"""A town of sites on loopback, and whole crawls of it in a child process of their own."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from rivalscope.storage import Store

#: Tells at its very end how much memory the child took, in MB. Not ru_maxrss: what the parent had
#: taken when it began the child counts there too.
RUN = """
from crawler.runs.run import main
main()
import sys
from pathlib import Path
status = Path("/proc/self/status")
if status.exists():
    peak = status.read_text().partition("VmHWM:")[2].split()[0]
    print("peak", int(peak) // 1024, file=sys.stderr)
"""


@dataclass
class Asked:
    """One request, as the server saw it."""

    url: str
    at: float
    headers: dict
    until: float = 0.0


@dataclass
class Town:
    """Answers by URL, or by function; records what was asked, and when."""

    answers: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    address: str = ""

    def page(self, url, body="", *, status=200, kind="text/html; charset=utf-8", **headers):
        """Headers with ``_`` for ``-``."""
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[url] = lambda handler: answer(handler, status, raw, kind, named)

    def robots(self, host, text, **options):
        self.page(f"http://{host}/robots.txt", text, kind="text/plain", **options)

    def calls(self, url: str, answering: Callable):
        self.answers[url] = answering

    def urls(self, part=""):
        return [asked.url for asked in self.asked if part in asked.url]

    def times(self, part=""):
        return [asked.at for asked in self.asked if part in asked.url]

    def is_asked_with_pauses(self, part, pause):
        """Whether at least *pause* seconds lay between two requests, on the whole.

        A busy machine notes one late, which makes the next gap look shorter: none may look as if
        there had been no pause, all together must be as long as they should.
        """
        times = self.times(part)
        gaps = [later - earlier for earlier, later in pairwise(times)]
        return min(gaps) > pause / 3 and sum(gaps) >= (len(gaps) - 0.5) * pause


def answer(handler, status, body, kind, headers):
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    if "Transfer-Encoding" not in headers:
        handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def serving(content, url_of):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked = Asked(url_of(self), time.monotonic(), dict(self.headers))
            content.asked.append(asked)
            known = content.answers.get(asked.url)
            try:
                if known:
                    known(self)
                elif asked.url.endswith("/robots.txt"):
                    answer(self, 404, b"", "text/plain", {})
                else:
                    answer(self, 404, b"nothing here", "text/plain", {})
            finally:
                asked.until = time.monotonic()

        def log_message(self, *arguments): ...

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            """A client that hung up is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    content.address = f"http://127.0.0.1:{server.server_port}"
    yield content
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def town():
    """Every host at once: the crawl takes it for its proxy."""
    yield from serving(Town(), lambda handler: handler.path)


@pytest.fixture(scope="module")
def streets():
    """Every host at once, for crawls without a proxy whose names all lead here."""
    yield from serving(Town(), lambda handler: f"http://{handler.headers['Host']}{handler.path}")


@dataclass
class Night:
    """What came of one crawl."""

    ended: dict
    log: str
    told: list
    database: object

    def __getitem__(self, source):
        return self.ended[source]

    @property
    def peak_mb(self):
        return int(self.log.rpartition("peak ")[2].split()[0])


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """``crawl(sources, ...)`` reads {id: url or YAML} and gives the Night; *after* another one."""

    def crawling(
        sources,
        *,
        proxy=None,
        delay=0,
        limits="",
        scrapy=None,
        first="",
        level="WARNING",
        env=None,
        after=None,
    ):
        folder = after.database.parent if after else tmp_path_factory.mktemp("crawl")
        path = folder / "rivalscope.yaml"
        path.write_text(configuration(sources, proxy=proxy, delay=delay, limits=limits))
        with Store(folder / "a.sqlite") as store:
            run = store.runs.start("crawl", at=datetime.now(UTC))
        changes = "".join(f"s.{name} = {value!r}\n" for name, value in (scrapy or {}).items())
        stdin, alive = os.pipe()  # the child ends when its parent's end closes
        child = subprocess.run(
            [
                *(sys.executable, "-c", f"{first}\nimport crawler.settings as s\n{changes}{RUN}"),
                *("--config", str(path), "--db", str(folder / "a.sqlite"), "--run", str(run)),
                *("--log-level", level),
                *(part for source in sources for part in ("--source", f"ours/{source}")),
            ],
            stdin=stdin,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
            env={**os.environ, **(env or {})},
        )
        os.close(stdin)
        os.close(alive)
        assert child.returncode == 0, child.stderr
        with Store(folder / "a.sqlite") as store:
            ended = {one.source: one for one in store.runs.of_run(run)}
        told = [json.loads(line) for line in child.stdout.splitlines()]
        return Night(ended, child.stderr, told, folder / "a.sqlite")

    return crawling


def configuration(sources, *, proxy, delay, limits):
    lines = ["us:", "  slug: ours", "  name: Ours", "  sources:"]
    for name, what in sources.items():
        given = what if what.startswith("url:") else f'url: "{what}"'
        lines.append(f"    - {{id: {name}, platform: shop, {given}}}")
    lines += ["crawl:", '  contact_url: "http://ours.example/bot"', f"  delay_seconds: {delay}"]
    lines += [f"  proxy: {proxy}"] if proxy else []
    lines += [f"  {limits}"] if limits else []
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def reviews(review_page):
    """``reviews(1, 2, after=url)`` is a page of reviews with those numbers."""
    return review_page
