"""Adds a source to a person's configuration, and changes nothing else in the file."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import fields
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from rivalscope.errors import UsageError
from rivalscope.models import Source
from rivalscope.settings.documents import parse_document, read_text
from rivalscope.settings.loading import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLAIN = re.compile(r"[A-Za-z0-9_/][A-Za-z0-9_/.:?=&%+~@;-]*[A-Za-z0-9_/=&%+~-]|[A-Za-z]")
_COMMENT = re.compile(r"#[^\n]*")
_NUMBER = re.compile(r"[-+.0-9eExXoO_]+")
_DEFAULTS = {field.name: field.default for field in fields(Source)}
_WORDS = {"true", "false", "null", "yes", "no", "on", "off"}


def save_source(path: Path, source: Source) -> None:
    """Writes *source* under its brand in the configuration at *path*, or leaves the file as it is.

    The file is replaced at once, and only by one that reads well. Raises UsageError where its
    notation leaves no place to write to, ConfigurationError where the result would not be valid.
    """
    target = path.resolve()
    raw = target.read_bytes()
    text = with_source(read_text(target), source, name=str(path))
    if b"\r\n" in raw:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    _replace(target, text.encode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8"))


def with_source(text: str, source: Source, *, name: str) -> str:
    """The configuration *text* with *source* as its brand's last; *name* is what mistakes call it.

    Every other character stays. Raises UsageError where the brand is not there.
    """
    parse_document(text, name=name)  # aliases and the like are refused before anything reads them
    brand = _find_brand(_root(text), source.brand)
    if brand is None:
        message = f"{name}: no brand {source.brand!r} to add a source to"
        raise UsageError(message)
    sources = _value(brand, "sources")
    if sources is None:
        changed = _with_first(text, brand, source)
    elif not isinstance(sources, SequenceNode):
        message = f"{name}:{sources.start_mark.line + 1}: `sources` must be a list"
        raise UsageError(message)
    elif sources.flow_style:
        changed = _with_flow(text, brand, sources, source)
    else:
        changed = _with_item(text, sources, source)
    parse_document(changed, name=name)
    return changed


def source_yaml(source: Source) -> str:
    """*source* as it stands in a list of a configuration, defaults left out; no line break last."""
    return "\n".join(_item_lines(source))


def _root(text: str) -> Node:
    root: Node = YAML(typ="rt", pure=True).compose(StringIO(text))
    return root


def _find_brand(root: Node, slug: str) -> MappingNode | None:
    competitors = _value(root, "competitors")
    listed = competitors.value if isinstance(competitors, SequenceNode) else []
    for brand in (_value(root, "us"), *listed):
        named = _value(brand, "slug")
        if isinstance(brand, MappingNode) and named is not None and named.value == slug:
            return brand
    return None


def _value(node: Node | None, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _with_item(text: str, sources: SequenceNode, source: Source) -> str:
    """After the last item, indented as the items are."""
    dash = sources.start_mark.column
    gap = sources.value[0].start_mark.column - dash - 1
    return _after_line(text, _last_line(sources), _item_lines(source, dash=dash, gap=gap))


def _with_first(text: str, brand: MappingNode, source: Source) -> str:
    """As the only item, under a new key."""
    if brand.flow_style:
        return _before_end(text, brand, f"sources: [{_flow(source)}]")
    column = brand.start_mark.column
    lines = [f"{' ' * column}sources:", *_item_lines(source, dash=column + 2)]
    return _after_line(text, _last_line(brand), lines)


def _with_flow(text: str, brand: MappingNode, sources: SequenceNode, source: Source) -> str:
    """An empty ``[]`` becomes a list of lines, unless all of the brand stands in brackets."""
    if sources.value or brand.flow_style:
        return _before_end(text, sources, _flow(source))
    start, end = sources.start_mark.index, sources.end_mark.index
    bare = text[:start].rstrip(" ") + text[end:]
    line = bare.count("\n", 0, len(text[:start].rstrip(" ")))
    return _after_line(bare, line, _item_lines(source, dash=brand.start_mark.column + 2))


def _before_end(text: str, node: CollectionNode, addition: str) -> str:
    """*addition* as the last entry of a ``[...]`` or ``{...}``."""
    end = node.end_mark.index - 1
    last = node.value[-1] if node.value else None
    after = (last[1] if isinstance(last, tuple) else last).end_mark.index if last else end
    followed = "," in _COMMENT.sub("", text[after:end])  # a comma may stand behind the last one
    comma = ", " if last and not followed else ""
    return f"{text[:end]}{comma}{addition}{text[end:]}"


def _after_line(text: str, line: int, lines: list[str]) -> str:
    kept = text.split("\n")
    below = kept[line + 1 :] or [""]
    return "\n".join([*kept[: line + 1], *lines, *below])


def _last_line(node: Node) -> int:
    """Number of the last line, from 0, that a value inside *node* stands on."""
    return max(_ends(node))


def _ends(node: Node) -> Iterator[int]:
    if isinstance(node, ScalarNode):
        block = node.style in {"|", ">"} and node.end_mark.column == 0
        yield node.end_mark.line - int(block)
        return
    if isinstance(node, CollectionNode) and node.flow_style:
        yield node.end_mark.line
        return
    yield node.start_mark.line
    for one in node.value:
        for part in one if isinstance(one, tuple) else (one,):
            yield from _ends(part)


def _entries(source: Source) -> Mapping[str, object]:
    """What has to be written: everything but the brand and what is so by default."""
    required = ("id", "platform", "url")
    entries: dict[str, object] = {}
    for field in fields(Source):
        value = getattr(source, field.name)
        if field.name in {"brand", "selectors"} or (field.name == "kind" and value == "reviews"):
            continue
        if field.name in required or value != _DEFAULTS.get(field.name):
            entries[field.name] = value
    return entries


def _item_lines(source: Source, *, dash: int = 0, gap: int = 1) -> list[str]:
    lines: list[str] = []
    for key, value in _entries(source).items():
        if key == "api_key":
            lines.append("api_key:")
            lines += [f"  {name}: {_scalar(one)}" for name, one in _key_entries(value)]
        else:
            lines.append(f"{key}: {_scalar(value)}")
    first = f"{' ' * dash}-{' ' * gap}"
    return [
        f"{first if not number else ' ' * len(first)}{line}" for number, line in enumerate(lines)
    ]


def _flow(source: Source) -> str:
    parts: list[str] = []
    for key, value in _entries(source).items():
        if key == "api_key":
            inner = ", ".join(f"{name}: {json.dumps(one)}" for name, one in _key_entries(value))
            parts.append(f"{key}: {{{inner}}}")
        else:
            parts.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return f"{{{', '.join(parts)}}}"


def _key_entries(key: object) -> Iterator[tuple[str, str]]:
    for name in ("variable", "parameter", "header"):
        value = getattr(key, name)
        if value is not None:
            yield name, value


def _scalar(value: object) -> str:
    """*value* as YAML 1.2, quoted where plain letters could be taken for something else."""
    if not isinstance(value, str):
        return json.dumps(value)
    tricky = value.lower() in _WORDS or _NUMBER.fullmatch(value)
    plain = _PLAIN.fullmatch(value) and not tricky
    return value if plain else json.dumps(value, ensure_ascii=False)


def _replace(target: Path, body: bytes) -> None:
    """Puts *body* in the place of *target* at once, if it is a valid configuration."""
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name}.", suffix=".yaml", dir=target.parent
    )
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, beside)
        load_settings(beside)
        beside.replace(target)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
