"""Texts as numbers: how often each short run of letters and words occurs, by hashed place.

Places are hashes, not entries of a word list: what is learned of somebody's reviews holds none of
their words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix

from analysis.sentiment import MAX_CHARACTERS, sentiment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PLACES: Final = 2**18
"""Length of a text's row of counts. N-grams may share a place; too few do to be felt."""

SCORES: Final = 4
"""Numbers a lexicon's score is given as."""

_SHORTEST, _LONGEST = 2, 5
_PAIRING = 1_000_003
_WORDS_KEPT = 200_000
_LONGEST_KEPT = 30
_WORD_OR_MARK = re.compile(r"[^\W_]+|[^\w\s]")


class Featurizer:
    """Counts the character 2- to 5-grams and the word 1- and 2-grams of texts.

    Character n-grams stay within a word and its edges; a punctuation mark or emoji is a word. What
    a word holds is found out once.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, NDArray[np.int32]]] = {}

    def counts(self, texts: Sequence[str]) -> Any:  # a csr_matrix, which ships no types
        """One row a text, PLACES columns; of a long text only the first MAX_CHARACTERS count."""
        rows = [self._places(text) for text in texts]
        ends = np.cumsum([0, *map(len, rows)])
        places = np.concatenate([np.empty(0, np.int32), *rows])
        counts = csr_matrix(
            (np.ones(len(places), np.float32), places, ends), shape=(len(texts), PLACES)
        )
        counts.sum_duplicates()
        return counts

    def _places(self, text: str) -> NDArray[np.int32]:
        words = _WORD_OR_MARK.findall(text[:MAX_CHARACTERS].casefold())
        known = list(map(self._of_word, words))
        own = np.array([place for place, _ in known], np.int64)
        pairs = (own[:-1] * _PAIRING + own[1:]) % PLACES
        return np.concatenate([pairs.astype(np.int32), *(places for _, places in known)])

    def _of_word(self, word: str) -> tuple[int, NDArray[np.int32]]:
        """The word's own place; that again and those of its character n-grams."""
        known = self._known.get(word)
        if known is None:
            places = np.fromiter(map(_place, _grams(word)), np.int32)
            known = int(places[0]), places
            if len(self._known) < _WORDS_KEPT and len(word) <= _LONGEST_KEPT:
                self._known[word] = known
        return known


def scores_as_numbers(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """One row of SCORES numbers for each score: how much, how kind, and which word it comes to."""
    words = [sentiment(float(score)) for score in scores]
    columns = (
        scores,
        np.maximum(scores, 0),
        [word == "positive" for word in words],
        [word == "negative" for word in words],
    )
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def weighed(counts: Any, rarity: NDArray[np.float32]) -> Any:
    """TF-IDF rows of length 1: damped counts times how rare each place is.

    Places of no rarity (0.0) drop out.
    """
    rows = counts.copy()
    rows.data = (1 + np.log(rows.data)) * rarity[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    rows.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(rows.indptr))
    return rows


def _grams(word: str) -> list[str]:
    """The word itself, then its runs of letters, its edges among them: ``ok``, ``#<o``, ``#ok``."""
    edged = f"<{word}>"
    grams = [word]
    for size in range(_SHORTEST, min(_LONGEST, len(edged)) + 1):
        grams += [f"#{edged[start : start + size]}" for start in range(len(edged) - size + 1)]
    return grams


def _place(gram: str) -> int:
    # the same on every machine and in every version, unlike hash()
    return crc32(gram.encode("utf-8", "surrogatepass")) % PLACES
