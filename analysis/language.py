"""Tell the language of a text, or that it is none of those we can read."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING

from analysis.likelihood import likelihood
from analysis.sentiment.masks import without_addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from py3langid.langid import LanguageIdentifier as Model

UNKNOWN = "unknown"

MIN_LETTERS = 20
"""Below this the identifier guesses, and the source's own language is the better guide."""

SAMPLE_CHARACTERS = 120
"""What is read of a text: more makes the answer slower, not better."""

MAX_MARGIN = 1.5
"""How much likelier another language may be, in log likelihood per root of a byte.

Short texts in one of our languages are now and then taken for a neighbor by less than that; texts
in a language we don't know lie further off: 1.8 (Portuguese, beside Spanish) to 40 (Japanese).
"""


SURE_LEAD = 5.0
"""How much likelier than our next language a short text must be, in log likelihood, to be told
without a hint ("very good" leads by 15, "super" by 1)."""


TELLTALES = 2
TELLTALE_SHARE = 1 / 8
"""So many different telltale words of one language and of no other, and at least this share of all
words, tell it without asking the model."""


class LanguageIdentifier:
    """Knows the languages of one configuration; instances don't touch each other.

    The model (py3langid, some 140 languages) is loaded with the first text whose words don't tell,
    once for all instances.
    """

    def __init__(
        self, languages: Sequence[str], *, telltales: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """*telltales*: language -> frequent words that no related language has."""
        self._languages = frozenset(languages)
        self._told_by = {
            word: language for language, words in (telltales or {}).items() for word in words
        }

    def identify(self, text: str, *, hint: str | None = None) -> str:
        """One of the configured languages, or ``unknown``.

        ``hint`` is the language of the source: taken for texts under 20 letters, if it is one of
        ours, and for no other; without it such a text must be beyond doubt. Without any letter a
        text has no language.
        """
        sample = _sample(text)
        letters = _count_letters(sample)
        if not letters:
            return UNKNOWN
        if letters >= MIN_LETTERS:
            return self._told(sample) or self._most_likely(sample)
        return hint if hint in self._languages and hint else self._beyond_doubt(sample)

    def _told(self, sample: str) -> str | None:
        """The language its own words tell; None where they don't, or tell of two."""
        words = sample.lower().split()
        found = self._told_by.keys() & words
        if len(found) < max(TELLTALES, TELLTALE_SHARE * len(words)):
            return None
        languages = {self._told_by[word] for word in found}
        return languages.pop() if len(languages) == 1 else None

    def _most_likely(self, sample: str) -> str:
        best, log_likelihood = likelihood().most_likely(sample)
        if best in self._languages:
            return best
        if self._ours is None:
            return UNKNOWN
        ours, our_likelihood = self._ours.classify(sample)
        margin = (log_likelihood - our_likelihood) / sqrt(len(sample.encode(errors="replace")))
        return str(ours) if margin <= MAX_MARGIN else UNKNOWN

    def _beyond_doubt(self, sample: str) -> str:
        """The language of a short text where none of our others comes near."""
        answer = self._most_likely(sample)
        if answer == UNKNOWN or self._ours is None:
            return UNKNOWN
        likelihoods = [likelihood for _, likelihood in self._ours.rank(sample)]
        sure = len(likelihoods) == 1 or likelihoods[0] - likelihoods[1] >= SURE_LEAD
        return answer if sure else UNKNOWN

    @cached_property
    def _ours(self) -> Model | None:
        """The same model, restricted to our languages; None where it knows none of them."""
        known = self._languages.intersection(likelihood().model.labels)
        if not known:
            return None
        restricted = copy(likelihood().model)
        restricted.set_languages(sorted(known))
        return restricted


def is_short(text: str) -> bool:
    """Whether a text has letters, but too few to tell its language by."""
    return 0 < _count_letters(_sample(text)) < MIN_LETTERS


def _sample(text: str) -> str:
    return without_addresses(text[: 2 * SAMPLE_CHARACTERS])[:SAMPLE_CHARACTERS]


def _count_letters(sample: str) -> int:
    beginning = sum(map(str.isalpha, sample[: 2 * MIN_LETTERS]))
    return beginning if beginning >= MIN_LETTERS else sum(map(str.isalpha, sample))
