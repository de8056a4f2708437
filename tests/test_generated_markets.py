"""Markets drawn by chance, in every format: no entry without counts, interval and quote."""

import csv
import json
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from random import Random
from shutil import which

import pytest
from lxml import html
from pptx import Presentation
from python_calamine import CalamineWorkbook

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Review, Snapshot, Source
from rivalscope.reports.renderers import ON_DEMAND, RENDERERS
from rivalscope.reports.wording import Words
from rivalscope.settings import load_settings
from rivalscope.storage import SourceRun, Store, packed

AS_OF = date(2026, 9, 30)
#: Of each theme a complaint and a praise, by language; what a market talks about is drawn of them.
OPINIONS = {
    "en": (
        ("I waited forty minutes on hold.", "They picked up the phone at once."),
        ("The parcel came a week late.", "Delivery was fast."),
        ("They refused to refund me.", "I got my money back the same day."),
        ("The agent was rude to me.", "The staff were kind and helpful."),
        ("The app keeps crashing.", "The app works perfectly."),
    ),
    "cs": (
        ("Na lince jsem čekala hodinu.", "Na telefonu se ozvali hned."),
        ("Balík přišel o týden pozdě.", "Rychlé doručení."),
        ("Peníze mi odmítli vrátit.", "Peníze vrátili hned druhý den."),
        ("Operátorka byla nepříjemná.", "Milý a ochotný personál."),
        ("Aplikace pořád padá.", "Aplikace funguje skvěle."),
    ),
    "ru": (
        ("Час ждал ответа оператора.", "Трубку взяли сразу."),
        ("Посылка опоздала на неделю.", "Быстрая доставка."),
        ("Отказались вернуть деньги.", "Деньги вернули на следующий день."),
        ("Оператор хамил мне.", "Вежливый персонал."),
        ("Приложение постоянно вылетает.", "Приложение работает отлично."),
    ),
}
NAMES = ("Acme", "Bolt & Co", "Čáp", "Домой", '=SUM("D")')
SEEDS = range(4)


@dataclass(frozen=True)
class Generated:
    """A market that was analyzed, and all that its customers wrote."""

    settings: object
    report: object
    texts: frozenset[str]

    def has(self, quote):
        return any(quote in text for text in self.texts)


@pytest.fixture(scope="module", params=SEEDS)
def market(request, tmp_path_factory):
    chance = Random(request.param)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - the same each time
    folder = tmp_path_factory.mktemp("market")
    brands = NAMES[: chance.randrange(2, len(NAMES) + 1)]
    platforms = ("portal", "shop")[: chance.randrange(1, 3)]
    languages = sorted(chance.sample(sorted(OPINIONS), chance.randrange(1, 4)))
    said = [json.dumps(name, ensure_ascii=False) for name in brands]
    rivals = "".join(f"  - {{slug: b{number}, name: {name}}}\n" for number, name in enumerate(said))
    (folder / "rivalscope.yaml").write_text(
        f"market: {{name: Generated, languages: [{', '.join(languages)}]}}\n"
        f"us: {{slug: b0, name: {said[0]}}}\ncompetitors:\n{rivals.split(chr(10), 1)[1]}",
        encoding="utf-8",
    )
    settings = load_settings(folder / "rivalscope.yaml", environment={})
    texts = set()
    for number in range(len(brands)):
        tastes = {index: (chance.uniform(0, 0.4), chance.uniform(0, 0.4)) for index in range(5)}
        for platform in platforms:
            written = list(reviews(chance, tastes, languages, count=chance.randrange(40, 160)))
            store(settings, f"b{number}", platform, written)
            texts |= {review.body for review in written}
    pipeline.analyze(settings, watch=Watch(None, verbosity=Verbosity.QUIET))
    report = pipeline.build_report(settings, as_of=AS_OF)
    return Generated(settings, report, frozenset(texts))


def reviews(chance, tastes, languages, *, count):
    for number in range(count):
        sentences = []
        for index, (complaint, praise) in enumerate(OPINIONS[chance.choice(languages)]):
            bad, good = tastes[index]
            drawn = chance.random()
            sentences += [complaint] if drawn < bad else [praise] if drawn > 1 - good else []
        yield Review(
            native_id=str(number),
            body=" ".join(sentences) or f"{number}.",
            published_at=datetime(2026, 9, 30, tzinfo=UTC) - timedelta(days=chance.randrange(85)),
            date_precision="day",
        )


def store(settings, brand, platform, written):
    at = datetime(2026, 9, 30, 3, tzinfo=UTC)
    source = Source(brand=brand, id=platform, platform=platform, kind="reviews", url=None)
    page = Snapshot(url=f"http://{platform}.example/{brand}", fetched_at=at, body=b"page")
    with Store(settings.database) as database:
        run = database.runs.start("test", at=at)
        database.pages.save(packed(page), source=source, run=run)
        database.reviews.save(written, source=source, snapshot=page)
        ended = SourceRun.of(source, state="imported", pages=1, complete=True)
        database.runs.save_source(run, ended, at=at)


def html_entries(made):
    page = html.document_fromstring(made)
    return lambda cell: " ".join(page.get_element_by_id(cell.id).text_content().split())


def markdown_entries(made):
    text = made.decode().replace("\\", "")
    return lambda cell: text.split(f"`{cell.id}`")[1].split("\n#")[0]


def slide_entries(made):
    slides = ["\n".join(shown(slide)) for slide in Presentation(BytesIO(made)).slides]
    return lambda cell: next(text for text in slides if cell.id in text.split("\n"))


def shown(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif shape.has_table:
            yield from (one.text_frame.text for row in shape.table.rows for one in row.cells)


@pytest.mark.parametrize(
    ("name", "read", "bounds"),
    [
        ("report.html", html_entries, "{low}-{high}"),
        ("report.md", markdown_entries, "{low}-{high}"),
        ("report.pptx", slide_entries, "{low} \u2013 {high}"),
    ],
)
def test_what_is_read_says_n_of_n_the_interval_and_a_quote(market, name, read, bounds):
    entry_of = read(RENDERERS[name](market.report))
    for cell in market.report.cells:
        entry = entry_of(cell)
        for rate in (finding.rate for finding in cell.findings):
            assert f"{rate.n} of {rate.of}" in entry
            low, high = f"{rate.interval.low:.1f}", f"{rate.interval.high:.1f}"
            assert bounds.format(low=low, high=high) in entry
        assert cell.quotes
        assert all(market.has(quote.quote) for quote in cell.quotes)
        assert any(quote.quote in entry for quote in cell.quotes)


def test_what_is_computed_with_holds_them_in_columns_of_their_own(market):
    report = market.report
    table = csv.DictReader(StringIO(RENDERERS["report.csv"](report).decode("utf-8-sig")))
    book = CalamineWorkbook.from_filelike(BytesIO(RENDERERS["report.xlsx"](report)))
    head, *evidence = book.get_sheet_by_name("Evidence").to_python()
    quoted = {row[head.index("Belongs to")]: row[head.index("Quote")] for row in evidence}
    cells = {cell["id"]: cell for cell in json.loads(RENDERERS["report.json"](report))["cells"]}
    entries = list(table)
    assert {entry["id"] for entry in entries} == {cell.id for cell in report.cells} == set(cells)
    for entry in entries:
        assert 0 <= int(entry["n"]) <= int(entry["of"])
        assert float(entry["low"]) <= float(entry["per_100"]) <= float(entry["high"])
        assert market.has(entry["quote_1"])
        assert market.has(quoted[entry["id"]])
        assert any(market.has(quote["quote"]) for quote in cells[entry["id"]]["quotes"])
        for rate in (finding["rate"] for finding in cells[entry["id"]]["findings"]):
            assert rate["interval"]["low"] <= rate["per_100"] <= rate["interval"]["high"]


def test_something_is_claimed(market):
    """Nothing else here may hold because nothing was claimed."""
    assert market.report.cells


def test_the_same_database_gives_the_same_bytes(market):
    again = pipeline.build_report(market.settings, as_of=AS_OF)
    for render in RENDERERS.values():
        assert render(again) == render(market.report)


@pytest.mark.parametrize("market", [0], indirect=True)  # drawing one takes seconds
def test_a_pdf_holds_them_too(market, tmp_path):
    pytest.importorskip("weasyprint", exc_type=ImportError)
    if which("pdftotext") is None:
        pytest.skip("there is no pdftotext (poppler-utils) to read a PDF with")
    words = Words("en")
    path = tmp_path / "report.pdf"
    path.write_bytes(ON_DEMAND["report.pdf"](market.report))
    done = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60
    )
    text = " ".join(done.stdout.decode().split())
    for cell in market.report.cells:
        for finding in cell.findings:
            assert words.share_of(finding.rate.n, finding.rate.of) in text
            assert words.interval_text(finding.rate.interval) in text
        assert any(quote.quote.split()[0] in text for quote in cell.quotes)
