"""Finds question and answer pairs in what a page shows."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.faq.answers import Stretch, text_of, whole_answer
from crawler.extract.faq.asked import asked_lists
from crawler.extract.faq.disclosed import described, disclosed
from crawler.extract.faq.judging import FEWEST_UNANNOUNCED, judged, may_pass
from crawler.extract.faq.lines import lines
from crawler.extract.faq.pairs import MOST_PAIRS, Pair, is_link, is_menu
from crawler.extract.faq.places import places_of_answers
from crawler.extract.faq.surroundings import Surroundings, is_faq_address
from crawler.extract.faq.words import is_question, names_faq
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.faq.asked import Asked
    from crawler.extract.markup import Element
    from crawler.extract.page import Page

_MOST_ABOVE = 60
# A question mark that ends an element or a line; links that ask make a sign only together.
_QUESTION_ENDS = re.compile(rb"""\?["'\s\xc2\xa0]{0,40}<(/a>)?""")
_FEWEST_LINKS = 2
_SIGNS = (b"<summary", b"</dt", b"faq")
_OTHER_MARKS = (b"\xef\xbc\x9f", b"\xd8\x9f")
_TITLES = (b"<title", b"<h1")
_LONGEST_TITLE = 600
_TAGS = re.compile(rb"<[^>]{0,300}>")


def pairs(page: Page) -> list[FaqEntry]:
    """Pairs in document order that are questions by their mark, their company or their place.

    No tree is built for a page without any sign of a question.
    """
    if not has_sign(page):
        return []
    surroundings = Surroundings(page)
    found = _Found(surroundings)
    for reader in (disclosed, described):
        found.add(
            pair
            for pair in islice(reader(page.tree), MOST_PAIRS)
            if not surroundings.is_outside(pair.element)
        )
    for asked in asked_lists(page.tree, surroundings):
        if may_pass(asked, surroundings):
            found.add(_answered(asked, surroundings))
    found.settle()
    if not found.accepted:
        return lines(page, surroundings)
    return [pair.entry for pair in found.in_order(page.tree)]


def has_sign(page: Page) -> bool:
    """Whether there is anything that a page with questions has: cheap, and wrong only one way."""
    lowered = page.lowered
    # The first byte of a mark, which few texts hold, is found much faster than the mark.
    if any(mark[:1] in lowered and mark in lowered for mark in _OTHER_MARKS):
        return True
    if any(sign in lowered for sign in _SIGNS):
        return True
    for number, ending in enumerate(_QUESTION_ENDS.finditer(lowered), start=1):
        if ending[1] is None or number == _FEWEST_LINKS:
            return True
    return is_faq_address(page.url) or any(
        names_faq(_title(lowered, opening)) for opening in _TITLES
    )


def _title(lowered: bytes, opening: bytes) -> str:
    start = lowered.find(opening)
    if start < 0:
        return ""
    end = lowered.find(b"</" + opening[1:], start, start + _LONGEST_TITLE)
    return _TAGS.sub(b" ", lowered[start:end]).decode("utf-8", "replace")


def _answered(asked: Asked, surroundings: Surroundings) -> Iterator[Pair]:
    """The elements of *asked* that something answers."""
    places = places_of_answers(asked.elements)
    around = {above for one in asked.elements for above in islice(one.iterancestors(), _MOST_ABOVE)}
    for element, (holder, place) in zip(asked.elements, places, strict=True):
        panel = asked.panels.get(element)
        if panel in around:
            continue  # a chapter that holds questions itself
        stretches = place if panel is None else [Stretch("", [panel], loose=False)]
        whole = whole_answer(stretches)
        if is_menu(whole):
            continue
        entry = FaqEntry(question=surroundings.question_of(element), answer=text_of(whole))
        if not _is_chapter(entry) and not is_link(whole):
            yield Pair(
                element=element,
                group=holder,
                entry=entry,
                kind=asked.kind,
                held=[one for stretch in stretches for one in stretch.elements],
            )


def _is_chapter(entry: FaqEntry) -> bool:
    """Whether *entry* only heads questions, has no answer, or has itself for one."""
    first = entry.answer.partition("\n")[0]
    heads = is_question(first[-1:]) and not is_question(entry.question)
    return not entry.answer or heads or entry.answer.startswith(entry.question)


class _Found:
    """Pairs that were accepted, and what of the page they take up."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self.accepted: list[Pair] = []
        self._left: list[Pair] = []
        self._taken: set[Element] = set()
        self._around: set[Element] = set()

    def add(self, pairs: Iterable[Pair]) -> None:
        """Takes those of *pairs* that are questions and stand where no other accepted pair does."""
        groups: dict[object, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if not self._overlaps(pair):
                groups[pair.group].append(pair)
        for group in groups.values():
            accepted = judged(group, self._surroundings)
            if not accepted and len(group) > len(self._left) and group[0].kind == "heading":
                self._left = group
            for pair in accepted:
                self._take(pair)

    def settle(self) -> None:
        """On an FAQ page that asks nothing, the longest list of headings names what it answers."""
        if self.accepted or not self._surroundings.is_faq_page:
            return
        if len(self._left) >= FEWEST_UNANNOUNCED:
            for pair in self._left:
                self._take(pair)

    def in_order(self, tree: Element) -> list[Pair]:
        """The accepted pairs as they follow each other on the page."""
        by_element = {pair.element: pair for pair in self.accepted}
        return [by_element[one] for one in tree.iter() if one in by_element]

    def _take(self, pair: Pair) -> None:
        self.accepted.append(pair)
        self._taken.update((pair.element, *pair.held))
        self._around.update(islice(pair.element.iterancestors(), _MOST_ABOVE))

    def _overlaps(self, pair: Pair) -> bool:
        if pair.element in self._around or any(
            one in self._around or one in self._taken for one in pair.held
        ):
            return True
        above = islice(pair.element.iterancestors(), _MOST_ABOVE)
        return pair.element in self._taken or any(one in self._taken for one in above)
