"""Learning from the user's own stars: when to, what came of it, and who decides each sentiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.learning import VERSION
from analysis.sentiment import sentiment
from rivalscope import clock
from rivalscope.errors import StorageError
from rivalscope.models import Lesson
from rivalscope.storage import LEXICON, Decided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.learning.model import LearnedSentiment
    from rivalscope.pipeline.watch import Watch
    from rivalscope.storage import Store

FEWEST = 200
"""Starred reviews of a language from which on learning is tried."""
FEWEST_OF_A_LANGUAGE = {"sw": 500}
"""Where the first engine's score helps the learner less."""
MOST = 10_000
"""More are not learned from: they teach nothing more, and take memory and minutes."""
_ENOUGH_NEW = 1.2
_ENOUGH_GONE = 0.8


def learn(store: Store, *, knowledge: str, engines: Mapping[str, str], watch: Watch) -> None:
    """Tries to learn each language that has enough stars and enough of them new.

    *knowledge*: version of what the texts were understood with, since the first engine's score is
    part of what is learned from; *engines*: language -> that engine, where it is not the lexicon.
    Nothing is fitted, nor written, where nothing is due.
    """
    made_with = f"{knowledge} learning-{VERSION}"
    starred, lessons = store.lessons.starred(), store.lessons.latest()
    for language in sorted({*starred, *lessons}):
        count, last = starred.get(language, 0), lessons.get(language)
        fewest = FEWEST_OF_A_LANGUAGE.get(language, FEWEST)
        may_lose_model = last is not None and last.engine is not None
        if _is_due(last, count, made_with) and (count >= fewest or may_lose_model):
            watch.stage(f"learn {language}", None)
            first = engines.get(language, LEXICON)
            _learn(store, language, starred=count, fewest=fewest, made_with=made_with, first=first)


def decide(store: Store, *, engines: Mapping[str, str], watch: Watch) -> int:
    """Lets each text's sentiment be decided by whom it should; says how many changed hands.

    A learned model decides texts of its language on the platforms it learned from; all others the
    language's first engine, which is the lexicon where *engines* names no other. Killed halfway
    it is simply called again; where nothing is new, nothing is written.
    """
    lessons = store.lessons.latest()
    count = 0
    for language in sorted({*lessons, *store.opinions.languages()}):
        lesson = lessons.get(language)
        platforms = lesson.platforms if lesson else ()
        first = engines.get(language, LEXICON)
        count += _give_back(store, language, platforms=platforms, first=first)
        if lesson and lesson.engine:
            count += _ask_model(store, lesson, watch=watch)
    return count


def _is_due(last: Lesson | None, starred: int, made_with: str) -> bool:
    if last is None or last.made_with != made_with:
        return True
    return starred >= last.starred * _ENOUGH_NEW or starred <= last.starred * _ENOUGH_GONE


def _learn(
    store: Store, language: str, *, starred: int, fewest: int, made_with: str, first: str
) -> None:
    # ruff: ignore[import-outside-top-level] - scikit-learn takes a second to load
    from analysis.learning.lessons import learn as learn_from

    taught = learn_from(store.lessons.sample(language, most=MOST), fewest=fewest, first=first)
    lesson = Lesson(
        language=language,
        learned_at=clock.now(),
        starred=starred,
        engine=taught.model.version if taught.model else None,
        platforms=taught.platforms,
        made_with=made_with,
        figures=taught.figures,
    )
    store.lessons.save(lesson, taught.model.to_bytes() if taught.model else None)


def _give_back(store: Store, language: str, *, platforms: tuple[str, ...], first: str) -> int:
    count = 0
    for batch in store.opinions.overstepping(language, platforms=platforms, first=first):
        decided = [
            Decided(
                review=text.review,
                sentiment=sentiment(text.score),
                score=text.score,
                confidence=None,
            )
            for text in batch
        ]
        store.opinions.save(decided, engine=first)
        count += len(batch)
    return count


def _ask_model(store: Store, lesson: Lesson, *, watch: Watch) -> int:
    engine = lesson.engine or LEXICON
    model: LearnedSentiment | None = None
    count = 0
    for batch in store.opinions.outdated(
        lesson.language, engine=engine, platforms=lesson.platforms
    ):
        if model is None:
            watch.stage(f"sentiment {lesson.language}", None)
            model = _load(store, engine)
        opinions = model.opinions([text.body for text in batch], [text.score for text in batch])
        decided = [
            Decided(
                review=text.review,
                sentiment=opinion.sentiment,
                score=opinion.score,
                confidence=opinion.confidence,
            )
            for text, opinion in zip(batch, opinions, strict=True)
        ]
        store.opinions.save(decided, engine=engine)
        count += len(batch)
        watch.step(f"{count} texts", advance=len(batch))
    return count


def _load(store: Store, engine: str) -> LearnedSentiment:
    # ruff: ignore[import-outside-top-level] - NumPy and SciPy take a while to load
    from analysis.learning.model import BadModelError, LearnedSentiment

    try:
        return LearnedSentiment.from_bytes(store.lessons.find_model(engine) or b"")
    except BadModelError as error:
        message = f"what was learned from stars ({engine}) is damaged: {error}"
        raise StorageError(message) from error
