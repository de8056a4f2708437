"""Separates the scripts of a page from its living markup, without building a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMENT, _SCRIPT, _SCRIPT_END = b"<!--", b"<script", b"</script"
_MOST_SCRIPTS = 2000
_LONGEST_TAG = 10_000
_CODE_TYPES = frozenset({"", "module"})
# A ">" inside a quoted value does not end a tag; possessive, so that no input makes it go back.
_TAG = re.compile(rb"""<[^\s/>]++(?:[^>"']++|"[^"]{0,2000}+"|'[^']{0,2000}+')*+>""")
_TAG_NAME = re.compile(rb"<[^\s/>]*")
_ATTRIBUTE = re.compile(rb"""([^\s"'<>/=]++)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]++))?""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One script element."""

    tag: bytes
    """The opening tag as printed."""
    body: bytes

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes, names in lower case."""
        return attributes_of(self.tag[:_LONGEST_TAG])

    @property
    def kind(self) -> str:
        """Value of ``type`` in lower case without parameters, empty where there is none."""
        return self.attributes.get("type", "").partition(";")[0].strip().lower()

    @property
    def runs(self) -> bool:
        """Whether a browser executes it, as against data that only stands there."""
        return self.kind in _CODE_TYPES or self.kind.endswith("javascript")


def split_scripts(markup: bytes) -> tuple[tuple[Script, ...], bytes]:
    """The script elements, and the markup without them and without comments.

    One pass: a script inside a comment is no script, a comment inside a script is part of it.
    """
    lowered = markup.lower()
    scripts: list[Script] = []
    alive: list[bytes] = []
    position = 0
    comment, script = lowered.find(_COMMENT), lowered.find(_SCRIPT)
    while (start := _nearer(comment, script)) >= 0:
        alive.append(markup[position:start])
        if start == comment:
            position = _comment_end(lowered, start)
        else:
            found, position = _script_at(markup, lowered, start=start)
            if len(scripts) < _MOST_SCRIPTS:
                scripts.append(found)
        if 0 <= comment < position:
            comment = lowered.find(_COMMENT, position)
        if 0 <= script < position:
            script = lowered.find(_SCRIPT, position)
    alive.append(markup[position:])
    return tuple(scripts), b"".join(alive)


def attributes_of(tag: bytes) -> dict[str, str]:
    """Attributes of an opening tag: names in lower case, values without quotes and entities."""
    found: dict[str, str] = {}
    name_end = _TAG_NAME.match(tag)
    for match in _ATTRIBUTE.finditer(tag, name_end.end() if name_end else 0):
        name = match[1].decode("utf-8", "replace").lower()
        value = (match[2] or b"").strip(b"\"'").decode("utf-8", "replace")
        found.setdefault(name, unescape(value))
    return found


def _nearer(one: int, other: int) -> int:
    """The smaller of two positions, where -1 means there is none."""
    return min(one, other) if one >= 0 and other >= 0 else max(one, other)


def _comment_end(lowered: bytes, start: int) -> int:
    for empty in (b"<!-->", b"<!--->"):
        if lowered.startswith(empty, start):
            return start + len(empty)
    end = lowered.find(b"-->", start)
    return end + 3 if end >= 0 else len(lowered)


def _script_at(markup: bytes, lowered: bytes, *, start: int) -> tuple[Script, int]:
    """The script that begins at *start*, and where the markup goes on after it."""
    match = _TAG.match(markup, start)
    tag_end = match.end() if match else markup.find(b">", start) + 1 or len(markup)
    tag = markup[start:tag_end]
    body_end = lowered.find(_SCRIPT_END, tag_end)
    if body_end < 0:
        body_end = len(markup)
    after = markup.find(b">", body_end) + 1 or len(markup)
    return Script(tag=tag, body=markup[tag_end:body_end]), after
