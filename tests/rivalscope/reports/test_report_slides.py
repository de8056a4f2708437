"""PPTX: every entry with its evidence, nothing cut or overlapping, native and editable."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import combinations, starmap
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Pt

from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.measuring import ELLIPSIS, fitted, lines_of, width_of
from rivalscope.reports.messages import LANGUAGES
from rivalscope.reports.palette import (
    INK,
    PAPER,
    SHADES,
    SOFT,
    TINTS,
    TONES,
    WARN,
    WARN_TINT,
    WHITE,
)
from rivalscope.reports.slides import render_pptx
from rivalscope.reports.tidy import find_link

if TYPE_CHECKING:
    from rivalscope.models import Report

LEADING = 1.2


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def texts(slide: Any) -> list[str]:
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    found += [
        cell.text
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    return [text for text in found if text]


def needed_height(frame: Any, width: float) -> float:
    """Points that the paragraphs of a frame take when they are broken at that width."""
    height = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs), default=0)
        bold = any(run.font.bold for run in paragraph.runs)
        said = "".join(run.text for run in paragraph.runs).replace("\v", "\n")
        height += len(lines_of(said, width, size, bold=bold)) * size * LEADING
        height += paragraph.space_before.pt if paragraph.space_before else 0
    return height


def occupied(slide: Any) -> list[tuple[str, tuple[float, float, float, float]]]:
    """What stands on a slide with the place it takes when its texts are broken."""
    places = []
    for shape in slide.shapes:
        x, y, width = shape.left.pt, shape.top.pt, shape.width.pt
        if shape.has_text_frame and shape.text_frame.text:
            height = needed_height(shape.text_frame, width)
            places.append((shape.text_frame.text[:40], (x, y, x + width, y + height)))
        elif shape.has_table:
            height = sum(
                max(row.height.pt, *(needed_height(c.text_frame, w - 14) + 8 for c, w in cells))
                for row in shape.table.rows
                for cells in [
                    [
                        (cell, column.width.pt)
                        for cell, column in zip(row.cells, shape.table.columns, strict=True)
                    ]
                ]
            )
            places.append(("table", (x, y, x + width, y + height)))
        elif shape.has_chart:
            places.append(("chart", (x, y, x + width, y + shape.height.pt)))
    return places


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_slide_or_covers_something_else(
    any_report: Report, language: str
) -> None:
    deck = opened(render_pptx(replace(any_report, language=language)))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    for number, slide in enumerate(deck.slides, start=1):
        places = occupied(slide)
        for name, (left, top, right, bottom) in places:
            assert left >= 0, (number, name)
            assert top >= 0, (number, name)
            assert right <= 960.1, (number, name)
            assert bottom <= 540.1, (number, name)
        for (one, a), (other, b) in combinations(places, 2):
            apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
            assert apart, (number, one, other)


def test_every_entry_has_figures_interval_quote_and_id(whole_report: Report, stored: str) -> None:
    slides = [texts(slide) for slide in opened(render_pptx(whole_report)).slides]
    for cell in whole_report.cells:
        (page,) = [page for page in slides if any(cell.id in text.split("\n") for text in page)]
        for finding in cell.findings:
            assert f"{finding.rate.n} of {finding.rate.of}" in page
            low, high = finding.rate.interval.low, finding.rate.interval.high
            assert f"{low:.1f} \u2013 {high:.1f}" in page
        said = re.findall(r"\u201c(.+)\u201d", "\n".join(page))
        assert said
        assert all(each in stored for each in said)


def test_every_slide_but_the_first_says_on_what_it_rests(whole_report: Report) -> None:
    first, *slides = opened(render_pptx(whole_report)).slides
    assert any("Norvia against Kestrel Parcel, Halden, OrlaPost" in each for each in texts(first))
    for slide in slides:
        foot = next(each for each in texts(slide) if each.startswith("2026-09-02"))
        assert "815 reviews compared" in foot
        assert "11 sources read, 1 not read in full" in foot
        assert "report " in foot
        assert "Synthetic data" in foot
        assert slide.shapes.title.text_frame.text


def test_a_quadrant_without_an_entry_says_so(whole_report: Report) -> None:
    report = replace(whole_report, cells=whole_report.cells[:1])
    overview = texts(opened(render_pptx(report)).slides[1])
    assert sum("Nothing that the evidence supports" in each for each in overview) == 3


def test_without_a_comparison_the_slides_say_why(alone_report: Report) -> None:
    slides = [" ".join(texts(slide)) for slide in opened(render_pptx(alone_report)).slides]
    assert "No comparison was made" in slides[1]
    assert excuse_texts(alone_report)[0] in slides[1]
    assert any("Norvia" in page and "42 of 212" in page for page in slides)


def test_many_entries_continue_on_further_slides(whole_report: Report) -> None:
    cell = whole_report.cells[0]
    many = tuple(replace(cell, theme=f"theme_{place}") for place in range(9))
    titles = [
        slide.shapes.title.text_frame.text
        for slide in opened(render_pptx(replace(whole_report, cells=many))).slides
    ]
    pages = [title for title in titles if title.startswith("Strengths: where")]
    assert pages == [f"Strengths: where customers prefer us ({n} of 3)" for n in (1, 2, 3)]


def test_the_chart_is_native_with_its_data_and_intervals(whole_report: Report) -> None:
    deck = opened(render_pptx(whole_report))
    slide = next(each for each in deck.slides if each.shapes.title.text == "Themes compared")
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    plot = chart.plots[0]
    assert [series.name for series in plot.series] == [b.name for b in whole_report.brands]
    assert "Returns and refunds, complaints" in list(plot.categories)
    xml = chart.part.blob.decode()
    assert xml.count("<c:errBars>") == len(whole_report.brands)
    with ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        assert "Norvia" in book.read("xl/sharedStrings.xml").decode()


def test_fault_18_and_19_odd_texts_give_no_formula_and_slides_that_open(
    odd_report: Report,
) -> None:
    content = render_pptx(odd_report)
    assert len(opened(content).slides) > len(odd_report.cells)
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                with ZipFile(BytesIO(archive.read(name))) as book:
                    sheet = book.read("xl/worksheets/sheet1.xml").decode()
                assert "<f>" not in sheet
                assert "<hyperlink" not in sheet


def test_fault_17_slides_link_to_nothing_but_quotes_on_the_web(hostile_report: Report) -> None:
    targets = external(render_pptx(hostile_report))
    assert not targets - {find_link(q.url) for c in hostile_report.cells for q in c.quotes}


def test_quotes_lead_to_where_they_stand(whole_report: Report) -> None:
    targets = external(render_pptx(whole_report))
    assert targets == {
        quote.url for cell in whole_report.cells for quote in cell.quotes if quote.url
    }


def external(content: bytes) -> set[str]:
    return {
        relation.target_ref
        for slide in opened(content).slides
        for relation in slide.part.rels.values()
        if relation.is_external
    }


def test_slides_have_no_time_of_their_own(whole_report: Report) -> None:
    content = render_pptx(whole_report)
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-20T00:00:00Z") == 3
    assert "Synthetic data" in core


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_words_can_be_read_on_what_is_behind_them() -> None:
    pairs = [
        (INK, WHITE),
        (INK, PAPER),
        (SOFT, WHITE),
        (WARN, WARN_TINT),
        (WARN, WHITE),
    ]
    pairs += [(TONES[quadrant], tint) for quadrant, tint in TINTS.items()]
    pairs += [(SOFT, tint) for tint in TINTS.values()]
    assert min(starmap(contrast, pairs)) >= 4.5
    assert len(set(SHADES)) == len(SHADES)


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert fitted("Short  and\nsweet", 200, 12, lines=1) == "Short and sweet"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis_within_its_lines() -> None:
    short = fitted("many words " * 5_000, 120, 12, lines=2)
    assert short.endswith(ELLIPSIS)
    assert len(lines_of(short, 120, 12)) == 2
    assert all(width_of(line, 12) <= 120 for line in lines_of(short, 120, 12))


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = lines_of("x" * 100, 60, 12)
    assert "".join(lines) == "x" * 100
    assert all(width_of(line, 12) <= 60 for line in lines)


def test_wide_scripts_and_bold_words_take_more_room() -> None:
    assert width_of("漢字", 12) > width_of("ab", 12)
    assert width_of("Щедро", 12) > width_of("idle.", 12)
    assert width_of("bold", 12, bold=True) > width_of("bold", 12)
    assert width_of("e\u0301", 12) == width_of("é", 12)
