"""Separates the scripts of a page from its living markup, without building a tree."""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape

_MOST_SCRIPTS = 2000
_LONGEST_TAG = 10_000
_CODE_TYPES = frozenset({"", "module"})
# Both cases spelled out: twice as fast as ignoring case.
_BEGINS = re.compile(rb"<(?:!--(-?>)?|[sS][cC][rR][iI][pP][tT])")
_SCRIPT_END = re.compile(rb"</[sS][cC][rR][iI][pP][tT]")
# A ">" inside a quoted value does not end a tag; possessive, so that no input makes it go back.
_TAG = re.compile(rb"""<[^\s/>]++(?:[^>"']++|"[^"]{0,2000}+"|'[^']{0,2000}+')*+>""")
_TAG_NAME = re.compile(rb"<[^\s/>]*")
_ATTRIBUTE = re.compile(rb"""([^\s"'<>/=]++)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]++))?""")


class Script:
    """One script element; what its tag says is read once, and only when asked for."""

    def __init__(self, *, tag: bytes, body: bytes) -> None:
        self.tag = tag
        """The opening tag as printed."""
        self.body = body

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Its attributes, names in lower case."""
        return attributes_of(self.tag[:_LONGEST_TAG])

    @cached_property
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
    scripts: list[Script] = []
    alive: list[bytes] = []
    position = 0
    while begins := _BEGINS.search(markup, position):
        start = begins.start()
        alive.append(markup[position:start])
        if markup[start + 1] == ord("!"):
            position = _comment_end(markup, begins)
        else:
            found, position = _script_at(markup, start)
            if len(scripts) < _MOST_SCRIPTS:
                scripts.append(found)
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


def _comment_end(markup: bytes, begins: re.Match[bytes]) -> int:
    if begins[1]:  # <!--> and <!---> are whole comments
        return begins.end()
    end = markup.find(b"-->", begins.start())
    return end + 3 if end >= 0 else len(markup)


def _script_at(markup: bytes, start: int) -> tuple[Script, int]:
    """The script that begins at *start*, and where the markup goes on after it."""
    match = _TAG.match(markup, start)
    tag_end = match.end() if match else markup.find(b">", start) + 1 or len(markup)
    closing = _SCRIPT_END.search(markup, tag_end)
    body_end = closing.start() if closing else len(markup)
    after = markup.find(b">", body_end) + 1 or len(markup)
    return Script(tag=markup[start:tag_end], body=markup[tag_end:body_end]), after
