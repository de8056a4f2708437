"""What a client asks of the proxy, read strictly: what is not plainly a web request is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, NoReturn
from urllib.parse import urlsplit

#: The largest head (request line and headers) read from either side, in bytes.
HEAD_BYTES: Final = 64 * 1024
_HTTP_PORT: Final = 80
_HEADERS: Final = 100
_BODY_BYTES: Final = 1024 * 1024
_REQUEST_LINE: Final = re.compile(r"([A-Z]{1,20}) ([!-~]{1,8192}) HTTP/1\.[01]")
_HEADER: Final = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \t]*([^\x00\r\n]*)")
_NAME: Final = re.compile(r"[0-9a-z_](?:[0-9a-z_.-]{0,252}[0-9a-z_.])?")
_IPV6: Final = re.compile(r"[0-9a-f:.]{2,45}")
_ABOUT_ONE_CONNECTION: Final = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "upgrade",
    }
)

Headers = tuple[tuple[str, str], ...]


class RefusalError(Exception):
    """Why the proxy does not do what it was asked for."""

    def __init__(
        self, why: str, *, status: HTTPStatus = HTTPStatus.FORBIDDEN, host: str | None = None
    ) -> None:
        super().__init__(why)
        self.why = why
        """A sentence."""
        self.status = status
        self.host = host
        """Whom the client wanted to reach; None where that is unknown."""

    @property
    def is_final(self) -> bool:
        """Whether asking again is no use: a rule refuses it, not an accident."""
        return self.status is not HTTPStatus.BAD_GATEWAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request to the proxy."""

    method: str
    host: str
    """Lower case; an IPv6 address stands without brackets."""
    port: int
    path: str
    """Path and query; empty for a tunnel."""
    headers: Headers
    """Those meant for the server; without ``Host``, which is ours to write."""
    credential: str
    """Value of ``Proxy-Authorization``; empty where none was sent."""
    body_length: int = 0

    @property
    def is_tunnel(self) -> bool:
        """Whether it asks for a connection to carry whatever it likes (TLS, in practice)."""
        return self.method == "CONNECT"

    @property
    def authority(self) -> str:
        """Host and port as a ``Host`` header writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_implied = self.port == _HTTP_PORT and not self.is_tunnel
        return host if is_implied else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """What it leads to, as an address: of a tunnel that of the host's first page."""
        scheme = "https" if self.is_tunnel else "http"
        return f"{scheme}://{self.authority}{self.path or '/'}"


def read_asked(head: bytes) -> Asked:
    """The request whose head (with its empty line) is *head*.

    Raises RefusalError for anything but CONNECT and absolute http addresses, for what two readers
    could understand differently (two lengths, folded lines, user names in addresses), and for
    bodies of unknown or excessive length.
    """
    line, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    matched = _REQUEST_LINE.fullmatch(line)
    if matched is None:
        _refuse_malformed("it begins with no request line of HTTP/1.1")
    method, target = matched.groups()
    headers = read_headers(lines)
    host, port, path = _destination(f"//{target}" if method == "CONNECT" else target)
    return Asked(
        method=method,
        host=host,
        port=port,
        path="" if method == "CONNECT" else path,
        headers=for_the_other_side(headers, without=frozenset({"host", "content-length"})),
        credential=_only(headers, "proxy-authorization"),
        body_length=_body_length(headers),
    )


def read_headers(lines: list[str]) -> Headers:
    """Names (lower case) and values; raises RefusalError for lines that are no headers."""
    if len(lines) > _HEADERS:
        _refuse_malformed("it has too many headers")
    matches = [_HEADER.fullmatch(line) for line in lines]
    if not all(matches):
        _refuse_malformed("it has a line that is no header")
    return tuple((match[1].lower(), match[2].rstrip(" \t")) for match in matches if match)


def for_the_other_side(headers: Headers, *, without: frozenset[str] = frozenset()) -> Headers:
    """*headers* less those that speak of one connection only (RFC 9110, 7.6.1)."""
    named = {
        name.strip().lower()
        for header, value in headers
        if header == "connection"
        for name in value.split(",")
    }
    dropped = _ABOUT_ONE_CONNECTION | named | without
    return tuple((name, value) for name, value in headers if name not in dropped)


def _destination(target: str) -> tuple[str, int, str]:
    """Host, port, path and query of an http address or, after ``//``, of an authority."""
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        _refuse_malformed("its address is none")
    is_authority = target.startswith("//")
    if is_authority and (port is None or parts.path or parts.query or parts.fragment):
        _refuse_malformed("a tunnel needs host:port and nothing else")
    if not is_authority and parts.scheme != "http":
        _refuse_malformed("it is neither CONNECT nor a whole http address")
    host = (parts.hostname or "").lower()
    in_brackets = parts.netloc.startswith("[")
    if "@" in parts.netloc or not (_IPV6 if in_brackets else _NAME).fullmatch(host):
        _refuse_malformed("its address names no host")
    query = f"?{parts.query}" if parts.query else ""
    return host, _HTTP_PORT if port is None else port, f"{parts.path or '/'}{query}"


def _body_length(headers: Headers) -> int:
    if _only(headers, "transfer-encoding"):
        _refuse_malformed("its body is of unknown length")
    length = _only(headers, "content-length") or "0"
    if not (length.isascii() and length.isdigit() and len(length) <= len(str(_BODY_BYTES))):
        _refuse_malformed("its length is none")
    if int(length) > _BODY_BYTES:
        why = "it sends more than 1 MiB"
        raise RefusalError(why, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return int(length)


def _only(headers: Headers, name: str) -> str:
    values = [value for header, value in headers if header == name]
    if len(values) > 1:
        _refuse_malformed(f"it has more than one {name}")
    return values[0] if values else ""


def _refuse_malformed(why: str) -> NoReturn:
    raise RefusalError(why, status=HTTPStatus.BAD_REQUEST)
