"""CSV and XLSX: every entry with its figures and quotes, and nothing that a spreadsheet obeys."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from rivalscope.reports.cells import cut
from rivalscope.reports.csv import guarded, render_csv, render_findings_csv
from rivalscope.reports.messages import LANGUAGES, messages
from rivalscope.reports.renderers import RENDERERS
from rivalscope.reports.tables import findings_table, swot_table
from rivalscope.reports.tidy import tidied
from rivalscope.reports.xlsx import render_xlsx
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from rivalscope.models import Report

SIGNS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def csv_rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_csv_has_a_row_an_entry_with_figures_interval_and_quotes(
    whole_report: Report, stored: str
) -> None:
    rows = csv_rows(render_csv(whole_report))
    assert {row["id"] for row in rows} == {cell.id for cell in whole_report.cells}
    for row in rows:
        assert 0 <= float(row["low"]) <= float(row["per_100"]) <= float(row["high"])
        assert 0 < int(row["n"]) <= int(row["of"])
        assert row["quote_1"] in stored
        assert row["claim"]
    gap = next(row for row in rows if row["rule"] == "market_gap")
    assert (gap["brand"], gap["n"], gap["of"], gap["per_100"]) == ("Norvia", "31", "212", "14.6226")
    assert (gap["difference"], gap["p"], gap["significant"]) == ("-10.9", "0.00021", "yes")
    assert gap["link_1"] == "https://reviews.example/kestrel/wait_time/0"
    about_a_rival = next(row for row in rows if row["rule"] == "rival_better")
    assert about_a_rival["brand"] == "Halden"


def test_csv_is_ordered_by_quadrant_and_importance(whole_report: Report) -> None:
    rows = csv_rows(render_csv(whole_report))
    quadrants = [row["quadrant"] for row in rows]
    order = ["strength", "weakness", "opportunity", "threat"]
    assert quadrants == sorted(quadrants, key=order.index)
    assert rows[0]["theme"] == "Delivery speed"


def test_findings_csv_has_every_finding_of_every_brand(whole_report: Report) -> None:
    rows = csv_rows(render_findings_csv(whole_report))
    own = [row["id"] for row in rows if row["scope"] == "by_itself"]
    assert own == [one.id for brand in whole_report.brands for one in brand.findings]
    compared = {row["id"] for row in rows if row["scope"] == "compared"}
    assert compared == {one.id for cell in whole_report.cells for one in cell.findings}
    assert all(float(row["low"]) <= float(row["high"]) for row in rows)


def test_a_finding_that_several_entries_share_stands_once(whole_report: Report) -> None:
    rows = csv_rows(render_findings_csv(whole_report))
    ids = [row["id"] for row in rows if row["scope"] == "compared"]
    assert len(ids) == len(set(ids))


def test_csv_names_its_columns_alike_in_every_language(whole_report: Report) -> None:
    heads = {
        render_csv(replace(whole_report, language=language)).split("\r\n")[0]
        for language in LANGUAGES
    }
    assert len(heads) == 1


@given(st.text(max_size=20))
def test_a_guarded_text_starts_no_formula(text: str) -> None:
    assert not guarded(text).startswith(SIGNS)
    assert guarded(text).endswith(text)


def test_fault_18_no_text_becomes_a_formula_in_csv(odd_report: Report) -> None:
    numeric = {"count", "figure", "signed", "p"}
    for table, text in (
        (swot_table(tidied(odd_report)), render_csv(odd_report)),
        (findings_table(tidied(odd_report)), render_findings_csv(odd_report)),
    ):
        texts = {column.key for column in table.columns if column.kind not in numeric}
        for row in csv_rows(text):
            assert not [name for name in texts if row[name].startswith(SIGNS)]
    assert "'=1+1" in render_csv(odd_report)


def test_fault_18_no_text_becomes_a_formula_or_a_link_in_xlsx(odd_report: Report) -> None:
    with ZipFile(BytesIO(render_xlsx(odd_report))) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode()
            assert "<hyperlink" not in content
            assert 'TargetMode="External"' not in content
            if name.startswith("xl/worksheets/sheet"):
                assert not re.search(r"<f[ >]", content)


def test_fault_19_a_spreadsheet_opens_with_odd_characters_and_long_texts(
    odd_report: Report, odd_texts: tuple[str, ...]
) -> None:
    books = sheets(render_xlsx(odd_report))
    shown = {value for rows in books.values() for row in rows for value in row}
    texts = {value for value in shown if isinstance(value, str)}
    assert max(len(each.encode("utf-16-le")) // 2 for each in texts) <= 32_767
    assert not any(re.search(r"[\x00-\x08\ud800-\udfff\u202e\ufffe\uffff]", each) for each in texts)
    assert {cut(clean_text(text), language="en") for text in odd_texts} <= texts


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark() -> None:
    long = cut("\U0001f600" * 20_000, language="de")
    assert long.endswith("\U0001f600 [gekürzt]")
    assert len(long.encode("utf-16-le")) // 2 in {32_766, 32_767}
    assert cut("x" * 32_767, language="en") == "x" * 32_767


@pytest.mark.parametrize("language", LANGUAGES)
def test_xlsx_has_its_sheets_in_every_language(whole_report: Report, language: str) -> None:
    say = messages(language)
    books = sheets(render_xlsx(replace(whole_report, language=language)))
    names = ("swot", "themes", "findings", "evidence", "brands", "sources", "withheld", "method")
    assert list(books) == [say(f"office-sheet.{name}") for name in names]
    head, *rows = books[say("office-sheet.swot")]
    assert len(rows) == len(whole_report.cells)
    assert head[0] == say("office-column.quadrant")
    assert rows[0][0] == say("office-term.strength")


def test_xlsx_holds_numbers_as_numbers_and_days_as_days(whole_report: Report) -> None:
    books = sheets(render_xlsx(whole_report))
    head, *rows = books["SWOT"]
    row = dict(zip(map(str, head), rows[0], strict=True))
    assert row["n (reviews)"] == 54
    assert row["Per 100 reviews"] == pytest.approx(54 / 212 * 100)
    assert row["Significant"] is True
    head, *rows = books["Evidence"]
    day = rows[0][head.index("Published")]
    assert str(day) == "2026-11-16"


def test_xlsx_quotes_every_entry_with_its_source(whole_report: Report) -> None:
    head, *rows = sheets(render_xlsx(whole_report))["Evidence"]
    entries = [row[head.index("Belongs to")] for row in rows]
    for cell in whole_report.cells:
        assert entries.count(cell.id) == len(cell.quotes) > 0


def test_xlsx_freezes_filters_and_draws(whole_report: Report) -> None:
    with ZipFile(BytesIO(render_xlsx(whole_report))) as archive:
        for number in range(1, 9):
            sheet = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert 'state="frozen"' in sheet
            assert "<autoFilter" in sheet
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "<c:barChart>" in chart
    assert chart.count("<c:ser>") == len(whole_report.brands)
    assert chart.count("<c:errBars>") == len(whole_report.brands)
    assert "Themes!$A$2" in chart


def test_xlsx_says_what_is_made_up_and_when_it_was_made(whole_report: Report) -> None:
    with ZipFile(BytesIO(render_xlsx(whole_report))) as archive:
        times = {entry.date_time for entry in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert "2026-11-20T00:00:00Z</dcterms:created>" in core
    assert "Synthetic data" in core


def test_a_figure_that_is_not_finite_is_empty(whole_report: Report) -> None:
    cell = whole_report.cells[0]
    assert cell.difference
    odd = replace(cell, difference=replace(cell.difference, p=float("nan"), points=float("inf")))
    report = replace(whole_report, cells=(odd,))
    (row,) = csv_rows(render_csv(report))
    assert (row["p"], row["difference"]) == ("", "")
    assert sheets(render_xlsx(report))["SWOT"][1]


def test_an_entry_without_findings_or_quotes_is_a_row_all_the_same(whole_report: Report) -> None:
    bare = replace(whole_report.cells[0], findings=(), quotes=(), difference=None)
    report = replace(whole_report, cells=(bare,))
    (row,) = csv_rows(render_csv(report))
    assert (row["id"], row["n"], row["quote_1"]) == (bare.id, "", "")
    assert RENDERERS["report.xlsx"](report)
    assert RENDERERS["report.pptx"](report)
