"""The demo market's web server: every host of it on one free port of this machine."""

import socket
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from rivalscope.demo.plan import Market
from rivalscope.demo.site import Page, pages

_NOT_FOUND = Page(
    body=b"<!DOCTYPE html>\n<title>Not found</title>\n<h1>Not found</h1>\n",
    content_type="text/html; charset=utf-8",
)


class DemoSite:
    """A market ready to be served."""

    def __init__(self, market: Market) -> None:
        self.pages: Mapping[str, Page] = pages(market)
        """By URL, as a crawler stores it."""

    @contextmanager
    def serving(self) -> Generator[str]:
        """Serve in the background; gives ``http://127.0.0.1:PORT``.

        Use it as an HTTP proxy, or send a ``Host`` header: either way a page keeps the one URL it
        has in ``pages``, whatever the port. All connections are closed on leaving.
        """
        server = _Server(self.pages)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.hang_up()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them
    request_queue_size = 64

    def __init__(self, content: Mapping[str, Page]) -> None:
        self.pages = content
        self._connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        self._connections.add(connection)
        return connection, address

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        if isinstance(request, socket.socket):
            self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep open, so that their threads end."""
        for connection in tuple(self._connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the client was faster


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        page = self._answer()
        if page is not None:
            self.wfile.write(page.body)

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> Page | None:
        """Send the status and headers; the page whose body may follow, None where none may."""
        page = self.server.pages.get(self._url())
        if page is None:
            self._send_head(HTTPStatus.NOT_FOUND, _NOT_FOUND)
            return _NOT_FOUND
        if self._already_has(page):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", page.etag)
            self.end_headers()
            return None
        self._send_head(HTTPStatus.OK, page)
        return page

    def _url(self) -> str:
        """Address asked for: whole in the request line (RFC 9112, 3.2.2), or by ``Host``."""
        if self.path.startswith("/"):
            asked = urlsplit(f"http://{self.headers.get('Host', '')}{self.path}")
        else:
            asked = urlsplit(self.path)
        host = asked.netloc.lower().removesuffix(":80")
        query = f"?{asked.query}" if asked.query else ""
        return f"http://{host}{asked.path or '/'}{query}"

    def _already_has(self, page: Page) -> bool:
        """Whether a conditional request names this version (weak comparison, RFC 9110, 13.1.2)."""
        known = self.headers.get("If-None-Match", "")
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return page.etag in tags or "*" in tags

    def _send_head(self, status: HTTPStatus, page: Page) -> None:
        self.send_response(status)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(page.body)))
        if status is HTTPStatus.OK:
            self.send_header("ETag", page.etag)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # ruff: ignore[builtin-argument-shadowing] - the base's name
        """Say nothing: the crawl has its own log."""
