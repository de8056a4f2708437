"""Find the names of a market's brands in a text, whole words with the endings of its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.themes.tokens import fold, is_word, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rivalscope.models import Brand, ProxyPhrases

_FEWEST_LETTERS = 2
"""Left of a name before an ending; a name shorter than that is never inflected."""

Forms = dict[str, str]
"""Folded form of a word -> the ending it carries."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a brand's name, piece by piece."""

    brand: str
    forms: tuple[Forms, ...]
    capital: bool
    """Written with a capital letter, so that in small letters it may be an everyday word."""


@dataclass(frozen=True, slots=True)
class NamedBrand:
    """A name in a text; ``start`` and ``end`` count its pieces."""

    start: int
    end: int
    brand: str
    ending: str


class Names:
    """The names and aliases of all brands of a market, as one language inflects them."""

    def __init__(self, brands: Iterable[Brand], phrases: ProxyPhrases) -> None:
        self._endings = frozenset(map(fold, phrases.endings))
        self._by_first: dict[str, list[Name]] = {}
        for brand in brands:
            for spelling in dict.fromkeys((brand.name, *brand.aliases)):
                self._add(brand.slug, spelling, phrases)
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name.forms))

    def found(
        self, body: str, words: Sequence[str], places: Sequence[tuple[int, int]]
    ) -> list[NamedBrand]:
        """Every name in the order of the text, the longest at each place; none overlap.

        *words* are the pieces of *body* and *places* their spans. A name that the configuration
        writes with a capital letter needs one in the text as well: brands are called Three and
        Orange.
        """
        found: list[NamedBrand] = []
        free = 0
        for start in range(len(words)):
            if start < free:
                continue
            named = self._named(start, words)
            if named:
                named = self._with_ending(named, body, words, places)
                found.append(named)
                free = named.end
        return found

    def _add(self, brand: str, spelling: str, phrases: ProxyPhrases) -> None:
        forms = tuple(_forms(piece, phrases) for piece in pieces(spelling))
        if not forms:
            return
        name = Name(brand, forms, capital=any(letter.isupper() for letter in spelling))
        for first in forms[0]:
            self._by_first.setdefault(first, []).append(name)

    def _named(self, start: int, words: Sequence[str]) -> NamedBrand | None:
        for name in self._by_first.get(fold(words[start]), ()):
            end = start + len(name.forms)
            written = words[start:end]
            if len(written) < len(name.forms) or (name.capital and not _has_capital(written)):
                continue
            if all(fold(word) in forms for word, forms in zip(written, name.forms, strict=True)):
                return NamedBrand(start, end, name.brand, name.forms[-1][fold(written[-1])])
        return None

    def _with_ending(
        self,
        named: NamedBrand,
        body: str,
        words: Sequence[str],
        places: Sequence[tuple[int, int]],
    ) -> NamedBrand:
        """The same with an ending that is written behind a hyphen: ``DHL-hez``."""
        if named.ending or named.end >= len(words):
            return named
        between = body[places[named.end - 1][1] : places[named.end][0]]
        ending = fold(words[named.end])
        if between not in {"-", "\u2010", "\u2011"} or ending not in self._endings:
            return named
        return NamedBrand(named.start, named.end + 1, named.brand, ending)


def _forms(piece: str, phrases: ProxyPhrases) -> Forms:
    folded = fold(piece)
    if not is_word(piece) or len(folded) < _FEWEST_LETTERS:
        return {folded: ""}
    return {**dict(_inflected(folded, phrases.endings, phrases.instead)), folded: ""}


def _inflected(
    word: str, endings: Iterable[str], instead: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str]]:
    for ending in map(fold, endings):
        yield word + ending, ending
    for last, others in instead.items():
        rest = word.removesuffix(fold(last))
        if rest != word and len(rest) >= _FEWEST_LETTERS:
            for ending in map(fold, others):
                yield rest + ending, ending


def _has_capital(words: Iterable[str]) -> bool:
    return any(letter.isupper() for word in words for letter in word)
