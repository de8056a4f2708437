"""Says what the classes of an element call it: a title, an author, a button."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.extract.markup import Element

_ROLES = {
    "parts": (
        "pros|cons|plus(?:es)?|minus(?:es)?|(?:dis)?advantages?|klady|zapory|vorteile|nachteile"
        "|good|bad"
    ),
    "title": "title|headline|heading|subject|nadpis|titel|titre|titulo|caption",
    "author": (
        "author|user(?:name)?|nick(?:name)?|reviewer|customer|consumer|byline|writer|person|auteur"
        "|verfasser|autor|name|profile|member|client|guest|jmeno|imie|nombre|nom|nev"
    ),
    "date": "date|time|posted|published|created|datum|fecha",
    "badge": "verified|badge|purchased|buyer",
    "reply": (
        "reply|replies|respon[sc]e|respons|answer|odpoved|antwort|respuesta|reponse|merchant|seller"
        "|owner"
    ),
    "furniture": (
        r"helpful|votes?|voting|share|report|flag|actions?|buttons?|btn|(?:dis)?likes?|useful"
        r"|toolbar|tooltip|menu"
        r"|social|translat\w*|expand|(?:read-?|show-?)?more|toggle"
    ),
    "side": (
        "country|location|flag|size|colou?r|variants?|params?|attributes?|options?|product|stats"
        "|count|avatar"
        "|initials?|level|rank|recommend(?:ation|ed)?|source|tags?|chips?"
    ),
    "body": (
        "body|text|content|comment|description|message|desc|opinion|bewertungstext|detail"
        "|paragraph|quote"
    ),
}
_ROLE = {name: re.compile(rf"(?<![a-z])(?:{words_})(?![a-z])") for name, words_ in _ROLES.items()}
_NAMING = ("class", "data-testid", "data-test", "data-hook", "data-qa", "id")
_LONGEST_NAMES = 400
# Looks, not meanings: text-sm, font-bold.
_UTILITY = re.compile(
    r"(?<![\w-])(?:\w+:)*(?:a-)?(?:text|font|bg|typography|size|colou?r)[-_](?!body\b|content"
    r"|review|comment)[\w-]+"
)
_HASH = re.compile(r"__(?=[\w-]*[A-Z0-9])[\w-]{5,6}$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def roles_of(element: Element, block: Element) -> frozenset[str]:
    """What the nearest telling class from *element* up to *block* names it; else empty."""
    told: frozenset[str] = frozenset()
    while element is not None and element is not block:
        roles = own_roles(element)
        told = told or roles
        if "parts" in roles:
            return told | roles
        element = element.getparent()
    return told


def own_roles(element: Element) -> frozenset[str]:
    """What the classes and names of *element* call it."""
    named = " ".join(filter(None, map(element.get, _NAMING)))
    named += "".join(f" {name}" for name in element.keys() if name.startswith("data-"))  # ruff: ignore[in-dict-keys] - an element iterates over its children
    if "-" in element.tag:  # a web component is called what it is
        named += f" {element.tag}"
    return _roles(named[:_LONGEST_NAMES]) if named else frozenset()


@lru_cache(maxsize=4096)
def _roles(named: str) -> frozenset[str]:
    told = _CAMEL.sub("-", " ".join(map(_telling, _UTILITY.sub(" ", named).split()))).lower()
    return frozenset(name for name, pattern in _ROLE.items() if pattern.search(told))


def _telling(name: str) -> str:
    """What a class says of its own element: ``text`` of ``user-post__text``, not whose it is."""
    block, _, element = _HASH.sub("", name).partition("__")
    return element or block
