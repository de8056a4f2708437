"""Phrases that unhappy customers use and no theme knows: what cues to write next.

A phrase is one to three words in a row, compared by their stems. It counts once a text: among
negative texts where it stands outside of all mentions, among the rest wherever it stands. How much
it leans to the former is told by the log-odds ratio with an informative Dirichlet prior (Monroe,
Colaresi and Quinn 2008, "Fightin' Words", Political Analysis 16:372-403), over its standard error:
the prior expects of each phrase the rate that it has in all texts together, so that neither rare
nor everyday words stand out by chance.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import Stemmer

from analysis.sentiment import engine_for
from analysis.themes.tokens import ends_sentence, fold, is_word, lower, pieces, spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from rivalscope.models import Lexicon

LONGEST = 3
"""Words in a phrase."""
FEWEST_TEXTS = 3
"""Negative texts that must hold a phrase."""
LEAST_LEAN = 1.96
"""Standard errors a phrase must lean to the negative texts."""
EXAMPLES = 2
MAX_EXAMPLE = 160
"""Characters of an example."""

_PRIOR_TEXTS = 100.0
_NUMBER = "#"
# What begins or ends a phrase must say something: neither a word that stands in every fifth text,
# nor a short one that stands in every fiftieth (articles, pronouns, prepositions).
_COMMON, _SHORT, _COMMON_SHORT = 0.2, 3, 0.02
_SAME_TEXTS = 0.5

Phrase = tuple[str, ...]
Place = tuple[int, int]
"""Start and end, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A text with what is known of it."""

    body: str
    is_negative: bool
    covered: tuple[Place, ...]
    """What its mentions quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A phrase that no theme knows."""

    words: str
    """As most texts have it, in lower case; ``#`` for a number, as in a cue."""
    negative: int
    """Negative texts that hold it outside of all mentions."""
    of_negative: int
    rest: int
    """Other texts that hold it."""
    of_rest: int
    lean: float
    """Log-odds ratio over its standard error."""
    examples: tuple[str, ...]
    """Stretches of different texts."""


def suggestions(
    texts: Sequence[ReadText], lexicon: Lexicon, *, brand_names: Collection[str] = (), most: int
) -> tuple[Suggestion, ...]:
    """Up to *most* phrases of texts in the language of *lexicon*, those that lean most first.

    A single word of feeling is none: "terrible" is about no theme. Nor is a phrase that begins or
    ends with a brand's name, or one whose texts nearly all hold a phrase that leans more.
    """
    reader = _Reader(lexicon, without=brand_names)
    feels = engine_for(lexicon).score
    negative = [text for text in texts if text.is_negative]
    rest = [text for text in texts if not text.is_negative]
    found = _held(negative, reader, edges_without=reader.common_stems(texts))
    elsewhere = _counted(rest, reader, found)
    leans = {
        phrase: _lean(len(held), len(negative), elsewhere[phrase], len(rest))
        for phrase, held in found.items()
    }
    chosen: dict[Phrase, Suggestion] = {}
    for phrase in sorted(found, key=lambda phrase: (-leans[phrase], -len(phrase), phrase)):
        if len(chosen) >= most or leans[phrase] < LEAST_LEAN:
            break
        places = list(_places(phrase, found[phrase], negative, reader))
        words = _usual(places)
        is_mere_feeling = len(phrase) == 1 and feels(words)
        if is_mere_feeling or any(_says_the_same(phrase, other, found) for other in chosen):
            continue
        chosen[phrase] = Suggestion(
            words=words,
            negative=len(found[phrase]),
            of_negative=len(negative),
            rest=elsewhere[phrase],
            of_rest=len(rest),
            lean=leans[phrase],
            examples=tuple(_examples(places)),
        )
    return tuple(chosen.values())


def _held(
    texts: Sequence[ReadText], reader: _Reader, *, edges_without: Collection[str]
) -> dict[Phrase, list[int]]:
    """Phrase -> the numbers of the texts that hold it uncovered, where these are enough."""
    holders: dict[Phrase, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for phrase in {phrase for phrase, _ in reader.phrases(text.body, text.covered)}:
            if phrase[0] not in edges_without and phrase[-1] not in edges_without:
                holders[phrase].append(number)
    return {phrase: held for phrase, held in holders.items() if len(held) >= FEWEST_TEXTS}


def _counted(
    texts: Iterable[ReadText], reader: _Reader, wanted: Collection[Phrase]
) -> Counter[Phrase]:
    """How many texts hold each phrase, covered or not."""
    return Counter(
        phrase
        for text in texts
        for phrase in {phrase for phrase, _ in reader.phrases(text.body)}
        if phrase in wanted
    )


class _Reader:
    """Cuts the texts of one language into phrases."""

    def __init__(self, lexicon: Lexicon, *, without: Collection[str]) -> None:
        self._snowball = Stemmer.Stemmer(lexicon.stemmer) if lexicon.stemmer else None
        self._stems: dict[str, str] = {}
        self._without = {self._stem_of(piece) for name in without for piece in pieces(name)}

    def common_stems(self, texts: Iterable[ReadText]) -> frozenset[str]:
        """Stems that no phrase may begin or end with."""
        holders: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            holders.update({self._stem_of(piece) for piece in pieces(text.body) if is_word(piece)})
        return (
            frozenset(
                stem
                for stem, n in holders.items()
                if n > _COMMON * count
                or len(stem) == 1
                or (len(stem) <= _SHORT and n > _COMMON_SHORT * count)
            )
            | self._without
            | {_NUMBER}
        )

    def phrases(self, body: str, covered: Sequence[Place] = ()) -> Iterator[tuple[Phrase, Place]]:
        """Each phrase and where it stands; none goes over a pause or touches what is covered."""
        run: list[tuple[str, Place]] = []
        for piece, place in zip(pieces(body), spans(body), strict=True):
            if not is_word(piece) or any(a < place[1] and place[0] < b for a, b in covered):
                run.clear()
                continue
            run = [*run, (self._stem_of(piece), place)][-LONGEST:]
            for first in range(len(run)):
                words = run[first:]
                yield tuple(stem for stem, _ in words), (words[0][1][0], place[1])

    def _stem_of(self, piece: str) -> str:
        known = self._stems.get(piece)
        if known is None:
            known = self._stems[piece] = self._new_stem(piece)
        return known

    def _new_stem(self, piece: str) -> str:
        if piece[0].isdigit():
            return _NUMBER
        word = lower(piece)
        return fold(self._snowball.stemWord(word) if self._snowball else word)


def _lean(n: int, of: int, other: int, of_other: int) -> float:
    """How far the log-odds of holding a phrase, n of N, lie from the other texts', as z.

    No phrase stands in more than a fifth of all texts, so that no odds are endless.
    """
    prior = _PRIOR_TEXTS * (n + other) / (of + of_other)
    ours, theirs = n + prior, other + prior
    odds = ours / (of + _PRIOR_TEXTS - ours)
    other_odds = theirs / (of_other + _PRIOR_TEXTS - theirs)
    return math.log(odds / other_odds) / math.sqrt(1.0 / ours + 1.0 / theirs)


def _says_the_same(phrase: Phrase, other: Phrase, found: dict[Phrase, list[int]]) -> bool:
    """Whether one of them is part of the other and most of their texts are the same."""
    short, long = sorted((phrase, other), key=len)
    starts = range(len(long) - len(short) + 1)
    if not any(long[start : start + len(short)] == short for start in starts):
        return False
    both, either = set(found[short]) & set(found[long]), set(found[short]) | set(found[long])
    return len(both) >= _SAME_TEXTS * len(either)


def _places(
    phrase: Phrase, held: Sequence[int], texts: Sequence[ReadText], reader: _Reader
) -> Iterator[tuple[str, Place]]:
    """The text and the place of the phrase's first stand in each text that holds it."""
    for number in held:
        text = texts[number]
        places = (at for found, at in reader.phrases(text.body, text.covered) if found == phrase)
        yield text.body, next(places)


def _usual(places: Iterable[tuple[str, Place]]) -> str:
    """The words of a phrase in the form that most texts have; the first of equals."""
    forms = Counter(
        " ".join(
            _NUMBER if piece[0].isdigit() else lower(piece) for piece in pieces(body[start:end])
        )
        for body, (start, end) in places
    )
    return forms.most_common(1)[0][0]


def _examples(places: Iterable[tuple[str, Place]]) -> Iterator[str]:
    """The sentences around a phrase, as far as they fit; no two the same."""
    seen: set[str] = set()
    for body, place in places:
        example = _around(body, place)
        if example not in seen:
            seen.add(example)
            yield example
        if len(seen) >= EXAMPLES:
            return


def _around(body: str, place: Place) -> str:
    """The sentence a place stands in; of a long one as many whole words on each side as fit."""
    every = list(zip(pieces(body), spans(body), strict=True))
    core = [n for n, (_, (start, end)) in enumerate(every) if place[0] <= start and end <= place[1]]
    first, last = core[0], core[-1]
    before = after = True
    while before or after:
        before = before and first > 0 and not ends_sentence(every[first - 1][0])
        before = before and every[last][1][1] - every[first - 1][1][0] <= MAX_EXAMPLE
        first -= before
        after = after and last + 1 < len(every) and not ends_sentence(every[last][0])
        after = after and every[last + 1][1][1] - every[first][1][0] <= MAX_EXAMPLE
        last += after
    return body[every[first][1][0] : every[last][1][1]]
