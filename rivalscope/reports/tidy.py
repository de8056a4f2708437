"""The door of every format: no text of a report passes it uncleaned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from operator import is_
from typing import TypeVar, cast
from urllib.parse import urlsplit

from rivalscope.models import Explanation, Report, ReportDiff
from rivalscope.reports.remembered import remembered
from rivalscope.text import clean_text

T = TypeVar("T", Report, ReportDiff, Explanation)

_NEVER_IN_ADDRESS = re.compile(r"[\s\\<>\"`]")


def tidied(shown: T) -> T:
    """The same, with every text cleaned, so that all formats show the same.

    What comes from storage is clean already; a name from the configuration or a reason from an
    error message may not be, and a lone surrogate would break the writing of the file.
    """
    return cast("T", _tidied_once(shown))


def _tidied(value: object) -> object:
    """The very same object where nothing in it was unclean."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        cleaned = tuple(_tidied(each) for each in value)
        return value if all(map(is_, cleaned, value)) else cleaned
    if isinstance(value, Mapping):
        pairs = {_tidied(key): _tidied(each) for key, each in value.items()}
        same = all(map(is_, pairs, value)) and all(map(is_, pairs.values(), value.values()))
        return value if same else pairs
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: new
            for each in fields(value)
            if (new := _tidied(old := getattr(value, each.name))) is not old
        }
        return replace(value, **changes) if changes else value
    return value


_tidied_once = remembered(_tidied)


def find_link(address: str | None) -> str | None:
    """The address if a reader may be sent there: absolute http or https, nothing else.

    None for everything else, so that no ``javascript:`` or ``data:`` address becomes a link.
    """
    if not address or _NEVER_IN_ADDRESS.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and host else None
