"""Takes out of reviews what must not be kept with them: names, and personal numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crawler.privacy.greetings import NAME, without_greeted
from crawler.privacy.pseudonyms import TooManyPlaces, replaced
from rivalscope.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crawler.privacy.pseudonyms import Names
    from rivalscope.models import Review

#: An author as stored pages name them.
_PSEUDONYM = re.compile(r"author-[0-9a-f]{16}")
_PROFILE = re.compile(
    r"/@|mailto:|/(?:users?|u|profiles?|authors?)/(?!\d+(?:[/?#]|$))", re.IGNORECASE
)


def redacted_reviews(reviews: Sequence[Review], names: Names) -> tuple[Review, ...]:
    """*reviews* without personal numbers and without *names*, those of their page's authors.

    A name becomes ``[name]``: a full one wherever it stands, any word of an author's in the reply
    that greets them. An address that holds a name is left out; an id becomes a digest of itself.
    """
    joined = "\0".join(text for one in reviews for text in _texts(one))
    named = "author-" in joined or _holds(names, joined)
    clean = (lambda text: redacted(_without_names(text, names))) if named else redacted
    return tuple(_redacted(review, names, clean) for review in reviews)


def _texts(review: Review) -> Sequence[str]:
    reply = review.reply.body if review.reply else ""
    return (review.title or "", review.body, reply)


def _holds(names: Names, text: str) -> bool:
    try:
        return bool(names.in_sentences(text))
    except TooManyPlaces:
        return True


def _without_names(text: str, names: Names) -> str:
    if "author-" in text:
        text = _PSEUDONYM.sub(NAME, text)
    try:
        return replaced(text, names.in_sentences(text), lambda _: NAME)
    except TooManyPlaces:
        return NAME  # made to hide something: nobody knows what is left


def _redacted(review: Review, names: Names, clean: Callable[[str], str]) -> Review:
    title = clean(review.title) if review.title else review.title
    body, reply = clean(review.body), review.reply
    if reply:
        greeted = without_greeted(reply.body, review.author) if review.author else reply.body
        text = clean(greeted)
        reply = reply if text == reply.body else replace(reply, body=text)
    url, native_id = _address(review.url, names), review.native_id
    if native_id and _is_personal(native_id, names):
        native_id = blake2b(native_id.encode("utf-8", "replace"), digest_size=16).hexdigest()
    same = body is review.body and title is review.title and reply is review.reply
    if same and url is review.url and native_id is review.native_id:
        return review
    return replace(review, title=title, body=body, reply=reply, url=url, native_id=native_id)


def _address(url: str | None, names: Names) -> str | None:
    return None if url and _is_personal(url, names) else url


def _is_personal(address: str, names: Names) -> bool:
    """Whether it leads to a person, or holds the name of one."""
    return bool(_PROFILE.search(address)) or ("/" in address and _holds(names, address))
