"""The whole thing, as `make demo` runs it: real server, real spiders, real SQLite, real reports."""

import csv
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.timeout(240)

DEMO = [sys.executable, "-m", "rivalscope", "demo", "--quiet"]
PLANTED = {
    "our delivery weakness": "weakness:worse_than_rivals:delivery_speed",
    "the market's waiting times": "opportunity:market_gap:wait_time",
    "a rival's support in the last week": "opportunity:rival_spiking:support_resolution:sendavo",
    "a rival's FAQ without refunds": "opportunity:faq_gap:returns_refunds:kifuro",
    "three rivals that deliver faster": "threat:rival_better:delivery_speed",
    "a rival's new answer on delivery": "threat:rival_faq_answer:delivery_speed",
    "a rival's new promise to answer": "threat:rival_policy:wait_time",
}


@dataclass(frozen=True)
class Demo:
    folder: Path
    output: str

    @property
    def database(self):
        return self.folder / "demo" / "rivalscope.sqlite"

    def file(self, name):
        return (self.folder / "demo" / "reports" / "latest" / name).read_bytes()

    @property
    def report(self):
        return json.loads(self.file("report.json"))

    def run(self, *arguments):
        command = [sys.executable, "-m", "rivalscope", *arguments]
        return subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, encoding="utf-8", check=False
        )


def run_demo(folder):
    done = subprocess.run(
        DEMO, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return Demo(folder, done.stdout)


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    return run_demo(tmp_path_factory.mktemp("demo"))


def rows(database, sql):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


#: Everything but when it was fetched.
REVIEWS = (
    "SELECT id, brand, source, native_id, title, body, rating, published_at, reply_body, content"
    " FROM reviews ORDER BY id"
)
MENTIONS = (
    'SELECT review, theme, polarity, start, "end", quote, rule FROM mentions ORDER BY 1, 4, 2'
)


@pytest.mark.parametrize("fact", PLANTED)
def test_each_planted_fact_is_found_in_its_quadrant(demo, fact):
    assert PLANTED[fact] in {cell["id"] for cell in demo.report["cells"]}


def test_every_claim_has_counts_an_interval_and_quotes_from_stored_reviews(demo):
    texts = "\n".join(
        f"{title or ''}\n{body}"
        for title, body in rows(demo.database, "SELECT title, body FROM reviews")
    )
    for cell in demo.report["cells"]:
        assert cell["quotes"], cell["id"]
        for finding in cell["findings"]:
            rate = finding["rate"]
            assert 0 <= rate["interval"]["low"] <= rate["per_100"] <= rate["interval"]["high"]
            assert rate["n"] <= rate["of"]
        for quote in cell["quotes"]:
            assert quote["quote"] in texts


def test_every_entry_of_the_tables_and_slides_quotes_stored_reviews(demo):
    texts = "\n".join(
        f"{title or ''}\n{body}"
        for title, body in rows(demo.database, "SELECT title, body FROM reviews")
    )
    ids = [cell["id"] for cell in demo.report["cells"]]
    table = csv.DictReader(StringIO(demo.file("report.csv").decode("utf-8-sig"), newline=""))
    entries = list(table)
    assert sorted(entry["id"] for entry in entries) == sorted(ids)
    for entry in entries:
        assert entry["quote_1"] in texts
        assert float(entry["low"]) <= float(entry["per_100"]) <= float(entry["high"])
        assert 0 < int(entry["n"]) <= int(entry["of"])
    book = CalamineWorkbook.from_filelike(BytesIO(demo.file("report.xlsx")))
    head, *evidence = book.get_sheet_by_name("Evidence").to_python()
    assert set(ids) <= {row[head.index("Belongs to")] for row in evidence}
    assert all(row[head.index("Quote")] in texts for row in evidence)
    slides = [
        "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in Presentation(BytesIO(demo.file("report.pptx"))).slides
    ]
    for name in ids:
        (slide,) = [slide for slide in slides if name in slide.split("\n")]
        quotes = re.findall(r"\u201c(.+)\u201d", slide)
        assert quotes
        assert all(quote in texts for quote in quotes)


def test_no_section_of_the_report_is_empty(demo):
    insight = demo.report["insight"]
    assert [change["brand"] for change in insight["faq"]["changes"]] == ["pakelin", "pakelin"]
    assert {one["brand"] for one in insight["faq"]["contradictions"]} == {"northpost"}
    assert {one["brand"] for one in insight["delight"] if one["quotes"]} == {
        "northpost",
        "pakelin",
        "sendavo",
        "kifuro",
    }
    kinds = {one["kind"] for one in insight["channels"]}
    assert {"chat", "phone", "email", "contact_form", "opening_hours", "messenger"} <= kinds
    assert {(flow["origin"], flow["target"]) for flow in demo.report["proxies"]["flows"]} >= {
        ("sendavo", "pakelin"),
        ("kifuro", "northpost"),
        ("northpost", "pakelin"),
    }


def test_it_ends_with_the_swot_and_the_path_of_the_report(demo):
    for title in ("Strengths", "Weaknesses", "Opportunities", "Threats"):
        assert title in demo.output
    assert "Report: demo/reports/latest/report.html" in demo.output
    assert max(map(len, demo.output.splitlines())) <= 130


def test_it_is_marked_as_made_up_everywhere(demo):
    for name in ("report.html", "report.md", "report.json", "report.csv", "findings.csv"):
        assert b"synthetic" in demo.file(name).lower()
    for name in ("report.xlsx", "report.pptx"):
        with ZipFile(BytesIO(demo.file(name))) as archive:
            assert b"Synthetic data" in archive.read("docProps/core.xml")
    assert "Synthetic data" in demo.output


def test_the_spike_is_told_as_an_alert(demo):
    assert "ALERT" in demo.output
    assert "Sendavo: complaints about problem solving have jumped" in demo.output


def test_what_brands_changed_on_their_pages_is_replayed(demo):
    shipped = (demo.folder / "demo" / "rivalscope.yaml").read_text(encoding="utf-8")
    rule = "  - {id: pages, kind: policy_change, brands: all}\n"
    (demo.folder / "demo" / "pages.yaml").write_text(shipped + rule, encoding="utf-8")
    done = demo.run(
        *("alerts", "replay", "--config", "demo/pages.yaml", "--as-of", "2026-09-30"),
        *("--rule", "pages", "--json"),
    )
    assert done.returncode == 0, done.stderr
    (replayed,) = json.loads(done.stdout)["rules"]
    told = {(one["brand"], one["subject"].partition("@")[0]) for one in replayed["alerts"]}
    assert told == {
        ("pakelin", "faq"),
        ("pakelin", "response_hours"),
        ("sendavo", "free_shipping_from"),
    }


def test_every_source_is_well(demo):
    status = demo.run("status", "--config", "demo/rivalscope.yaml", "--json")
    assert {source["state"] for source in json.loads(status.stdout)["sources"]} == {"ok"}


def test_a_claim_is_walked_back_to_its_snapshots(demo):
    done = demo.run(
        "explain",
        "--config",
        "demo/rivalscope.yaml",
        "--as-of",
        "2026-09-30",
        "opportunity:market_gap:wait_time",
    )
    assert done.returncode == 0, done.stderr
    assert "rule: market_gap" in done.stdout
    assert "page http://" in done.stdout
    assert "snapshot " in done.stdout
    assert "wait_time: negative by" in done.stdout


def test_an_unknown_claim_is_a_usage_error(demo):
    done = demo.run("explain", "--config", "demo/rivalscope.yaml", "threat:nothing")
    assert done.returncode == 2
    assert "has no such claim" in done.stderr


def test_the_page_opens_in_a_browser_without_network(demo):
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        pytest.skip("no chromium on this machine: install Debian's package chromium")
    page = demo.folder / "demo" / "reports" / "latest" / "report.html"
    done = subprocess.run(
        [
            browser,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--virtual-time-budget=2000",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Comparative SWOT" in done.stdout, done.stderr[-500:]
    assert "weakness:worse_than_rivals:delivery_speed" in done.stdout


#: All that a crawl collects; beside these it only keeps how it went.
COLLECTED = (
    "snapshots",
    "fetches",
    "page_states",
    "reviews",
    "review_versions",
    "review_absences",
    "faq_entries",
    "site_signals",
    "page_ratings",
    "understandings",
    "mentions",
)


def test_a_second_run_adds_nothing_and_changes_no_byte(demo):
    tables = {name: rows(demo.database, f"SELECT * FROM {name}") for name in COLLECTED}  # ruff: ignore[hardcoded-sql-expression] - the names are ours
    latest = demo.folder / "demo" / "reports" / "latest"
    before = {path.name: path.read_bytes() for path in latest.iterdir()}
    assert len(before) > 6
    reviews = rows(demo.database, REVIEWS)
    again = run_demo(demo.folder)
    assert "0 new, 0 changed" in again.output
    assert "0 texts analyzed" in again.output
    assert "ALERT (since 2026-09-30)" in again.output
    assert {name: again.file(name) for name in before} == before
    for name, content in tables.items():
        # ruff: ignore[hardcoded-sql-expression] - the names are ours
        assert rows(demo.database, f"SELECT * FROM {name}") == content, name
    pages, unchanged = rows(
        demo.database,
        "SELECT sum(pages), sum(unchanged) FROM source_runs"
        " WHERE run = (SELECT max(run) FROM source_runs)",
    )[0]
    assert pages == unchanged > 0
    assert rows(demo.database, REVIEWS) == reviews


def test_killed_in_the_middle_and_run_again_it_has_the_same_rows(demo, tmp_path):
    victim = subprocess.Popen(
        DEMO, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    database = tmp_path / "demo" / "rivalscope.sqlite"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and stored(database) < 300:
        time.sleep(0.02)
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    assert 300 <= stored(database) < len(rows(demo.database, REVIEWS))
    again = run_demo(tmp_path)
    assert rows(database, REVIEWS) == rows(demo.database, REVIEWS)
    assert rows(database, MENTIONS) == rows(demo.database, MENTIONS)
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert again.file("report.md") == demo.file("report.md")


def stored(database):
    try:
        return rows(database, "SELECT count(*) FROM reviews")[0][0]
    except sqlite3.OperationalError:
        return 0  # not there yet
