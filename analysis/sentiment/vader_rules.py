"""VADER's rules: how the words around a charged word change what it is worth.

Rules and constants are those of the vaderSentiment package (C.J. Hutto and E. Gilbert, "VADER: A
Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014), kept to the
last digit; only the way there is another: a word near which nothing stirs is worth what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaderSentiment.vaderSentiment import BOOSTER_DICT, C_INCR, N_SCALAR, NEGATE, SPECIAL_CASES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BOOSTERS: Mapping[str, float] = BOOSTER_DICT
_NEGATED: float = N_SCALAR
_CAPITALS: float = C_INCR
_IDIOMS: Mapping[str, float] = SPECIAL_CASES
_NEGATORS = frozenset(NEGATE)

_TWO_BACK, _THREE_BACK = 0.95, 0.9
_NEVER_SO = 1.25
_BEFORE_BUT, _AFTER_BUT = 0.5, 1.5
_EXCLAMATION, _MAX_EXCLAMATIONS = 0.292, 4
_QUESTION, _MAX_QUESTIONS, _MANY_QUESTIONS = 0.18, 3, 0.96

_IDIOM_ENDS = frozenset(phrase.split()[-1] for phrase in (*_IDIOMS, *BOOSTERS) if " " in phrase)
_SO = frozenset({"so", "this"})
_OR = frozenset({"or", "nor"})
_STIRRING = _SO | {"no", "kind", "least", "never", "without"}
"""Words some rule looks for around a charged one."""


class Token:
    """What the rules ask of one distinct word."""

    __slots__ = (
        "booster", "capital", "charged", "ends_idiom", "known", "marked", "negates", "stirs",
        "text", "valence",
    )  # fmt: skip

    def __init__(self, text: str, *, capital: bool) -> None:
        self.text = text
        self.capital = capital
        self.valence = 0.0
        self.known = False
        self.charged = False
        self.booster = BOOSTERS.get(text, 0.0)
        self.negates = text in _NEGATORS or "n't" in text
        self.ends_idiom = text in _IDIOM_ENDS
        self.settle()

    def settle(self) -> None:
        """Conclude what the weighing starts from: may it change others, does it count at all."""
        self.stirs = bool(self.booster or self.negates or self.ends_idiom or self.text in _STIRRING)
        shouts = self.capital and self.booster
        self.marked = bool(self.charged or shouts or self.text == "but")


def _edges() -> tuple[list[Token], list[Token]]:
    """What stands before and after a text, so that no rule needs to ask where it ends."""
    before, after = Token("", capital=False), Token("", capital=False)
    before.known = True  # known words are passed over
    return [before] * 3, [after] * 2


_BEFORE, _AFTER = _edges()


def weighed(tokens: Sequence[Token]) -> list[float]:
    """Valence of each charged word after all rules, in order."""
    marked = [place for place, token in enumerate(tokens) if token.marked]
    if not marked:
        return []
    capitals = True in [tokens[place].capital for place in marked] and _some_plain(tokens)
    padded = [*_BEFORE, *tokens, *_AFTER]
    places: list[int] = []
    valences: list[float] = []
    but = None
    for place in marked:
        three, two, one, token, following, later = around = padded[place : place + 6]
        if token.text == "but" and but is None:
            but = place
        if not token.charged or (token.booster and following.charged):
            continue  # "pretty" is a feeling of its own unless it boosts one
        if (
            one.stirs or two.stirs or three.stirs  # ruff: ignore[too-many-boolean-expressions] - any() costs more
            or token.stirs or following.stirs or later.stirs
        ):  # fmt: skip
            valence = _stirred(around, capitals=capitals)
        elif capitals and token.capital:
            valence = _in_capitals(token.valence)
        else:
            valence = token.valence
        places.append(place)
        valences.append(valence)
    return valences if but is None else _but_weighed(places, valences, but=but)


def _some_plain(tokens: Sequence[Token]) -> bool:
    return False in [token.capital for token in tokens]


def _stirred(around: list[Token], *, capitals: bool) -> float:  # ruff: ignore[complex-structure] - one step a rule, in the package's order
    """The valence of the fourth of six words, changed by the others."""
    three, two, one, token, following, later = around
    valence = token.valence
    if token.stirs:
        if token.text == "kind" and following.text == "of":
            return 0.0
        if token.text == "no" and following.known:
            valence = 0.0
    if one.text == "no" or two.text == "no" or (three.text == "no" and one.text in _OR):
        valence = token.valence * _NEGATED
    if token.capital and capitals:
        valence = _in_capitals(valence)
    if one.stirs and not one.known:
        valence += _boost(one, valence, capitals=capitals)
        if one.negates:
            valence *= _NEGATED
    if two.stirs and not two.known:
        valence += _boost(two, valence, capitals=capitals) * _TWO_BACK
        valence *= _negation_two_back(two, one)
    if not three.known:
        if three.stirs or one.stirs:
            valence += _boost(three, valence, capitals=capitals) * _THREE_BACK
            valence *= _negation_three_back(three, two, one)
        if (
            two.ends_idiom or one.ends_idiom
            or token.ends_idiom or following.ends_idiom or later.ends_idiom
        ):  # fmt: skip
            valence = _idiomatic(around, valence=valence)
    return valence * _least(two, one) if one.stirs else valence


def _in_capitals(valence: float) -> float:
    return valence + _CAPITALS if valence > 0 else valence - _CAPITALS


def _boost(booster: Token, valence: float, *, capitals: bool) -> float:
    if not booster.booster:
        return 0.0
    boost = -booster.booster if valence < 0 else booster.booster
    if booster.capital and capitals:
        boost += _CAPITALS if valence > 0 else -_CAPITALS
    return boost


def _negation_two_back(two: Token, one: Token) -> float:
    """A factor: "never so" and "never this" praise, "without doubt" denies nothing."""
    if two.text == "never" and one.text in _SO:
        return _NEVER_SO
    if not two.negates or (two.text == "without" and one.text == "doubt"):
        return 1.0
    return _NEGATED


def _negation_three_back(three: Token, two: Token, one: Token) -> float:
    """A factor; the package lets "so" right before the word count even where no "never" stands."""
    if one.text in _SO or (three.text == "never" and two.text in _SO):
        return _NEVER_SO
    if not three.negates or (three.text == "without" and "doubt" in {two.text, one.text}):
        return 1.0
    return _NEGATED


def _idiomatic(around: list[Token], *, valence: float) -> float:
    """The valence of an idiom around a word that has at least three before it."""
    three, two, one, here, following, later = (token.text for token in around)
    behind = (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}")
    ending_here = (f"{one} {here}", f"{two} {one} {here}", behind[2], behind[0], behind[1])
    found = next((_IDIOMS[phrase] for phrase in ending_here if phrase in _IDIOMS), valence)
    found = _IDIOMS.get(f"{here} {following}", found)
    found = _IDIOMS.get(f"{here} {following} {later}", found)
    return found + sum(BOOSTERS[phrase] for phrase in behind if phrase in BOOSTERS)


def _least(two: Token, one: Token) -> float:
    """A factor: "least" negates, but not in "at least" and "very least"."""
    if one.text != "least" or one.known:
        return 1.0
    return 1.0 if two.text in {"at", "very"} else _NEGATED


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


def emphasis(text: str) -> float:
    """What the exclamation and question marks of a text add to the size of its sum."""
    exclamations = 0.0
    if "!" in text:
        exclamations = min(text.count("!"), _MAX_EXCLAMATIONS) * _EXCLAMATION
    questions = text.count("?")
    if questions <= 1:
        return exclamations
    if questions <= _MAX_QUESTIONS:
        return exclamations + questions * _QUESTION
    return exclamations + _MANY_QUESTIONS
