"""Reads what a site promises: how long returns are taken, free delivery, how fast it answers."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.extract import json_ld, money, policy_words, schema_values
from crawler.extract.json_ld import as_list
from crawler.extract.numbers import read_number
from rivalscope.models import SiteSignal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crawler.extract.page import Page
    from rivalscope.models import SignalKind

_LONGEST_PROOF = 200
_MOST_OF_A_KIND = 5
_BEFORE = 60
_LONGEST_SENTENCE = 400
_MOST_LOOKED_AT = 80
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zà-ž\u0430-\u044f])")
_GAP = r"[^.!?\d]{0,60}?"
_LONGEST_RETURN = 400
_MINUTES_PER_HOUR, _HOURS_PER_DAY = 60, 24
_LONGEST_ANSWER = 240


def _patterns(worded: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_filled(pattern), re.IGNORECASE) for pattern in worded)


def _filled(pattern: str) -> str:
    number = r"(?<![\d.,:/-])(?P<n>\d{1,3})(?![\d.,:/]?\d)(?![%])"
    said = pattern.replace("{n}", number).replace("{unit}", policy_words.UNIT)
    said = said.replace("{amount}", money.AMOUNT)
    return (r"(?<!\w)" + said).replace(" ", r"\s").replace("…", _GAP)


def _words(worded: str) -> re.Pattern[str]:
    return re.compile(worded, re.IGNORECASE)


_RETURNS = _patterns(policy_words.RETURN_DAYS)
_FREE = _patterns(policy_words.FREE_SHIPPING)
_ANSWERS = _patterns(policy_words.RESPONSE)
_ABOUT_RETURNS = _words(policy_words.ABOUT_RETURNS)
_ABOUT_FREE = _words(policy_words.ABOUT_FREE)
_ABOUT_ANSWERS = _words(policy_words.ABOUT_ANSWERS)
_NO_RETURN = _words(policy_words.NO_RETURN)
_MONEY_BACK = _words(policy_words.MONEY_BACK)
_NO_FREE = _words(policy_words.NO_FREE_SHIPPING)
_PER_PERIOD = _words(policy_words.PER_PERIOD)
_NO_ANSWER = _words(policy_words.NO_RESPONSE)
_MINUTES = _words(policy_words.MINUTES)
_HOURS = _words(policy_words.HOURS)


def read(page: Page, lines: Sequence[str]) -> tuple[SiteSignal, ...]:
    """Days for returns, the amount from which delivery is free, hours until an answer.

    Each with the sentence that says it, from *lines*, the page's visible ones; days for returns
    also from a ``MerchantReturnPolicy``. Nothing is taken from a sentence that speaks of refunds,
    of delivery times or of a warranty. At most 5 of a kind, each value once.
    """
    told = (sentence for line in lines for sentence in _sentences(line))
    sentences = list(dict.fromkeys(told))
    top_level = (urlsplit(page.url).hostname or "").rpartition(".")[2]
    found = chain(
        _signals("return_days", chain(_declared_days(page), _return_days(sentences))),
        _signals("free_shipping_from", _free_from(sentences, top_level)),
        _signals("response_hours", _response_hours(sentences)),
    )
    return tuple(found)


def _signals(kind: SignalKind, found: Iterable[tuple[str, str]]) -> Iterator[SiteSignal]:
    proofs: dict[str, str] = {}
    for value, proof in found:
        proofs.setdefault(value, proof)
    for value, proof in islice(proofs.items(), _MOST_OF_A_KIND):
        yield SiteSignal(kind=kind, value=value, proof=proof)


def _sentences(line: str) -> list[str]:
    """Sentences of *line* that hold a number: no policy is told without one."""
    if not any(map(str.isdigit, line)):
        return []
    sentences = (sentence[:_LONGEST_SENTENCE] for sentence in _SENTENCE_END.split(line))
    return [sentence for sentence in sentences if any(map(str.isdigit, sentence))]


def _return_days(sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    for sentence, match in _matches(sentences, _ABOUT_RETURNS, _RETURNS):
        promised = 1 < int(match["n"]) <= _LONGEST_RETURN
        if promised and not _NO_RETURN.search(_MONEY_BACK.sub(" ", sentence)):
            yield str(int(match["n"])), _proof(sentence, match)


def _free_from(sentences: Sequence[str], top_level: str) -> Iterator[tuple[str, str]]:
    for sentence, match in _matches(sentences, _ABOUT_FREE, _FREE):
        amount = money.read_amount(match, top_level)
        limited = _NO_FREE.search(sentence) or _PER_PERIOD.match(sentence, match.end())
        if amount and not limited:
            yield amount, _proof(sentence, match)


def _response_hours(sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    for sentence, match in _matches(sentences, _ABOUT_ANSWERS, _ANSWERS):
        hours = _hours(int(match["n"]), match["unit"])
        if 0 < hours <= _LONGEST_ANSWER and not _NO_ANSWER.search(sentence):
            yield f"{hours:g}", _proof(sentence, match)


def _hours(number: int, unit: str) -> float:
    bare = re.sub(r"(?i)^(?:working|business|pracovních?|рабоч\w+)\s", "", unit)
    if _MINUTES.match(bare):
        return number / _MINUTES_PER_HOUR
    return float(number if _HOURS.match(bare) else number * _HOURS_PER_DAY)


def _declared_days(page: Page) -> Iterator[tuple[str, str]]:
    for node, _ in json_ld.placed((*page.json_ld, *page.microdata)):
        for value in as_list(node.get("merchantReturnDays")):
            number = read_number(schema_values.text(value) if isinstance(value, dict) else value)
            if number is not None and 1 < number <= _LONGEST_RETURN:
                yield f"{number:g}", f"merchantReturnDays: {number:g}"


def _matches(
    sentences: Sequence[str], about: re.Pattern[str], patterns: Sequence[re.Pattern[str]]
) -> Iterator[tuple[str, re.Match[str]]]:
    """Sentences that one of *patterns* is found in, with where; only so many are looked at."""
    for sentence in islice(filter(about.search, sentences), _MOST_LOOKED_AT):
        match = next(filter(None, (pattern.search(sentence) for pattern in patterns)), None)
        if match:
            yield sentence, match


def _proof(sentence: str, match: re.Match[str]) -> str:
    """The sentence, or the part of a long one in which the fact stands."""
    if len(sentence) <= _LONGEST_PROOF:
        return sentence
    start = max(0, min(match.start() - _BEFORE, len(sentence) - _LONGEST_PROOF))
    return sentence[start : start + _LONGEST_PROOF].strip()
