"""Phrases that unhappy customers use and no theme knows: what cues to write next.

A phrase is one to three words in a row, compared by their stems, and counts once a text; words that
a mention quotes are left out everywhere. How much a phrase leans to the negative texts is told by
the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin'
Words", Political Analysis 16:372-403), over its standard error. Odds are against all other words,
so that negative texts may be longer than others; and the prior expects each phrase as often as in
all texts together, so that neither rare nor everyday words stand out by chance.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.phrases import NUMBER, PhraseReader
from analysis.sentiment import engine_for
from analysis.themes.tokens import ends_sentence, lower, pieces, spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from analysis.phrases import Phrase, Place, ReadText
    from rivalscope.models import Lexicon

FEWEST_TEXTS = 3
"""Negative texts that must hold a phrase."""
LEAST_LEAN = 1.96
"""Standard errors a phrase must lean to the negative texts."""
EXAMPLES = 2
MAX_EXAMPLE = 160
"""Characters of an example."""

# The prior knows as much as a tenth of the words: less, and what others never say can't stand out.
_PRIOR = 0.1
# Share of the texts of two phrases that hold both: of which a part is no news, nor any other one.
_SAME_PART, _SAME_STORY = 0.5, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A phrase that no theme knows."""

    words: str
    """As most texts have it, in lower case; ``#`` for a number, as in a cue."""
    negative: int
    """Negative texts that hold it outside of all mentions."""
    of_negative: int
    rest: int
    """Other texts that hold it so."""
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
    ends with a brand's name, or with a word that only shapes others ("very", "not", "because"), or
    one whose texts are mostly those of a phrase around or in it that leans more.
    """
    reader = PhraseReader(lexicon, without=brand_names)
    feels = engine_for(lexicon).score
    negative = [text for text in texts if text.is_negative]
    rest = [text for text in texts if not text.is_negative]
    found = _held(negative, reader, edges_without=reader.common_stems(texts))
    elsewhere = _counted(rest, reader, found)
    words, other_words = (sum(map(reader.count_words, some)) for some in (negative, rest))
    leans = {
        phrase: _lean(len(held), words, elsewhere[phrase], other_words)
        for phrase, held in found.items()
    }
    chosen: dict[Phrase, Suggestion] = {}
    for phrase in sorted(found, key=lambda phrase: (-leans[phrase], -len(phrase), phrase)):
        if len(chosen) >= most or leans[phrase] < LEAST_LEAN:
            break
        places = list(_places(phrase, found[phrase], negative, reader))
        form = _usual(places)
        is_mere_feeling = len(phrase) == 1 and feels(form)
        if is_mere_feeling or any(_says_the_same(phrase, other, found) for other in chosen):
            continue
        chosen[phrase] = Suggestion(
            words=form,
            negative=len(found[phrase]),
            of_negative=len(negative),
            rest=elsewhere[phrase],
            of_rest=len(rest),
            lean=leans[phrase],
            examples=tuple(_examples(places)),
        )
    return tuple(chosen.values())


def _held(
    texts: Sequence[ReadText], reader: PhraseReader, *, edges_without: Collection[str]
) -> dict[Phrase, list[int]]:
    """Phrase -> the numbers of the texts that hold it uncovered, where these are enough."""
    holders: dict[Phrase, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for phrase in {phrase for phrase, _ in reader.phrases(text)}:
            if phrase[0] not in edges_without and phrase[-1] not in edges_without:
                holders[phrase].append(number)
    return {phrase: held for phrase, held in holders.items() if len(held) >= FEWEST_TEXTS}


def _counted(
    texts: Iterable[ReadText], reader: PhraseReader, wanted: Collection[Phrase]
) -> Counter[Phrase]:
    """How many texts hold each phrase uncovered."""
    return Counter(
        phrase
        for text in texts
        for phrase in {phrase for phrase, _ in reader.phrases(text)}
        if phrase in wanted
    )


def _lean(n: int, words: int, other: int, other_words: int) -> float:
    """How far the log-odds of a phrase among some words lie from those among others, as z."""
    prior, prior_words = _PRIOR * (n + other), _PRIOR * (words + other_words)
    ours, theirs = n + prior, other + prior
    # the 1 keeps the odds finite where there is hardly any other word
    odds = ours / (words + prior_words + 1.0 - ours)
    other_odds = theirs / (other_words + prior_words + 1.0 - theirs)
    return math.log(odds / other_odds) / math.sqrt(1.0 / ours + 1.0 / theirs)


def _says_the_same(phrase: Phrase, other: Phrase, found: dict[Phrase, list[int]]) -> bool:
    """Whether most of their texts are the same; fewer are enough where one is part of the other."""
    short, long = sorted((phrase, other), key=len)
    starts = range(len(long) - len(short) + 1)
    is_part = any(long[start : start + len(short)] == short for start in starts)
    both, either = set(found[short]) & set(found[long]), set(found[short]) | set(found[long])
    return len(both) >= (_SAME_PART if is_part else _SAME_STORY) * len(either)


def _places(
    phrase: Phrase, held: Sequence[int], texts: Sequence[ReadText], reader: PhraseReader
) -> Iterator[tuple[str, Place]]:
    """The text and the place of the phrase's first stand in each text that holds it."""
    for number in held:
        text = texts[number]
        places = (at for found, at in reader.phrases(text) if found == phrase)
        yield text.body, next(places)


def _usual(places: Iterable[tuple[str, Place]]) -> str:
    """The words of a phrase in the form that most texts have; the first of equals."""
    forms = Counter(
        " ".join(
            NUMBER if piece[0].isdigit() else lower(piece) for piece in pieces(body[start:end])
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
