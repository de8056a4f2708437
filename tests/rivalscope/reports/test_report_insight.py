"""Journey, FAQ and channels in every format, in every language, on screens of any color."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from rivalscope.models import Insight, Position
from rivalscope.reports import html as html_format
from rivalscope.reports.html import render_html
from rivalscope.reports.insight import Grid, sections
from rivalscope.reports.insight.journey import level
from rivalscope.reports.insight.scatter import scatter
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import render_markdown
from rivalscope.reports.messages import LANGUAGES, messages
from rivalscope.reports.terminal import render_terminal
from tests.rivalscope.reports.conftest import rate

if TYPE_CHECKING:
    from rivalscope.models import Report


def grids(report: Report) -> dict[str, Grid]:
    return {
        block.id: block
        for section in sections(report)
        for block in section.blocks
        if isinstance(block, Grid)
    }


def texts(grid: Grid) -> dict[str, list[str]]:
    return {row.name: [cell.text for cell in row.cells] for row in grid.rows}


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_heat_map_has_a_row_a_place_and_figures_in_every_cell(whole_report: Report) -> None:
    grid = grids(whole_report)["heat-complaints"]
    assert grid.head == ("Place", "Norvia", "Kestrel Parcel")
    support, delivery, awareness = grid.rows
    assert support.name == "Touchpoint: support"
    assert (support.cells[0].text, support.cells[0].tone) == ("23.6", "bad3")
    assert support.cells[0].notes == ("18.4-29.7", "50 of 212")
    assert [cell.tone for cell in delivery.cells] == ["bad0", "bad0"]
    assert [(cell.text, cell.notes) for cell in awareness.cells] == [("no theme", ())] * 2
    assert grids(whole_report)["heat-praise"].rows[0].cells[0].tone == "good0"


@pytest.mark.parametrize(
    ("n", "strength"), [(0, 0), (2, 0), (3, 1), (10, 2), (20, 3), (30, 4), (100, 4)]
)
def test_a_higher_rate_has_a_stronger_color(n: int, strength: int) -> None:
    assert level(rate(n, 100)) == strength


def test_the_lead_says_where_the_journey_was_counted(whole_report: Report) -> None:
    alone = replace(whole_report, insight=replace(whole_report.insight, heat_compared=False))
    assert "the same platforms" in sections(whole_report)[0].lead
    assert "No comparison was made" in sections(alone)[0].lead


def test_coverage_tells_state_change_and_contradiction(whole_report: Report) -> None:
    grid = grids(whole_report)["faq-coverage"]
    speed, returns = grid.rows
    assert (speed.cells[0].text, speed.cells[0].tone) == ("answered (2)", "warn")
    assert speed.cells[0].notes == ("changed 2026-10-05", "complaints speak against it")
    assert [cell.text for cell in returns.cells] == ["missing", "not read"]


def test_a_contradiction_carries_the_sentence_its_page_and_n_of_n(whole_report: Report) -> None:
    (row,) = grids(whole_report)["faq-contradictions"].rows
    theme, promise, complaints = row.cells
    assert (row.name, theme.text) == ("Norvia", "Delivery speed")
    assert promise.text == "Parcels arrive within two days."
    assert promise.link == "https://norvia.example/faq"
    assert complaints.text == "28.3 (22.7-34.7), 60 of 212"


def test_changes_tell_before_and_now(whole_report: Report) -> None:
    changed, gone = grids(whole_report)["faq-changes"].rows
    assert [cell.text for cell in changed.cells][1:] == [
        "When will it come?",
        "Within a week.",
        "Within two days.",
    ]
    assert gone.cells[-1].text == "taken away"
    (policy,) = grids(whole_report)["faq-policies"].rows
    assert [cell.text for cell in policy.cells] == [
        "Halden",
        "Hours to an answer",
        "none found",
        "4",
    ]


def test_reading_ease_names_its_formula_or_says_that_there_is_none(whole_report: Report) -> None:
    told = texts(grids(whole_report)["faq-profiles"])
    assert told["Norvia"][-1] == (
        "en: 61.3 (Flesch 1948), 240 words; "
        "hu: no formula; 9.0 words per sentence, 33.0 of 100 words are long; "
        "de: only 40 words; 8.0 per sentence, 30.0 of 100 are long"
    )
    assert told["Halden"] == ["not read", "never", "never", "never", "not read"]


def test_a_channel_links_its_proof_and_unread_pages_are_not_none(whole_report: Report) -> None:
    told = texts(grids(whole_report)["channel-inventory"])
    assert told["Phone"] == ["+44 20 7946 0101", "none found", "pages not read", "pages not read"]
    phone = grids(whole_report)["channel-inventory"].rows[1]
    assert phone.cells[0].link == "https://norvia.example/"


def test_html_tables_have_headers_and_the_drawing_says_what_it_shows(
    whole_report: Report,
) -> None:
    document = html.document_fromstring(render_html(whole_report))
    for table in document.xpath("//section[@class='insight']//table"):
        assert table.xpath(".//thead//th[@scope='col']")
        assert len(table.xpath(".//tbody//th[@scope='row']")) == len(table.xpath(".//tbody/tr"))
    (drawing,) = document.xpath("//*[local-name()='svg'][@class='scatter']")
    assert drawing.get("role") == "img"
    assert "Norvia: 70.7, 50.0" in words(drawing)
    assert len(drawing.xpath(".//*[local-name()='circle']")) == 4


def test_news_stand_in_their_entry_with_a_link(whole_report: Report) -> None:
    document = html.document_fromstring(render_html(whole_report))
    entry = document.get_element_by_id("threat:rival_faq_answer:delivery_speed")
    assert "2026-10-05, Kestrel Parcel When will it come? Within two days." in words(entry)
    assert "(before: Within a week.)" in words(entry)
    assert "https://kestrel.example/faq" in entry.xpath(".//a/@href")


def test_every_compared_theme_has_its_chart_with_or_without_an_entry(
    whole_report: Report,
) -> None:
    document = html.document_fromstring(render_html(replace(whole_report, cells=())))
    assert [words(each) for each in document.xpath("//figure[@class='chart']/figcaption")] == [
        "Delivery speed complaints"
    ]


def test_markdown_json_and_terminal_hold_it_too(whole_report: Report) -> None:
    text = render_markdown(whole_report)
    assert "## Customer journey" in text
    assert "| Touchpoint: support | 23.6; 18.4-29.7; 50 of 212 |" in text
    assert "[Parcels arrive within two days.](https://norvia.example/faq)" in text
    assert "- [2026-10-06, Halden](https://halden.example/): We answer within 4 hours." in text
    insight = json.loads(render_json(whole_report))["insight"]
    assert insight["heat"][0]["complaints"]["n"] == 50
    assert insight["faq"]["contradictions"][0]["finding"]["id"] == (
        "finding:norvia:delivery_speed:complaint"
    )
    shown = render_terminal(whole_report, width=100, color=False)
    assert "Complaints by stage and touchpoint" in shown
    assert "Promises that complaints speak against" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_form_is_called_so_in_the_language_of_the_report(
    whole_report: Report, language: str
) -> None:
    channel, *_ = whole_report.insight.channels
    form = replace(channel, kind="contact_form", value="contact form")
    report = replace(
        whole_report,
        language=language,
        insight=replace(whole_report.insight, channels=(form,)),
    )
    row = grids(report)["channel-inventory"].rows[3]
    said = messages(language)("channel-form")
    assert said in [cell.text for cell in row.cells]
    assert (said == "contact form") is (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_all_of_it(whole_report: Report, language: str) -> None:
    report = replace(whole_report, language=language)
    english = [block.title for block in grids(whole_report).values()]
    titles = [block.title for block in grids(report).values()]
    assert len(set(titles)) == len(titles)
    assert (titles == english) is (language == "en")
    assert render_markdown(report)
    assert render_terminal(report, width=80, color=False)


def test_nothing_known_is_said_in_every_grid(whole_report: Report) -> None:
    empty = replace(whole_report, insight=Insight())
    for grid in grids(empty).values():
        assert not grid.rows
        assert grid.nothing
    assert "Nothing is known" in render_markdown(empty)


def position(per_month: float, n: int) -> Position:
    return Position(brand="ant", reviews=10, per_30_days=per_month, content=rate(n, 100))


def drawn(*points: Position) -> str:
    return str(
        scatter(
            [(f"Brand {place}", place == 0, point) for place, point in enumerate(points)],
            title="t",
            across="a",
            up="u",
            number=lambda value: f"{value:.1f}",
        )
    )


@pytest.mark.parametrize(
    "points", [[position(5, 0)], [position(0, 50)], [position(7, 30), position(7000, 90)]]
)
def test_the_drawing_holds_every_point_inside(points: list[Position]) -> None:
    across = [float(x) for x in re.findall(r'cx="([\d.]+)%"', drawn(*points))]
    up = [float(y) for y in re.findall(r' (?:cy|y1|y2)="([\d.]+)"', drawn(*points))]
    assert len(across) == len(points)
    assert all(0 <= x <= 100 for x in across)
    assert all(0 <= y <= 300 for y in up)


def test_labels_of_near_points_do_not_cover_each_other() -> None:
    text = drawn(*(position(50 + place, 50) for place in range(5)))
    heights = sorted(float(y) for y in re.findall(r'y="([\d.]+)" dx', text))
    assert all(after - before >= 15 for before, after in pairwise(heights))


def test_many_points_are_numbered() -> None:
    assert "Brand 3</text>" in drawn(*[position(5, 5)] * 8)
    many = drawn(*[position(5, 5)] * 9)
    assert "Brand 3</text>" not in many
    assert ">9</text>" in many


def colors() -> list[dict[str, str]]:
    """The style sheet's variables as each scheme sets them: light, dark, print."""
    style = Path(html_format.__file__).parent.joinpath("templates", "report.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    light = dict(re.findall(r"--([\w-]+): (#\w+)", blocks[0]))
    return [light | dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in blocks]


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("scheme", "tone"),
    list(product(range(3), [f"{kind}{n}" for kind in ("bad", "good") for n in range(5)])),
)
def test_text_in_the_maps_keeps_the_contrast_of_wcag_aa(scheme: int, tone: str) -> None:
    shown = colors()[scheme]
    assert contrast(shown[tone], shown["ink"]) >= 4.5
    assert contrast(shown["warn-tint"], shown["warn"]) >= 4.5
