"""PDF: the page on paper, from nothing but itself."""

from __future__ import annotations

import re
import sys
import threading
import zlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from rivalscope.errors import UsageError
from rivalscope.reports import pdf
from rivalscope.reports.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rivalscope.models import Report

pytest.importorskip("weasyprint", exc_type=ImportError)


def inside(document: bytes) -> bytes:
    """Everything in a PDF, its compressed streams unpacked."""
    parts = [document]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(parts)


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that nobody may ask, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_same_report_gives_the_same_pdf_with_its_own_date(alone_report: Report) -> None:
    document = pdf.render_pdf(alone_report)
    assert document == pdf.render_pdf(alone_report)
    assert document.startswith(b"%PDF-")
    content = inside(document)
    assert b"D:20261120" in content
    assert f"/ID [({fingerprint(alone_report)})".encode() in content


def test_a_pdf_cites_the_quotes_of_every_entry(whole_report: Report) -> None:
    content = inside(pdf.render_pdf(whole_report))
    for cell in whole_report.cells:
        for quote in cell.quotes:
            if quote.url:
                assert quote.url.encode() in content


def test_fault_22_a_pdf_fetches_nothing(canary: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = canary
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>SECRET</text></svg>')
    page = f"""<!doctype html><html><head>
    <link rel="stylesheet" href="{address}/sheet.css"><link rel="attachment" href="{address}/a">
    <link rel="attachment" href="{secret.as_uri()}">
    <style>@import url("{address}/import.css");
    @font-face {{ font-family: x; src: url({address}/f) }}
    body {{ background: url({address}/background.png); font-family: x }}</style></head>
    <body><img src="{address}/image.png"><img src="{secret.as_uri()}">
    <object data="{address}/o"></object>
    <embed src="{address}/e"><svg><image href="{address}/svg.png"/><use href="{address}/u#x"/></svg>
    <iframe src="{address}/frame"></iframe><p>Words</p></body></html>"""
    document = pdf.drawn(page, identifier="x")
    assert document.startswith(b"%PDF-")
    assert asked == []
    assert b"SECRET" not in inside(document)


def test_fault_17_hostile_texts_are_drawn_as_texts(
    whole_report: Report, hostile_texts: tuple[str, ...]
) -> None:
    cells = tuple(
        replace(
            whole_report.cells[3],
            theme=f"theme_{place}",
            quotes=tuple(
                replace(quote, quote=text, url=text) for quote in whole_report.cells[3].quotes[:1]
            ),
        )
        for place, text in enumerate(hostile_texts)
    )
    content = inside(pdf.render_pdf(replace(whole_report, cells=cells, tactics={})))
    assert b"/JavaScript" not in content
    assert b"javascript:" not in content
    assert b"evil.example" not in re.sub(rb"/Title.*", b"", content)


def test_drawings_have_the_colors_of_paper(whole_report: Report) -> None:
    page = pdf.for_paper(pdf.render_html(whole_report))
    drawings = re.findall(r"<svg[^>]*><style>(.*?)</style>", page, re.DOTALL)
    assert len(drawings) == page.count("<svg")
    assert ".mark .rate { fill: #fff; stroke: #444; stroke-width: 2; }" in drawings[0]
    assert "var(" not in drawings[0]


def test_a_missing_extra_is_said_with_what_to_install(
    alone_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(UsageError, match=r"pip install 'rivalscope\[pdf\]'"):
        pdf.render_pdf(alone_report)


def test_a_missing_library_is_said(alone_report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(_: str) -> None:
        message = "cannot load library 'libpango-1.0-0'"
        raise OSError(message)

    monkeypatch.setattr(pdf, "import_module", lacking)
    with pytest.raises(UsageError, match="needs the library Pango"):
        pdf.render_pdf(alone_report)
