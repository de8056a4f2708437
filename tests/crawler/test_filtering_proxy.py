"""The browser's proxy, spoken to over real sockets: what it lets through, and what never."""

import asyncio
from base64 import b64encode
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest

from crawler.filtering_proxy import Directly, FilteringProxy, Limits, Through

PUBLIC = "1.2.3.4"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"


@dataclass
class Host:
    """A server on loopback that gives one answer to each connection and keeps what it was sent."""

    answer: bytes = ANSWER
    heads: list = field(default_factory=list)
    bodies: list = field(default_factory=list)
    streams: list = field(default_factory=list)
    port: int = 0

    async def serve(self, reader, writer):
        self.streams.append(writer)
        with suppress(ConnectionError, EOFError):
            await self.speak(reader, writer)
        writer.close()

    async def speak(self, reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        self.heads.append(head.decode())
        if head.startswith(b"CONNECT") and b" 200 " in self.answer:
            writer.write(b"HTTP/1.1 200 Fine\r\n\r\n")
            while echoed := await reader.read(1000):
                writer.write(echoed.upper())
                await writer.drain()
            return
        if b"content-length: " in head:
            length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
            self.bodies.append(await reader.readexactly(length))
        writer.write(self.answer)
        await writer.drain()


class Names:
    """Answers as a name server, with another answer each time if there are several."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    async def __call__(self, name):
        self.asked.append(name)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Dial:
    """Notes where the proxy connects to, and connects to a server of the test instead."""

    def __init__(self, host, *, deaf):
        self.host = host
        self.deaf = deaf
        self.dialled = []

    async def __call__(self, address, port):
        if address == self.deaf:
            raise ConnectionRefusedError
        self.dialled.append((address, port))
        return await asyncio.open_connection("127.0.0.1", self.host.port)


@dataclass
class Setting:
    """A proxy, the host behind it, and how to talk to the proxy."""

    proxy: FilteringProxy
    host: Host
    dial: Dial

    @property
    def credential(self):
        login = f"{self.proxy.username}:{self.proxy.password}"
        return f"Proxy-Authorization: Basic {b64encode(login.encode()).decode()}\r\n"

    async def connect(self):
        return await asyncio.open_connection("127.0.0.1", int(self.proxy.url.rpartition(":")[2]))

    async def says(self, raw):
        """All that the proxy answers to *raw* bytes."""
        reader, writer = await self.connect()
        writer.write(raw)
        try:
            return await reader.read()
        finally:
            writer.close()

    async def asks(self, line, *, headers="", body=""):
        return await self.says(f"{line}\r\n{self.credential}{headers}\r\n{body}".encode())

    async def gets(self, url):
        return await self.asks(f"GET {url} HTTP/1.1")

    async def opens_tunnel(self, target="shop.example:443"):
        reader, writer = await self.connect()
        writer.write(f"CONNECT {target} HTTP/1.1\r\n{self.credential}\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        return head, reader, writer


@asynccontextmanager
async def setting(*, names=None, answer=ANSWER, upstream=False, deaf=None, **limits):
    host = Host(answer=answer)
    server = await asyncio.start_server(host.serve, "127.0.0.1", 0)
    host.port = server.sockets[0].getsockname()[1]
    dial = Dial(host, deaf=deaf)
    way = Directly(resolve=names or Names([PUBLIC]), connect=dial)
    if upstream:
        way = Through(f"http://ann:s%40cret@127.0.0.1:{host.port}")
    proxy = FilteringProxy(way, limits=Limits(**limits))
    await proxy.start()
    try:
        yield Setting(proxy, host, dial)
    finally:
        await proxy.stop()
        server.close()
        await server.wait_closed()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        pending = (await asyncio.wait(left, timeout=2))[1] if left else set()
        assert not pending


def talked(talk, **options):
    """What the coroutine function *talk* gives, talking to a proxy; nothing is left running."""

    async def whole():
        async with setting(**options) as place:
            return await asyncio.wait_for(talk(place), 20)

    return asyncio.run(whole(), debug=False)


def status(answer):
    return int(answer.split(b" ", 2)[1])


class TestWhatGoesThrough:
    def test_a_page_comes_through_and_its_host_hears_only_what_is_for_it(self):
        async def talk(place):
            headers = "Accept: */*\r\nConnection: x-hop\r\nX-Hop: 1\r\nHost: other.example\r\n"
            answer = await place.asks("GET http://shop.example/a?b=c HTTP/1.1", headers=headers)
            return answer, place.host.heads, place.dial.dialled

        answer, (head,), dialled = talked(talk)
        assert answer.endswith(b"\r\n\r\nhello")
        assert head == (
            "GET /a?b=c HTTP/1.1\r\nhost: shop.example\r\naccept: */*\r\nconnection: close\r\n\r\n"
        )
        assert dialled == [(PUBLIC, 80)]

    def test_a_body_is_carried_to_its_host(self):
        async def talk(place):
            await place.asks(
                "POST http://shop.example/ HTTP/1.1", headers="Content-Length: 4\r\n", body="sent"
            )
            return place.host.bodies

        assert talked(talk) == [b"sent"]

    def test_a_connection_is_never_used_for_a_second_host(self):
        async def talk(place):
            first = f"GET http://shop.example/ HTTP/1.1\r\n{place.credential}\r\n"
            second = f"GET http://rival.example/ HTTP/1.1\r\n{place.credential}\r\n"
            answer = await place.says((first + second).encode())
            return answer, place.host.heads

        answer, heads = talked(talk)
        assert b"connection: close" in answer
        assert len(heads) == 1

    def test_a_tunnel_carries_both_ways(self):
        async def talk(place):
            place.host.answer = b" 200 "
            head, reader, writer = await place.opens_tunnel()
            # what comes first on the connection is for the host, and the host of this test
            # takes it for a head
            writer.write(b"CONNECT \r\n\r\n")
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"secret")
            carried = await reader.readexactly(6)
            writer.close()
            return head, carried, place.dial.dialled

        head, carried, dialled = talked(talk)
        assert status(head) == 200
        assert carried == b"SECRET"
        assert dialled == [(PUBLIC, 443)]

    def test_interim_answers_are_left_out(self):
        answer = talked(
            lambda place: place.gets("http://shop.example/"),
            answer=b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + ANSWER,
        )
        assert status(answer) == 200

    def test_the_next_address_is_tried_where_one_does_not_answer(self):
        async def talk(place):
            return await place.gets("http://shop.example/"), place.dial.dialled

        answer, dialled = talked(talk, names=Names([PUBLIC, "8.8.8.8"]), deaf=PUBLIC)
        assert status(answer) == 200
        assert dialled == [("8.8.8.8", 80)]


class TestBehindAnotherProxy:
    def test_pages_are_asked_of_it_by_their_whole_address_and_with_its_login(self):
        async def talk(place):
            return await place.gets("http://shop.example/a"), place.host.heads

        answer, (head,) = talked(talk, upstream=True)
        login = b64encode(b"ann:s@cret").decode()
        assert answer.endswith(b"hello")
        assert head.startswith("GET http://shop.example/a HTTP/1.1\r\n")
        assert f"Proxy-Authorization: Basic {login}\r\n" in head

    def test_tunnels_are_tunnelled_on(self):
        async def talk(place):
            head, reader, writer = await place.opens_tunnel()
            writer.write(b"through two")
            carried = await reader.readexactly(11)
            writer.close()
            return head, carried, place.host.heads

        head, carried, (asked,) = talked(talk, upstream=True)
        assert status(head) == 200
        assert carried == b"THROUGH TWO"
        assert asked.startswith("CONNECT shop.example:443 HTTP/1.1\r\n")

    def test_a_tunnel_it_refuses_is_refused(self):
        async def talk(place):
            answer = await place.asks("CONNECT shop.example:443 HTTP/1.1")
            return answer, place.proxy.refusals

        answer, refusals = talked(talk, upstream=True, answer=b"HTTP/1.1 407 No\r\n\r\n")
        assert status(answer) == 502
        assert "does not tunnel" in refusals["shop.example"].why

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
    def test_it_is_not_asked_for_what_lies_inside(self, host):
        async def talk(place):
            return await place.gets(f"http://{host}/"), place.host.heads

        answer, heads = talked(talk, upstream=True)
        assert status(answer) == 403
        assert heads == []


INSIDE = [
    "127.0.0.1",
    "127.1",
    "0.0.0.0",  # ruff: ignore[hardcoded-bind-all-interfaces] - asked for, not bound
    "2130706433",
    "0x7f000001",
    "017700000001",
    "10.0.0.1",
    "192.168.1.1",
    "172.16.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "224.0.0.1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[fe80::1]",
    "[fd00::1]",
    "[64:ff9b::7f00:1]",
    "localhost",
    "a.localhost",
    "printer.local",
    "metadata.google.internal",
]


class TestWhatIsRefused:
    @pytest.mark.parametrize("line", ["GET http://{}/ HTTP/1.1", "CONNECT {}:443 HTTP/1.1"])
    @pytest.mark.parametrize("host", INSIDE)
    def test_no_spelling_of_an_inner_address_is_reached(self, host, line):
        async def talk(place):
            answer = await place.asks(line.format(host))
            return answer, place.dial.dialled, place.proxy.refusals

        answer, dialled, refusals = talked(talk)
        assert status(answer) == 403
        assert dialled == []
        assert list(refusals) == [host.strip("[]")]

    @pytest.mark.parametrize(
        "answers", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1"], ["fe80::1%eth0"]]
    )
    def test_a_name_that_leads_inside_is_refused_even_if_only_in_part(self, answers):
        async def talk(place):
            answer = await place.gets("http://shop.example/")
            return answer, place.dial.dialled, place.proxy.refusals

        answer, dialled, refusals = talked(talk, names=Names(answers))
        assert status(answer) == 403
        assert dialled == []
        assert answers[-1] in refusals["shop.example"].why

    def test_a_name_that_changes_its_answer_is_connected_to_where_it_was_checked(self):
        names = Names([PUBLIC], ["127.0.0.1"])

        async def talk(place):
            first = await place.gets("http://shop.example/")
            second = await place.gets("http://shop.example/")
            return status(first), status(second), place.dial.dialled

        assert talked(talk, names=names) == (200, 403, [(PUBLIC, 80)])
        assert names.asked == ["shop.example"] * 2

    @pytest.mark.parametrize("port", [22, 25, 3306, 6379, 11211])
    def test_tunnels_lead_to_ports_of_the_web_only(self, port):
        async def talk(place):
            answer = await place.asks(f"CONNECT shop.example:{port} HTTP/1.1")
            return answer, place.dial.dialled

        answer, dialled = talked(talk)
        assert status(answer) == 403
        assert dialled == []

    @pytest.mark.parametrize(
        "credential",
        [
            "",
            "Proxy-Authorization: Basic bm90Om91cnM=\r\n",
            "Proxy-Authorization: Bearer x\r\n",
            "Proxy-Authorization: \xff\r\n",
            "Authorization: Basic bm90Om91cnM=\r\n",
        ],
    )
    def test_a_stranger_gets_nothing_and_leaves_no_trace(self, credential):
        async def talk(place):
            raw = f"GET http://10.0.0.1/ HTTP/1.1\r\n{credential}\r\n".encode("latin-1")
            answer = await place.says(raw)
            tunnel = await place.says(
                f"CONNECT a.example:22 HTTP/1.1\r\n{credential}\r\n".encode("latin-1")
            )
            return answer, tunnel, place.dial.dialled, place.proxy.refusals

        answer, tunnel, dialled, refusals = talked(talk)
        assert {status(answer), status(tunnel)} == {407}
        assert b'Proxy-Authenticate: Basic realm="rivalscope"' in answer
        assert dialled == []
        assert refusals == {}

    @pytest.mark.parametrize(
        "raw",
        [
            "nonsense\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n",
            "GET https://shop.example/ HTTP/1.1\r\n\r\n",
            "GET ftp://shop.example/ HTTP/1.1\r\n\r\n",
            "GET file:///etc/passwd HTTP/1.1\r\n\r\n",
            "GET http://ann:pw@shop.example/ HTTP/1.1\r\n\r\n",
            "GET http://shop.example\\@127.0.0.1/ HTTP/1.1\r\n\r\n",
            "GET http://shop.example:99999/ HTTP/1.1\r\n\r\n",
            "GET http:///path HTTP/1.1\r\n\r\n",
            "GET http://[::1/ HTTP/1.1\r\n\r\n",
            "GET http://shop.example/ HTTP/2\r\n\r\n",
            "GET http://shop.example/\x00 HTTP/1.1\r\n\r\n",
            "GET http://shop.example/ HTTP/1.1\r\nA: b\r\n folded\r\n\r\n",
            "GET http://shop.example/ HTTP/1.1\r\nno colon\r\n\r\n",
            "POST http://shop.example/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST http://shop.example/ HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "POST http://shop.example/ HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "POST http://shop.example/ HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
            "CONNECT shop.example HTTP/1.1\r\n\r\n",
            "CONNECT shop.example:443/path HTTP/1.1\r\n\r\n",
            "CONNECT ann@shop.example:443 HTTP/1.1\r\n\r\n",
            "GET http://shop.example/ HTTP/1.1\r\n" + "A: b\r\n" * 101 + "\r\n",
        ],
    )
    def test_what_is_malformed_is_refused(self, raw):
        async def talk(place):
            line, rest = raw.split("\r\n", 1)
            answer = await place.says(f"{line}\r\n{place.credential}{rest}".encode("latin-1"))
            return answer, place.dial.dialled

        answer, dialled = talked(talk)
        assert status(answer) == 400
        assert dialled == []

    def test_a_request_of_more_than_a_mebibyte_is_refused(self):
        answer = talked(
            lambda place: place.asks(
                "POST http://shop.example/ HTTP/1.1", headers="Content-Length: 1048577\r\n"
            )
        )
        assert status(answer) == 413

    def test_an_endless_head_is_refused(self):
        answer = talked(lambda place: place.says(b"GET http://shop.example/" + b"a" * 70_000))
        assert status(answer) == 431

    def test_a_name_without_address_and_a_host_that_is_down_are_told(self):
        async def nowhere(name):
            await asyncio.sleep(0)
            raise OSError(name)

        async def talk(place):
            answer = await place.gets("http://shop.example/")
            return answer, place.proxy.refusals

        answer, refusals = talked(talk, names=nowhere)
        assert status(answer) == 502
        assert "can't be reached" in refusals["shop.example"].why

    @pytest.mark.parametrize("answer", [b"SSH-2.0-x\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\nx"])
    def test_a_host_that_speaks_no_http_is_told(self, answer):
        got = talked(lambda place: place.gets("http://shop.example/"), answer=answer)
        assert status(got) in {400, 502}


class TestLimits:
    def test_an_answer_that_announces_too_much_is_refused(self):
        answer = talked(
            lambda place: place.gets("http://shop.example/"),
            answer=b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n",
            response_bytes=4000,
        )
        assert status(answer) == 502

    def test_an_answer_that_grows_too_large_is_broken_off_so_that_it_looks_broken(self):
        async def talk(place):
            with pytest.raises(ConnectionResetError):
                await place.gets("http://shop.example/")
            return place.proxy.refusals

        refusals = talked(
            talk,
            answer=b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 5_000_000,
            response_bytes=1_000_000,
        )
        assert "answers with more than" in refusals["shop.example"].why

    def test_a_page_ends_where_all_it_loads_is_too_much_and_a_new_page_begins_anew(self):
        async def talk(place):
            first = await place.gets("http://shop.example/")
            with pytest.raises(ConnectionResetError):
                await place.gets("http://shop.example/")
            told = dict(place.proxy.refusals)
            await place.proxy.start_page()
            return first, told, await place.gets("http://shop.example/"), place.proxy.refusals

        first, told, third, refusals = talked(talk, page_bytes=8)
        assert (status(first), status(third)) == (200, 200)
        assert "the page loads more than" in told["shop.example"].why
        assert refusals == {}

    def test_a_tunnel_counts_towards_the_page_both_ways(self):
        async def talk(place):
            _, reader, writer = await place.opens_tunnel()
            writer.write(b"x" * 5000)
            with pytest.raises(ConnectionResetError):
                await reader.readexactly(5000)
            writer.close()
            return place.proxy.refusals

        assert (
            "the page loads more than"
            in talked(talk, upstream=True, page_bytes=6000)["shop.example"].why
        )

    def test_a_page_has_so_many_connections_and_no_more(self):
        async def talk(place):
            return [status(await place.gets("http://shop.example/")) for _ in range(3)]

        assert talked(talk, page_connections=2) == [200, 200, 403]

    def test_connections_beyond_those_at_once_are_dropped(self):
        async def talk(place):
            _, _, writer = await place.opens_tunnel()
            with pytest.raises(ConnectionResetError):
                await place.gets("http://shop.example/")
            writer.close()

        talked(talk, upstream=True, connections_at_once=1)

    def test_a_client_that_never_finishes_its_head_is_dropped(self):
        async def talk(place):
            reader, writer = await place.connect()
            writer.write(b"GET http://shop.example/")
            with pytest.raises(ConnectionResetError):
                await reader.read()
            writer.close()

        talked(talk, head_seconds=0.05)

    def test_a_host_that_never_answers_is_dropped(self):
        async def talk(place):
            with pytest.raises(ConnectionResetError):
                await place.asks(
                    "POST http://shop.example/ HTTP/1.1", headers="Content-Length: 4\r\n"
                )

        talked(talk, head_seconds=0.1)

    def test_a_name_server_that_never_answers_is_told(self):
        async def silent(name):
            await asyncio.sleep(60)

        answer = talked(
            lambda place: place.gets("http://shop.example/"), names=silent, connect_seconds=0.05
        )
        assert status(answer) == 502
        assert b"too slow" in answer

    def test_a_tunnel_ends_when_its_time_is_over(self):
        async def talk(place):
            _, reader, writer = await place.opens_tunnel()
            with pytest.raises(ConnectionResetError):
                await reader.read()
            writer.close()

        talked(talk, upstream=True, connection_seconds=0.1)

    def test_a_client_that_does_not_read_does_not_fill_the_memory(self):
        async def talk(place):
            reader, writer = await place.connect()
            writer.write(f"GET http://shop.example/ HTTP/1.1\r\n{place.credential}\r\n".encode())
            await asyncio.sleep(0.2)
            left = place.host.streams[0].transport.get_write_buffer_size()
            writer.transport.abort()
            del reader
            return left

        size = 60_000_000
        left = talked(
            talk,
            answer=b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * size,
            response_bytes=2 * size,
            page_bytes=2 * size,
        )
        assert left > size / 2


class TestAbruptEnds:
    def test_a_client_that_hangs_up_ends_the_connection_to_the_host(self):
        async def talk(place):
            _, _, writer = await place.opens_tunnel()
            writer.transport.abort()
            (stream,) = place.host.streams
            for _ in range(100):
                await asyncio.sleep(0.01)
                if stream.is_closing():
                    return True
            return False

        assert talked(talk, upstream=True)

    @pytest.mark.parametrize("part", ["", "GET", "GET http://shop.example/ HTTP/1.1\r\nA: b\r\n"])
    def test_a_client_may_hang_up_at_any_moment(self, part):
        async def talk(place):
            for _ in range(3):
                _, writer = await place.connect()
                writer.write(part.encode())
                await asyncio.sleep(0.01)
                writer.transport.abort()
            return status(await place.gets("http://shop.example/"))

        assert talked(talk) == 200

    def test_stopping_ends_what_is_open(self):
        async def talk(place):
            _, reader, writer = await place.opens_tunnel()
            await place.proxy.stop()
            with pytest.raises(ConnectionResetError):
                await reader.read()
            writer.close()
            with pytest.raises(RuntimeError, match="not listening"):
                _ = place.proxy.url
            await place.proxy.stop()

        talked(talk, upstream=True)

    def test_a_new_page_hangs_up_what_the_last_one_left_open(self):
        async def talk(place):
            _, reader, writer = await place.opens_tunnel()
            await place.proxy.start_page()
            with pytest.raises(ConnectionResetError):
                await reader.read()
            writer.close()

        talked(talk, upstream=True)
