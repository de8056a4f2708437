"""Receivers of messages on this machine: a mail server and a web server, both real."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from aiosmtpd.controller import Controller


class Mailbox:
    """A mail server that keeps what it takes; what it does before can be set."""

    def __init__(self):
        self.mails = []
        self.answer = "250 taken"
        self.before = lambda: None
        self.refused = set()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_RCPT(self, server, session, envelope, address, options):  # ruff: ignore[invalid-function-name] - aiosmtpd's
        if address in self.refused:
            return "550 nobody here of that name"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):  # ruff: ignore[invalid-function-name] - aiosmtpd's
        self.before()
        if self.answer.startswith("250"):
            self.mails.append(envelope.content.decode())
        return self.answer

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}/?from=watch@acme.example&to=team@acme.example"

    @property
    def ids(self):
        return [header(mail, "Message-ID") for mail in self.mails]


def header(mail, name):
    lines = mail.replace("\r\n ", " ").splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith(f"{name}: "))


class Receiver:
    """A web server that keeps the JSON it is sent; how it answers can be set."""

    def __init__(self):
        self.bodies = []
        self.headers = []
        self.asked = []
        self.status = 204
        self.location = None
        self.before = lambda: None
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.before()
                if outer.status // 100 == 2:
                    outer.bodies.append(json.loads(body))
                    outer.headers.append(dict(self.headers))
                try:
                    self.send_response(outer.status)
                    if outer.location:
                        self.send_header("Location", outer.location)
                    self.end_headers()
                except OSError:  # who asked is dead
                    self.close_connection = True

            def do_GET(self):
                outer.bodies.append("asked")
                outer.asked.append(self.path)
                self.send_response(200 if outer.status // 100 == 2 else outer.status)
                if outer.location and outer.status // 100 == 3:
                    self.send_header("Location", outer.location)
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/hooks/team-secret"

    @property
    def ids(self):
        return [body["id"] for body in self.bodies]


@pytest.fixture
def mailbox():
    box = Mailbox()
    box.server.start()
    yield box
    box.server.stop()


@pytest.fixture
def receiver():
    hook = Receiver()
    thread = threading.Thread(target=hook.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield hook
    hook.server.shutdown()
    hook.server.server_close()
    thread.join(5)
