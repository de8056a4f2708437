"""Tells whether a word is all that a value, a text node or a part of an address says."""

from __future__ import annotations

import re

_OPEN, _CLOSED = frozenset(">\"'"), frozenset("<\"'&\\")
_NEAR = 60
#: What pages print before the one who wrote.
_LABELS = (
    "by from author name user customer posted written reviewed od autor autora jméno napsal napsala"
    " von verfasser nutzer от автор имя пользователь szerző szerzője név írta kutoka mwandishi jina"
    " par auteur de por autor przez av af van door di da"
)
# Values that a page's own code goes by: an author may be called "Card" or "Review".
_STRUCTURE = re.compile(
    r"(?:\b(?:class|id|itemprop|itemtype|type|role|rel|for|property|lang|http-equiv|style|name"
    r"|method|media|target)\s*=\s*|\"(?:@type|@context|__typename|type|kind)\\?\"\s*:\s*)\\?$",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?:/(?:users?|u|profil\w{0,3}|people|members?|authors?|reviewers?|customers?|accounts?)/@?"
    r"|/@|[?&;](?:user|username|author|name|nick|reviewer)=)$",
    re.IGNORECASE,
)
_ENDS_PART = re.compile(r"[/\"'?#&<\\\s]|$")
# "Jana, 2. 9." and "Jana |" are no sentences: a mark, then a date or nothing.
_TAIL = re.compile(
    r"[,;:.!|\u00b7\u2022\u2013\u2014(-]\s*(?P<rest>[^<>\"'\\&]{0,40})(?:[<\"'\\&]|$)"
)
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is all there is between two tags or quotes.

    A label may stand before it, a mark and a date behind it. Names of the page's own parts
    (classes, keys, types) are no values.
    """
    if text[start - 1 : start] in {"/", "@", "="} and _is_profile(text, start, end):
        return True
    before = text[max(0, start - _NEAR) : start].rstrip()
    if before[-1:] not in _OPEN:
        before = _without_label(before)
    if before[-1:] not in _OPEN:
        return False
    if before[-1] != ">" and _STRUCTURE.search(before[:-1]):
        return False
    return _is_end(text[end : end + _NEAR].lstrip())


def _is_profile(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - _NEAR) : start]
    return bool(_PROFILE.search(near) and _ENDS_PART.match(text, end))


def _without_label(before: str) -> str:
    word = re.split(r"[\s>\"']", before.rstrip(":"))[-1]
    if word.lower() not in _LABELS.split():
        return before
    return before.rstrip(":").removesuffix(word).rstrip()


def _is_end(after: str) -> bool:
    if after[:1] in _CLOSED:
        return not after.lstrip("\\\"'").lstrip().startswith(":")  # else it is a key
    tail = _TAIL.match(after)
    if tail is None:
        return False
    return not _LETTER.search(tail["rest"]) or bool(_DIGIT.search(tail["rest"]))
