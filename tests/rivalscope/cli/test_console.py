"""What a person sees on a terminal."""

import io
import sys

from rich.console import Console

from rivalscope.cli import console


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
