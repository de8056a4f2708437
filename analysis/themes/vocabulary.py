"""Which elements of the cues a single word satisfies, worked out once per distinct word."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import ahocorasick
import Stemmer

from analysis.themes.cues import NUMBER, Kind
from analysis.themes.tokens import fold, lower, spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from analysis.themes.cues import Element

Elements = tuple[tuple[int, bool], ...]
"""(element, negated by a prefix of the word) of everything a word satisfies, in order."""

_FIRST, _LAST = "\x02", "\x03"
_MIN_NEGATED = 3  # letters left after a negation prefix; shorter rests are other words


class Vocabulary:
    """The elements of all cues of one language, numbered, and the words that satisfy them.

    Wildcards live in one Aho-Corasick automaton over the folded word between two edge marks; stems
    and exact forms in dictionaries. A stem is compared twice, with accents before stemming and
    without, so that words typed without accents are found (Snowball's rules need the accents). An
    exact form keeps its accents: a word may lack some of them, but have no others ("seria" may be
    "sería" typed in haste, "sería" is never "seria").
    """

    def __init__(self, *, stemmer: str | None, negation_prefixes: Sequence[str]) -> None:
        self._stem: Callable[[str], str] = (
            Stemmer.Stemmer(stemmer).stemWord if stemmer else lambda word: word
        )
        self._prefixes = tuple(fold(prefix) for prefix in negation_prefixes)
        self._inflects_in_front = stemmer is None
        self._numbers: dict[Element | frozenset[str], int] = {}
        self._free = count()
        self._by_stem: dict[str, list[int]] = {}
        self._forms: dict[str, list[tuple[str, int]]] = {}  # folded -> (as written, element)
        self._open = ahocorasick.Automaton()

    def number(self, element: Element) -> int | None:
        """Number of an element; None where it was never added."""
        return self._numbers.get(element)

    def add(self, element: Element) -> int:
        """Number of a new element, the same as of those that compare the same way."""
        number = self._numbers[element] = self._added(element)
        return number

    def elements(self, word: str) -> Elements:
        """What a word satisfies."""
        folded = fold(word)
        found = dict.fromkeys(self._plain(word, folded), False)
        for number, start in self._open_hits(folded):
            negated = self._is_prefix_before(folded, start)
            found[number] = found.get(number, True) and negated
        for prefix in self._prefixes:
            if folded.startswith(prefix) and len(word) >= len(prefix) + _MIN_NEGATED:
                for number in self._all(word[len(prefix) :]):
                    found.setdefault(number, True)
        return tuple(sorted(found.items()))

    def _added(self, element: Element) -> int:
        if element.kind is Kind.STEM:
            stems = frozenset(self._stems(element.text, fold(element.text)))
            known = self._numbers.get(stems)
            if known is not None:
                return known
            number = self._numbers[stems] = next(self._free)
            for stem in stems:
                self._by_stem.setdefault(stem, []).append(number)
            return number
        number = next(self._free)
        if element.kind is Kind.FORM:
            form = spelling(element.text)
            self._forms.setdefault(fold(element.text), []).append((form, number))
        elif element is not NUMBER:
            key = _open_key(element)
            at_front = element.kind is Kind.BEGINS
            held = self._open.get(key, ())
            self._open.add_word(key, (*held, (number, len(key), at_front)))
        return number

    def _plain(self, word: str, folded: str) -> Iterator[int]:
        if word[0].isdigit() and NUMBER in self._numbers:
            yield self._numbers[NUMBER]
        for stem in self._stems(word, folded):
            yield from self._by_stem.get(stem, ())
        for form, number in self._forms.get(folded, ()):
            if _may_be(spelling(word), form):
                yield number

    def _all(self, word: str) -> Iterator[int]:
        folded = fold(word)
        yield from self._plain(word, folded)
        for number, _ in self._open_hits(folded):
            yield number

    def _stems(self, word: str, folded: str) -> set[str]:
        lowered = lower(word)
        without = self._stem(folded)
        return {without, fold(without if lowered == folded else self._stem(lowered))}

    def _open_hits(self, folded: str) -> Iterator[tuple[int, int]]:
        """(element, where its letters begin) of wildcards."""
        if not self._open:
            return
        if self._open.kind != ahocorasick.AHOCORASICK:  # words were added
            self._open.make_automaton()
        for last, hits in self._open.iter(f"{_FIRST}{folded}{_LAST}"):
            for number, length, at_front in hits:
                yield number, 0 if at_front else last - length

    def _is_prefix_before(self, folded: str, start: int) -> bool:
        """Whether a wildcard's letters follow a negation prefix.

        At once, in languages that inflect at the end (Czech ``nej-`` begins like ``ne-`` and
        negates nothing); anywhere later where more prefixes stand between (``ha-tu-ku-subiri``).
        """
        if self._inflects_in_front:
            return any(folded.startswith(p) and start >= len(p) for p in self._prefixes)
        return any(folded.startswith(p) and start == len(p) for p in self._prefixes)


def _may_be(word: str, form: str) -> bool:
    """Whether each letter of a word is that of a form, or that without its accent."""
    pairs = zip(word, form, strict=False)
    return len(word) == len(form) and all(ours in {theirs, fold(theirs)} for ours, theirs in pairs)


def _open_key(element: Element) -> str:
    folded = fold(element.text)
    first = _FIRST if element.kind is Kind.BEGINS else ""
    last = _LAST if element.kind is Kind.ENDS else ""
    return f"{first}{folded}{last}"
