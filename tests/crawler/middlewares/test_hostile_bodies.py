"""Faults 10 and 12: bombs, giants, and what is no page. One crawl of them all, under 200 MB."""

import gzip
import io
import sys
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest
from scrapy import Request
from scrapy.http import TextResponse

from crawler.middlewares.answers import ReadableAnswer, find_binary

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

HUGE = 64 * 1024 * 1024
MIB = 1024 * 1024


def gzip_bomb():
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as file:
        for _ in range(HUGE // MIB):
            file.write(b" " * MIB)
    return packed.getvalue()


def brotli_bomb():
    packer = brotli.Compressor(quality=5)
    return b"".join(packer.process(b" " * MIB) for _ in range(HUGE // MIB)) + packer.finish()


def zstd_bomb():
    packer = zstd.ZstdCompressor()
    return b"".join(packer.compress(b" " * MIB) for _ in range(HUGE // MIB)) + packer.flush()


def drip_forever(handler):
    """No length, no end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x" * MIB)


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    packed = {
        "gzip": gzip_bomb(),
        "br": brotli_bomb(),
        "zstd": zstd_bomb(),
        "deflate": zlib.compress(b" " * (64 * MIB), 9),
        "twice": gzip.compress(gzip_bomb()),
    }
    for name, body in packed.items():
        encoding = {"twice": "gzip, gzip"}.get(name, name)
        town.page(f"http://{name}.example/", body, Content_Encoding=encoding)
    town.page("http://broken.example/", b"\x1f\x8b nothing", Content_Encoding="gzip")
    town.page("http://giant.example/", b"<html>" + b"x" * (9 * MIB))
    town.calls("http://endless.example/", drip_forever)
    town.page("http://picture.example/", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, kind="image/png")
    town.page("http://paper.example/", b"%PDF-1.7 ...", kind="text/html")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("reviews.html", "late")
    town.page("http://archive.example/", archive.getvalue(), kind="application/octet-stream")
    town.page("http://good.example/", gzip.compress(reviews(1).encode()), Content_Encoding="gzip")
    town.page("http://large.example/", reviews(2, more=" late" * (3 * MIB // 5)))
    town.page("http://vast.example/", "<html>" + "late " * MIB)
    town.page("http://dense.example/", "<p>a<i>b</i>" * 100_000)
    town.page("http://busy.example/", reviews(3, more="<p>a<i>b</i>" * 80_000))
    names = (
        *packed,
        *("broken", "giant", "endless", "picture", "paper", "archive", "good", "large"),
        *("vast", "dense", "busy"),
    )
    # where the process's peak counted, as Scrapy has it, this limit would end every source
    few = {"MEMUSAGE_LIMIT_MB": 1}
    sources = {name: f"http://{name}.example/" for name in names}
    return crawl(sources, proxy=town.address, scrapy=few)


@pytest.mark.parametrize("packing", ["gzip", "br", "zstd", "deflate", "twice"])
def test_a_bomb_ends_at_8_mib(night, packing):
    assert night[packing].state == "error"
    assert "larger than 8 MiB once unpacked" in night[packing].reason


@pytest.mark.parametrize("name", ["giant", "endless"])
def test_a_giant_page_is_cut_off(night, name):
    assert night[name].state == "error"
    assert "larger than 8 MiB" in night[name].reason


def test_what_can_not_be_unpacked_is_told(night):
    assert "can't be unpacked" in night["broken"].reason


@pytest.mark.parametrize(
    ("name", "what"), [("picture", "a picture"), ("paper", "a PDF"), ("archive", "a ZIP file")]
)
def test_what_is_no_page_is_named(night, name, what):
    assert (night[name].state, night[name].pages) == ("error", 0)
    assert f"it is {what}" in night[name].reason


def test_a_page_that_would_cost_too_much_memory_is_not_read(night):
    assert (night["vast"].state, night["dense"].state) == ("error", "error")
    assert "has more than 4 MiB" in night["vast"].reason
    assert "has more than 250,000 tags" in night["dense"].reason


@pytest.mark.parametrize("name", ["good", "large", "busy"])
def test_an_ordinary_page_is_read_among_them(night, name):
    assert (night[name].state, night[name].read) == ("ok", 1)


def test_what_an_earlier_page_took_ends_no_later_source(night):
    assert [one.reason for one in night.ended.values() if "memusage" in (one.reason or "")] == []


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nothing tells the peak")
def test_the_child_stays_under_200_mb(night):
    assert night.peak_mb < 200


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("text/html", b"<html>"),
        ("", b'{"reviews": []}'),
        ("application/octet-stream", b"<rss>"),
        ("text/html; charset=utf-16", "<html>".encode("utf-16-le")),
        ("text/csv", "text\n".encode("utf-16")),
        ("application/rss+xml", b"<rss/>"),
        ("text/plain", b"PK is how this text begins"),
    ],
)
def test_text_of_any_type_is_text(header, body):
    assert find_binary(header, body) is None


def test_what_an_api_answers_may_be_larger_than_a_page():
    answer = TextResponse("http://api.example/", body=b'{"reviews": "%s"}' % (b"<" * 5 * MIB))
    request = Request(answer.url)
    assert ReadableAnswer().process_response(request, answer) is answer
