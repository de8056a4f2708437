from __future__ import annotations

import time

import pytest

from crawler.extract import paging, read_page

SHOP = "https://shop.example/reviews"


def pager(*links, current="<span class='current'>1</span>", tag="ul", name="pagination"):
    inner = "".join(f"<li>{one}</li>" for one in (current, *links))
    return f"<html><body><{tag} class='{name}'>{inner}</{tag}></body></html>"


def link(href, label, **attributes):
    more = " ".join(f'{name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return f'<a href="{href}" {more}>{label}</a>'


@pytest.mark.parametrize(
    ("url", "markup", "expected"),
    [
        (SHOP, pager(link("?page=2", 2), link("?page=3", 3)), "?page=2"),
        (f"{SHOP}?page=2", pager(link("?page=1", 1), link("?page=3", 3), current="2"), "?page=3"),
        (SHOP, pager(link("/reviews/page/2/", 2)), "/page/2/"),
        (f"{SHOP}/page/2/", pager(link("/reviews/page/3/", 3), current="<b>2</b>"), "/page/3/"),
        (SHOP, pager(link("/reviews-p2.html", 2)), None),
        (SHOP, pager(link("?start=20", 2)), "?start=20"),
        (
            f"{SHOP}?start=20",
            pager(
                link("?start=0", 1),
                link("?start=40", 3),
                current='<a aria-current="page" href="?start=20">2</a>',
            ),
            "?start=40",
        ),
        (
            f"{SHOP}?sort=new&f=2",
            pager(link("?sort=new&f=1", 1), link("?sort=new&f=3", 3), current="2"),
            "?sort=new&f=3",
        ),
        (SHOP, pager(link("?page=2", "Go to page 2")), "?page=2"),
        (SHOP, "<p>Pages: 1 <a href='?page=2'>2</a></p>", "?page=2"),
        (SHOP, pager(link("https://other.example/reviews?page=2", 2)), None),
        (SHOP, pager(link("?page=3", 3)), None),
        (SHOP, pager(link("/blog?page=2", 2)), None),
        (f"{SHOP}?page=3", pager(link("?page=1", 1), link("?page=2", 2), current="3"), None),
        (SHOP, pager(link("?color=2", 2), name="filters"), None),
    ],
)
def test_the_next_number_leads_to_the_next_page(url, markup, expected, page_of):
    found = paging.next_url(page_of(markup, url=url))

    assert found is None if expected is None else found.endswith(expected)


@pytest.mark.parametrize(
    "word",
    [
        *("Next", "next page", "Older reviews", "Další", "Následující stránka", "Ďalšia"),
        *("Вперёд", "Далее →", "Следующая", "Következő", "Tovább", "Inayofuata", "Ukurasa ujao"),
        *("Weiter »", "Nächste Seite", "Siguiente", "Suivant", "Następna", "Volgende"),
        *("Successivo", "Próxima", "Nästa sida", "›", "»", "次へ"),
    ],
)
def test_a_word_for_next_among_links_to_pages_leads_on(word, page_of):
    page = page_of(pager(link("?from=xyz", word)), url=SHOP)

    assert paging.next_url(page) == f"{SHOP}?from=xyz"


@pytest.mark.parametrize(
    "markup",
    [
        "<nav class='post-navigation'><a class='next' href='/a'>Next</a></nav><p class='pager'>",
        pager(link("?page=0", "Next"), current=""),
        pager(link("?page=2", "Next", class_="disabled")),
        pager(link("?page=2", "Next", aria_disabled="true").replace("aria_", "aria-")),
        pager(link("#reviews", "Next")),
        pager(link("javascript:next()", "Next")),
        pager(link("https://other.example/reviews?page=2", "Next")),
        pager(link("/about", "About us")),
        "<ul><li><a href='?page=2'>Nextel phones</a></ul>",
    ],
)
def test_other_links_lead_nowhere(markup, page_of):
    assert paging.next_url(page_of(markup, url=SHOP)) is None


def test_an_icon_says_next_by_its_label_or_its_class(page_of):
    by_label = pager(link("?page=2", "<svg></svg>", title="Další stránka"))
    by_class = pager('<span class="page-next"><a href="?page=2"><i></i></a></span>')

    assert paging.next_url(page_of(by_label, url=SHOP)) == f"{SHOP}?page=2"
    assert paging.next_url(page_of(by_class, url=SHOP)) == f"{SHOP}?page=2"


def test_what_the_page_declares_goes_before_what_it_shows(page_of):
    markup = pager(link("?page=2", 2)).replace("<body>", '<link rel="next" href="?page=2&v=1">')

    assert paging.next_url(page_of(markup, url=SHOP)) == f"{SHOP}?page=2&v=1"


@pytest.mark.parametrize("tag", ["link", "a"])
def test_what_a_page_calls_its_next_is_given_whatever_its_host(tag, page_of):
    page = page_of(f'<{tag} rel="next" href="https://other.example/p2">', url=SHOP)

    assert paging.next_url(page) == "https://other.example/p2"


def test_a_guessed_page_is_never_on_another_host(page_of):
    away = (link("https://other.example/reviews?page=2", label) for label in (2, "Next", "›"))
    www = pager(link("https://www.shop.example/reviews?page=2", 2))

    assert [paging.next_url(page_of(pager(one), url=SHOP)) for one in away] == [None] * 3
    assert paging.next_url(page_of(www, url=SHOP)) == "https://www.shop.example/reviews?page=2"


def test_no_tree_is_built_where_nothing_looks_like_paging(page_of):
    page = page_of("<html><body><a href='/a'>2</a><a href='/next'>more</a></body></html>")

    assert paging.next_url(page) is None
    assert "tree" not in vars(page)


@pytest.mark.parametrize(
    "body",
    [
        "<div class=pagination>" + "<a href=?page=2>3</a>" * 20_000,
        "<b class='pagination active'>" * 20_000,
        "<a class=pagination href=?page=2>" * 20_000,
        "<div class='pagination " + "current " * 100_000 + "'><a href=?page=2>2</a>",
    ],
    ids=range(4),
)
def test_endless_pagers_are_answered_in_time(body, snapshot_of):
    snapshot = snapshot_of(body, url=SHOP)
    started = time.process_time()

    read_page(snapshot)

    assert time.process_time() - started < 2
