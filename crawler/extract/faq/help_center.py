"""Reads help centers: an article page, or the list of articles that Zendesk's API gives.

The API: https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.faq.answers import Stretch, answer_text
from crawler.extract.faq.pairs import copied, question_text, removed
from crawler.extract.faq.words import names_faq
from crawler.extract.json_ld import as_list
from crawler.extract.markup import plain_text, text_of_markup
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.markup import Element
    from crawler.extract.page import Page

_MOST_ARTICLES = 1000
# What the address of any article holds, as against the end of an element.
_ADDRESS = re.compile(rb"/articles?/")
# What a page of each product holds anyway, and how it addresses its articles.
_PRODUCTS = (
    (b"/hc/", re.compile(r"/hc/[\w-]{2,12}/articles/\d")),
    (b"/solutions/articles/", re.compile(r"/solutions/articles/\d")),
    (b"intercom", re.compile(r"/articles/\d+-")),
    (b"helpscout", re.compile(r"/article/\d+-")),
)
_ADDRESSES = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
_TITLES = ("//h1[contains(@class, 'article')]", "//article//h1", "//main//h1", "//h1")
_BODIES = (
    "//*[contains(concat(' ', @class, ' '), ' article-body ')]",
    "//*[@itemprop='articleBody']",
    "//*[@id='fullArticle' or @id='article-body']",
    "//*[contains(@class, 'article__body') or contains(@class, 'article_body')]",
    "//*[contains(@class, 'article-content') or contains(@class, 'fr-view')]",
    "//article[not(.//article)]",
)
_FEWEST_OWN_QUESTIONS = 2


def article(page: Page) -> tuple[FaqEntry, ...]:
    """The one pair of a help center's article, its title and its text; empty for other pages.

    Empty too for an article that is itself a list of frequent questions: those are its pairs.
    """
    if not _is_article(page):
        return ()
    title, body = _first(page.tree, _TITLES), _first(page.tree, _BODIES)
    if title is None or body is None:
        return ()
    entry = FaqEntry(question=_title_text(title), answer=_body_text(body))
    own_questions = [
        one
        for one in body.iter("h2", "h3", "h4", "summary", "dt", "strong")
        if "?" in plain_text(one)
    ]
    if names_faq(entry.question) and len(own_questions) >= _FEWEST_OWN_QUESTIONS:
        return ()
    return (entry,) if entry.question and entry.answer else ()


def listed(page: Page) -> Iterator[FaqEntry]:
    """Pairs of the articles in a Zendesk API answer; drafts are left out."""
    if not _is_answer(page.json):
        return
    for one in islice(_articles(page.json), _MOST_ARTICLES):
        title, body = one.get("title") or one.get("name"), one.get("body")
        if isinstance(title, str) and isinstance(body, str) and not one.get("draft"):
            yield FaqEntry(
                question=" ".join(text_of_markup(title).split()), answer=text_of_markup(body)
            )


def next_url(page: Page) -> str | None:
    """Address of the API's following page of articles, None on the last and on other pages."""
    if not isinstance(page.json, dict) or not _is_answer(page.json):
        return None
    links, meta = page.json.get("links"), page.json.get("meta")
    if isinstance(links, dict) and isinstance(meta, dict) and meta.get("has_more"):
        return page.link(links.get("next"))
    return page.link(page.json.get("next_page"))


def _is_article(page: Page) -> bool:
    if "/article" not in page.url and not _ADDRESS.search(page.body):
        return False
    shapes = [shape for sign, shape in _PRODUCTS if sign in page.body or sign in page.url.encode()]
    if not shapes:
        return False
    addresses = [page.url, *page.tree.xpath(_ADDRESSES)[:4]]
    return any(shape.search(address) for shape in shapes for address in addresses)


def _first(tree: Element, paths: Iterable[str]) -> Element | None:
    return next((found[0] for found in map(tree.xpath, paths) if found), None)


def _title_text(title: Element) -> str:
    """Text of the heading without the links beside it ("Follow"), unless it is a link itself."""
    bare = copied(title)
    for one in bare.xpath(".//a | .//*[@role='button']"):
        removed(one)
    return question_text(bare) or question_text(title)


def _body_text(body: Element) -> str:
    copy = copied(body)
    for one in copy.xpath(".//h1 | .//footer | .//nav | .//form"):
        removed(one)
    return answer_text([Stretch("", [copy])])


def _is_answer(value: object) -> bool:
    return any(
        "section_id" in one or "/hc/" in str(one.get("html_url")) for one in _articles(value)
    )


def _articles(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        found = [*as_list(value.get("articles")), *as_list(value.get("article"))]
        yield from (one for one in found if isinstance(one, dict))
