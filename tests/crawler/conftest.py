"""A real HTTP server on loopback that crawls reach as their proxy, so pages keep stable names."""

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rivalscope.pipeline import crawl
from rivalscope.settings import load_settings

ROBOTS = ("text/plain", b"User-agent: *\nDisallow: /private\n")


@dataclass
class Site:
    """Answers by URL; records what was asked."""

    answers: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    conditional: list = field(default_factory=list)
    """Whether each page that was asked for (robots.txt aside) was asked for only if it changed."""
    agents: set = field(default_factory=set)
    slow: float = 0.0
    """Seconds before an answer, while it stays so."""

    def page(self, url, body, *, status=200, content_type="text/html; charset=utf-8", **headers):
        raw = body.encode() if isinstance(body, str) else body
        self.answers[url] = (status, content_type, raw, headers)


class Silent:
    """Nobody watches."""

    def stage(self, name, total): ...

    def step(self, note="", *, advance=1): ...

    def say(self, line): ...


@pytest.fixture
def site():
    content = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            content.asked.append(self.path)
            if not self.path.endswith("/robots.txt"):
                content.conditional.append("If-None-Match" in self.headers)
            content.agents.add(self.headers["User-Agent"])
            answer_at = time.monotonic() + content.slow
            while time.monotonic() < answer_at and content.slow:
                time.sleep(0.05)
            fallback = (
                (200, *ROBOTS, {}) if self.path.endswith("/robots.txt") else (404, "", b"", {})
            )
            status, content_type, body, headers = content.answers.get(self.path, fallback)
            if headers.get("ETag", "") == self.headers["If-None-Match"]:
                status, body = 304, b""
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments): ...

    class Server(ThreadingHTTPServer):
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


@pytest.fixture
def crawled(tmp_path, site):
    """``crawled(sources)`` crawls one brand's sources (YAML) and gives (runs by id, settings)."""

    def crawling(*sources, proxy=True, timeout_minutes=5):
        path = tmp_path / "rivalscope.yaml"
        listed = "".join(f"    - {{{source}}}\n" for source in sources)
        via = f"\n  proxy: {site.address}" if proxy else ""
        path.write_text(
            "us:\n  slug: ours\n  name: Ours\n  sources:\n"
            + listed
            + "crawl:\n  contact_url: http://ours.example/bot\n  delay_seconds: 0\n"
            + f"  timeout_minutes: {timeout_minutes}{via}\n"
        )
        settings = load_settings(path, environment={})
        ended = crawl(settings, brands=settings.brands, watch=Silent(), log_level="ERROR")
        return {one.source: one for one in ended}, settings

    return crawling


@pytest.fixture(scope="session")
def review_page():
    """``review_page(1, 2, after=...)`` is a page of those reviews, with a link to the next."""

    def page(*numbers, after=None, more=""):
        reviews = [
            {
                "@type": "Review",
                "@id": f"r{number}",
                "reviewBody": f"My {number}th parcel came late and nobody answered.",
                "datePublished": "2026-09-01",
                "reviewRating": {"ratingValue": 2, "bestRating": 5},
            }
            for number in numbers
        ]
        product = {"@context": "https://schema.org", "@type": "Product", "review": reviews}
        link = f'<link rel="next" href="{after}">' if after else ""
        return (
            f"<html><head>{link}<script type='application/ld+json'>{json.dumps(product)}</script>"
            f"</head><body>{'.'.join(map(str, numbers))}{more}</body></html>"
        )

    return page
