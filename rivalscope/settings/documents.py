"""Reads a YAML 1.2 file with the place of everything in it, and refuses what could hurt."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from rivalscope.errors import ConfigurationError, Mistake

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

#: A configuration of a thousand brands stays under this; a bomb does not.
MAX_BYTES = 1_000_000
MAX_DEPTH = 20


class Document:
    """One YAML file: its mapping, and where each key stands."""

    def __init__(self, name: str, root: CommentedMap) -> None:
        self.name = name
        self.root = root
        self.variables: Mapping[tuple[int | str, ...], str] = {}
        """(section, key) -> environment variable that its value is from."""

    def mistake(self, path: Sequence[int | str], message: str) -> Mistake:
        """*message* about the variable that sets *path*, else the deepest part that exists."""
        if variable := self.variables.get(tuple(path[:2])):
            return Mistake(variable, 0, 0, message)
        line, column = self.position(path)
        return Mistake(self.name, line, column, message)

    def position(self, path: Sequence[int | str]) -> tuple[int, int]:
        """Line and column, from 1, of the deepest part of *path* that exists."""
        node: Any = self.root
        line, column = node.lc.line, node.lc.col
        for step in path:
            if isinstance(node, CommentedMap) and step in node:
                line, column = node.lc.key(step) or (line, column)
            elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
                line, column = node.lc.item(step)
            else:
                continue
            node = node[step]
        return line + 1, column + 1


class _SafeComposer(Composer):
    """Refuses aliases (a few lines of them expand to gigabytes) and bottomless nesting."""

    _depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.parser.check_event(AliasEvent):
            event = self.parser.peek_event()
            problem = "aliases (*name) are not allowed: write the value out"
            raise MarkedYAMLError(None, None, problem, event.start_mark)
        if self._depth >= MAX_DEPTH:
            event = self.parser.peek_event()
            problem = f"nested deeper than {MAX_DEPTH} levels"
            raise MarkedYAMLError(None, None, problem, event.start_mark)
        self._depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


def read_document(path: Path) -> Document:
    """The mapping in the file at *path*.

    Raises ConfigurationError where it can't be read, is over 1 MB, is no YAML 1.2, repeats a key,
    uses an alias, or holds anything but a mapping.
    """
    return parse_document(read_text(path), name=str(path))


def read_text(path: Path) -> str:
    """The file's text; raises ConfigurationError where there is none to be had."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _refused(str(path), f"{size:,} bytes are too many for a configuration (1 MB)")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _refused(str(path), f"can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _refused(str(path), f"is not UTF-8 (byte {error.start})") from error


def parse_document(text: str, *, name: str) -> Document:
    """The mapping in *text*; *name* is what mistakes call it. Raises as read_document does."""
    yaml = YAML(typ="rt", pure=True)
    yaml.Composer = _SafeComposer
    yaml.allow_duplicate_keys = False
    try:
        root = yaml.load(StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        problem = " ".join((error.problem or error.context or "not YAML").split())
        raise ConfigurationError((Mistake(name, line, column, problem),)) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise _refused(name, f"is not YAML: {error}") from error
    if root is None:
        raise _refused(name, "is empty")
    if not isinstance(root, CommentedMap):
        raise _refused(name, "must hold `key: value` pairs at its top level")
    return Document(name, root)


def _refused(name: str, message: str) -> ConfigurationError:
    return ConfigurationError((Mistake(name, 0, 0, message),))
