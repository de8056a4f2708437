"""An FAQ as it stands, and what changed in it: only what two successful fetches have shown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rivalscope.models import CONFIRMING_FETCHES, FaqChange, FaqPair
from rivalscope.text import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rivalscope.models import SeenAnswer, Understanding

    Understand = Callable[[str], Understanding]
    """Reads a question, an answer or a sentence of one."""


def pairs(answers: Iterable[SeenAnswer], understand: Understand) -> tuple[FaqPair, ...]:
    """The questions that stand there now, as they are answered, by brand, source and question.

    A blank answer answers nothing and is left out.
    """
    found = (_pair(chain, understand) for chain in _chains(answers))
    return tuple(pair for pair in found if pair)


def changes(answers: Iterable[SeenAnswer], understand: Understand) -> tuple[FaqChange, ...]:
    """Every confirmed change, newest first.

    An answer that was gone again at the next fetch was none, and what stood there when an FAQ was
    first read is no news. A question that two complete fetches miss is gone.
    """
    found = [change for chain in _chains(answers) for change in _changes(chain, understand)]
    return tuple(sorted(found, key=lambda one: (-one.on.toordinal(), one.brand, one.question)))


def themes_in(question: str, answer: str, understand: Understand) -> tuple[str, ...]:
    """Themes that either speaks of, sorted: a gap is told only where neither has a word on it."""
    told = (understand(text) for text in (question, answer))
    return tuple(sorted({mention.theme for one in told for mention in one.mentions}))


def _chains(answers: Iterable[SeenAnswer]) -> Iterator[Sequence[SeenAnswer]]:
    """The answers to each question, the oldest first."""
    ordered = sorted(answers, key=lambda one: (*_question(one), one.since))
    for _, chain in groupby(ordered, key=_question):
        yield tuple(chain)


def _question(answer: SeenAnswer) -> tuple[str, str, str]:
    return answer.brand, answer.source, answer.question


def _pair(chain: Sequence[SeenAnswer], understand: Understand) -> FaqPair | None:
    now = chain[-1]
    if now.until or not now.answer.strip():
        return None
    days = [since.since.date() for before, since in _turns(chain) if before]
    return FaqPair(
        brand=now.brand,
        question=now.question,
        answer=now.answer,
        url=now.url,
        language=understand(now.answer).language,
        themes=themes_in(now.question, now.answer, understand),
        first_seen=chain[0].since.date(),
        changed_on=max(days, default=None),
    )


def _changes(chain: Sequence[SeenAnswer], understand: Understand) -> Iterator[FaqChange]:
    settled: SeenAnswer | None = None
    for before, after in _turns(chain):
        settled = after
        if before or not after.first:
            yield FaqChange(
                brand=after.brand,
                question=after.question,
                before=before.answer if before else None,
                after=after.answer,
                on=after.since.date(),
                url=after.url,
                themes=_subjects(after.question, after.answer, understand),
            )
    last = chain[-1]
    if settled and last.until and not last.replaced:
        yield FaqChange(
            brand=last.brand,
            question=last.question,
            before=settled.answer,
            after=None,
            on=last.until.date(),
            url=last.url,
            themes=_subjects(last.question, settled.answer, understand),
        )


def _subjects(question: str, answer: str, understand: Understand) -> tuple[str, ...]:
    """What a pair is about above all: its question says it, else its answer."""
    asked = {mention.theme for mention in understand(question).mentions}
    told = asked or {mention.theme for mention in understand(answer).mentions}
    return tuple(sorted(told))


def _turns(chain: Sequence[SeenAnswer]) -> Iterator[tuple[SeenAnswer | None, SeenAnswer]]:
    """Each settled answer with the settled one before it, where the two say different things."""
    before: SeenAnswer | None = None
    for answer in chain:
        settled = answer.first or answer.fetches >= CONFIRMING_FETCHES
        if settled and (before is None or wording(before.answer) != wording(answer.answer)):
            yield before, answer
            before = answer
