"""What every format keeps: the same bytes, nothing hostile, nothing lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import escape_markdown, render_markdown
from rivalscope.reports.renderers import RENDERERS
from rivalscope.reports.terminal import render_terminal
from rivalscope.reports.wording import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

    from rivalscope.models import Report

ENGLISH = Words("en")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200b]")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


TEXTS = ("report.html", "report.md", "report.json")


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_report_gives_the_same_bytes(any_report: Report, name: str) -> None:
    content = RENDERERS[name](any_report)
    backwards = replace(
        any_report,
        labels=dict(reversed(list(any_report.labels.items()))),
        tactics=dict(reversed(list(any_report.tactics.items()))),
        places=dict(reversed(list(any_report.places.items()))),
    )
    assert RENDERERS[name](backwards) == content


@pytest.mark.parametrize("name", TEXTS)
def test_no_control_character_comes_through(any_report: Report, name: str) -> None:
    text = RENDERERS[name](any_report).decode()
    assert not UNSEEN.search(text)
    assert text.endswith("\n")


def test_json_holds_every_cell_and_its_figures(whole_report: Report) -> None:
    text = render_json(whole_report)
    document = json.loads(text)
    assert [cell["id"] for cell in document["cells"]] == [cell.id for cell in whole_report.cells]
    rate = document["cells"][3]["findings"][0]["rate"]
    assert rate == {
        "n": 31,
        "of": 212,
        "per_100": 14.6226,
        "interval": {"low": 10.4966, "high": 20.008},
        "design_effect": 1.0,
    }
    assert document["as_of"] == "2026-11-20"
    assert document["cells"][0]["claim"].startswith("Norvia draws more praise")
    assert json.dumps(document, ensure_ascii=False, indent=2) + "\n" == text


def test_json_has_no_figure_that_is_not_finite(whole_report: Report) -> None:
    odd = replace(whole_report, cells=(replace(whole_report.cells[0], importance=float("nan")),))
    assert json.loads(render_json(odd))["cells"][0]["importance"] is None


def markdown_tokens(text: str) -> list[Token]:
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [each for block in blocks for each in (block, *(block.children or ()))]


def test_markdown_holds_no_html_image_or_unwanted_link(any_report: Report) -> None:
    tokens = markdown_tokens(render_markdown(any_report))
    assert not {each.type for each in tokens} & {"html_block", "html_inline", "image", "fence"}
    for token in tokens:
        if token.type == "link_open":
            assert urlsplit(str(token.attrs["href"])).hostname in {
                "reviews.example",
                "norvia.example",
                "kestrel.example",
                "halden.example",
            }


def test_markdown_tables_keep_their_columns(hostile_report: Report) -> None:
    columns = set()
    for token in markdown_tokens(render_markdown(hostile_report)):
        if token.type == "tr_open":
            count = 0
        elif token.type in {"td_open", "th_open"}:
            count += 1
        elif token.type == "tr_close":
            columns.add(count)
    assert columns == {2, 3, 4, 5, 6, 62}


@given(st.text())
def test_escaped_text_never_leaves_its_paragraph(text: str) -> None:
    (paragraph, *_) = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(f"x {escape_markdown(text)}")
    )
    assert paragraph.type == "paragraph_open"


@given(st.from_regex(r"[-#+=.)0-9*_`>|~\[\]()<&:/@a ]{1,12}", fullmatch=True))
def test_punctuation_survives_as_punctuation(text: str) -> None:
    tokens = markdown_tokens(escape_markdown(text))
    shown = "".join(each.content for each in tokens if each.type.startswith("text"))
    assert shown.split() == text.split()
    assert {each.type for each in tokens} <= {
        "paragraph_open",
        "inline",
        "text",
        "text_special",
        "paragraph_close",
    }


def test_markdown_cites_every_cell_with_figures_and_quote(whole_report: Report) -> None:
    text = render_markdown(whole_report)
    for cell in whole_report.cells:
        section = text.split(f"`{cell.id}`")[1].split("\n#")[0]
        for finding in cell.findings:
            rate = finding.rate
            assert f"{rate.n} of {rate.of} ({rate.per_100:.1f} per 100, 95 % interval" in section
        assert "> " in section or ENGLISH("no-quote") in section
    assert "- [ ] Choose the hours" in text


@pytest.mark.parametrize("width", [80, 109, 120, 200])
def test_no_terminal_line_is_wider_than_the_terminal(any_report: Report, width: int) -> None:
    lines = render_terminal(any_report, width=width, color=False).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_the_terminal_shows_the_swot_before_the_brands(whole_report: Report) -> None:
    text = render_terminal(whole_report, width=80, color=False)
    order = ["Strengths", "Weaknesses", "Opportunities", "Threats", "Each brand by itself"]
    order += ["Not compared", "Withheld", "Method"]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    assert "31 of 212" in text
    assert "10.5-20.0" in text
    assert "insufficient (n=4, N=21)" in text
    assert "small count" in text


def test_wide_terminals_show_two_quadrants_side_by_side(whole_report: Report) -> None:
    text = render_terminal(whole_report, width=120, color=False)
    assert re.search(r"Strengths.*Weaknesses", text)
    assert re.search(r"Opportunities.*Threats", text)


def test_the_terminal_takes_markup_for_text(hostile_report: Report) -> None:
    text = render_terminal(hostile_report, width=120, color=False)
    assert "[bold red]rich" in text
    assert not UNSEEN.search(text)


def test_colors_change_nothing_but_colors(any_report: Report) -> None:
    plain = render_terminal(any_report, width=100, color=False)
    colored = render_terminal(any_report, width=100, color=True)
    assert colored != plain
    bare = ESCAPES.sub("", colored)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
    assert not UNSEEN.search(bare)


def test_a_terminal_too_narrow_is_taken_as_sixty_columns(whole_report: Report) -> None:
    narrow = render_terminal(whole_report, width=10, color=False)
    assert narrow == render_terminal(whole_report, width=60, color=False)


def test_without_a_comparison_every_format_says_why(alone_report: Report) -> None:
    for name in TEXTS:
        assert excuse_texts(alone_report)[0] in unescape(RENDERERS[name](alone_report).decode())
    text = render_terminal(alone_report, width=80, color=False)
    assert ENGLISH("no-comparison") in text
    assert "Strengths" not in text


@pytest.mark.parametrize("name", ["report.md", "terminal"])
def test_nothing_absent_prints_as_none(any_report: Report, name: str) -> None:
    if name == "terminal":
        text = render_terminal(any_report, width=80, color=False)
    else:
        text = RENDERERS[name](any_report).decode()
    assert not re.search(r"\bNone\b|\bnan\b", text)


def test_reports_reach_no_network_and_no_database() -> None:
    code = (
        "import sys, rivalscope.reports.renderers, rivalscope.reports.terminal;"
        "print(*[name for name in ('sqlite3', 'sqlite_utils', 'scrapy', 'twisted',"
        " 'rivalscope.storage', 'rivalscope.settings') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stdout.strip()
