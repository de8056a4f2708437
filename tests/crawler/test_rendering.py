"""A real Chromium behind our own proxy: what it reads, and what no page makes it reach."""

import asyncio
import json
import os
import socket
import ssl
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.settings import Settings

from crawler.filtering_proxy import Directly, FilteringProxy, Limits
from crawler.filtering_proxy.asking import RefusalError
from crawler.network.refusals import Refused
from crawler.rendering import RefuseAll, find_chromium, rendered, settings_for_rendering
from crawler.rendering.failures import failure_of
from crawler.rendering.room import Room
from rivalscope.storage import Store

CHROMIUM = find_chromium(os.environ)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: install Debian's package chromium"
)

pytestmark = pytest.mark.timeout(300)  # browsers on a busy machine

#: Ways in which a page asks for an address; each is tried with every one of HOSTS for HOST.
ATTEMPTS = {
    "img": "<img src='http://HOST/'>",
    "iframe": "<iframe src='http://HOST/'></iframe>",
    "iframe_of_a_file": "<iframe src='file:///etc/passwd'></iframe>",
    "script": "<script src='http://HOST/'></script>",
    "style": "<link rel=stylesheet href='http://HOST/'>",
    "css": "<style>@import 'http://HOST/'; body { background: url(http://HOST/b) }</style>",
    "font": "<style>@font-face { font-family: f; src: url(http://HOST/) } p { font-family: f }"
    "</style><p>text",
    "video": "<video src='http://HOST/' autoplay></video>",
    "object": "<object data='http://HOST/'></object><embed src='http://HOST/e'>",
    "fetch": "<script>fetch('http://HOST/', {mode: 'no-cors'})</script>",
    "https": "<script>fetch('https://HOST/', {mode: 'no-cors'})</script>",
    "xhr": "<script>{ let x = new XMLHttpRequest(); x.open('POST', 'http://HOST/'); x.send('a') }"
    "</script>",
    "beacon": "<script>navigator.sendBeacon('http://HOST/', 'a')</script>",
    "event_source": "<script>new EventSource('http://HOST/')</script>",
    "web_socket": "<script>new WebSocket('ws://HOST/'); new WebSocket('wss://HOST/')</script>",
    "worker": "<script>new Worker(URL.createObjectURL(new Blob(["
    "\"fetch('http://HOST/', {mode: 'no-cors'})\"])))</script>",
    "service_worker": "<script>navigator.serviceWorker?.register('/worker.js');"
    "fetch('http://HOST/sw', {mode: 'no-cors'})</script>",
    "shared_worker": "<script>new SharedWorker('data:text/javascript,"
    'fetch("http://HOST/", {mode: "no-cors"})\')</script>',
    "form": "<form action='http://HOST/' method=post></form>"
    "<script>document.forms[0].submit()</script>",
    "location": "<script>location.href = 'http://HOST/'</script>",
    "refresh": "<meta http-equiv=refresh content='0; url=http://HOST/'>",
    "window": "<script>window.open('http://HOST/')</script>",
    "click": "<a id=a href='http://HOST/' ping='http://HOST/p' target=_blank>a</a>"
    "<script>a.click()</script>",
    "dns_prefetch": "<link rel=dns-prefetch href='//HOST'>",
    "preconnect": "<link rel=preconnect href='http://HOST/'>",
    "prefetch": "<link rel=prefetch href='http://HOST/'><link rel=preload as=script"
    " href='http://HOST/'><link rel=modulepreload href='http://HOST/'>",
    "speculation": "<script type=speculationrules>"
    '{"prerender": [{"source": "list", "urls": ["http://HOST/"]}],'
    ' "prefetch": [{"source": "list", "urls": ["http://HOST/p"]}]}</script>',
    "redirected_fetch": "<script>fetch('/to?http://HOST/', {mode: 'no-cors'})</script>",
    "redirected_iframe": "<iframe src='/to?http://HOST/'></iframe>",
    "webrtc": "<iframe id=f></iframe><script>for (const w of [window, f.contentWindow]) {"
    "const c = w.RTCPeerConnection; if (!c) continue; const p = new c({iceServers: ["
    "{urls: 'stun:HOST'}, {urls: 'turn:HOST?transport=udp', username: 'a', credential: 'b'},"
    "{urls: 'turn:HOST?transport=tcp', username: 'a', credential: 'b'}]});"
    "p.createDataChannel('x'); p.createOffer().then(o => p.setLocalDescription(o)) }</script>",
    "web_transport": "<script>window.WebTransport && new WebTransport('https://HOST/')</script>",
}
HOSTS = (
    "127.0.0.1",
    "localhost",
    "a.localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",  # ruff: ignore[hardcoded-bind-all-interfaces] - asked for, not bound
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "inner.example",
    "user@127.0.0.1",
)
#: Attempts that show at the proxy by their own host; the others are given a second.
SHOWN = (
    "img",
    "script",
    "style",
    "fetch",
    "xhr",
    "beacon",
    "worker",
    "redirected_fetch",
)
METADATA = "169.254.169.254"


class Canary:
    """Listens where nothing of ours may ever come: TCP and UDP, IPv4 and IPv6, on one port."""

    def __init__(self):
        self.met = []
        self._sockets = []
        self.port = self._listen(socket.AF_INET, socket.SOCK_STREAM, "127.0.0.1", 0)
        self._listen(socket.AF_INET, socket.SOCK_DGRAM, "127.0.0.1", self.port)
        with suppress(OSError):  # a machine without IPv6
            self._listen(socket.AF_INET6, socket.SOCK_STREAM, "::1", self.port)

    def _listen(self, family, kind, address, port):
        listening = socket.socket(family, kind)
        listening.bind((address, port))
        if kind == socket.SOCK_STREAM:
            listening.listen(100)
        listening.settimeout(0)
        self._sockets.append(listening)
        return listening.getsockname()[1]

    def meetings(self):
        """How many came since it was asked last."""
        met = 0
        for listening in self._sockets:
            with suppress(BlockingIOError):
                while True:
                    if listening.type == socket.SOCK_DGRAM:
                        listening.recvfrom(100)
                    else:
                        listening.accept()[0].close()
                    met += 1
        return met

    def close(self):
        for listening in self._sockets:
            listening.close()


@dataclass
class Site:
    """Answers every host's requests, asked as a proxy or directly; keeps what it was asked for."""

    pages: dict
    asked: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    port: int = 0

    async def serve(self, reader, writer):
        with suppress(ConnectionError, EOFError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.heads.append(head)
            target = head.split(" ", 2)[1]
            self.asked.append(target)
            writer.write(self.answer(target))
            await writer.drain()
        writer.close()

    def answer(self, target):
        path = "/" + target.split("/", 3)[3] if target.startswith("http") else target
        if path.startswith("/to?"):
            return self.raw(b"", f"302 Found\r\nLocation: {path[4:]}")
        body = self.pages.get(path)
        if body is None:
            return self.raw(b"nothing here", "404 Not Found")
        if path.endswith(".zip"):
            return self.raw(body, "200 OK\r\nContent-Disposition: attachment", "application/zip")
        return self.raw(body, "200 OK", "text/plain" if path == "/robots.txt" else "text/html")

    def raw(self, body, status, content_type="text/html"):
        body = body.encode() if isinstance(body, str) else body
        head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nConnection: close\r\n"
        return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body

    @asynccontextmanager
    async def serving(self, *, tls=None):
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0, ssl=tls)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()
            await server.wait_closed()


@dataclass
class Attempted:
    """What came of each attempt."""

    met: dict = field(default_factory=dict)
    """Attempt -> how often the canary was met."""
    refused: dict = field(default_factory=dict)
    """Host -> why the proxy refused it."""
    went_through: list = field(default_factory=list)
    over_tls: list = field(default_factory=list)
    """What the browser said of one page over TLS: trusting its certificate, and not."""


def self_signed(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "shop.example")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    builder = builder.public_key(key.public_key()).serial_number(1)
    builder = builder.not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
    builder = builder.not_valid_after(datetime(2126, 1, 1, tzinfo=UTC))
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "shop.pem"
    path.write_bytes(secret + builder.sign(key, hashes.SHA256()).public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


async def read_over_tls(browser, *, trusting):
    from playwright.async_api import Error  # ruff: ignore[import-outside-top-level]

    context = await browser.new_context(ignore_https_errors=trusting)
    page = await context.new_page()
    try:
        await page.goto("https://shop.example/tls")
        return await page.content()
    except Error as error:
        return error.message
    finally:
        await context.close()


def marked(name):
    return f"{name.replace('_', '-')}.localhost"


def hostile_page(name, port):
    hosts = [f"{host}:{port}" for host in (*HOSTS, marked(name))]
    pieces = [ATTEMPTS[name].replace("HOST", host) for host in (*hosts, METADATA)]
    return "<!doctype html><body>" + "\n".join(pieces)


async def attempt_everything(tls):
    from playwright.async_api import async_playwright  # ruff: ignore[import-outside-top-level] - an extra

    from crawler.rendering.chromium import context_options, launch_options  # ruff: ignore[import-outside-top-level]

    canaries = {name: Canary() for name in ATTEMPTS}
    site = Site({f"/{name}": hostile_page(name, one.port) for name, one in canaries.items()})
    secure = Site({"/tls": "<body>tunnelled"})
    result = Attempted()

    async def resolve(name):
        await asyncio.sleep(0)
        return ["127.0.0.1"] if name == "inner.example" else ["1.2.3.4"]

    async def connect(address, port):
        result.went_through.append((address, port))
        reached = site if port == 80 else secure
        return await asyncio.open_connection("127.0.0.1", reached.port)

    proxy = FilteringProxy(
        Directly(resolve=resolve, connect=connect),
        limits=Limits(connections_at_once=1000, page_connections=5000),
    )
    async with site.serving(), secure.serving(tls=tls), async_playwright() as playwright:
        await proxy.start()
        browser = await playwright.chromium.launch(**launch_options(CHROMIUM, proxy=proxy))
        for some in in_parts(list(ATTEMPTS), 11):
            await proxy.start_page()
            context = await browser.new_context(**context_options("Rivalscope/0.1"))
            await asyncio.gather(*(attempt(context, name, proxy=proxy) for name in some))
            await context.close()
            result.refused |= proxy.refusals
        result.over_tls = [await read_over_tls(browser, trusting=one) for one in (True, False)]
        await browser.close()
        await proxy.stop()
    for name, canary in canaries.items():
        result.met[name] = canary.meetings()
        canary.close()
    return result


async def attempt(context, name, *, proxy):
    from playwright.async_api import Error  # ruff: ignore[import-outside-top-level]

    from crawler.rendering.page import prepare  # ruff: ignore[import-outside-top-level]

    page = await context.new_page()
    request = Request(f"http://hostile.example/{name}")
    await prepare(page, request)
    with suppress(Error):
        await page.goto(request.url, wait_until="commit")
        await asyncio.sleep(1)
    for _ in range(200 if name in SHOWN else 0):
        if marked(name) in proxy.refusals:
            break
        await asyncio.sleep(0.1)
    await page.close()


def in_parts(items, size):
    return [items[start : start + size] for start in range(0, len(items), size)]


@pytest.fixture(scope="module")
def attempted(tmp_path_factory):
    return asyncio.run(attempt_everything(self_signed(tmp_path_factory.mktemp("tls"))))


@needs_chromium
class TestWhatNoPageReaches:
    @pytest.mark.parametrize("name", ATTEMPTS)
    def test_no_page_reaches_this_machine_or_its_network(self, attempted, name):
        assert attempted.met[name] == 0

    @pytest.mark.parametrize("name", SHOWN)
    def test_the_attempts_were_made_and_the_proxy_refused_them(self, attempted, name):
        assert attempted.refused[marked(name)].is_final

    def test_every_spelling_was_refused(self, attempted):
        refused = attempted.refused
        assert {"127.0.0.1", "localhost", "::1", "inner.example", METADATA} <= refused.keys()

    def test_nothing_but_the_page_s_own_host_was_connected_to(self, attempted):
        assert set(attempted.went_through) == {("1.2.3.4", 80), ("1.2.3.4", 443)}

    def test_pages_over_tls_come_through_a_tunnel_and_certificates_count(self, attempted):
        trusting, strict = attempted.over_tls
        assert "tunnelled" in trusting
        assert "ERR_CERT_AUTHORITY_INVALID" in strict


def test_the_canary_notices_whoever_comes():
    canary = Canary()
    socket.create_connection(("127.0.0.1", canary.port)).close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending:
        sending.sendto(b"x", ("127.0.0.1", canary.port))
    assert canary.meetings() == 2
    canary.close()


#: What Scrapy does with each address, told as one JSON object a line.
SPIDER = """
import json, sys, time
import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from crawler.rendering import rendered, settings_for_rendering

class Pages(scrapy.Spider):
    name = "pages"
    handle_httpstatus_list = [404]

    async def start(self):
        for url in self.urls:
            headers = {"If-None-Match": '"a"'}
            request = scrapy.Request(url, self.parse, errback=self.fail, headers=headers)
            yield rendered(request.replace(dont_filter=True, meta={"asked": url}))

    def parse(self, response):
        self.tell(response, url=response.url, status=response.status, body=response.text,
                  content_type=response.headers["Content-Type"].decode())

    def fail(self, failure):
        self.tell(failure, error=type(failure.value).__name__, reason=str(failure.value))

    def tell(self, outcome, **told):
        told["not_fetched"] = outcome.request.meta["not_fetched"]
        told["left"] = [name for name in outcome.request.meta if name.startswith("playwright_")]
        print(json.dumps({outcome.request.meta["asked"]: told}), flush=True)

ordinary, urls = json.loads(sys.argv[1])
process = AsyncCrawlerProcess(ordinary)
for seconds, some in urls:
    crawler = process.create_crawler(Pages)
    crawler.settings.set("DOWNLOAD_TIMEOUT", seconds)
    crawler.settings.update(settings_for_rendering(crawler.settings), priority="spider")
    process.crawl(crawler, urls=some)
process.start()
"""
TEXT = "The parcel came late."
BY_FETCH = """<!doctype html><meta charset=windows-1250><body><div id=r></div><script>
fetch('/api').then(a => a.text()).then(t => { r.textContent = t + ' žluť' })
</script>""".encode("windows-1250")
ENDLESS = """<!doctype html><body><div id=list></div><p id=end>end</p><script>
let n = 0
new IntersectionObserver(([entry]) => { if (entry.isIntersecting) list.insertAdjacentHTML(
    'beforeend', '<p style="height: 3000px">more ' + ++n + ' </p>') }).observe(end)
</script>"""
PAGES = {
    "/fetch": BY_FETCH,
    "/api": TEXT,
    "/endless": ENDLESS,
    "/dialogs": "<body><script>alert(1); document.title = [prompt('?'), confirm('!')]</script>",
    "/hangs": "<body>before<script>setTimeout(() => { for (;;) {} }, 100)</script>",
    "/elsewhere": "<body>stays<script>location.href = '/api'</script>",
    "/refresh": "<meta http-equiv=refresh content='0; url=/api'>moved",
    "/images": "<body><img src=/i.png><video src=/v.mp4></video><script src=/s.js></script>",
    "/inside": "<body>seen<script>fetch('http://10.0.0.1/')</script>",
    "/hungry": "<body><script>window.kept = []; setInterval(() => kept.push("
    "new Uint8Array(1e8).fill(1)), 10)</script>",
    "/frames": "<body>outer<iframe src=/inner></iframe>",
    "/file.zip": b"PK",
    "/large": "<body><script>document.body.textContent = 'x'.repeat(300000)</script>",
}
APART = {"/api", "/hangs", "/hungry"}
INSIDE = ("http://10.0.0.1/", "http://inner.localhost/")
REDIRECTED = ("/to?http://shop.example/fetch", "/to?http://10.0.0.1/", "/to?http://[::1]:8080/")


@dataclass
class Crawled:
    """What Scrapy was told of each address, and what was asked for."""

    told: dict
    asked: list
    heads: list

    def of(self, path):
        return self.told[f"http://shop.example{path}"]


async def crawl_pages():
    site = Site(PAGES)
    paths = [path for path in (*PAGES, *REDIRECTED, "/gone") if path not in APART]
    urls = [*(f"http://shop.example{path}" for path in paths), *INSIDE]
    crawls = [
        (5, ["http://shop.example/hangs", *urls[::4]]),
        (5, [url for url in urls if url not in urls[::4]]),
        (60, ["http://shop.example/hungry"]),  # filling memory takes a busy machine its time
    ]
    async with site.serving():
        settings = {
            "RIVALSCOPE_PROXY": f"http://127.0.0.1:{site.port}",
            "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
            "USER_AGENT": "Rivalscope/0.1 (+http://ours.example/bot)",
            "DOWNLOAD_MAXSIZE": 200_000,
            "RETRY_ENABLED": False,
            "METAREFRESH_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "LOG_LEVEL": "ERROR",
        }
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "error::ResourceWarning", "-c", SPIDER),
            json.dumps([settings, crawls]),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        out, log = await child.communicate()
    told = {}
    for line in out.splitlines():
        told |= json.loads(line)
    assert child.returncode == 0, log.decode()
    assert not log, log.decode()
    return Crawled(told, site.asked, site.heads)


@pytest.fixture(scope="module")
def pages():
    return asyncio.run(crawl_pages())


@needs_chromium
class TestWhatIsRead:
    def test_a_page_is_read_as_its_scripts_have_left_it(self, pages):
        page = pages.of("/fetch")
        assert page["status"] == 200
        assert f"{TEXT} žluť" in page["body"]
        assert page["content_type"] == "text/html; charset=utf-8"

    def test_we_say_who_we_are_and_ask_no_conditional_question(self, pages):
        asked = [head.lower() for head in pages.heads if "shop.example/fetch" in head]
        assert asked
        assert all("user-agent: rivalscope/0.1 (+http://ours.example/bot)" in one for one in asked)
        assert not any("if-none-match" in one for one in asked)

    def test_a_page_is_scrolled_a_bounded_number_of_times(self, pages):
        body = pages.of("/endless")["body"]
        assert "more 3 " in body
        assert "more 9 " not in body

    def test_dialogs_are_dismissed(self, pages):
        assert "<title>,false</title>" in pages.of("/dialogs")["body"]

    def test_a_page_that_hangs_is_given_up_and_the_others_are_read(self, pages):
        page = pages.of("/hangs")
        assert page["error"] == "DownloadTimeoutError"
        assert "10 seconds" in page["reason"]

    def test_scripts_do_not_lead_to_another_page(self, pages):
        assert "stays" in pages.of("/elsewhere")["body"]

    def test_a_page_that_takes_all_memory_is_given_up(self, pages):
        page = pages.of("/hungry")
        assert page["error"] == "Refused"
        assert "1024 MiB of memory" in page["reason"]

    def test_frames_are_not_loaded(self, pages):
        assert "outer" in pages.of("/frames")["body"]
        assert not any("/inner" in url for url in pages.asked)

    def test_what_is_no_text_is_not_loaded(self, pages):
        asked = {url.rpartition("/")[2] for url in pages.asked}
        assert "s.js" in asked
        assert not asked & {"i.png", "v.mp4"}

    def test_a_refused_request_of_a_page_is_told_with_the_page(self, pages):
        page = pages.of("/inside")
        assert "seen" in page["body"]
        assert any("10.0.0.1" in one for one in page["not_fetched"])
        assert pages.of("/fetch")["not_fetched"] == []

    def test_a_missing_page_has_its_status(self, pages):
        assert pages.of("/gone")["status"] == 404

    def test_a_download_is_refused(self, pages):
        assert pages.of("/file.zip")["error"] == "Refused"

    def test_a_page_that_grows_too_large_is_refused(self, pages):
        assert "larger than 0.191 MiB" in pages.of("/large")["reason"]

    def test_a_page_that_refreshes_itself_stays_for_our_middleware_to_follow(self, pages):
        assert "http-equiv" in pages.of("/refresh")["body"]

    def test_redirects_are_followed_by_scrapy(self, pages):
        page = pages.of(REDIRECTED[0])
        assert page["url"] == "http://shop.example/fetch"
        assert TEXT in page["body"]

    @pytest.mark.parametrize(
        "url", [*INSIDE, *(f"http://shop.example{path}" for path in REDIRECTED[1:])]
    )
    def test_a_page_inside_is_refused_in_words(self, pages, url):
        assert pages.told[url]["error"] == "Refused"
        assert "no public address" in pages.told[url]["reason"]

    def test_the_configured_proxy_is_asked_for_nothing_inside(self, pages):
        assert {url.split("/")[2] for url in pages.asked} == {"shop.example"}

    def test_requests_keep_nothing_of_the_browser(self, pages):
        assert {name for page in pages.told.values() for name in page["left"]} <= {
            "playwright_context",
            "playwright_security_details",
        }


SHOP = "http://shop.example"


def by_script(path):
    """A page that shows nothing until its script has fetched what *path* answers."""
    return (
        "<!doctype html><title>Reviews</title><main id=m>Loading ...</main><script>"
        f"fetch('{path}').then(a => a.text()).then(t => {{ m.innerHTML = t }})</script>"
    )


@needs_chromium
class TestACrawl:
    def test_reviews_that_only_scripts_show_are_read_and_kept(self, site, crawled, review_page):
        site.page(f"{SHOP}/reviews", by_script("/part?1"))
        site.page(f"{SHOP}/part?1", review_page(1, 2, after="/reviews?page=2"))
        site.page(f"{SHOP}/reviews?page=2", by_script("/part?2"))
        site.page(f"{SHOP}/part?2", review_page(3))
        site.page(f"{SHOP}/private/reviews", by_script("/part?1"))
        site.page(f"{SHOP}/curious", "<body><script>fetch('http://10.0.0.1/')</script>Hello")
        ended, settings = crawled(
            f"id: js, platform: shop, render: true, url: '{SHOP}/reviews'",
            f"id: plain, platform: shop, url: '{SHOP}/reviews'",
            f"id: denied, platform: shop, render: true, url: '{SHOP}/private/reviews'",
            f"id: curious, platform: shop, render: true, url: '{SHOP}/curious'",
        )
        assert (ended["js"].state, ended["js"].pages, ended["js"].new) == ("ok", 2, 3)
        assert ended["plain"].state == "layout_changed"
        assert ended["denied"].state == "robots_denied"
        assert f"{SHOP}/private/reviews" not in site.asked
        assert ended["curious"].state == "layout_changed"
        assert "10.0.0.1 is no public address" in ended["curious"].reason
        assert not any("10.0.0.1" in url for url in site.asked)
        (agent,) = site.agents
        assert agent.startswith("Rivalscope/")
        with Store(settings.database) as store:
            (text, _), *_ = store.reviews.to_understand("any")
            stored = store.reviews.find(text.id)
            snapshot = store.pages.find(stored.snapshot, url=stored.page_url)
        assert b"th parcel came" in snapshot.body
        assert snapshot.encoding == "utf-8"


class TestWhatIsMissing:
    def test_a_source_says_what_to_install(self, site, crawled, monkeypatch):
        monkeypatch.setenv("RIVALSCOPE_CHROMIUM", "/nonexistent/chromium")
        ended, _ = crawled(f"id: js, platform: shop, render: true, url: '{SHOP}/reviews'")
        assert ended["js"].state == "error"
        assert "install Debian's package chromium" in ended["js"].reason
        assert site.asked == []

    def test_without_chromium_every_request_is_refused_with_what_to_install(self, monkeypatch):
        monkeypatch.setenv("PATH", "/nonexistent")
        ordinary = Settings({"DOWNLOADER_MIDDLEWARES": {"a": 1}})
        settings = settings_for_rendering(ordinary, environment={})
        assert settings["DOWNLOADER_MIDDLEWARES"]["a"] == 1
        assert "DOWNLOAD_HANDLERS" not in settings
        refusing = RefuseAll(settings["RIVALSCOPE_NOT_RENDERED"])
        with pytest.raises(Refused, match="Debian's package chromium") as refused:
            refusing.process_request(Request("http://shop.example/"))
        assert refused.value.state == "error"

    def test_without_the_extra_the_command_to_install_it_is_told(self):
        code = "from crawler.rendering import why_not_rendered\nprint(why_not_rendered({}))"
        told = without_playwright(code)
        assert "pip install 'rivalscope[js]'" in told

    def test_a_chromium_that_is_named_is_used(self, tmp_path):
        chosen = tmp_path / "my-chromium"
        chosen.write_text("#!/bin/sh\n")
        chosen.chmod(0o755)
        assert find_chromium({"RIVALSCOPE_CHROMIUM": str(chosen)}) == str(chosen)
        assert find_chromium({"RIVALSCOPE_CHROMIUM": str(tmp_path / "none")}) is None


def without_playwright(code):
    hidden = "import sys; sys.modules['scrapy_playwright'] = None\n"
    return subprocess.run(
        [sys.executable, "-c", hidden + code], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("module", ["rivalscope.cli", "crawler.runs.run", "crawler.rendering"])
def test_an_ordinary_start_imports_no_browser_code(module):
    code = f"import sys, {module}; print([m for m in sys.modules if 'playwright' in m])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (socket.gaierror("no such host"), CannotResolveHostError),
        (ConnectionRefusedError(), DownloadConnectionRefusedError),
        (TimeoutError(), DownloadTimeoutError),
        (EOFError(), DownloadFailedError),
    ],
)
def test_a_host_that_is_not_reached_is_told_as_scrapy_tells_it(cause, kind):
    refusal = RefusalError("not reached", status=HTTPStatus.BAD_GATEWAY, host="shop.example")
    refusal.__cause__ = cause
    assert type(failure_of("net::ERR_TUNNEL_CONNECTION_FAILED", refusal=refusal)) is kind


@pytest.mark.parametrize(
    ("message", "kind", "told"),
    [
        ("net::ERR_CERT_DATE_INVALID", DownloadFailedError, "certificate"),
        ("Timeout 20000ms exceeded.", DownloadTimeoutError, "Timeout"),
        ("net::ERR_EMPTY_RESPONSE", DownloadFailedError, "EMPTY"),
    ],
)
def test_what_the_browser_says_is_told_as_scrapy_tells_it(message, kind, told):
    failure = failure_of(message, refusal=None)
    assert type(failure) is kind
    assert told in str(failure)


def test_so_many_pages_have_a_place_and_whoever_waits_is_seen():
    async def talk():
        room = Room(1)
        async with room.place():
            waiting = asyncio.ensure_future(enter(room))
            await asyncio.sleep(0)
            wanted = room.is_wanted
            assert not waiting.done()
        await waiting
        return wanted, room.is_wanted

    async def enter(room):
        async with room.place():
            pass

    assert asyncio.run(talk()) == (True, False)


def test_an_ordinary_request_is_not_rendered():
    assert "playwright" not in Request("http://shop.example/").meta
    assert rendered(Request("http://shop.example/")).meta["playwright"]
