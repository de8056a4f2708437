"""Secrets: where they come from, and how to take them out of what is shown or kept."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

from rivalscope.redaction import masked_link, redacted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Holds the address of a dead man's switch: whoever knows it can say that all is well.
PING_VARIABLE = "RIVALSCOPE_PING_URL"
#: What stands where a secret was.
HIDDEN = "***"
#: Anything shorter is no secret, and would be found in every other word.
_SHORTEST = 6
#: Of an address: parts shorter than this are words such as `en`.
_SHORTEST_PART = 4
#: Schemes whose host is a host; with the others (apprise's) tokens stand in its place.
_HOSTED = {"http", "https", "ws", "wss", "smtp", "smtps", "ftp", "file", "sqlite", "hub"}

_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]{1,30})://([^\s\"'<>]{1,4000})", re.IGNORECASE)
_LOGIN = re.compile(r"^[^/?#]*@")
_PARAMETER = re.compile(
    r"(?<![^\W_])((?:(?:api|access|auth|client|private)[_-]?)?(?:key|token|secret|password|passwd|pwd"
    r"|pass|sig|signature|authorization|credentials?)[\"']?\s{0,2}[=:]\s{0,2}(?:\[?b?[\"'])?)"
    r"(?!\s)(?:(?:bearer|basic|token)\s+)?[^\s&\"'#,;)}\]]+",
    re.IGNORECASE,
)
_BEARER = re.compile(r"\b(bearer|basic)\s+[A-Za-z0-9+/._~=-]{8,}", re.IGNORECASE)


class SecretError(ValueError):
    """A secret can't be had; says why, and never what it is."""


def find_secret(variable: str, *, environment: Mapping[str, str]) -> str | None:
    """The secret in *variable*, or in the file that *variable*``_FILE`` names; None without both.

    Raises SecretError where there is such a file and it can't be read.
    """
    secret = environment.get(variable) or _in_file(variable, environment)
    return secret.strip() or None if secret else None


def _in_file(variable: str, environment: Mapping[str, str]) -> str | None:
    name = environment.get(f"{variable}_FILE")
    if not name:
        return None
    path = Path(name)
    try:
        # a pipe or a device would keep us waiting
        if not stat.S_ISREG(path.stat().st_mode):
            message = f"{variable}_FILE names no ordinary file"
            raise SecretError(message)
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = f"{variable}_FILE can't be read: {reason}"
        raise SecretError(message) from error


def hidden(text: str, secret: str) -> str:
    """*text* without *secret*, however that is written in addresses."""
    if len(secret) < _SHORTEST:
        return text
    for spelling in spellings(secret):
        text = text.replace(spelling, HIDDEN)
    return text


def hidden_bytes(raw: bytes, secret: str) -> bytes:
    """The same of bytes."""
    if len(secret) < _SHORTEST:
        return raw
    for spelling in spellings(secret):
        raw = raw.replace(spelling.encode(), HIDDEN.encode())
    return raw


def spellings(secret: str) -> tuple[str, ...]:
    """How *secret* may be written, the longest first."""
    every = {secret, quote(secret), quote(secret, safe=""), quote_plus(secret)}
    return tuple(sorted(every, key=len, reverse=True))


def secret_parts(url: str) -> Iterator[str]:
    """All of an address that only those know who may use it, *url* itself first."""
    parts = urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    pieces = [parts.username, parts.password, *parts.path.split("/"), *login.split(":")]
    pieces += [value for _, value in parse_qsl(parts.query)]
    if parts.scheme not in _HOSTED:
        pieces.append(host)
    yield url
    for piece in pieces:
        if piece and len(piece) >= _SHORTEST_PART:
            yield piece
            yield unquote(piece)


class Scrubber:
    """Takes out of texts what no log may hold.

    Secrets that are known by value, in any spelling of theirs; what looks like one: the login of an
    address, the value of a parameter named like a key, all of an address of apprise's; and personal
    numbers, as `redacted` does.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = {one for one in secrets if len(one) >= _SHORTEST_PART}
        written = {spelling for one in known for spelling in spellings(one)}
        ordered = sorted(written, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __call__(self, text: str) -> str:
        """*text* without them."""
        if self._known:
            text = self._known.sub(HIDDEN, text)
        if "://" in text:
            text = _ADDRESS.sub(_without_login, text)
        text = _BEARER.sub(rf"\1 {HIDDEN}", _PARAMETER.sub(rf"\1{HIDDEN}", text))
        return redacted(text, link=masked_link)


def _without_login(match: re.Match[str]) -> str:
    scheme, rest = match.groups()
    if scheme.lower() not in _HOSTED:
        return f"{scheme}://{HIDDEN}"
    return f"{scheme}://{_LOGIN.sub('', rest)}"
