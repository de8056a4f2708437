"""Themes in texts: which, where, praise or complaint, and what decided."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import SentimentEngine, engine_for
from analysis.themes.mentions import Tagger
from rivalscope.models import Cues, Lexicon, Text, ThemePack

Said = tuple[str, str, str]


def said(tagger: Tagger, body: str, language: str = "en", stars: float | None = None) -> list[Said]:
    mentions = tagger.mentions(Text(id="t", body=body, stars=stars), language)
    for mention in mentions:
        assert body[mention.start : mention.end] == mention.quote
    return [(mention.theme, mention.polarity, mention.rule) for mention in mentions]


WAIT_COMPLAINT = [("wait_time", "negative", "complaint_cue")]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "I waited 40 minutes on hold."),
        ("en", "Love waiting on hold 2 hours"),
        ("cs", "Čekal jsem 40 minut na drátě."),
        ("cs", "Miluju čekání na drátě, dvě hodiny"),
        ("ru", "Я ждал 40 минут на линии."),
        ("ru", "Обожаю ждать на линии 2 часа"),
        ("hu", "40 percet vártam a vonalban."),
        ("hu", "Imádok két órát várni a vonalban"),
        ("sw", "Nilisubiri dakika 40 kwenye simu."),
        ("sw", "Napenda kusubiri kwenye simu saa mbili"),
    ],
)
def test_waiting_is_a_complaint_whatever_words_stand_around_it(
    tagger: Tagger, language: str, body: str
) -> None:
    assert said(tagger, body, language) == WAIT_COMPLAINT


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Can't wait to order again!"),
        ("en", "Can’t wait to order again!"),
        ("cs", "Nemůžu se dočkat další objednávky!"),
        ("ru", "Жду не дождусь следующего заказа!"),
        ("hu", "Alig várom, hogy újra rendeljek!"),
        ("sw", "Siwezi kusubiri kuagiza tena!"),
    ],
)
def test_looking_forward_is_no_waiting(tagger: Tagger, language: str, body: str) -> None:
    assert said(tagger, body, language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "No problems or complaints, no waiting at all."),
        ("en", "I never had to wait."),
        ("cs", "Žádné problémy ani stížnosti, vůbec jsem nečekal."),
        ("ru", "Никаких проблем и жалоб, совсем без ожидания."),
        ("ru", "Никаких жалоб, ждать не пришлось."),
        ("hu", "Nincs probléma vagy panasz, nem kellett várni."),
        ("sw", "Hakuna tatizo wala malalamiko, sikusubiri kabisa."),
    ],
)
def test_no_waiting_is_praise(tagger: Tagger, language: str, body: str) -> None:
    assert [m[:2] for m in said(tagger, body, language)] == [("wait_time", "positive")]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "My refund took three weeks"),
        ("cs", "Vrácení peněz trvalo tři týdny"),
        ("ru", "Возврат занял три недели"),
        ("hu", "A visszatérítés három hétig tartott"),
        ("sw", "Kurudishiwa pesa kulichukua wiki tatu"),
    ],
)
def test_a_refund_that_took_weeks_is_a_complaint(tagger: Tagger, language: str, body: str) -> None:
    assert said(tagger, body, language) == [("returns_refunds", "negative", "complaint_cue")]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The app isn’t good"),
        ("cs", "Aplikace není dobrá"),
        ("ru", "Приложение мне не нравится"),
        ("hu", "Az alkalmazás nem jó"),
        ("sw", "Programu si nzuri"),
    ],
)
def test_a_topic_takes_the_feeling_of_its_clause(tagger: Tagger, language: str, body: str) -> None:
    assert said(tagger, body, language) == [("app", "negative", "clause")]


def test_two_clauses_say_two_things(tagger: Tagger) -> None:
    text = Text(id="t", body="Delivery was quick but they made me wait")
    first, second = tagger.mentions(text, "en")
    assert (first.theme, first.polarity, first.quote) == (
        "delivery_speed",
        "positive",
        "Delivery was quick",
    )
    assert (second.theme, second.polarity, second.quote) == (
        "wait_time",
        "negative",
        "they made me wait",
    )


def test_and_divides_only_between_two_clues(tagger: Tagger) -> None:
    divided = tagger.mentions(Text(id="t", body="quick delivery and rude people"), "en")
    assert [mention.quote for mention in divided] == ["quick delivery", "rude people"]
    whole = tagger.mentions(Text(id="t", body="swift and polite people"), "en")
    assert [mention.quote for mention in whole] == ["swift and polite people"]


def test_a_negated_praise_is_a_complaint(tagger: Tagger) -> None:
    assert said(tagger, "They were not very friendly.") == [
        ("support_attitude", "negative", "negated_cue")
    ]


def test_a_negator_that_denies_a_feeling_denies_no_theme(tagger: Tagger) -> None:
    assert said(tagger, "I didn't like waiting") == WAIT_COMPLAINT


def test_a_negator_behind_a_comma_or_too_far_away_denies_nothing(tagger: Tagger) -> None:
    assert said(tagger, "Nobody said no, waiting there") == WAIT_COMPLAINT
    assert said(tagger, "They never called us back while waiting") == WAIT_COMPLAINT


def test_words_of_a_cue_do_not_negate_it(tagger: Tagger) -> None:
    assert said(tagger, "There was no refund") == [("returns_refunds", "negative", "complaint_cue")]


def test_not_only_but_also_denies_nothing(tagger: Tagger) -> None:
    assert said(tagger, "Not only friendly but also polite") == [
        ("support_attitude", "positive", "praise_cue"),
        ("support_attitude", "positive", "praise_cue"),
    ]


def test_the_longest_cue_of_a_theme_wins(tagger: Tagger) -> None:
    assert said(tagger, "The waiting time was great") == [("wait_time", "positive", "clause")]


def test_a_theme_speaks_once_per_clause(tagger: Tagger) -> None:
    assert said(tagger, "Waited on hold waiting for hours") == WAIT_COMPLAINT
    assert said(tagger, "The app is a great app") == [("app", "positive", "clause")]


def test_praise_and_blame_of_one_theme_in_one_clause_are_kept_apart(tagger: Tagger) -> None:
    text = Text(id="t", body="Polite lady yet rude boss")
    mentions = tagger.mentions(text, "en")
    assert [(m.polarity, m.quote) for m in mentions] == [
        ("positive", "Polite lady yet"),
        ("negative", "rude boss"),
    ]


@pytest.mark.parametrize(
    ("body", "stars", "expected"),
    [
        ("The app. Great!", None, ("positive", "text")),
        ("The app, it was great", None, ("positive", "sentence")),
        ("The app", 0.2, ("negative", "stars")),
        ("The app", 1.0, ("positive", "stars")),
        ("The app", 0.6, ("neutral", "none")),
        ("The app", None, ("neutral", "none")),
        ("The app is terrible", 1.0, ("negative", "clause")),
        ("The app made me wait", None, ("negative", "neighbor")),
    ],
)
def test_a_topic_without_feeling_asks_ever_wider(
    tagger: Tagger, body: str, stars: float | None, expected: tuple[str, str]
) -> None:
    polarities = [m[1:] for m in said(tagger, body, stars=stars) if m[0] == "app"]
    assert polarities == [expected]


def test_the_name_of_a_topic_is_no_praise_of_it(
    pack: ThemePack, lexicons: dict[str, Lexicon], engines: dict[str, SentimentEngine]
) -> None:
    named = replace(pack.themes[0], id="care", cues={"en": Cues(topic=("customer care",))})
    tagger = Tagger(
        ThemePack(id="p", themes=(named, pack.themes[0]), digest=""), lexicons, engines=engines
    )
    assert said(tagger, "customer care made me wait")[0] == ("care", "negative", "neighbor")
    assert said(tagger, "customer care")[0] == ("care", "positive", "name")


def test_german_denies_a_cue_at_the_end_of_the_clause(pack: ThemePack) -> None:
    german = Lexicon(
        language="de",
        stemmer="german",
        valence={},
        boosters={},
        negators=("nicht",),
        negation_prefixes=(),
        negation_scope=3,
        contrast=("aber",),
        conjunctions=("und",),
        digest="",
    )
    theme = replace(pack.themes[0], cues={"de": Cues(complaint=("warten",))})
    tagger = Tagger(
        ThemePack(id="p", themes=(theme,), digest=""),
        {"de": german},
        engines={"de": engine_for(german)},
    )
    assert said(tagger, "Warten musste ich nicht.", "de")[0][1] == "positive"
    assert said(tagger, "Warten musste ich lange.", "de")[0][1] == "negative"


def test_a_long_clause_is_quoted_as_a_window_of_whole_words(tagger: Tagger) -> None:
    body = "blah " * 100 + "on hold " + "tralala " * 100
    (mention,) = tagger.mentions(Text(id="t", body=body), "en")
    assert "on hold" in mention.quote
    assert 180 < len(mention.quote) <= 200
    assert set(mention.quote.split()) == {"blah", "on", "hold", "tralala"}


def test_a_language_without_lexicon_has_no_mentions(tagger: Tagger) -> None:
    assert said(tagger, "Ich musste warten", "de") == []


FRAGMENTS = st.sampled_from(
    ["waiting ", "on hold", "no ", "not ", " but ", " and ", "app", "rude", ". ", ", ", "😍", "\n",
     "delivery was quick", "can’t wait to", "great", "é", "\u0301", "refund took 3 weeks", "_", " "]
)  # fmt: skip


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=5)), max_size=40).map("".join))
def test_every_quote_is_the_text_at_its_span_and_no_mention_comes_twice(
    tagger: Tagger, body: str
) -> None:
    mentions = tagger.mentions(Text(id="t", body=body), "en")
    for mention in mentions:
        assert body[mention.start : mention.end] == mention.quote
        assert mention.quote == mention.quote.strip()
        assert mention.quote
    keys = [(mention.theme, mention.start, mention.end) for mention in mentions]
    assert len(keys) == len(set(keys))
    assert [mention.start for mention in mentions] == sorted(m.start for m in mentions)


@pytest.mark.parametrize(
    ("body", "polarity", "rule"),
    [
        ("The refund took a week", "negative", "complaint_cue"),
        ("The refund never took a week", "positive", "negated_cue"),
        ("The refund took not even a week", "positive", "negated_cue"),
        ("No refund", "negative", "complaint_cue"),
    ],
)
def test_a_negator_in_the_gap_of_a_cue_turns_it_round(
    tagger: Tagger, body: str, polarity: str, rule: str
) -> None:
    assert said(tagger, body) == [("returns_refunds", polarity, rule)]


def test_what_a_text_says_of_a_theme_elsewhere_counts_before_the_feeling_of_the_whole_text(
    tagger: Tagger,
) -> None:
    body = "Great shop, great prices. We spoke of the staff at home. The staff was rude."
    assert said(tagger, body) == [
        ("support_attitude", "negative", "theme"),
        ("support_attitude", "negative", "complaint_cue"),
    ]
    assert said(tagger, "Great shop, great prices. We spoke of the staff at home.") == [
        ("support_attitude", "positive", "text")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # beyond an "and" only from one opinion to another of the same kind
        ("no reply and friendly staff", ("support_attitude", "positive", "praise_cue")),
        ("not slow and friendly", ("support_attitude", "positive", "praise_cue")),
        ("not good and rude", ("support_attitude", "negative", "complaint_cue")),
        ("no late and rude people", ("support_attitude", "positive", "negated_cue")),
        ("never polite and friendly", ("support_attitude", "negative", "negated_cue")),
        # "or" goes on with the negation
        ("no answer or friendly staff", ("support_attitude", "negative", "negated_cue")),
        # a phrase that praises keeps its negator to itself
        ("could not be happier, friendly staff", ("support_attitude", "positive", "praise_cue")),
        ("could not be happier friendly staff", ("support_attitude", "positive", "praise_cue")),
    ],
)
def test_where_negation_ends(tagger: Tagger, body: str, expected: Said) -> None:
    assert said(tagger, body)[-1] == expected


def test_a_longer_negator_that_runs_into_a_cue_leaves_the_shorter_one_in_it(
    pack: ThemePack, lexicons: dict[str, Lexicon], engines: dict[str, SentimentEngine]
) -> None:
    english = lexicons["en"]
    lexicon = replace(english, negators=(*english.negators, "not on"))
    tagger = Tagger(pack, {"en": lexicon}, engines=engines)
    assert said(tagger, "not on hold") == [("wait_time", "positive", "negated_cue")]


def test_a_negator_that_wants_something_behind_it_never_closes_a_clause(pack: ThemePack) -> None:
    french = Lexicon(
        language="fr",
        stemmer="french",
        valence={"bon": 2.0},
        boosters={},
        negators=("=pas", "=ni"),
        negation_prefixes=(),
        negation_scope=3,
        contrast=("mais",),
        conjunctions=("et",),
        digest="",
    )
    engine = engine_for(french)
    theme = replace(pack.themes[0], cues={"fr": Cues(complaint=("attendu",))})
    tagger = Tagger(
        ThemePack(id="p", themes=(theme,), digest=""), {"fr": french}, engines={"fr": engine}
    )
    assert said(tagger, "On a attendu pas (du tout)", "fr")[0][1] == "positive"
    assert said(tagger, "On a attendu ni (trop) mangé", "fr")[0][1] == "negative"
    assert engine.score("c'est bon pas (vraiment)") < 0 < engine.score("c'est bon ni (trop) cher")


def test_what_a_text_says_of_a_theme_elsewhere_counts_before_the_cue_of_another(
    tagger: Tagger,
) -> None:
    assert said(tagger, "We spoke to staff while waiting. The staff was friendly.") == [
        ("support_attitude", "positive", "theme"),
        ("wait_time", "negative", "complaint_cue"),
        ("support_attitude", "positive", "praise_cue"),
    ]
