"""Asking people about mentions: what to ask, what an answer means, and answers given in a file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast, get_args

from analysis.precision import precisions
from analysis.themes.polarity import DISSATISFIED_TO, SATISFIED_FROM
from rivalscope import clock
from rivalscope.errors import UsageError
from rivalscope.models import Drawn, Judgment, Polarity
from rivalscope.settings.mistakes import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from rivalscope.models import MentionToJudge, ThemePrecision, Verdict
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
WRONG_THEME, SKIPPED, RIGHT = "wrong_theme", "skipped", "right"
ANSWERS = (RIGHT, WRONG_THEME, *POLARITIES, SKIPPED)
"""What may be said of a mention; a polarity says that the theme is right and which way it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which mentions somebody wants to judge."""

    drawn: Drawn
    theme: str | None
    language: str | None
    count: int


def mentions_to_judge(store: Store, wish: Wish) -> tuple[MentionToJudge, ...]:
    """The next mentions that nobody has judged, the same ones until somebody does."""
    return store.corrections.draw(
        drawn=wish.drawn,
        theme=wish.theme,
        language=wish.language,
        count=wish.count,
        satisfied=SATISFIED_FROM,
        dissatisfied=DISSATISFIED_TO,
    )


def judgment(one: MentionToJudge, answer: str) -> Judgment:
    """What *answer*, one of ANSWERS, says of a mention."""
    mention = one.mention
    return _judgment(
        one.review,
        mention.theme,
        mention.quote,
        tagged=mention.polarity,
        drawn=one.drawn,
        answer=answer,
    )


def tagging_precision(
    settings: Settings, store: Store, *, spoken: Collection[tuple[str, str]], version: str
) -> tuple[ThemePrecision, ...]:
    """How right the tagging is, for all *spoken* (theme, language), and all that was judged."""
    return precisions(
        store.corrections.sampled(),
        spoken,
        version=version,
        confidence=settings.thresholds.confidence,
    )


def questions(mentions: Iterable[MentionToJudge]) -> Iterator[str]:
    """A line of JSON for each mention, with an ``answer`` to be filled in."""
    for one in mentions:
        record = {
            "answer": None,
            "theme": one.mention.theme,
            "polarity": one.mention.polarity,
            "quote": one.mention.quote,
            "text": one.text,
            "language": one.language,
            "stars": one.stars,
            "rule": one.mention.rule,
            "doubt": one.doubt,
            "brand": one.brand,
            "drawn": one.drawn,
            "review": one.review,
        }
        yield json.dumps(record, ensure_ascii=False)


def read_answers(path: Path, *, themes: Collection[str]) -> list[Judgment]:
    """The judgments in a file of ``questions``; lines whose answer is still null are passed over.

    Raises UsageError with file and line of everything that is wrong.
    """
    found: dict[tuple[str, str, str], tuple[int, Judgment]] = {}
    mistakes: list[str] = []
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror or error}"
        raise UsageError(message) from error
    for number, line in enumerate(lines, start=1):
        try:
            one = _answered(line, themes) if line.strip() else None
        except ValueError as error:
            mistakes.append(f"{path}:{number}: {error}")
            continue
        if one is None:
            continue
        key = (one.review, one.theme, one.quote)
        earlier, same = found.setdefault(key, (number, one))
        if (same.verdict, same.polarity) != (one.verdict, one.polarity):
            mistakes.append(
                f"{path}:{number}: the same mention is answered otherwise in line {earlier}"
            )
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return [one for _, one in found.values()]


def _answered(line: bytes, themes: Collection[str]) -> Judgment | None:
    """The judgment in one line; raises ValueError, in words, where it holds no question."""
    row = _record(line)
    if row.get("answer") is None:
        return None
    for name, allowed in (
        ("answer", ANSWERS),
        ("polarity", POLARITIES),
        ("drawn", get_args(Drawn)),
        ("theme", tuple(themes)),
    ):
        if row.get(name) not in allowed:
            hint = did_you_mean(str(row.get(name)), allowed)
            known = "" if name == "theme" else f" (must be {', '.join(allowed)})"
            message = f"{name} is {row.get(name)!r}{hint}{known}"
            raise ValueError(message)
    for name in ("review", "quote"):
        if not isinstance(row.get(name), str) or not row[name]:
            message = f"{name} is {row.get(name)!r}, not a text"
            raise ValueError(message)
    return _judgment(
        row["review"],
        row["theme"],
        row["quote"],
        tagged=row["polarity"],
        drawn=row["drawn"],
        answer=row["answer"],
    )


def _record(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise ValueError(message) from error
    if not isinstance(row, dict):
        message = "not a JSON object"
        raise ValueError(message)  # ruff: ignore[type-check-without-type-error] - a value of the file
    return row


def _judgment(
    review: str, theme: str, quote: str, *, tagged: Polarity, drawn: Drawn, answer: str
) -> Judgment:
    polarity: Polarity | None = None
    verdict = cast("Verdict", answer)
    if answer in {RIGHT, tagged}:
        verdict, polarity = "right", tagged
    elif answer in POLARITIES:
        verdict, polarity = "wrong_polarity", answer
    return Judgment(
        review=review,
        theme=theme,
        quote=quote,
        tagged=tagged,
        verdict=verdict,
        polarity=polarity,
        drawn=drawn,
        judged_at=clock.now(),
    )
