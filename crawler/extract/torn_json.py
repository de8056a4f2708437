"""Reads what is left of JSON that is cut off, or whose quotes and commas are wrong."""

from __future__ import annotations

import re

_MOST_TOKENS = 200_000
# What stands between values and says nothing: blanks, stray separators, comments, line breaks that
# an editor has put in as tags.
_BETWEEN = re.compile(
    r"(?:[\s,;:\u00a0\ufeff]++|//[^\n]{0,500}+|/\*(?:[^*]|\*(?!/)){0,2000}+\*/|</?[a-z]{1,6}\s?/?>)++",
    re.IGNORECASE,
)
_BARE = re.compile(r"[^\s,;:{}\[\]\"]+")
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*+"')
_KEY_ENDS = re.compile(r"\s*+:")
# A quote ends a value where something follows that can follow one; any other is part of the text.
_VALUE_ENDS = re.compile(
    r"\s*+(?:[}\]]|$|,(?:\s*+,)*+\s*+(?:[\"{}\[\]]|-?\d|true|false|null|$|//|/\*))"
    r"|[^\S\n]*+\n\s*+\"[^\"\n]{1,60}\"\s*+:"
    r"|\s*+(?:</?[a-z]{1,6}\s?/?>){1,9}+\s*+[,}\]]"
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None}


class _Open:
    """An object or a list that is not closed yet."""

    def __init__(self, value: dict[str, object] | list[object]) -> None:
        self.value = value
        self.key: str | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def add(self, value: object) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is None:
            self.key = value if isinstance(value, str) else None
        else:
            self.value[self.key] = value
            self.key = None


def values(text: str) -> list[object]:
    """The outermost objects and lists of *text*, each with as much as can be told of it.

    Missing, doubled and trailing commas, quotes inside texts, comments, wrong escapes and missing
    ends are put up with. The object in which a cut falls is left out, as half of it is unknown.
    """
    found: list[object] = []
    stack: list[_Open] = []
    position, cut = 0, False
    for _ in range(_MOST_TOKENS):
        if between := _BETWEEN.match(text, position):
            position = between.end()
            if "," in between[0] and stack:
                stack[-1].key = None  # a name without a value
        if position >= len(text):
            break
        mark = text[position]
        if mark in "{[":
            stack.append(_Open({} if mark == "{" else []))
            position += 1
        elif mark in "}]":
            _close(stack, found, dict if mark == "}" else list)
            position += 1
        else:
            value, position = _scalar(text, position, stack)
            cut = position < 0
            if cut:
                break
            if stack:
                stack[-1].add(value)
    _close_all(stack, found, cut=cut or bool(stack and stack[-1].key is not None))
    return [value for value in found if value]


def _scalar(text: str, position: int, stack: list[_Open]) -> tuple[object, int]:
    """The string, number or word at *position*, and where it ends; -1 where it has no end."""
    if text[position] != '"':
        bare = _BARE.match(text, position)
        word = bare[0] if bare else ""
        return _word(word), position + max(1, len(word))
    ends = _KEY_ENDS if stack and stack[-1].wants_key else _VALUE_ENDS
    for quote in _QUOTE.finditer(text, position + 1):
        if ends.match(text, quote.end()):
            return _unescaped(text[position + 1 : quote.end() - 1]), quote.end()
    return None, -1


def _word(word: str) -> object:
    if word in _WORDS:
        return _WORDS[word]
    return float(word) if _NUMBER.fullmatch(word) else word


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else _ESCAPED.get(match[2], match[2]), text
    )


def _close(stack: list[_Open], found: list[object], kind: type) -> None:
    """Closes the innermost container of *kind* with all that was left open in it."""
    if not any(isinstance(one.value, kind) for one in stack):
        return
    while stack:
        closed = stack.pop().value
        _place(closed, stack, found)
        if isinstance(closed, kind):
            return


def _close_all(stack: list[_Open], found: list[object], *, cut: bool) -> None:
    if cut and stack and isinstance(stack[-1].value, dict):
        stack.pop()
    while stack:
        _place(stack.pop().value, stack, found)


def _place(value: object, stack: list[_Open], found: list[object]) -> None:
    if stack:
        stack[-1].add(value)
    else:
        found.append(value)
