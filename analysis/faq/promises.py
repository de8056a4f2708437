"""Sentences of answers that promise a time, and complaints that speak against them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from analysis.evidence import choose
from analysis.faq.sentences import sentences
from analysis.faq.time_words import TIME_WORDS
from rivalscope.models import Contradiction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from analysis.faq.history import Understand
    from rivalscope.models import Evidence, FaqPair, Finding

PROMISED_THEMES: Final = ("delivery_speed", "returns_refunds", "support_resolution", "wait_time")
"""Themes in which a promise is a time: to arrive, to return, to solve, to answer."""
_QUOTES = 2


def promised(pair: FaqPair, understand: Understand) -> Iterator[tuple[str, str]]:
    """(theme, sentence) for every sentence of the answer that tells a time.

    A sentence promises what it speaks of itself, else what its question asks for.
    """
    pattern = _spans(pair.language)
    asked: Collection[str] | None = None
    for sentence in sentences(pair.answer) if pattern else ():
        if pattern and pattern.search(sentence):
            own = _promisable(sentence, understand)
            if not own and asked is None:
                asked = _promisable(pair.question, understand)
            for theme in own or asked or ():
                yield theme, sentence


def contradictions(
    pairs: Iterable[FaqPair],
    complaints: Mapping[tuple[str, str], Finding],
    *,
    quotes: Mapping[str, Sequence[Evidence]],
    is_high: Callable[[Finding], bool],
    understand: Understand,
) -> tuple[Contradiction, ...]:
    """Promises in themes that the same brand's customers complain much of, the worst first.

    ``complaints`` by brand and theme, ``quotes`` by a finding's id. It is the page and the
    customers that disagree; who is right is not judged.
    """
    found = [
        Contradiction(
            brand=pair.brand,
            theme=theme,
            sentence=sentence,
            question=pair.question,
            url=pair.url,
            finding=finding,
            quotes=choose(quotes.get(finding.id, ()), most=_QUOTES),
        )
        for pair in pairs
        for theme, sentence in promised(pair, understand)
        if (finding := complaints.get((pair.brand, theme))) and is_high(finding)
    ]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(one: Contradiction) -> tuple[float, str, str, str, str]:
    low = one.finding.rate.interval.low
    return -low, one.brand, one.theme, one.question, one.sentence


def _promisable(text: str, understand: Understand) -> list[str]:
    themes = {mention.theme for mention in understand(text).mentions}
    return sorted(themes.intersection(PROMISED_THEMES))


@cache
def _spans(language: str) -> re.Pattern[str] | None:
    """A time told in that language; None where its words are not known."""
    words = TIME_WORDS.get(language)
    if words is None:
        return None
    number, unit = rf"(?:\d+|{words.numbers})", rf"(?:{words.units})"
    # "3-5 days", "three to five working days"; but not "one parcel a day"
    amount = rf"{number}(?:(?:\s?[-\u2013]\s?|\s\w+\s){number})?"
    span = (
        rf"{unit}\s(?:\w+\s)?{amount}" if words.unit_first else rf"{amount}(?:\s\w+)?[\s-]?{unit}"
    )
    return re.compile(rf"(?<!\w)(?:{span}|{words.soon})(?!\w)", re.IGNORECASE)
