"""Theme packs, lexicons and the playbook: what ships is right, what is wrong is told."""

from pathlib import Path

import pytest

from analysis.themes.cues import parse_cue, parse_entry
from rivalscope.errors import ConfigurationError
from rivalscope.settings import available, load_lexicons, load_playbook, load_theme_pack

CORE = [
    "wait_time",
    "support_attitude",
    "support_resolution",
    "chatbot",
    "contact_channels",
    "delivery_speed",
    "delivery_reliability",
    "delivery_cost",
    "packaging",
    "returns_refunds",
    "aftercare",
    "price_value",
    "hidden_fees",
    "billing_payment",
    "product_quality",
    "availability",
    "website",
    "app",
    "information",
    "trust",
    "loyalty",
    "personalization",
    "staff_in_person",
    "consistency",
    "switching",
    "recommend",
    "delight",
]
LANGUAGES = ("en", "cs", "ru", "hu", "sw")


def pack_in(folder: Path, name: str, text: str) -> None:
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_the_core_pack_holds_the_core_themes_in_order():
    pack = load_theme_pack("core", languages=LANGUAGES, own=None, check=parse_cue)
    assert [theme.id for theme in pack.themes] == CORE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_core_theme_has_cues_in(language):
    pack = load_theme_pack("core", languages=LANGUAGES, own=None, check=parse_cue)
    thin = {
        theme.id: count for theme in pack.themes if (count := len(all_cues(theme, language))) < 8
    }
    assert thin == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_core_cue_stands_twice_in_a_theme(language):
    pack = load_theme_pack("core", languages=LANGUAGES, own=None, check=parse_cue)
    for theme in pack.themes:
        cues = all_cues(theme, language)
        assert len(set(cues)) == len(cues), (
            theme.id,
            sorted({c for c in cues if cues.count(c) > 1}),
        )


def test_an_industry_pack_includes_core():
    pack = load_theme_pack("travel", languages=LANGUAGES, own=None, check=parse_cue)
    assert [theme.id for theme in pack.themes][: len(CORE)] == CORE
    assert {"delay", "cancellation", "baggage_lost", "queues"} <= {t.id for t in pack.themes}


def test_more_cues_reach_the_theme_below(tmp_path):
    pack_in(
        tmp_path,
        "ours",
        'id: ours\ntitle: O\nincludes: core\nmore_cues:\n  wait_time: {en: {complaint: ["zzz"]}}\n',
    )
    pack = load_theme_pack("ours", languages=LANGUAGES, own=tmp_path, check=parse_cue)
    (waiting,) = (theme for theme in pack.themes if theme.id == "wait_time")
    assert waiting.cues["en"].complaint[-1] == "zzz"
    assert (
        pack.digest
        != load_theme_pack("core", languages=LANGUAGES, own=None, check=parse_cue).digest
    )


def test_bad_cues_are_told_with_their_place(tmp_path):
    pack_in(
        tmp_path,
        "ours",
        """\
id: ours
title: Ours
themes:
  - id: a
    label: {en: A}
    touchpoint: support
    stage: purchase
    cues:
      en:
        complaint: ["fine", "(never closed"]
        topic: ["..."]
  - id: a
    label: {cs: B}
    touchpoint: support
    stage: purchase
    cues: {}
""",
    )
    with pytest.raises(ConfigurationError) as caught:
        load_theme_pack("ours", languages=LANGUAGES, own=tmp_path, check=parse_cue)
    places = [(mistake.line, mistake.message.split(":")[0]) for mistake in caught.value.mistakes]
    assert places == [
        (10, "cue '(never closed'"),
        (11, "cue '...'"),
        (12, "theme 'a' stands here twice"),
        (13, "theme 'a' needs a label in `en`"),
    ]


def test_more_cues_for_an_unknown_theme_are_a_mistake(tmp_path):
    pack_in(
        tmp_path,
        "ours",
        "id: ours\ntitle: O\nincludes: core\nmore_cues:\n  wait_tim: {en: {topic: [x]}}\n",
    )
    with pytest.raises(ConfigurationError, match=r"5:3: .*did you mean 'wait_time'"):
        load_theme_pack("ours", languages=LANGUAGES, own=tmp_path, check=parse_cue)


def test_a_pack_can_not_include_itself(tmp_path):
    pack_in(tmp_path, "ours", "id: ours\ntitle: O\nincludes: ours\n")
    with pytest.raises(ConfigurationError, match="'ours' includes itself"):
        load_theme_pack("ours", languages=LANGUAGES, own=tmp_path, check=parse_cue)


def test_an_unknown_pack_gets_a_suggestion():
    with pytest.raises(ConfigurationError, match="did you mean 'travel'"):
        load_theme_pack("travels", languages=LANGUAGES, own=None, check=parse_cue)


@pytest.mark.parametrize("language", ["cs", "ru", "hu", "sw"])
def test_shipped_lexicons_are_large_enough_to_be_useful(language):
    lexicon = load_lexicons([language], own=None, check=parse_entry)[language]
    words = [entry for entry in lexicon.valence if any(map(str.isalpha, entry))]
    assert len(words) >= 300
    assert any(value > 0 for value in lexicon.valence.values())
    assert any(value < 0 for value in lexicon.valence.values())


def test_an_entry_with_a_gap_is_told_with_its_place(tmp_path):
    (tmp_path / "lexicons").mkdir()
    path = tmp_path / "lexicons" / "cs.yaml"
    path.write_text('language: cs\nvalence:\n  2: [skvělý, "nikdy ... více"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="an entry of a lexicon has no gap") as caught:
        load_lexicons(["cs"], own=tmp_path, check=parse_entry)
    assert [mistake.line for mistake in caught.value.mistakes] == [3]


def test_every_language_that_ships_loads():
    lexicons = load_lexicons(available("lexicons"), own=None, check=parse_entry)
    assert set(LANGUAGES) <= lexicons.keys()


PLAYBOOK = """\
tactics:
  - id: one
    title: Answer
    effort: quick_win
    themes: [wait_time]
    needs: [people]
    measures: [csat]
    steps: [Ask, Tell]
    translations:
      cs: {title: Odpovědět, steps: [Zeptat se, Říct]}
"""


def playbook_in(folder: Path, text: str) -> tuple:
    (folder / "playbook.yaml").write_text(text, encoding="utf-8")
    return load_playbook(own=folder)


def test_a_tactic_speaks_the_language_asked_for_or_english(tmp_path):
    (english,) = playbook_in(tmp_path, PLAYBOOK)
    (czech,) = load_playbook(own=tmp_path, language="cs")
    (german,) = load_playbook(own=tmp_path, language="de")
    assert (english.title, english.steps) == ("Answer", ("Ask", "Tell"))
    assert (czech.title, czech.steps) == ("Odpovědět", ("Zeptat se", "Říct"))
    assert german == english
    assert (czech.needs, czech.measures) == (("people",), ("csat",))


@pytest.mark.parametrize(
    ("right", "wrong", "mistake"),
    [
        ("[wait_time]", "[Wait-Time]", "playbook.yaml:5:14: tactics.0.themes.0 is 'Wait-Time'"),
        ("[wait_time]", "[]", "playbook.yaml:5:5: tactics.0.themes is []"),
        ("quick_win", "quick", "playbook.yaml:4:5: tactics.0.effort is 'quick': must be"),
        ("[people]", "[peeple]", "playbook.yaml:6:13: tactics.0.needs.0 is 'peeple'"),
        ("[csat]", "[cast]", "playbook.yaml:7:16: tactics.0.measures.0 is 'cast'"),
        (", Říct]", "]", "playbook.yaml:10:30: tactic 'one': 1 steps, 2 in English"),
        ("      cs:", "      en:", "playbook.yaml:10:7: translation into 'en'"),
        ("      cs:", "      czech:", "playbook.yaml:10:7: translation into 'czech'"),
        ("title: Answer", "titel: Answer", "playbook.yaml:3:5: unknown key 'titel', did you mean"),
    ],
)
def test_mistakes_of_a_playbook_have_a_place(tmp_path, right, wrong, mistake):
    with pytest.raises(ConfigurationError) as refused:
        playbook_in(tmp_path, PLAYBOOK.replace(right, wrong))
    assert mistake in str(refused.value)


def test_a_tactic_stands_in_a_playbook_once(tmp_path):
    _, again = PLAYBOOK.split("tactics:\n")
    with pytest.raises(ConfigurationError, match=r"playbook\.yaml:11:5: tactic 'one' stands here"):
        playbook_in(tmp_path, PLAYBOOK + again)


def test_every_tactic_says_what_it_needs_and_how_it_is_measured():
    shipped = load_playbook(own=None)
    assert len(shipped) >= 25
    assert {tactic.effort for tactic in shipped} == {"quick_win", "structural"}
    bare = [one.id for one in shipped if not (one.needs and one.measures and len(one.steps) > 2)]
    assert bare == []


@pytest.mark.parametrize("language", ["cs", "de", "hu", "ru", "sw"])
def test_every_tactic_is_translated(language):
    english, ours = load_playbook(own=None), load_playbook(own=None, language=language)
    same = [
        one.id
        for one, other in zip(ours, english, strict=True)
        if one.title == other.title or set(one.steps) & set(other.steps)
    ]
    assert same == []


def test_every_tactic_is_about_a_theme_with_a_proper_name():
    for tactic in load_playbook(own=None):
        assert tactic.themes
        assert all(theme == theme.lower() and theme.isidentifier() for theme in tactic.themes)


def test_every_core_theme_that_can_be_a_complaint_has_a_tactic():
    acted_on = {theme for tactic in load_playbook(own=None) for theme in tactic.themes}
    assert set(CORE) - acted_on == set()


def test_cues_in_a_file_of_their_own_join_the_theme(tmp_path):
    pack_in(tmp_path, "ours", "id: ours\ntitle: O\nincludes: core\n")
    (tmp_path / "themes" / "ours").mkdir()
    (tmp_path / "themes" / "ours" / "cs.yaml").write_text('wait_time: {topic: ["zzz"]}\n')
    pack = load_theme_pack("ours", languages=LANGUAGES, own=tmp_path, check=parse_cue)
    (waiting,) = (theme for theme in pack.themes if theme.id == "wait_time")
    assert waiting.cues["cs"].topic[-1] == "zzz"
    assert "zzz" not in waiting.cues["en"].topic


def test_only_the_languages_asked_for_are_loaded():
    pack = load_theme_pack("core", languages=["hu"], own=None, check=parse_cue)
    assert {language for theme in pack.themes for language in theme.cues} == {"hu"}


def all_cues(theme, language):
    cues = theme.cues[language]
    return [*cues.complaint, *cues.praise, *cues.topic]
