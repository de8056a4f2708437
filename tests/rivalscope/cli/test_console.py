"""What a person sees on a terminal."""

import io
import sys

import pytest
from rich.console import Console

from rivalscope.cli import console


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (1200, "1,200 pages")]
)
def test_one_is_not_many(count, said):
    assert console.counted(count, "page") == said


def test_markdown_is_laid_out_on_a_terminal_within_its_width(monkeypatch):
    shown = io.StringIO()
    terminal = Console(file=shown, force_terminal=True, width=80, color_system=None)
    monkeypatch.setattr(console, "_console", lambda: terminal)
    console.show_markdown("## New\n\n- **Late** p \\< 0.1 " + "word " * 40 + "\n")
    lines = shown.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert "p < 0.1" in shown.getvalue()
    assert "**" not in shown.getvalue()


def test_markdown_stays_markdown_elsewhere(monkeypatch):
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    console.show_markdown("## New\n\n- **Late**\n")
    assert shown.getvalue() == "## New\n\n- **Late**\n"
