"""rivalscope.yaml -> Settings, and every mistake in one go."""

from pathlib import Path
from textwrap import dedent

import pytest

from rivalscope.errors import ConfigurationError
from rivalscope.settings import available, load_settings, shipped_folder

SMALLEST = """\
us: {slug: ours, name: Ours}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "rivalscope.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return path


def mistakes_in(folder: Path, text: str) -> list[str]:
    path = written(folder, text)
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path, environment={})
    return [str(mistake).removeprefix(f"{path}:") for mistake in caught.value.mistakes]


def test_the_smallest_configuration_gets_every_default(tmp_path):
    settings = load_settings(written(tmp_path, SMALLEST), environment={})
    assert [brand.slug for brand in settings.brands] == ["ours"]
    assert settings.us.is_us
    assert settings.thresholds.window_days == 90
    assert settings.retention_months == 24
    assert settings.database == tmp_path / "rivalscope.sqlite"


def test_reports_are_in_english_unless_another_language_is_asked_for(tmp_path):
    assert load_settings(written(tmp_path, SMALLEST), environment={}).report_language == "en"
    asked = written(tmp_path, SMALLEST + "report: {language: cs}\n")
    assert load_settings(asked, environment={}).report_language == "cs"
    environment = {"RIVALSCOPE_REPORT_LANGUAGE": "hu"}
    assert load_settings(asked, environment=environment).report_language == "hu"


def test_an_unknown_language_of_reports_is_told_with_its_place(tmp_path):
    (found,) = mistakes_in(tmp_path, SMALLEST + "report:\n  language: cz\n")
    assert found.startswith("3:3: report.language is 'cz': must be 'en', 'cs', 'de', ")


def test_the_shipped_example_is_valid():
    settings = load_settings(shipped_folder() / "rivalscope.yaml", environment={})
    assert settings.us.slug == "our-brand"
    assert {source.kind for source in settings.sources} == {"reviews", "faq", "site"}


def test_the_demo_configuration_is_valid():
    settings = load_settings(shipped_folder() / "demo" / "rivalscope.yaml", environment={})
    assert settings.synthetic
    assert len(settings.brands) == 4


def test_every_mistake_is_told_at_once_with_its_place(tmp_path):
    found = mistakes_in(
        tmp_path,
        """\
        us: {slug: ours, name: Ours}
        competitors:
          - slug: Bad Slug
            name: Rival
            sauces: []
          - slug: two
        market:
          industry: travell
        """,
    )
    packs, rule = ", ".join(available("themes")), "must be made of a-z, 0-9, - and _ only"
    assert found == [
        f"3:5: competitors.0.slug is 'Bad Slug': {rule}, such as our-brand",
        "5:5: unknown key 'sauces', did you mean 'sources'?",
        "6:5: competitors.1.name is missing",
        f"8:3: no theme pack 'travell', did you mean 'travel'? (there are {packs})",
    ]


def test_contradictions_are_told_with_their_place(tmp_path):
    found = mistakes_in(
        tmp_path,
        """\
        market:
          industry: cor
          languages: [en, xx]
        us: {slug: ours, name: Ours}
        competitors:
          - {slug: rival, name: Ours}
        schedule: {time_zone: Europe/Prag}
        alerts:
          - {id: a, brands: [rivel]}
        """,
    )
    assert [line.split(": ", 1)[0] for line in found] == ["2:3", "3:19", "7:12", "6:6", "9:22"]
    assert "no theme pack 'cor', did you mean 'core'?" in found[0]
    assert "two brands answer to 'ours'" in found[3]
    assert "unknown brand 'rivel', did you mean 'rival'?" in found[4]


@pytest.mark.parametrize(
    ("more", "what"),
    [("kind: feed", "`kind: feed`"), ("api_key: {variable: KEY, header: X-Key}", "`api_key`")],
)
def test_no_browser_is_asked_for_what_only_programs_read(tmp_path, more, what):
    found = mistakes_in(
        tmp_path,
        f"""
        us:
          slug: us
          name: Us
          sources:
            - {{id: a, platform: p, url: "https://example.com", render: true, {more}}}
        """,
    )
    assert found == [f"6:56: {what} is read from answers to programs, which no browser renders"]


def test_selectors_are_asked_for_where_the_reader_needs_them(tmp_path):
    found = mistakes_in(
        tmp_path,
        """\
        us:
          slug: ours
          name: Ours
          sources:
            - {id: a, platform: p, url: "https://example.com", reader: selectors}
        """,
    )
    assert found == ["5:56: reader: selectors needs a `selectors:` mapping (review, body, ...)"]


@pytest.mark.parametrize("url", ["ftp://example.com", "file:///etc/passwd", "javascript:alert(1)"])
def test_only_web_addresses_are_sources(tmp_path, url):
    found = mistakes_in(
        tmp_path,
        f"""\
        us:
          slug: ours
          name: Ours
          sources: [{{id: a, platform: p, url: "{url}"}}]
        """,
    )
    assert "must begin with http:// or https://" in found[0]


def test_the_environment_wins_over_the_file(tmp_path):
    path = written(tmp_path, SMALLEST + "crawl: {delay_seconds: 5}\n")
    environment = {
        "RIVALSCOPE_CRAWL_DELAY_SECONDS": "0.5",
        "RIVALSCOPE_MARKET_LANGUAGES": "en,cs",
        "UNRELATED": "x",
    }
    settings = load_settings(path, environment=environment)
    assert settings.delay_seconds == 0.5
    assert settings.languages == ("en", "cs")


def test_a_bad_value_in_the_environment_is_a_mistake_too(tmp_path):
    path = written(tmp_path, SMALLEST)
    with pytest.raises(ConfigurationError, match=r"crawl\.delay_seconds is 'soon'"):
        load_settings(path, environment={"RIVALSCOPE_CRAWL_DELAY_SECONDS": "soon"})


def test_a_mistake_in_the_environment_names_the_variable(tmp_path):
    path = written(tmp_path, SMALLEST)
    environment = {
        "RIVALSCOPE_SWOT_WINDOW_DAYS": "abc",
        "RIVALSCOPE_MARKET_LANGUAGES": "xx",
        "RIVALSCOPE_SWOT_WINDOW_DAY": "30",
    }
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path, environment=environment)
    swot, *others = map(str, caught.value.mistakes)
    assert swot.startswith("RIVALSCOPE_SWOT_WINDOW_DAYS: swot.window_days is 'abc'")
    assert others[0].startswith("RIVALSCOPE_MARKET_LANGUAGES: no lexicon for language 'xx'")
    unknown = "RIVALSCOPE_SWOT_WINDOW_DAY: unknown variable, did you mean"
    assert others[1:] == [f"{unknown} 'RIVALSCOPE_SWOT_WINDOW_DAYS'?"]


@pytest.mark.parametrize(
    "name",
    [
        *("CONFIG", "DB", "AS_OF", "PING_URL", "PING_URL_FILE", "CHROMIUM", "SCHEDULED"),
        *("LOG_CALL", "CHANNEL_MAIL", "CHANNEL_MAIL_FILE", "TEAM", "TEAM_FILE"),
        *("SERVICE_HOST", "PORT", "PORT_8080_TCP_ADDR", "WEB_SERVICE_PORT"),
    ],
)
def test_what_is_read_elsewhere_is_no_unknown_variable(tmp_path, name):
    path = written(tmp_path, f"{SMALLEST}channels: {{team: {{variable: RIVALSCOPE_TEAM}}}}\n")
    assert load_settings(path, environment={f"RIVALSCOPE_{name}": "x"})


def test_a_missing_file_is_a_mistake(tmp_path):
    with pytest.raises(ConfigurationError, match="can't be read: No such file"):
        load_settings(tmp_path / "nowhere.yaml")


def test_transformers_are_kept_for_each_language_with_their_place(tmp_path):
    settings = load_settings(
        written(
            tmp_path,
            """\
            us: {slug: ours, name: Ours}
            market: {languages: [en, cs]}
            analysis:
              threads: 2
              transformers:
                en: models/en
                "*": hub:some.body/a-model@v1.0
            """,
        ),
        environment={},
    )
    en, others = settings.transformers["en"], settings.transformers["cs"]
    assert (en.name, en.line, en.column) == ("models/en", 6, 5)
    assert (others.name, others.line, others.column) == ("hub:some.body/a-model@v1.0", 7, 5)
    assert settings.transformer_threads == 2
    plain = load_settings(written(tmp_path, SMALLEST), environment={})
    assert plain.transformers == {}
    assert plain.transformer_threads == 1


def test_mistakes_about_transformers_are_told_with_their_place(tmp_path):
    found = mistakes_in(
        tmp_path,
        """\
        us: {slug: ours, name: Ours}
        analysis:
          threads: 0
          transfomers: {}
          transformers:
            cs: models/cs
            en: hub:nobody
            "*": ""
        """,
    )
    assert [line.split(": ", 1)[0] for line in found] == ["3:3", "4:3", "8:5", "6:5", "7:5"]
    assert "unknown key 'transfomers', did you mean 'transformers'?" in found[1]
    assert "a transformer for 'cs', which is no language of the market (those are en;" in found[3]
    assert "'hub:nobody' is no name on the hub: write hub:OWNER/NAME" in found[4]


def test_a_transformer_is_a_name_and_no_list(tmp_path):
    (found,) = mistakes_in(
        tmp_path,
        """\
        us: {slug: ours, name: Ours}
        analysis: {transformers: {en: [models/en]}}
        """,
    )
    assert found.startswith("2:27: analysis.transformers.en is ['models/en']: ")
