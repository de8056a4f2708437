"""English: the words and rules of VADER, our supplement merged over them, phrases as single words.

The words, boosters, negators and idioms are those of the vaderSentiment package (C.J. Hutto and
E. Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text",
ICWSM 2014). Its scores are kept to the last digit where the supplement has nothing to say; the way
there is another: what is to know of a word is found out once per distinct word, only charged words
are weighed, and time grows with the length of a text rather than with its square.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    C_INCR,
    N_SCALAR,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

from analysis.sentiment.masks import Mask
from analysis.sentiment.scale import MAX_CHARACTERS, compound
from analysis.sentiment.senses import Role, alphabet_of, chosen, matcher_of, senses, symbols

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.sentiment.senses import Sense
    from rivalscope.models import Lexicon

_NEGATED: float = N_SCALAR
_CAPITALS: float = C_INCR
_BOOSTERS: Mapping[str, float] = BOOSTER_DICT
_IDIOMS: Mapping[str, float] = SPECIAL_CASES
_NEGATORS = frozenset(NEGATE)

_REACH = 3
"""Words before a charged one that may change it."""
_FADING = (1.0, 0.95, 0.9)
_NEVER_SO = 1.25
_BEFORE_BUT, _AFTER_BUT = 0.5, 1.5
_EXCLAMATION, _MAX_EXCLAMATIONS = 0.292, 4
_QUESTION, _MAX_QUESTIONS, _MANY_QUESTIONS = 0.18, 3, 0.96
_SHORTEST_WORD = 3
"""Fewer characters without punctuation are taken for an emoticon."""

_IDIOM_ENDS = frozenset(phrase.split()[-1] for phrase in (*_IDIOMS, *_BOOSTERS) if " " in phrase)
_SO = frozenset({"so", "this"})
_STIRRING = _SO | {"no", "kind", "least", "never", "without"}
"""Words some rule looks for around a charged one."""

_PLACEHOLDER = "\ue000"
_MAX_CACHED_WORDS = 200_000
_MAX_CACHED_LENGTH = 60


class VaderEngine:
    """Scores English texts."""

    def __init__(self, lexicon: Lexicon, *, brand_names: Sequence[str] = ()) -> None:
        analyzer = SentimentIntensityAnalyzer()
        self._emojis: Mapping[str, str] = analyzer.emojis
        self._mask = Mask(brand_names)
        entries = [
            sense
            for sense in senses(lexicon)
            if sense.role in {Role.VALENCE, Role.BOOSTER, Role.NEGATOR}
        ]
        self.alphabet = alphabet_of(lexicon)
        self._supplement = matcher_of(entries, self.alphabet)
        self._phrases = matcher_of((s for s in entries if s.cue.has_words), self.alphabet)
        self._phrase_senses: list[Sense] = []
        self._symbols = symbols(lexicon)
        self._tokens = _Tokens(self, {**self._symbols, **analyzer.lexicon})

    def score(self, text: str) -> float:
        """VADER's *compound* of a text with addresses and brand names masked, -1 to 1."""
        text = self._mask.applied(text[:MAX_CHARACTERS])
        if not text.isascii():
            text = self._spelled_out(text)
        written = text.split()
        tokens = list(map(self._tokens.__getitem__, written))
        if True in [token.opens_phrase for token in tokens]:
            written = self._phrases_joined(text).split()
            tokens = list(map(self._tokens.__getitem__, written))
        total = sum(_weighed(tokens))
        if not total:
            return 0.0
        emphasis = _emphasis(text)
        return compound(total + emphasis if total > 0 else total - emphasis)

    def sense_of(self, word: str) -> Sense | None:
        """What the supplement says of one word or placeholder; None where it says nothing."""
        if word[0] == word[-1] == _PLACEHOLDER and word[2:-1].isdecimal():
            number = int(word[2:-1])
            return self._phrase_senses[number] if number < len(self._phrase_senses) else None
        letters = self.alphabet.passage(word).letters
        found = chosen(self._supplement.matches(letters))
        whole = len(found) == 1 and found[0].length == len(letters)
        return found[0].value if whole else None

    def opens_phrase(self, word: str) -> bool:
        """Whether a phrase of the supplement could begin in this word."""
        return self._phrases.opens(self.alphabet.passage(word).letters)

    def _spelled_out(self, text: str) -> str:
        """Emoji of the supplement as words of their own, others as the names the package has."""
        emojis = self._emojis
        if emojis.keys().isdisjoint(text) and self._symbols.keys().isdisjoint(text):
            return text
        parts: list[str] = []
        after_blank = True
        for letter in text:
            name = emojis.get(letter)
            if letter in self._symbols and not letter.isascii():
                parts.append(f" {letter} ")
                after_blank = True
            elif name is None:
                parts.append(letter)
                after_blank = letter == " "
            else:
                parts.append(name if after_blank else f" {name}")
                after_blank = False
        return "".join(parts)

    def _phrases_joined(self, text: str) -> str:
        """The text with each phrase of the supplement replaced by one word of ours."""
        passage = self.alphabet.passage(text)
        found = chosen(self._phrases.matches(passage.letters))
        if not found:
            return text
        places = passage.places
        parts: list[str] = []
        done = 0
        for match in found:
            start, end = places[match.start][0], places[match.end - 1][1]
            parts += [text[done:start], self._placeholder(match.value, text[start:end])]
            done = end
        return "".join([*parts, text[done:]])

    def _placeholder(self, sense: Sense, phrase: str) -> str:
        if sense not in self._phrase_senses:
            self._phrase_senses.append(sense)
        case = "A" if phrase.isupper() else "a"
        return f"{_PLACEHOLDER}{case}{self._phrase_senses.index(sense)}{_PLACEHOLDER}"


class _Token:
    """What the rules ask of one distinct word."""

    __slots__ = (
        "booster", "capital", "charged", "ends_idiom", "known", "marked", "negates", "opens_phrase",
        "stirs", "text", "valence",
    )  # fmt: skip

    def __init__(self, text: str, *, capital: bool) -> None:
        self.text = text
        self.capital = capital
        self.valence = 0.0
        self.known = False
        self.charged = False
        self.booster = _BOOSTERS.get(text, 0.0)
        self.negates = text in _NEGATORS or "n't" in text
        self.ends_idiom = text in _IDIOM_ENDS
        self.opens_phrase = False
        self.stirs = False
        self.marked = False

    def settle(self) -> None:
        """Conclude what the weighing starts from: may it change others, does it count at all."""
        self.stirs = bool(self.booster or self.negates or self.ends_idiom or self.text in _STIRRING)
        self.marked = self.stirs or self.charged or self.capital or self.text == "but"


class _Tokens(dict[str, _Token]):  # ruff: ignore[subclass-builtin] - a UserDict is slow
    """Word as it stands between blanks -> what is known of it."""

    def __init__(self, engine: VaderEngine, lexicon: Mapping[str, float]) -> None:
        super().__init__()
        self._engine = engine
        self._lexicon = lexicon

    def __missing__(self, written: str) -> _Token:
        token = self._look_up(written)
        if len(written) <= _MAX_CACHED_LENGTH and _PLACEHOLDER not in written:
            if len(self) >= _MAX_CACHED_WORDS:
                self.clear()
            self[written] = token
        return token

    def _look_up(self, written: str) -> _Token:
        bare = written.strip(string.punctuation)
        bare = bare if len(bare) >= _SHORTEST_WORD else written
        token = _Token(bare.lower(), capital=bare.isupper())
        valence = self._lexicon.get(token.text)
        if valence is not None:
            token.valence, token.known = valence, True
            token.charged = token.text not in _BOOSTERS
        sense = self._engine.sense_of(bare)
        if sense:
            _overrule(token, sense)
        token.opens_phrase = self._engine.opens_phrase(bare)
        token.settle()
        return token


def _overrule(token: _Token, sense: Sense) -> None:
    if sense.role is Role.VALENCE:
        token.valence = sense.value
        token.known = token.charged = bool(sense.value)
        token.negates = False
    elif sense.role is Role.BOOSTER:
        token.booster = sense.value
        token.charged = False
    else:
        token.negates = True


def _weighed(tokens: list[_Token]) -> list[float]:
    """Valence of each charged word after all rules, in order."""
    marked = [(place, token) for place, token in enumerate(tokens) if token.marked]
    places = [place for place, token in marked if token.charged]
    if not places:
        return []
    capitals = _some_capitals(tokens, marked)
    touched: set[int] = set()
    for place, token in marked:
        if token.stirs or (capitals and token.capital):
            touched.update(range(place - _REACH + 1, place + _REACH + 1))
    valences = [
        _valence(tokens, place, capitals=capitals) if place in touched else tokens[place].valence
        for place in places
    ]
    but = next((place for place, token in marked if token.text == "but"), None)
    return valences if but is None else _but_weighed(places, valences, but=but)


def _some_capitals(tokens: list[_Token], marked: list[tuple[int, _Token]]) -> bool:
    """Whether some words, and not all, are in capitals."""
    count = sum(token.capital for _, token in marked)
    return 0 < count < len(tokens)


def _valence(tokens: list[_Token], place: int, *, capitals: bool) -> float:
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.text == "kind" and following and following.text == "of":
        return 0.0
    valence = token.valence
    if token.text == "no" and following and following.known:
        valence = 0.0
    if _no_before(tokens, place):
        valence = token.valence * _NEGATED
    if token.capital and capitals:
        valence += _CAPITALS if valence > 0 else -_CAPITALS
    for distance in range(1, min(_REACH, place) + 1):
        before = tokens[place - distance]
        if before.known:
            continue
        if before.booster:
            valence += _boost(before, valence, capitals=capitals) * _FADING[distance - 1]
        valence *= _negation(tokens, place, distance=distance)
        if distance == _REACH:
            valence = _idiomatic(tokens, place, valence=valence)
    return valence * _least(tokens, place)


def _no_before(tokens: list[_Token], place: int) -> bool:
    """Whether "no" stands one or two words before, or three with "or" or "nor" between."""
    if place > 0 and tokens[place - 1].text == "no":
        return True
    if place > 1 and tokens[place - 2].text == "no":
        return True
    return place > 2 and tokens[place - 3].text == "no" and tokens[place - 1].text in {"or", "nor"}  # ruff: ignore[magic-value-comparison] - words before


def _boost(booster: _Token, valence: float, *, capitals: bool) -> float:
    boost = -booster.booster if valence < 0 else booster.booster
    if booster.capital and capitals:
        boost += _CAPITALS if valence > 0 else -_CAPITALS
    return boost


def _negation(tokens: list[_Token], place: int, *, distance: int) -> float:
    """What the word so far before does to a valence, as a factor.

    "never so" and "never this" praise, "without doubt" denies nothing. Three words back the package
    lets "so" or "this" right before the word count even where no "never" stands; so do we.
    """
    before = tokens[place - distance]
    if distance > 1:
        between = [token.text for token in tokens[place - distance + 1 : place]]
        never = before.text == "never"
        if (never and between[0] in _SO) or (distance == _REACH and between[-1] in _SO):
            return _NEVER_SO
        if before.text == "without" and "doubt" in between:
            return 1.0
    return _NEGATED if before.negates else 1.0


def _idiomatic(tokens: list[_Token], place: int, *, valence: float) -> float:
    """The valence of an idiom around a word that has at least three before it."""
    around = tokens[place - 2 : place + 3]
    if not any(token.ends_idiom for token in around):
        return valence
    three, two, one, here = (token.text for token in tokens[place - 3 : place + 1])
    behind = (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}")
    ending_here = (f"{one} {here}", f"{two} {one} {here}", behind[2], behind[0], behind[1])
    found = next((_IDIOMS[phrase] for phrase in ending_here if phrase in _IDIOMS), valence)
    ahead = [token.text for token in tokens[place : place + 3]]
    for length in (2, 3):
        phrase = " ".join(ahead[:length])
        found = _IDIOMS.get(phrase, found) if len(ahead) >= length else found
    return found + sum(_BOOSTERS[phrase] for phrase in behind if phrase in _BOOSTERS)


def _least(tokens: list[_Token], place: int) -> float:
    """A factor: "least" negates, but not in "at least" and "very least"."""
    if not place or tokens[place - 1].text != "least" or tokens[place - 1].known:
        return 1.0
    return 1.0 if place > 1 and tokens[place - 2].text in {"at", "very"} else _NEGATED


def _but_weighed(places: list[int], valences: list[float], *, but: int) -> list[float]:
    """Less before the first "but", more after it.

    The package finds the place of each valence by its first equal in the text, so that one of two
    equal valences may be weighed twice and the other not at all; the same comes out here.
    """
    for number in range(len(valences)):
        first = valences.index(valences[number])
        if places[first] < but:
            valences[first] *= _BEFORE_BUT
        elif places[first] > but:
            valences[first] *= _AFTER_BUT
    return valences


def _emphasis(text: str) -> float:
    exclamations = min(text.count("!"), _MAX_EXCLAMATIONS) * _EXCLAMATION
    questions = text.count("?")
    if questions <= 1:
        return exclamations
    if questions <= _MAX_QUESTIONS:
        return exclamations + questions * _QUESTION
    return exclamations + _MANY_QUESTIONS
