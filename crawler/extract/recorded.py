"""Takes the pages out of recorded HTTP traffic: a VCR, vcrpy or betamax cassette, or a HAR."""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import b64decode
from typing import TYPE_CHECKING

from crawler.extract import dates, payload
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.payload import Record

_YAML = re.compile(rb"(?:\xef\xbb\xbf)?(?:---\s+)?(?:http_)?interactions:\s")
_LARGEST_YAML = 2_000_000
_LARGEST_BODY = 20_000_000
_MOST = 500
_OK = 200
_GZIP = zlib.MAX_WBITS | 32


def recorded_pages(snapshot: Snapshot, document: object) -> tuple[Snapshot, ...]:
    """What was successfully fetched in the recording that *snapshot* is; empty where it is none.

    *document* is its JSON, if it is any. A recording is a file that somebody saved, never a page
    of a site. Relative dates count from when each page was recorded.
    """
    if not snapshot.url.startswith("file:"):
        return ()
    if document is None:
        document = _yaml(snapshot.body)
    record = payload.inner(document)
    listed = payload.first(record, "http_interactions", "interactions")
    exchanges = payload.records(listed) or payload.records(
        payload.inner(record, "log").get("entries")
    )
    if not all({"request", "response"} <= one.keys() for one in exchanges):
        return ()
    return tuple(page for one in exchanges[:_MOST] for page in _pages(one, snapshot))


def _yaml(body: bytes) -> object:
    if not _YAML.match(body) or len(body) > _LARGEST_YAML:
        return None
    # Takes a while to import, and hardly any page needs it.
    from ruamel.yaml import YAML  # ruff: ignore[import-outside-top-level]
    from ruamel.yaml.error import YAMLError  # ruff: ignore[import-outside-top-level]

    try:
        return YAML(typ="safe", pure=True).load(body)
    except (YAMLError, ValueError, RecursionError):
        return None


def _pages(exchange: Record, recording: Snapshot) -> Iterator[Snapshot]:
    """The page that was got in *exchange*, if one was."""
    request, response = (payload.inner(exchange, name) for name in ("request", "response"))
    status = response.get("status")
    code = payload.inner(status).get("code") or status
    url = payload.string(payload.first(request, "uri", "url"))
    if str(request.get("method")).upper() != "GET" or code != _OK or not url.startswith("http"):
        return
    body = _body(payload.first(response, "body", "content"))
    if not body:
        return
    said = str(payload.first(exchange, "recorded_at", "startedDateTime") or "")
    moment = dates.read_moment(said, seen_at=recording.fetched_at)
    yield Snapshot(
        url=url,
        fetched_at=moment.at if moment else recording.fetched_at,
        body=body,
    )


def _body(value: object) -> bytes:
    record = payload.inner(value)
    stated = payload.first(record, "string", "text") if record else value
    coded = record.get("base64_string") or (
        stated if record.get("encoding") == "base64" and isinstance(stated, str) else None
    )
    if isinstance(coded, str):
        try:
            stated = b64decode(coded)
        except (binascii.Error, ValueError):
            return b""
    if isinstance(stated, str):
        return stated.encode("utf-8", "replace")
    return _unpacked(stated) if isinstance(stated, bytes) else b""


def _unpacked(body: bytes) -> bytes:
    """*body* without the compression of its transport, at most so many bytes of it."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(_GZIP).decompress(body, _LARGEST_BODY)
    except zlib.error:
        return b""
