"""Joins what several layers of one page say about its reviews, each review once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rivalscope.models import Review

_NOT_LETTERS = re.compile(r"[\W_]+")
# A layer may shorten texts; from this length on a beginning tells which text it is.
_TELLING_LENGTH = 24
_MOST_COMPARED = 50


def folded(text: str) -> str:
    """Letters and digits of *text* in lower case: what survives another layer's formatting."""
    return _NOT_LETTERS.sub(" ", text).strip().casefold()


def joined(preferred: Iterable[Review], others: Iterable[Review]) -> tuple[Review, ...]:
    """Reviews of two layers, each once, in the order of *preferred*.

    Where both layers have a review, the text is the preferred layer's, and what that lacks comes
    from the other one.
    """
    first, second = _distinct(preferred), _distinct(others)
    if not first or not second:
        return _with_honest_ids(first or second)
    left = dict(enumerate(second))
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, candidate in left.items():
        for key in _keys(candidate):
            by_key[key].append(number)
    merged: list[Review] = []
    for candidate in first:
        match = _match(candidate, left, by_key)
        merged.append(_completed(candidate, match) if match else candidate)
    merged.extend(left.values())
    return _with_honest_ids(merged)


def _match(
    candidate: Review, left: dict[int, Review], by_key: dict[str, list[int]]
) -> Review | None:
    """The same review among those *left*, taken out of them; None where there is none."""
    for key in _keys(candidate):
        for number in by_key.get(key, [])[:_MOST_COMPARED]:
            if number in left and _same(candidate, left[number]):
                return left.pop(number)
    return None


def _keys(review: Review) -> list[str]:
    """What two layers' versions of one review have in common: the id, or how the text begins."""
    texts = (
        folded(text[: 3 * _TELLING_LENGTH])[:_TELLING_LENGTH] for text in (review.body, review.text)
    )
    named = [f"#{review.native_id}"] if review.native_id else []
    return [*named, *dict.fromkeys(filter(None, texts))]


def _distinct(reviews: Iterable[Review]) -> list[Review]:
    """*reviews* without repetitions: the same text, stars and day from the same person."""
    kept: dict[tuple[object, ...], Review] = {}
    for review in reviews:
        key: tuple[object, ...] = (
            review.body,
            review.title,
            review.rating,
            review.published_on,
            _author(review),
        )
        known = kept.get(key)
        if known and _have_own_ids(known, review):
            key = (*key, review.native_id)
            known = kept.get(key)
        kept[key] = _completed(known, review) if known else review
    return list(kept.values())


def _author(review: Review) -> str:
    return (review.author or "").casefold()


def _have_own_ids(one: Review, other: Review) -> bool:
    return None not in {one.native_id, other.native_id} and one.native_id != other.native_id


def _same(left: Review, right: Review) -> bool:
    if left.native_id and left.native_id == right.native_id:
        return True
    if left.author and right.author and _author(left) != _author(right):
        return False
    if left.published_on and right.published_on and left.published_on != right.published_on:
        return False
    return _same_text(folded(left.text), folded(right.text)) or _same_text(
        folded(left.body), folded(right.body)
    )


def _same_text(left: str, right: str) -> bool:
    if left == right:
        return bool(left)
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= _TELLING_LENGTH and longer.startswith(shorter)


def _completed(review: Review, other: Review) -> Review:
    """*review* with the gaps filled from *other*; its text stays, unless *other* has more of it."""
    shortened = other.body.startswith(review.body.rstrip(" .…")) and len(other.body) > len(
        review.body
    )
    dated = review if review.published_at else other
    rated = review if review.rating is not None else other
    return replace(
        review,
        body=other.body if shortened else review.body,
        title=review.title or other.title,
        native_id=review.native_id or other.native_id,
        rating=rated.rating,
        rating_max=rated.rating_max,
        published_at=dated.published_at,
        date_precision=dated.date_precision,
        language=review.language or other.language,
        verified=other.verified if review.verified is None else review.verified,
        reply=review.reply or other.reply,
        url=review.url or other.url,
        author=review.author or other.author,
    )


def _with_honest_ids(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """*reviews* without ids that several of them carry: such an id names something else."""
    uses = Counter(review.native_id for review in reviews if review.native_id)
    if len(uses) == uses.total():
        return tuple(reviews)
    return tuple(
        replace(review, native_id=None)
        if review.native_id and uses[review.native_id] > 1
        else review
        for review in reviews
    )
