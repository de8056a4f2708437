"""The section of proxies: the same figures in every format, each with n and interval."""

import json
from dataclasses import replace

import pytest
from lxml import html

from rivalscope.models import (
    ComparedWith,
    EffortProxy,
    Evidence,
    Flow,
    Interval,
    Period,
    Proxies,
    Rate,
    RecommendProxy,
    ReplyDelay,
    ReplyProxy,
    Report,
)
from rivalscope.reports.html import render_html
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import render_markdown
from rivalscope.reports.proxies import proxy_tables
from rivalscope.reports.terminal import render_terminal

TITLE, NO_DATA, NONE_TOLD = "Public proxies", "no data", "none told of"


def rate(n: int, of: int, low: float, high: float) -> Rate:
    return Rate(n=n, of=of, per_100=100 * n / of, interval=Interval(low=low, high=high))


def quote(words: str, brand: str = "norvia") -> Evidence:
    return Evidence(
        review_id="review:1",
        brand=brand,
        platform="trustpilot",
        language="en",
        theme="effort:norvia",
        polarity="neutral",
        quote=words,
        rule="proxy",
        published_on=None,
        url="https://reviews.example/1",
    )


@pytest.fixture
def report(whole_report: Report) -> Report:
    delay = ReplyDelay(
        n=38, median=2, lower_quartile=1, upper_quartile=4.5, interval=Interval(low=1, high=3)
    )
    proxies = Proxies(
        period=Period(since=whole_report.window.since, until=whole_report.window.until),
        replies=(
            ReplyProxy(
                brand="norvia",
                source="tp",
                platform="trustpilot",
                rate=rate(38, 104, 27.9, 46.1),
                delay=delay,
            ),
            ReplyProxy(
                brand="kestrel",
                source="tp",
                platform="trustpilot",
                rate=rate(0, 50, 0, 7.1),
                delay=None,
            ),
        ),
        effort=(
            EffortProxy(
                brand="norvia",
                language="en",
                rate=rate(9, 212, 2.2, 7.9),
                quotes=(quote("I had to call <b>five</b> times | then * once more"),),
            ),
        ),
        recommend=(
            RecommendProxy(
                brand="norvia",
                speaking=rate(31, 212, 10.5, 20.0),
                willing=20,
                unwilling=8,
                torn=3,
                net=38.7,
                interval=Interval(low=5.2, high=62.4),
            ),
        ),
        flows=(
            Flow(
                origin="norvia",
                target="kestrel",
                leaving=rate(4, 212, 0.7, 4.7),
                coming=rate(3, 388, 0.3, 2.2),
                quotes=(quote("Off to Kestrel."),),
            ),
            Flow(
                origin="halden",
                target="norvia",
                leaving=None,
                coming=rate(1, 212, 0.1, 2.6),
                quotes=(),
            ),
        ),
        compared=(
            ComparedWith(brand="kestrel", named="norvia", rate=rate(12, 388, 1.8, 5.3), quotes=()),
        ),
        read={"norvia": 212, "kestrel": 388, "halden": 0, "orlapost": 0},
    )
    return replace(whole_report, proxies=proxies)


@pytest.fixture
def silent_report(report: Report) -> Report:
    """The same where the reviews were searched and nobody tells of another brand."""
    return replace(report, proxies=replace(report.proxies, flows=(), compared=()))


FIGURES = (
    "38 of 104 (36.5 per 100, 95 % interval 27.9-46.1)",
    "median 2.0 (95 % interval 1.0-3.0), quartiles 1.0-4.5, n=38",
    "9 of 212 (4.2 per 100, 95 % interval 2.2-7.9)",
    "20 / 8 / 3",
    "+38.7 (95 % interval +5.2 to +62.4), n=31",
    "4 of 212 (1.9 per 100, 95 % interval 0.7-4.7)",
    "3 of 388 (0.8 per 100, 95 % interval 0.3-2.2)",
    "12 of 388 (3.1 per 100, 95 % interval 1.8-5.3)",
)


@pytest.mark.parametrize("figure", FIGURES)
def test_pages_tell_every_figure_with_n_and_interval(report: Report, figure: str) -> None:
    page = html.fromstring(render_html(report)).get_element_by_id("proxies").text_content()
    assert figure in " ".join(page.split())
    assert figure in render_markdown(report).replace("\\", "")


def test_the_matrix_counts_moves_told_by_either_side(report: Report) -> None:
    matrix = next(table for table in proxy_tables(report) if table.id == "proxy-moves")
    assert matrix.head[1:] == tuple(brand.name for brand in report.brands)
    rows = {row[0]: row[1:] for row in matrix.rows}
    assert rows["Norvia"] == ("", "7", "0", "0")
    assert rows["Halden"] == ("1", "0", "", NO_DATA)


def test_nothing_found_is_not_nothing_searched(silent_report: Report) -> None:
    tables = {table.id: table for table in proxy_tables(silent_report)}
    assert tables["proxy-moves"].rows[0] == ("Norvia", "", "0", "0", "0")
    page = html.fromstring(render_html(silent_report)).get_element_by_id("proxies")
    assert page.text_content().count(NONE_TOLD) == 2
    assert render_markdown(silent_report).count(f"\n{NONE_TOLD}.\n") == 2
    assert f"Moves between brands: {NONE_TOLD}" in render_terminal(
        silent_report, width=80, color=False
    )


def test_json_holds_every_proxy_with_its_interval(report: Report) -> None:
    proxies = json.loads(render_json(report))["proxies"]
    assert proxies["recommend"][0]["interval"] == {"low": 5.2, "high": 62.4}
    assert proxies["replies"][0]["delay"]["n"] == 38
    assert proxies["flows"][0]["leaving"]["n"] == 4
    assert proxies["effort"][0]["quotes"][0]["review_id"] == "review:1"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_terminal_has_them_in_short(report: Report, width: int) -> None:
    text = render_terminal(report, width=width, color=False)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    assert TITLE in words
    assert "Norvia to Kestrel Parcel: 7; 4 of 212 (" in words


def test_a_quote_is_shown_as_it_is_and_never_as_markup(report: Report) -> None:
    page = html.fromstring(render_html(report)).get_element_by_id("proxies")
    assert "I had to call <b>five</b> times" in page.text_content()
    assert page.find(".//b") is None
    assert r"\<b\>five\</b\> times \| then \* once more" in render_markdown(report)


def test_nothing_counted_is_said_of_every_proxy(empty_report: Report) -> None:
    assert all(table.rows == () for table in proxy_tables(empty_report))
    page = html.fromstring(render_html(empty_report)).get_element_by_id("proxies")
    assert page.text_content().count(NO_DATA) == len(proxy_tables(empty_report))
    assert render_markdown(empty_report).count(f"\n{NO_DATA}.\n") == len(proxy_tables(empty_report))
    assert NO_DATA in render_terminal(empty_report, width=80, color=False)


def test_a_reader_is_told_what_they_are_not(report: Report) -> None:
    for text in (render_html(report), render_markdown(report)):
        assert "They are no NPS, CSAT or CES." in text


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        ("cs", ("38 z 104 (36,5 na 100, 95% interval 27,9–46,1)", "medián 2,0", "+38,7 (95%")),
        ("de", ("38 von 104 (36,5 je 100, 95-%-Intervall 27,9–46,1)", "Median 2,0", "+38,7 (95")),
        (
            "hu",
            ("38 / 104 (100-ra 36,5, 95%-os intervallum 27,9–46,1)", "medián 2,0", "+38,7 (95%"),
        ),
        ("ru", ("38 из 104 (36,5 на 100, 95%-й интервал 27,9–46,1)", "медиана 2,0", "+38,7 (95%")),
        ("sw", ("38 kati ya 104 (36.5 kwa 100, kadirio la 95% 27.9–46.1)", "kati 2.0", "+38.7 (")),
    ],
)
def test_each_language_tells_them_its_way(
    report: Report, language: str, figures: tuple[str, ...]
) -> None:
    translated = replace(report, language=language)
    page = html.fromstring(render_html(translated)).get_element_by_id("proxies").text_content()
    assert all(figure in " ".join(page.split()) for figure in figures)
    assert figures[0] in render_markdown(translated).replace("\\", "")
    terminal = render_terminal(translated, width=200, color=False)
    assert "Norvia → Kestrel Parcel: 7; " in terminal
    english = {table.id: table for table in proxy_tables(report)}
    for table in proxy_tables(translated):
        assert table.title != english[table.id].title
        assert len(table.head) == len(english[table.id].head)


def test_a_table_is_as_wide_as_its_head(report: Report) -> None:
    for table in proxy_tables(report):
        assert {len(row) for row in table.rows} <= {len(table.head)}
