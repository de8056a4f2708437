"""English: the words and rules of VADER, our supplement merged over them, phrases as single words.

The words are those of the vaderSentiment package, the rules those of ``vader_rules``. Its scores
are kept to the last digit where the supplement has nothing to say. What is to know of a word is
found out once per distinct word, and only charged words are weighed.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.remembered import Remembered
from analysis.sentiment.masks import Mask
from analysis.sentiment.scale import MAX_CHARACTERS, Feeling, compound
from analysis.sentiment.senses import Role, alphabet_of, chosen, matcher_of, senses, symbols
from analysis.sentiment.vader_rules import BOOSTERS, Token, emphasis, weighed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.sentiment.senses import Sense
    from analysis.themes.passage import Spelled
    from rivalscope.models import Lexicon

_SHORTEST_WORD = 3
"""Fewer characters without punctuation are taken for an emoticon."""
_PLACEHOLDER = "\ue000"
_MOST_TOKENS = 20_000
_FOREIGN = re.compile(r"[^\x00-\x7f]")
"""Where an emoji may stand; a class of all emoji would be looked through one by one."""


class VaderEngine:
    """Scores English texts."""

    def __init__(self, lexicon: Lexicon, *, brand_names: Sequence[str] = ()) -> None:
        self.alphabet = alphabet_of(lexicon)
        analyzer = SentimentIntensityAnalyzer()
        known = symbols(lexicon)
        self._valences: Mapping[str, float] = {**known, **analyzer.lexicon}
        self._emojis = _Emojis(analyzer.emojis, words=known)
        self._mask = Mask(brand_names)
        self._supplement = [
            sense
            for sense in senses(lexicon)
            if sense.role in {Role.VALENCE, Role.BOOSTER, Role.NEGATOR}
        ]
        self._numbers = {id(sense): number for number, sense in enumerate(self._supplement)}
        phrases = [sense for sense in self._supplement if sense.cue.has_words]
        self._words = matcher_of(self._supplement, self.alphabet)
        self._phrases = matcher_of(phrases, self.alphabet) if phrases else None
        self._token_of = Remembered(self._token, most=_MOST_TOKENS).__getitem__

    def score(self, text: str) -> float:
        """VADER's *compound* of a text with addresses and brand names masked, -1 to 1."""
        return compound(self._felt(text)[0])

    def feeling(self, text: str) -> Feeling:
        """What that score comes from."""
        total, valences, words = self._felt(text)
        return Feeling(total, len(valences) - valences.count(0.0), words)

    def _felt(self, text: str) -> tuple[float, list[float], int]:
        text = self._mask.applied(text[:MAX_CHARACTERS])
        if not text.isascii():
            text = self._emojis.spelled_out(text)
        return self._weighed(text, self.alphabet.passage(text) if self._phrases else None)

    def is_plain(self, text: str) -> bool:
        """Whether nothing in a text is to be masked, and no emoji to be spelled out."""
        return self._mask.is_idle(text) and (text.isascii() or not self._emojis.are_in(text))

    def score_as_is(self, passage: Spelled) -> float:
        """The score of a text without anything to mask or to spell out."""
        return compound(self._weighed(passage.text, passage)[0])

    def _weighed(self, text: str, passage: Spelled | None) -> tuple[float, list[float], int]:
        """The sum of the valences with emphasis, the valences, and how many words there are."""
        words = self._phrases_joined(passage) if passage else text
        tokens = list(map(self._token_of, words.split()))
        valences = weighed(tokens)
        total = sum(valences)
        if total:
            more = emphasis(text)
            total += more if total > 0 else -more
        return total, valences, len(tokens)

    def _phrases_joined(self, passage: Spelled) -> str:
        """The text with each phrase of the supplement replaced by one word of ours."""
        text = passage.text
        matches = self._phrases.matches(passage.letters) if self._phrases else []
        if not matches:
            return text
        parts: list[str] = []
        done = 0
        for match in chosen(matches):
            start, end = passage.place(match.start)[0], passage.place(match.end - 1)[1]
            case = "A" if text[start:end].isupper() else "a"
            word = f"{_PLACEHOLDER}{case}{self._numbers[id(match.value)]}{_PLACEHOLDER}"
            parts += [text[done:start], word]
            done = end
        return "".join([*parts, text[done:]])

    def _token(self, written: str) -> Token:
        """What is known of a word as it stands between blanks."""
        bare = written.strip(string.punctuation)
        bare = bare if len(bare) >= _SHORTEST_WORD else written
        token = Token(bare.lower(), capital=bare.isupper())
        valence = self._valences.get(token.text)
        if valence is not None:
            token.valence, token.known = valence, True
            token.charged = token.text not in BOOSTERS
        if self._supplement:
            letters = self.alphabet.passage(bare).letters
            sense = self._sense_of(bare, letters)
            if sense:
                _overrule(token, sense)
        token.settle()
        return token

    def _sense_of(self, word: str, letters: Sequence[int]) -> Sense | None:
        """What the supplement says of one word or placeholder; None where it says nothing."""
        if word[0] == word[-1] == _PLACEHOLDER and word[2:-1].isdecimal():
            number = int(word[2:-1])
            return self._supplement[number] if number < len(self._supplement) else None
        found = chosen(self._words.matches(letters))
        whole = len(found) == 1 and found[0].length == len(letters)
        return found[0].value if whole else None


def _overrule(token: Token, sense: Sense) -> None:
    if sense.role is Role.VALENCE:
        token.valence = sense.value
        token.known = token.charged = bool(sense.value)
        token.negates = False
    elif sense.role is Role.BOOSTER:
        token.booster = sense.value
        token.known = False
    else:
        token.negates = True


class _Emojis:
    """Writes emoji as words: those with a worth of their own as they are, others by name."""

    def __init__(self, names: Mapping[str, str], *, words: Mapping[str, float]) -> None:
        self._names = names
        self._words = frozenset(word for word in words if len(word) == 1 and not word.isascii())
        self._all = frozenset(name for name in (*names, *self._words) if len(name) == 1)

    def are_in(self, text: str) -> bool:
        """Whether a text holds any of them."""
        return not self._all.isdisjoint(text)

    def spelled_out(self, text: str) -> str:
        """The text with a blank on both sides of a word, and one before a name as VADER sets it."""
        return _FOREIGN.sub(self._word_or_name, text) if self.are_in(text) else text

    def _word_or_name(self, found: re.Match[str]) -> str:
        emoji = found[0]
        if emoji not in self._all:
            return emoji
        if emoji in self._words:
            return f" {emoji} "
        before = found.string[max(found.start() - 1, 0) : found.start()]
        after_blank = before in {"", " "} or before in self._words
        return self._names[emoji] if after_blank else f" {self._names[emoji]}"
