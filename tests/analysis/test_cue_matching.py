"""Finding cues in texts: every element against words it should and should not take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.themes.alphabet import Alphabet
from analysis.themes.automaton import Denying
from analysis.themes.cues import Kind, element_of, parse_cue
from analysis.themes.matcher import Match, Matcher
from analysis.themes.passage import Passage


def read(
    cues: dict[str, object],
    text: str,
    *,
    stemmer: str | None = "english",
    prefixes: tuple[str, ...] = (),
) -> tuple[list[Match[object]], Passage]:
    alphabet = Alphabet(stemmer=stemmer, negation_prefixes=prefixes)
    matcher = Matcher([(parse_cue(cue), value) for cue, value in cues.items()], alphabet)
    passage = alphabet.passage(text)
    return matcher.matches(passage.letters), passage


def found(
    cue: str, text: str, *, stemmer: str | None = "english", prefixes: tuple[str, ...] = ()
) -> list[str]:
    matches, passage = read({cue: 1}, text, stemmer=stemmer, prefixes=prefixes)
    return [" ".join(passage.pieces[match.start : match.end]) for match in matches]


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("waiting", "They WAITED there", ["WAITED"]),
        ("=late", "late, lately", ["late"]),
        ("refund*", "refunded refundable fund", ["refunded", "refundable"]),
        ("*fund*", "a refunded amount", ["refunded"]),
        ("*n't", "it isn’t", ["isn’t"]),
        ("don't", "DON’T go", ["DON’T"]),
        ("# hour", "for 3 hours", ["3 hours"]),
        ("# hour", "for three hours", []),
        ("24", "open 24 hours", ["24"]),
        ("waited ... hour", "waited hours", ["waited hours"]),
        ("waited ... hour", "waited for 3 long hours", ["waited for 3 long hours"]),
        ("waited ... hour", "waited for 3 very long hours", []),
        ("waited ... hour", "I waited. Two hours later", []),
        ("waited ... hour", "waited, on the phone, hours", ["waited , on the phone , hours"]),
        ("(slow|very late) reply", "very late replies", ["very late replies"]),
        ("(too|) slow", "too slow", ["too slow", "slow"]),
        ("check-in", "check in and check-in", ["check in", "check in"]),
    ],
)
def test_english_cues_match_what_the_notation_promises(
    cue: str, text: str, expected: list[str]
) -> None:
    assert sorted(found(cue, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("stemmer", "cue", "text"),
    [
        ("czech", "čekání", "dlouhého čekání"),
        ("czech", "čekání", "dlouheho cekani"),
        ("russian", "доставка", "доставку"),
        ("russian", "ещё", "еще"),
        ("hungarian", "várakozás", "várakozást"),
        ("hungarian", "szállítás", "szallitas"),
        ("german", "Lieferung", "Lieferungen"),
    ],
)
def test_inflected_and_unaccented_words_are_found(stemmer: str, cue: str, text: str) -> None:
    assert len(found(cue, text, stemmer=stemmer)) == 1


@pytest.mark.parametrize(
    ("stemmer", "cue", "word", "is_found"),
    [
        ("spanish", "=seria", "seria", True),
        ("spanish", "=seria", "SERÍA", False),
        ("spanish", "=sería", "seria", True),
        ("german", "=schon", "schön", False),
        ("german", "=schön", "scho\u0308n", True),
        ("german", "=groß", "gross", True),
        ("german", "=gross", "groß", True),
        ("french", "=préféré", "préferé", True),
        ("french", "=préféré", "prefêre", False),
        ("french", "=sœur", "soeur", True),
        ("russian", "=еще", "ещё", True),
        ("polish", "=miły", "mily", True),
        ("hungarian", "=még", "meg", True),
        ("hungarian", "=meg", "még", False),
        ("hungarian", "=még ma", "meg ma", True),
    ],
)
def test_a_form_has_no_accents_but_its_own(
    stemmer: str, cue: str, word: str, *, is_found: bool
) -> None:
    assert bool(found(cue, word, stemmer=stemmer)) == is_found


def test_a_language_without_a_stemmer_matches_words_whole_or_by_wildcard() -> None:
    assert found("subiri", "nilisubiri", stemmer=None) == []
    assert found("*subiri*", "nilisubiri sana", stemmer=None) == ["nilisubiri"]


@pytest.mark.parametrize(
    ("stemmer", "prefix", "cue", "word", "negated"),
    [
        ("czech", "ne", "doporučuji", "nedoporučuji", True),
        ("czech", "ne", "doporučuji", "doporučuji", False),
        ("czech", "ne", "nedoporučuji", "nedoporučuji", False),
        ("czech", "ne", "čekal*", "nečekali", True),
        (None, "ha", "*subiri*", "hatukusubiri", True),
        (None, "ha", "*subiri*", "tulisubiri", False),
    ],
)
def test_a_negation_prefix_is_noticed(
    stemmer: str | None, prefix: str, cue: str, word: str, *, negated: bool
) -> None:
    matches, _ = read({cue: 1}, word, stemmer=stemmer, prefixes=(prefix,))
    assert [match.negated for match in matches] == [negated]


@pytest.mark.parametrize(
    ("cue", "text", "negated"),
    [
        ("late ... delivery", "late not delivery", True),
        ("late ... delivery", "late nor delivery", True),
        ("not ... delivery", "not nor delivery", False),
        ("not ... delivery", "not a not delivery", True),
        ("delivery ... not", "delivery nor not", False),
        ("delivery ... not", "delivery not a not", True),
        ("delivery ... nor", "delivery not nor", False),
    ],
)
def test_a_negator_that_agrees_turns_no_denial_round(cue: str, text: str, *, negated: bool) -> None:
    alphabet = Alphabet(stemmer="english")
    denying = Denying(
        words=[element_of(Kind.FORM, "not"), element_of(Kind.FORM, "nor")],
        agreeing=[element_of(Kind.FORM, "nor")],
    )
    matcher = Matcher([(parse_cue(cue), 1)], alphabet, denying=denying)
    matches = matcher.matches(alphabet.passage(text).letters)
    assert [match.negated for match in matches if match.length == len(text.split())] == [negated]


def test_the_superlative_is_no_negation() -> None:
    assert found("*lepší*", "nejlepší", stemmer="czech", prefixes=("ne",)) == ["nejlepší"]
    matches, _ = read({"*lepší*": 1}, "nejlepší", stemmer="czech", prefixes=("ne",))
    assert not matches[0].negated


def test_cues_with_the_same_stem_carry_each_its_value() -> None:
    matches, _ = read({"waiting": "a", "waited": "b"}, "wait")
    assert sorted(match.value for match in matches) == ["a", "b"]


def test_a_matcher_without_cues_finds_nothing() -> None:
    assert read({}, "anything")[0] == []


WORDS = st.sampled_from(["wait", "hours", "3", "on", "hold", ",", ".", "very"])


@given(st.lists(WORDS, max_size=30))
def test_no_match_reaches_over_the_end_of_a_sentence(words: list[str]) -> None:
    matches, passage = read({"wait ... hour": 1, "on hold (wait|)": 2}, " ".join(words))
    for match in matches:
        assert "." not in passage.pieces[match.start : match.end]
        assert passage.pieces[match.start] in {"wait", "on"}


def test_matchers_of_one_alphabet_find_each_its_own() -> None:
    alphabet = Alphabet(stemmer="english")
    before = alphabet.passage("on hold").letters
    first = Matcher([(parse_cue("on hold"), 1)], alphabet)
    assert [match.value for match in first.matches(alphabet.passage("on hold").letters)] == [1]
    second = Matcher([(parse_cue("=hold"), 2)], alphabet)
    letters = alphabet.passage("on hold").letters
    assert [match.value for match in first.matches(letters)] == [1]
    assert [match.value for match in second.matches(letters)] == [2]
    assert letters != before


@given(st.text(max_size=80))
def test_a_pause_completes_no_cue_a_second_time(between: str) -> None:
    matches, _ = read({"wait ... hour": 1, "wait": 2}, f"wait , {between}")
    assert [match.end for match in matches if match.value == 2].count(1) == 1
