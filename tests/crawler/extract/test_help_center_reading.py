from __future__ import annotations

import json

import pytest

from crawler.extract import faq
from crawler.extract.readers import read_page

API = "https://botanka.zendesk.com/api/v2/help_center/cs/articles.json"


def api_article(title, body, **fields):
    return {"id": 1, "title": title, "body": body, "section_id": 7, "draft": False, **fields}


def answer(*articles, **fields):
    return json.dumps({"articles": articles, "count": len(articles), **fields})


def test_each_article_of_the_api_is_a_pair_and_drafts_are_none(snapshot_of):
    body = answer(
        api_article("Kde je můj balík?", "<p>Na cestě &amp; brzy doma.</p><ul><li>PPL</li></ul>"),
        api_article("Tajný článek", "<p>Ještě ne.</p>", draft=True),
        api_article("Prázdný článek", None),
        next_page=f"{API}?page=2",
    )

    reading = read_page(snapshot_of(body, url=API, content_type="application/json"))

    assert [(entry.question, entry.answer) for entry in reading.faq] == [
        ("Kde je můj balík?", "Na cestě & brzy doma.\n\nPPL")
    ]
    assert reading.next_url == f"{API}?page=2"


@pytest.mark.parametrize(
    ("fields", "following"),
    [
        ({"next_page": None}, None),
        ({"next_page": "javascript:x"}, None),
        ({"meta": {"has_more": True}, "links": {"next": f"{API}?after=x"}}, f"{API}?after=x"),
        ({"meta": {"has_more": False}, "links": {"next": f"{API}?after=x"}}, None),
    ],
)
def test_the_following_page_is_the_one_the_api_names(fields, following, page_of):
    body = answer(api_article("Co?", "Nic."), **fields)

    assert faq.next_url(page_of(body, url=API)) == following


@pytest.mark.parametrize(
    "body", ["[]", "{}", '{"articles": 5}', '{"articles": [{"title": "News", "body": "Today"}]}']
)
def test_other_json_holds_no_articles(body, page_of):
    assert faq.read(page_of(body)) == ()
    assert faq.next_url(page_of(body)) is None


def test_an_article_that_lists_questions_gives_those(page_of):
    body = """<h1>Storage</h1><article><h1 class="article-title">FAQ about storage</h1>
        <div class="article-body"><h3>Is it dry?</h3><p>Yes.</p><h3>Is it warm?</h3><p>No.</p></div>
        </article>"""

    entries = faq.read(page_of(body, url="https://help.store.example/hc/en-us/articles/9-FAQ"))

    assert [entry.question for entry in entries] == ["Is it dry?", "Is it warm?"]


@pytest.mark.parametrize(
    ("url", "sign"),
    [
        ("https://store.example/support/solutions/articles/44-a", ""),
        ("https://help.store.example/en/articles/44-a", "<link href='//x.intercomcdn.com/a.css'>"),
        ("https://docs.store.example/article/44-a", "<script src='//helpscout.net/a.js'></script>"),
    ],
)
def test_articles_of_other_help_centers_are_pairs_too(url, sign, page_of):
    body = f"{sign}<h1>Lost keys</h1><article><h1>Lost keys</h1><p>Call us at night.</p></article>"

    entries = faq.read(page_of(body, url=url))

    assert [(entry.question, entry.answer) for entry in entries] == [
        ("Lost keys", "Call us at night.")
    ]


def test_a_newspapers_article_is_no_help(page_of):
    body = "<article><h1>Storm in Brno</h1><p>It rained.</p></article>"

    assert faq.read(page_of(body, url="https://news.example/articles/44-storm")) == ()
