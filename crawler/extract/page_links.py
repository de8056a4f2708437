"""Finds the following page among links that show its number, or the word "next"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract import page_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element
    from crawler.extract.page import Page

# Without one of these nothing on a page leads to a following one. Every search costs as much as
# lowering the page, so that of signs with something in common this is looked for before.
_SIGNS = {
    b"pag": (
        *(b"pagin", b"pager", b"page=", b"/page/", b"page-n", b"page_n", b"page-l", b"page-i"),
        *(b'="pages', b"='pages"),
    ),
    b"?": (b"strana=", b"seite=", b"oldal="),
    b"=": (b'="next', b"aria-current"),
}
_PAGER = re.compile(
    r"pagin|(?:^|[\s_-])(?:pager|pages)(?:[\s_-]|$)|page[-_]?(?:nav|num|list|link|item)"
    r"|stránkov|seiten|страниц|oldal|kurasa",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(r"(?:^|[\s_-])nav", re.IGNORECASE)
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:is[-_])?(?:active|current|selected|aktiv|aktivni)(?:[\s_-]|$)", re.IGNORECASE
)
_MARKED_ELEMENTS = (
    "//*[@aria-current or contains(@class, 'ctive') or contains(@class, 'urrent')"
    " or contains(@class, 'elected') or contains(@class, 'aktiv')]"
)
_DISABLED = re.compile(r"disabled|inactive", re.IGNORECASE)
_NEXT_CLASS = re.compile(r"(?:^|[\s_-])next(?:[\s_-]|$)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[^\W\d_]{1,12}\s+){0,3}(\d{1,5})")
_NOT_WORDS = re.compile(r"[\W\d_]+")
_ARROWS = frozenset({"›", "→", "⟩", ">", "❯", "▶", "»", ">>"})  # ruff: ignore[ambiguous-unicode-character-string]
_WORDS = frozenset(
    {
        *("next", "older", "další", "následující", "ďalšia", "ďalšie", "ďalej", "nasledujúca"),
        *("вперед", "вперёд", "далее", "дальше", "следующая", "следующие", "наступна", "далі"),
        *(
            "következő",
            "tovább",
            "inayofuata",
            "ijayo",
            "ujao",
            "mbele",
            "weiter",
            "nächste",
            "siguiente",
        ),
        *("suivant", "suivante", "suivants", "następna", "następne", "dalej", "volgende", "avanti"),
        *("successivo", "successiva", "próxima", "próximo", "seguinte", "nästa", "neste", "næste"),
        *("seuraava", "sonraki", "următoarea", "următor", "επόμενη", "επόμενο", "sljedeća"),
        *(
            "naslednja",
            "следваща",
            "следећа",
            "次へ",
            "次のページ",
            "下一页",
            "下一頁",
            "다음",
            "التالي",
        ),
    }
)
_MOST_LINKS = 5000
_MOST_MARKED = 1000
_LEVELS_UP = 6
_LONGEST_LABEL = 40


class _Link(NamedTuple):
    address: str
    number: int | None
    """The number it shows, if it shows one."""
    paged: bool
    """It stands among links to pages, not only in some navigation."""


def next_url(page: Page) -> str | None:
    """Address of the following page on the same host; None where nothing shows one.

    A number has to be the current one's successor, and its address the page's own but for that
    number. A word has to stand among links to pages, or lead to such an address too.
    """
    if not _may_lead_on(page.lowered):
        return None
    links = [*_links(page)]
    if not links:
        return None
    current = _marked_number(page) or page_numbers.number_in(page.url) or 1
    for link in links:
        if link.number == current + 1 and _continues(page, link, number=current + 1):
            return link.address
    for link in links:
        if link.number is None and _leads_on(page, link, current=current):
            return link.address
    return None


def _may_lead_on(lowered: bytes) -> bool:
    """Whether *lowered*, markup in lower case, holds any sign of links to pages."""
    return any(
        common in lowered and any(sign in lowered for sign in signs)
        for common, signs in _SIGNS.items()
    )


def _links(page: Page) -> Iterator[_Link]:
    """Links to another address that show a number, or say in some navigation that they lead on."""
    own = page.url.partition("#")[0]
    for element in islice(page.tree.iter("a"), _MOST_LINKS):
        label = _label(element)
        number = _number(label)
        if number is None and not _says_next(element, label):
            continue
        address = page.link(element.get("href"))
        if not address or address.partition("#")[0] == own or _is_disabled(element):
            continue
        around = _surroundings(element)
        paged = bool(_PAGER.search(around))
        if paged or number is not None or _NAVIGATION.search(around):
            yield _Link(address, number, paged)


def _label(element: Element) -> str:
    """Short visible text, else what assistive software reads."""
    shown = "".join(islice(element.itertext(), 20)).strip()[: _LONGEST_LABEL + 1]
    label = shown or element.get("aria-label") or element.get("title") or ""
    return label.strip() if len(label) <= _LONGEST_LABEL else ""


def _surroundings(element: Element) -> str:
    """Names of the elements around it: tags, classes, ids and labels."""
    around = [element, *islice(element.iterancestors(), _LEVELS_UP)]
    names = [
        " ".join(
            filter(None, (one.tag, *(one.get(name) for name in ("class", "id", "aria-label"))))
        )
        for one in around
        if one.tag not in {"body", "html", "main"}
    ]
    return " ".join(names)


def _class_of_parent(element: Element) -> str:
    """Classes of what holds it alone; counting the children of a parent would take long."""
    parent = element.getparent()
    alone = element.getprevious() is None and element.getnext() is None
    return parent.get("class", "") if alone and parent is not None else ""


def _says_next(element: Element, label: str) -> bool:
    """Whether it leads on by its words, its arrow or its classes."""
    words = _NOT_WORDS.sub(" ", label).casefold().split()[:2]
    if label in _ARROWS or not _WORDS.isdisjoint(words):
        return True
    named = f"{element.get('class', '')} {_class_of_parent(element)}"
    return bool(_NEXT_CLASS.search(named))


def _is_disabled(element: Element) -> bool:
    named = f"{element.get('class', '')} {_class_of_parent(element)}"
    return element.get("aria-disabled") == "true" or bool(_DISABLED.search(named))


def _number(label: str) -> int | None:
    """The number of ``2`` or ``Go to page 2``."""
    match = _NUMBER.fullmatch(label)
    return int(match[1]) if match else None


def _marked_number(page: Page) -> int | None:
    """Number of the page that its own links mark as the current one."""
    for element in islice(page.tree.xpath(_MARKED_ELEMENTS), _MOST_MARKED):
        current = element.get("aria-current") in {"page", "true"}
        if not current and not _MARKED.search(element.get("class") or ""):
            continue
        text = _label(element)
        number = _number(text.partition("\n")[0].strip())
        if number and (current or _PAGER.search(_surroundings(element))):
            return number
    return None


def _continues(page: Page, link: _Link, *, number: int) -> bool:
    """Whether a link that shows *number* leads to that page of this list."""
    if not page_numbers.is_web(page.url):
        return link.paged
    differs = page_numbers.differs_in_number_only(link.address, page.url)
    return differs and (link.paged or page_numbers.number_in(link.address) == number)


def _leads_on(page: Page, link: _Link, *, current: int) -> bool:
    """Whether a link that says "next" leads to a later page of this list."""
    if not page_numbers.is_web(page.url):
        return link.paged
    differs = page_numbers.differs_in_number_only(link.address, page.url)
    number = page_numbers.number_in(link.address)
    backwards = number is not None and number <= current and differs
    return (
        (link.paged or differs)
        and page_numbers.shares_path(link.address, page.url)
        and not backwards
    )
