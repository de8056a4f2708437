"""The page a strategist opens."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from rivalscope.reports import html as html_format
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.html import render_html
from rivalscope.reports.tidy import find_link
from rivalscope.reports.wording import Words

if TYPE_CHECKING:
    from rivalscope.models import Report

ENGLISH = Words("en")
FETCHING = ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping")


def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(render_html(report))


def attributes(document: html.HtmlElement) -> set[str]:
    return {name for element in document.xpath("//*") for name in element.attrib}


def tags(document: html.HtmlElement) -> set[str]:
    return {element.tag for element in document.xpath("//*")}


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_needs_nothing_but_itself(any_report: Report) -> None:
    document = page(any_report)
    assert not document.xpath("//script | //iframe | //object | //embed | //link | //img | //base")
    assert not [each for name in FETCHING for each in document.xpath(f"//*[@{name}]")]
    for link in document.xpath("//*[@href]"):
        if not link.get("href").startswith("#"):
            assert link.get("href").startswith(("https://", "http://"))
            assert link.get("rel") == "noopener noreferrer nofollow"
            around = {each.get("class") for each in link.iterancestors()}
            assert around & {"quote", "proof"}
    style = document.xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style


def test_nothing_hostile_becomes_markup(whole_report: Report, hostile_report: Report) -> None:
    ordinary, attacked = page(whole_report), page(hostile_report)
    assert attributes(attacked) <= attributes(ordinary) | {"lang"}
    assert tags(attacked) <= tags(ordinary) | {"details", "summary"}
    assert "{{ 7 * 7 }} {% raw %} ${7*7} </style></title>" in words(attacked)
    assert "<script>alert(1)</script>" in words(attacked.xpath("//h1")[0])


def test_a_policy_forbids_what_the_page_does_not_need(whole_report: Report) -> None:
    policy = page(whole_report).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_every_cell_has_its_anchor_figures_and_quotes(whole_report: Report) -> None:
    document = page(whole_report)
    for cell in whole_report.cells:
        article = document.get_element_by_id(cell.id)
        text = words(article)
        assert cell.id in text
        assert cell.rule in text
        for finding in cell.findings:
            rate = finding.rate
            assert f"{rate.per_100:.1f} {rate.n} of {rate.of}" in text
            assert f"{rate.interval.low:.1f}-{rate.interval.high:.1f}" in text
        for quote in cell.quotes:
            assert quote.quote in text
            assert str(quote.published_on) in text
            assert (quote.url in article.xpath(".//a/@href")) is (quote.url is not None)
        assert article.xpath(".//blockquote") or ENGLISH("no-quote") in text


def test_a_cell_without_a_quote_says_so(whole_report: Report) -> None:
    bare = replace(whole_report.cells[0], quotes=())
    document = page(replace(whole_report, cells=(bare,)))
    assert ENGLISH("no-quote") in words(document.get_element_by_id(bare.id))


def test_tactics_stand_under_their_cell_as_a_checklist(whole_report: Report) -> None:
    cell = page(whole_report).get_element_by_id("opportunity:market_gap:wait_time")
    assert "quick win" in words(cell.xpath(".//h5")[0])
    assert len(cell.xpath(".//ul[@class='steps']/li")) == 3


def test_a_finding_on_too_little_is_marked(whole_report: Report) -> None:
    cell = page(whole_report).get_element_by_id("strength:better_than_rivals:delivery_speed")
    assert [words(row) for row in cell.xpath(".//tr[.//span[@class='too-few']]/th")] == [
        "OrlaPostsmall count"
    ]


def test_an_unsound_source_is_named_in_the_cells_it_touches(whole_report: Report) -> None:
    document = page(whole_report)
    touched = document.get_element_by_id("opportunity:faq_gap:delivery_cost:kestrel")
    untouched = document.get_element_by_id("threat:rival_better:returns_refunds")
    assert "Kestrel Parcel, app store: read in part (stopped at page 10" in words(touched)
    assert "Caution" not in words(untouched)


def test_an_empty_quadrant_says_so(whole_report: Report) -> None:
    without = replace(
        whole_report,
        cells=tuple(cell for cell in whole_report.cells if cell.quadrant != "threat"),
    )
    quadrant = page(without).xpath("//section[contains(@class, 'threat')]")[0]
    assert ENGLISH("empty-quadrant") in words(quadrant)


def test_without_a_comparison_the_reason_stands_where_the_swot_would(alone_report: Report) -> None:
    document = page(alone_report)
    swot = words(document.get_element_by_id("swot"))
    assert ENGLISH("no-comparison") in swot
    assert excuse_texts(alone_report)[0] in swot
    assert not document.xpath("//section[contains(@class, 'quadrant')]")
    assert "42 of 212" in words(document.get_element_by_id("brands"))


def test_what_was_withheld_says_how_little_there_was(whole_report: Report) -> None:
    assert "insufficient (n=4, N=21)" in words(page(whole_report).get_element_by_id("withheld"))


def test_synthetic_data_is_announced_and_real_data_is_not(
    whole_report: Report, alone_report: Report
) -> None:
    assert ENGLISH("synthetic") in words(page(whole_report))
    assert ENGLISH("synthetic") not in words(page(alone_report))


def test_nothing_absent_prints_as_none(any_report: Report) -> None:
    assert not re.search(r"\bNone\b|\bnan\b|Undefined", words(page(any_report)))


def test_ids_are_unique_even_if_cells_share_one(whole_report: Report) -> None:
    twice = replace(whole_report, cells=(*whole_report.cells, whole_report.cells[0]))
    ids = page(twice).xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {each[1:] for each in page(twice).xpath("//@href") if each.startswith("#")}
    assert targets <= set(ids)


def test_every_header_says_what_it_heads(any_report: Report) -> None:
    headers = page(any_report).xpath("//th/@scope")
    assert len(headers) == len(page(any_report).xpath("//th"))
    assert set(headers) <= {"row", "col", "rowgroup"}


def test_every_drawing_describes_itself_or_is_hidden(any_report: Report) -> None:
    for drawing in page(any_report).xpath("//svg"):
        assert drawing.get("aria-hidden") == "true" or drawing.xpath("./title and ./desc")


def test_a_chart_shows_us_and_each_rival_compared(whole_report: Report) -> None:
    figure = page(whole_report).xpath("//figure[@class='chart'][contains(., 'Waiting times')]")[0]
    assert [words(each) for each in figure.xpath(".//tbody//th")] == [
        "Norvia",
        "Kestrel Parcel",
        "Halden",
        "OrlaPost",
    ]
    assert figure.xpath("string(.//svg/desc)") == (
        "31 of 212 (14.6 per 100, 95 % interval 10.5-20.0)"
    )
    for x in figure.xpath(".//line/@x1 | .//line/@x2 | .//circle/@cx"):
        assert 0 <= float(x.rstrip("%")) <= 100


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://reviews.example/a?b=1#c", True),
        ("http://reviews.example", True),
        ("HTTPS://reviews.example/'", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//reviews.example/x", False),
        ("https:///x", False),
        ("https://[broken", False),
        ('https://reviews.example/"onclick="x', False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(address: str | None, *, allowed: bool) -> None:
    assert find_link(address) == (address if allowed else None)


def luminance(color: str) -> float:
    digits = color.lstrip("#")
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palettes() -> list[dict[str, str]]:
    path = Path(html_format.__file__).parent / "templates" / "report.css"
    blocks = re.findall(r":root \{(.*?)\}", path.read_text(encoding="utf-8"), re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in blocks]


@pytest.mark.parametrize("place", range(3), ids=["light", "dark", "print"])
def test_text_is_readable_on_every_ground(place: int) -> None:
    palette = palettes()[place]
    tones = ("strength", "weakness", "opportunity", "threat", "warn")
    pairs = [
        *product(("ink", "soft", "link", *tones), ("paper", "card")),
        *((tone, f"{tone}-tint") for tone in tones),
        *product(("ink", "soft"), (f"{tone}-tint" for tone in tones)),
    ]
    for text, ground in pairs:
        assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)
    assert contrast(palette["neutral"], palette["card"]) >= 3
