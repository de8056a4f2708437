"""Takes the questions of a review form out of the answers, where a site prints both as one text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import Review

_QUESTION = re.compile(r"(?:^|(?<=[.!?…\n]))\s*([^.!?…\n]{8,140}\?)")
_FEWEST = 3
_SHARE = 0.5
_MOST_READ = 5000


def without_prompts(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """*reviews* without the questions that half of them, and at least three, repeat word by word.

    "What do you dislike?" is the form's, not the customer's, and would count as a dislike.
    """
    asking = [review for review in reviews if "?" in review.body]
    if len(asking) < _FEWEST:
        return tuple(reviews)
    uses = Counter(question for review in asking for question in set(_questions(review.body)))
    fewest = max(_FEWEST, _SHARE * len(reviews))
    prompts = [question for question, count in uses.items() if count >= fewest]
    if not prompts:
        return tuple(reviews)
    return tuple(replace(review, body=_without(review.body, prompts)) for review in reviews)


def _questions(body: str) -> list[str]:
    return _QUESTION.findall(body[:_MOST_READ])


def _without(body: str, prompts: Sequence[str]) -> str:
    for prompt in prompts:
        body = body.replace(prompt, "\n\n")
    lines = (line.strip() for line in body.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
