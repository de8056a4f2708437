"""A report in each of its languages: whole, and with nothing left in English."""

import json
import re
from dataclasses import replace
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast
from lxml import html
from rich.cells import cell_len

from analysis.themes.cues import parse_cue
from rivalscope.models import (
    DaysRead,
    Excuse,
    ExcuseId,
    Interval,
    MethodLine,
    Report,
    ThemePrecision,
)
from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_text
from rivalscope.reports.html import render_html
from rivalscope.reports.json import render_json
from rivalscope.reports.messages import LANGUAGES, files
from rivalscope.reports.method import method_texts
from rivalscope.reports.renderers import RENDERERS
from rivalscope.reports.terminal import render_terminal
from rivalscope.reports.wording import Words
from rivalscope.settings import load_theme_pack

OTHERS = LANGUAGES[1:]
COMMA = ("cs", "de", "hu", "ru")
STARS = {
    "language": "en",
    "first": "lexicon",
    "rows": 321,
    "day": "2026-11-20",
    "learned_f1": 0.9,
    "first_f1": 0.812,
    "unit": "brands",
}
LINES = (
    MethodLine(id="stale", values={"days": 14}),
    MethodLine(id="window", values={"days": 90}),
    MethodLine(id="min_mentions", values={"count": 8}),
    MethodLine(id="min_reviews", values={"count": 30}),
    MethodLine(id="high", values={"rate": 12.5}),
    MethodLine(id="gap_rivals", values={"count": 2}),
    MethodLine(id="not_worse", values={"points": 2.5}),
    MethodLine(id="baseline", values={"days": 28}),
    MethodLine(id="false_discovery", values={"share": 0.05}),
    MethodLine(id="confidence", values={"share": 0.95}),
    MethodLine(id="languages", values={"names": "en, cs"}),
    MethodLine(id="pack", values={"name": "core 3f9a"}),
    MethodLine(id="understanding", values={"version": "v1"}),
    MethodLine(id="model", values={"language": "en", "name": "m"}),
    MethodLine(id="learned", values={**STARS, "engine": "stars-1"}),
    MethodLine(id="no_better", values=STARS),
    MethodLine(id="too_few_stars", values={**STARS, "negative": 3, "positive": 4}),
    MethodLine(id="precision", values={"language": "en"}),
    MethodLine(id="corrected", values={"wrong": 1, "turned": 2}),
)
PACK = load_theme_pack("core", languages=["en"], own=None, check=parse_cue)


def in_language(report: Report, language: str) -> Report:
    """The report as it is assembled for readers of a language."""
    labels = {theme.id: theme.label[language] for theme in PACK.themes}
    return replace(report, language=language, labels=labels)


def fixed(language: str) -> dict[str, str]:
    """Messages of a language that take no values, by name."""
    found = {}
    for path in files(language):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                patterns = {f".{one.id.name}": one.value for one in entry.attributes}
                patterns |= {"": entry.value} if entry.value else {}
                for name, pattern in patterns.items():
                    if [type(part) for part in pattern.elements] == [ast.TextElement]:
                        found[entry.id.name + name] = pattern.elements[0].value
    return found


def texts(page: str) -> list[str]:
    """Each stretch of text on a page, without what is quoted or code."""
    document = html.document_fromstring(page)
    for element in document.xpath("//style | //blockquote | //code | //*[@class='tactic']"):
        element.text, element[:] = "", []
    return [" ".join(text.split()) for text in document.xpath("//text()") if text.strip()]


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_but_quotes_is_in_english(whole_report: Report, language: str) -> None:
    ours = fixed(language)
    english = {text for text in fixed("en").values() if text not in ours.values() and len(text) > 3}
    shown = texts(render_html(in_language(whole_report, language)))
    assert ours["swot-heading"] in shown
    assert sorted(english & set(shown)) == []
    ours_alone = [text for text in shown if "stopped at page 10" not in text]  # the crawler's words
    assert not [text for text in ours_alone if re.search(r"\b(the|reviews|rivals|of)\b", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_rendered(
    whole_report: Report, alone_report: Report, empty_report: Report, language: str
) -> None:
    for made in (whole_report, alone_report, empty_report):
        report = replace(in_language(made, language), method=LINES)
        for render in RENDERERS.values():
            assert render(report)
        lines = render_terminal(report, width=80, color=False).splitlines()
        assert max(map(cell_len, lines)) <= 80
        assert "…" not in "".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_holds_n_of_n_and_its_interval(whole_report: Report, language: str) -> None:
    report, words = in_language(whole_report, language), Words(language)
    page = html.document_fromstring(render_html(report))
    markdown = RENDERERS["report.md"](report).decode().replace("\\", "")
    for cell in report.cells:
        entry = " ".join(page.get_element_by_id(cell.id).text_content().split())
        assert claim(report, cell) in entry
        for finding in cell.findings:
            assert words.share_of(finding.rate.n, finding.rate.of) in entry
            assert words.interval_text(finding.rate.interval) in entry
            assert words.rate_text(finding.rate) in markdown


@pytest.mark.parametrize("language", COMMA)
def test_decimals_have_a_comma(whole_report: Report, language: str) -> None:
    report = replace(in_language(whole_report, language), method=LINES)
    shown = texts(render_html(report))
    assert [text for text in shown if "14,6" in text]
    assert not [text for text in shown if re.search(r"\d\.\d", text)]
    assert "0,81" in " ".join(text for _, text in method_texts(report))


def test_how_right_the_tagging_is_counts_the_themes_left_out(whole_report: Report) -> None:
    measured = ThemePrecision(
        theme="wait_time",
        language="en",
        judged=50,
        right=46,
        wrong_theme=3,
        wrong_polarity=1,
        earlier=2,
        share=0.92,
        interval=Interval(low=0.81, high=0.97),
    )
    left = replace(measured, judged=0, right=0, share=None, interval=None)
    report = replace(
        in_language(whole_report, "ru"),
        method=(MethodLine(id="precision", values={"language": "en"}),),
        precision=(measured, replace(left, theme="app"), replace(left, theme="chatbot")),
    )
    ((_, told),) = method_texts(report)
    assert told.replace("\u00a0", " ") == (
        "Ожидание 92 % (интервал от 81 % до 97 %, n=50, из них по прежней разметке 2); "
        "ещё 2 темы не измерены"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "12 (40%)"), ("cs", "12 (40\u00a0%)"), ("hu", "12 (40%)"), ("ru", "12 (40\u00a0%)")],
)
def test_percent_is_written_as_the_language_does(language: str, said: str) -> None:
    assert Words(language).percent_text(12, 30) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1,234 of 5,678"), ("cs", "1\u00a0234 z 5\u00a0678"), ("de", "1.234 von 5.678")],
)
def test_thousands_are_grouped(language: str, said: str) -> None:
    assert Words(language).share_of(1234, 5678) == said


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        ("cs", 1, "1 den"),
        ("cs", 3, "3 dny"),
        ("cs", 90, "90 dní"),
        ("ru", 1, "1 день"),
        ("ru", 22, "22 дня"),
        ("ru", 90, "90 дней"),
        ("hu", 1, "1 nap"),
        ("de", 90, "90 Tage"),
        ("sw", 90, "siku 90"),
    ],
)
def test_days_take_the_form_their_number_asks_for(language: str, days: int, said: str) -> None:
    assert Words(language)("method-window.value", days=days) == said


def test_a_claim_in_czech(whole_report: Report) -> None:
    report = in_language(whole_report, "cs")
    claims = {cell.id: claim(report, cell) for cell in report.cells}
    assert claims["strength:better_than_rivals:app"] == (
        "Norvia má na téma „Aplikace“ méně stížností než konkurence: "
        "4,2 na 100 recenzí, o 9,4 bodu méně než konkurenti dohromady."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_that_lacks_figures_is_told_by_its_rule(
    whole_report: Report, language: str
) -> None:
    report = in_language(whole_report, language)
    for cell in report.cells:
        bare = replace(cell, findings=(), difference=None, facts={})
        assert claim(report, bare).endswith(Words(language)(f"rule-{cell.rule}"))


def test_a_page_names_its_language_and_quotes_name_theirs(whole_report: Report) -> None:
    document = html.document_fromstring(render_html(in_language(whole_report, "cs")))
    assert document.get("lang") == "cs"
    assert set(document.xpath("//blockquote/@lang")) == {"en"}


def test_json_keeps_its_ids_and_words_its_claims(whole_report: Report) -> None:
    english = json.loads(render_json(in_language(whole_report, "en")))
    german = json.loads(render_json(in_language(whole_report, "de")))
    assert german["language"] == "de"
    assert german["cells"][0]["claim"].startswith("Norvia erhält zum Thema")
    assert german["not_compared"][0]["text"].startswith("OrlaPost lässt sich nicht vergleichen")
    assert german["method"][0] | {"name": "", "text": ""} == {
        "id": "window",
        "name": "",
        "text": "",
        "values": {"days": 90},
    }
    for document in (english, german):
        for cell in document["cells"]:
            del cell["claim"]
        for line in (*document["not_compared"], *document["method"]):
            del line["text"]
            line.pop("name", None)
        del document["language"], document["labels"]
    assert german == english


def an_excuse(name: ExcuseId, report: Report) -> Excuse:
    """One with all values that any sentence asks for."""
    return Excuse(
        id=name,
        rival="halden",
        platforms=("app_store", "google"),
        theirs=("cs",),
        ours=("en",),
        days=(DaysRead(platform="google", theirs=report.window, ours=None),),
        counts=(29, 360, 30) if name == "too_few" else None,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", get_args(ExcuseId))
def test_every_excuse_is_a_sentence(whole_report: Report, language: str, name: ExcuseId) -> None:
    report = in_language(whole_report, language)
    sentence = excuse_text(report, an_excuse(name, report))
    assert sentence.endswith(".")
    assert ("Halden" in sentence) is (name not in {"no_us", "several_us", "no_rival"})


EXCUSES = {
    "no_shared_platform": "it shares no platform with Norvia (yelp; trustpilot).",
    "picked_by_relevance": (
        "reviews on app store, google are picked by relevance, so they are quoted but never"
        " counted."
    ),
    "never_read": (
        "no day of its reviews on app store, google is known to have been read in full."
    ),
    "no_shared_day": (
        "no day within 2026-08-23 to 2026-11-20 is read in full for both"
        " (google: 2026-08-23 to 2026-11-20, Norvia none)."
    ),
    "no_shared_language": "it shares no language with Norvia on app store, google (cs; en).",
    "too_few": (
        "only 29 of its reviews and 360 of Norvia's fall on the same days and places, and 30 of"
        " each are needed."
    ),
    "displaced": (
        "the other rivals are compared on days that are not read in full for it"
        " (google: 2026-08-23 to 2026-11-20)."
    ),
}


@pytest.mark.parametrize("name", EXCUSES)
def test_excuses_say_where_and_when(whole_report: Report, name: ExcuseId) -> None:
    excuse = an_excuse(name, whole_report)
    if name == "no_shared_platform":
        excuse = replace(excuse, platforms=(), theirs=("yelp",), ours=("trustpilot",))
    told = excuse_text(whole_report, excuse)
    assert told == f"Halden can't be compared: {EXCUSES[name]}"


def test_every_line_of_the_method_is_worded() -> None:
    named = {
        entry.id.name.removeprefix("method-")
        for path in files("en")
        for entry in FluentParser().parse(path.read_text("utf-8")).body
        if isinstance(entry, ast.Message)
        and entry.id.name.startswith("method-")
        and any(one.id.name == "value" for one in entry.attributes)
    }
    assert named == {line.id for line in LINES}
