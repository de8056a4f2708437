"""Holds what every finder of pairs needs: the pair itself, a question's words, what is a menu."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.faq.words import asks, is_marked_question, is_question
from crawler.extract.markup import UNSEEN, plain_text

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from crawler.extract.markup import Element
    from rivalscope.models import FaqEntry

Kind = Literal["element", "toggle", "named", "heading", "bold", "cell", "alike"]
"""How a page makes something look like a question: by an element meant for it, as what opens a
panel, by its class, as a heading, in bold, as the first cell of a row, or by nothing but that all
of one class ask."""
LONGEST_QUESTION = 1500
MOST_PAIRS = 1000
_MOST_LINKED = 0.8
_FEWEST_LINKS_OF_MENU = 2
# Compiled once: a path given as a string is compiled at each call.
_CONTROLS = etree.XPath(".//*[self::form or self::select or self::input[not(@type='hidden')]]")
_NO_QUESTION = UNSEEN | {"time", "i"}
_UNSEEN_IN_BUTTON = _NO_QUESTION - {"button"}
_NAMED = etree.XPath(".//*[@itemprop][contains(concat(' ', @itemprop, ' '), ' name ')]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Names of drawings that stand as text in icon fonts, and what screen readers alone are told.
_ORNAMENT = re.compile(
    r"(?:^|[-_\s])(?:icons?|symbol|arrow|chevron|caret|indicator|sr-only|visually-hidden"
    r"|screen-reader-text|badge|anchor|permalink|headerlink)(?:$|[-_\s])",
    re.IGNORECASE,
)
_LONGEST_LABEL = 3
_NEAR = 3
_LONGEST_ORNAMENT = 40
_SIGNS = "+-–−—▼▾▲▴►▸▶›»✕×#¶•·∨⌄˅\u2795\u2796 \n\ufe0f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question with its answer, and where they stand."""

    element: Element
    """What holds the question."""
    entry: FaqEntry
    group: Hashable
    """Pairs of one list, which are judged together."""
    kind: Kind
    held: Sequence[Element] = ()
    """Elements of the answer."""

    @property
    def asks(self) -> bool:
        """Whether the question is one by its mark or its first word."""
        return self.has_mark or asks(self.entry.question)

    @property
    def has_mark(self) -> bool:
        """Whether the question has a question mark, or stands behind a ``Q:``."""
        return is_question(self.entry.question) or is_marked_question(self.entry.question)


def question_text(element: Element) -> str:
    """The question in *element*: its heading or marked name where it has one, without icons.

    Empty where the text is no question's length.
    """
    named = _NAMED(element) or list(element.iterdescendants(*_HEADINGS))
    whole = named[0] if len(named) == 1 else element
    shown = without_ornaments(whole)
    text = plain_text(shown, without=_NO_QUESTION) or plain_text(shown, without=_UNSEEN_IN_BUTTON)
    text = " ".join(_asking_line(text).strip(_SIGNS).split())
    return text if len(text) <= LONGEST_QUESTION else ""


def _asking_line(text: str) -> str:
    """The one line of *text* that asks, where all others are labels of a word or three."""
    lines = [line for line in text.split("\n") if line]
    asking = [line for line in lines if is_question(line)]
    others = [line for line in lines if not is_question(line)]
    labels = all(len(line.split()) <= _LONGEST_LABEL for line in others)
    return asking[0] if len(asking) == 1 and labels else text


def without_ornaments(element: Element) -> Element:
    """*element*, or a copy without icons and words for screen readers where it has such."""
    if not any(_is_ornament(one) for one in element.iterdescendants("*")):
        return element
    bare = copied(element)
    for one in [one for one in bare.iterdescendants("*") if _is_ornament(one)]:
        removed(one)
    return bare


def _is_ornament(element: Element) -> bool:
    name = element.get("class")
    return bool(
        name and _ORNAMENT.search(name) and len("".join(element.itertext())) <= _LONGEST_ORNAMENT
    )


def copied(element: Element) -> Element:
    """A copy of *element* and all below it, without the text that follows it."""
    copy = deepcopy(element)
    copy.tail = None
    return copy


def removed(element: Element) -> None:
    """Takes *element* out of its tree; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def is_menu(element: Element) -> bool:
    """Whether *element* is there to go or to choose somewhere, not to be read."""
    if _CONTROLS(element):
        return True
    links = [len(plain_text(link)) for link in element.iter("a") if link.get("href")]
    whole = len(plain_text(element, without=UNSEEN | {"summary"}))
    return len(links) >= _FEWEST_LINKS_OF_MENU and sum(links) > _MOST_LINKED * whole


def is_link(element: Element) -> bool:
    """Whether all that *element* says is one link, as what calls to go somewhere does."""
    link = element.find(".//a")
    return link is not None and len(plain_text(link)) == len(plain_text(element))


def leads_elsewhere(element: Element) -> bool:
    """Whether *element* is a link, in one, or nothing but one, to another page: to its answer."""
    around = next(
        (one for one in (element, *islice(element.iterancestors(), _NEAR)) if one.tag == "a"), None
    )
    link = element.find(".//a") if around is None else around
    if link is None or (around is None and not is_link(element)):
        return False
    address = (link.get("href") or "").strip()
    return bool(address) and "#" not in address and not address.lower().startswith("javascript:")
