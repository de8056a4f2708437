"""What was learned from stars, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.models import Lesson


def lesson_name(lesson: Lesson) -> str:
    """What the line is about: ``sentiment, cs``."""
    return f"sentiment, {lesson.language}"


def lesson_text(lesson: Lesson) -> str:
    """Who decides the sentiment of a language, and on what grounds, in one line."""
    figures = lesson.figures
    stars = f"{figures.rows:,} starred reviews"
    checked = (
        f"macro-F1 of negative and positive {figures.learned_f1:.2f}, {figures.first}"
        f" {figures.lexicon_f1:.2f}, on {figures.held_back} held back"
        if figures.learned_f1 is not None and figures.lexicon_f1 is not None
        else "not tried"
    )
    day = lesson.learned_at.date()
    if figures.accepted:
        return f"learned from {stars} on {day} ({checked}; model {lesson.engine})"
    return f"{figures.first}; not learned from {stars} on {day}: {figures.reason} ({checked})"
