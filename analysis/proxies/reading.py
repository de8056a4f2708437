"""From one review to the signals in it: effort, and other brands with a move or without one."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from analysis.lazy import Lazy
from analysis.proxies.masking import Masked
from analysis.proxies.names import Names
from analysis.proxies.notation import parse_phrase
from analysis.sentiment.senses import alphabet_of
from analysis.themes.cues import parse_cue
from analysis.themes.matcher import Match, Matcher
from rivalscope.models import ProxySignal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analysis.themes.cues import Cue
    from rivalscope.models import Brand, Lexicon, ProxyPhrases, Text
    from rivalscope.models import ProxyKind as Kind

VERSION = "1"
"""Raised by hand whenever the same phrases and names would make something else of a text."""

MAX_CHARACTERS = 5_000
"""Of a text, as the themes read it."""


class _Role(Enum):
    """What a cue is for."""

    EFFORT = "effort"
    LEAVING = "leaving"
    COMING = "coming"
    EXCLUDE = "exclude"
    NEGATOR = "negator"
    BREAK = "break"


class ProxyReader:
    """Reads the reviews of one market for what the proxies count."""

    def __init__(
        self,
        brands: Sequence[Brand],
        phrases: Mapping[str, ProxyPhrases],
        lexicons: Mapping[str, Lexicon],
    ) -> None:
        """Languages need both phrases and a lexicon, which knows the stemmer and what negates."""
        languages = [code for code in phrases if code in lexicons]
        self._readers = Lazy(
            languages, lambda code: _LanguageReader(brands, phrases[code], lexicons[code])
        )

    def signals(self, text: Text, *, language: str, brand: str) -> tuple[ProxySignal, ...]:
        """What a review of *brand* says: at most one signal of each kind and brand, the first.

        Nothing in a language without phrases. ``body[start:end] == quote`` for each.
        """
        reader = self._readers.get(language)
        return tuple(reader.signals(text.body[:MAX_CHARACTERS], brand)) if reader else ()


class _LanguageReader:
    """Reads the reviews of one language."""

    def __init__(self, brands: Sequence[Brand], phrases: ProxyPhrases, lexicon: Lexicon) -> None:
        self._names = Names(brands, phrases)
        self._scope = lexicon.negation_scope
        self._alphabet = alphabet_of(lexicon)
        self._matcher = Matcher(_cues(phrases, lexicon), self._alphabet)

    def signals(self, body: str, brand: str) -> Iterator[ProxySignal]:
        text = Masked(body, names=self._names, reviewed=brand)
        matches = self._matcher.matches(self._alphabet.spelled(text.words))
        said = list(_said(matches, text, scope=self._scope))
        effort = next((match for match in said if match.value is _Role.EFFORT), None)
        if effort:
            yield _signal("effort", brand, text, effort.start, effort.end)
        moves = _moves(said, text)
        for (kind, rival), match in moves.items():
            yield _signal(kind, rival, text, match.start, match.end)
        moved = {rival for _, rival in moves}
        for rival, place in text.first_places().items():
            if rival not in moved:
                yield _signal("compared", rival, text, place, place + 1)


def _cues(phrases: ProxyPhrases, lexicon: Lexicon) -> Iterator[tuple[Cue, _Role]]:
    for role, sources in (
        (_Role.EFFORT, phrases.effort),
        (_Role.LEAVING, phrases.leaving),
        (_Role.COMING, phrases.coming),
        (_Role.EXCLUDE, phrases.exclude),
    ):
        yield from ((parse_phrase(source), role) for source in sources)
    for role, sources in (
        (_Role.NEGATOR, lexicon.negators),
        (_Role.BREAK, (*lexicon.contrast, *lexicon.conjunctions)),
    ):
        yield from ((parse_cue(source), role) for source in sources)


def _said(matches: Sequence[Match[_Role]], text: Masked, *, scope: int) -> Iterator[Match[_Role]]:
    """What is meant: neither excluded nor denied, in the order of the text."""
    roles: dict[_Role, list[Match[_Role]]] = {role: [] for role in _Role}
    for match in matches:
        roles[match.value].append(match)
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if (
            match.value in {_Role.EFFORT, _Role.LEAVING, _Role.COMING}
            and not match.negated
            and not _excluded(match, roles[_Role.EXCLUDE])
            and not any(
                _denies(negator, match, text, breaks=roles[_Role.BREAK], scope=scope)
                for negator in roles[_Role.NEGATOR]
            )
        ):
            yield match


def _excluded(match: Match[_Role], exclusions: Iterable[Match[_Role]]) -> bool:
    """Whether an exclusion touches a match that doesn't say all of it and more."""
    return any(
        one.start < match.end
        and match.start < one.end
        and not (match.start <= one.start and one.end <= match.end and match.length > one.length)
        for one in exclusions
    )


def _denies(
    negator: Match[_Role],
    match: Match[_Role],
    text: Masked,
    *,
    breaks: Iterable[Match[_Role]],
    scope: int,
) -> bool:
    """Whether a negator stands in reach before a match, with no pause or joining word between."""
    between = range(negator.end, match.start)
    if negator.end > match.start or len(between) >= scope:
        return False
    return all(map(text.is_word, between)) and not any(one.start in between for one in breaks)


def _moves(said: Iterable[Match[_Role]], text: Masked) -> dict[tuple[Kind, str], Match[_Role]]:
    """(kind, brand) -> the first phrase that says so.

    A phrase that reaches over two brands ("from A to B", both rivals of the reviewed one) is of
    neither, and so is what it covers.
    """
    phrases = [match for match in said if match.value in {_Role.LEAVING, _Role.COMING}]
    unclear = [match for match in phrases if len(text.brands(match.start, match.end)) > 1]
    moves: dict[tuple[Kind, str], Match[_Role]] = {}
    for match in phrases:
        covered = any(one.start <= match.start and match.end <= one.end for one in unclear)
        kind: Kind = "leaving" if match.value is _Role.LEAVING else "coming"
        for rival in () if covered else text.brands(match.start, match.end):
            moves.setdefault((kind, rival), match)
    return moves


def _signal(kind: Kind, brand: str, text: Masked, start: int, end: int) -> ProxySignal:
    first, last = text.quoted(start, end)
    return ProxySignal(kind=kind, brand=brand, start=first, end=last, quote=text.body[first:last])
