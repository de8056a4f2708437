"""What the words of a lexicon do in a text: charge, boost, negate, contrast or join."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from analysis.themes.alphabet import Alphabet
from analysis.themes.cues import Cue, parse_cue
from analysis.themes.matcher import Match, Matcher
from analysis.themes.overlaps import longest
from analysis.themes.tokens import pieces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from rivalscope.models import Lexicon


_NUANCES = re.compile(r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""Variation marks and skin tones, which change nothing of what an emoji is worth."""


class Role(Enum):
    """What a word or phrase does."""

    VALENCE = 0
    BOOSTER = 1
    NEGATOR = 2
    CONTRAST = 3
    CONJUNCTION = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry of a lexicon."""

    role: Role
    value: float
    """Valence or boost; 0.0 for the other roles."""
    cue: Cue
    rank: tuple[object, ...] = field(init=False, repr=False, compare=False)
    """Sorts the more exact entry before the others of one stretch of text."""

    def __post_init__(self) -> None:
        rank = (self.cue.looseness, self.role.value, self.value)
        object.__setattr__(self, "rank", rank)  # the way into a frozen instance


NOT_NEGATING: dict[str, tuple[str, ...]] = {
    "en": ("=not (only|just|merely)", "=no (doubt|wonder|less)", "=not (least|long ago)"),
    "cs": ("=ne (jen|pouze|méně)", "=není divu", "=ne tak dávno"),
    "de": ("=nicht (nur|bloß|weniger|zuletzt)",),
    "es": ("=no (solo|solamente|únicamente|menos)", "=no hace mucho"),
    "fr": ("=non (seulement|moins)", "=il n'y a pas longtemps"),
    "hu": ("=nem (csak|csoda|kevésbé)", "=nem olyan rég"),
    "pl": ("=nie (tylko|dziwota|mniej|raz)", "=nie tak dawno"),
    "ru": (
        *("=не (только|менее|хуже|раз|единожды)", "=не так давно", "=не (секрет|тайна)"),
        *("=не (могу|можем|может|могут|мог|могла|могло|могли) =не", "=нельзя =не"),
    ),
    "sw": ("=si (tu|hivyo tu)", "=sio tu"),
}
"""Negators that add rather than deny, and pairs that deny nothing ("не может не радовать"): their
phrase counts for nothing."""


ADDING: dict[str, tuple[str, ...]] = {
    "en": ("and", "plus"),
    "cs": ("a", "i"),
    "de": ("und", "u", "sowie"),
    "es": ("y", "e"),
    "fr": ("et",),
    "hu": ("és", "s", "valamint"),
    "pl": ("i", "a", "oraz"),
    "ru": ("и", "да"),
}
"""Conjunctions that go on with something else, so that a negator need not reach beyond them. None
in Swahili: its "na" is "with", too, and what one is not with one has not."""

LEADING_NEGATORS: dict[str, tuple[str, ...]] = {
    "cs": ("ne", "bez", "beze", "žádný", "aniž", "nijak", "nikterak"),
    "de": ("ohne", "weder", "statt", "anstatt", "weit entfernt von"),
    "fr": ("ni", "sans", "au lieu de", "loin d'être"),
    "hu": ("nem", "ne", "sem", "se", "anélkül", "aligha", "nemigen"),
    "nl": (),
    "pl": (
        *("nie", "bez", "żaden", "żadna", "żadne", "żadnego", "żadnej", "żadnych"),
        *("żadnym", "żadną", "ani", "mało", "niezbyt", "niekoniecznie", "niespecjalnie"),
        *("nieszczególnie", "bynajmniej", "pozbawion*", "daleko (mu|im|jej|tu|) do", "dalek* od"),
    ),
    "ru": (
        *("не", "ни", "без", "безо", "никакой", "никакая", "никакое", "никаких"),
        *("никакого", "никакие", "никакую", "нельзя", "вряд", "отнюдь", "отсутствие"),
    ),
}
"""Languages whose negator may close the clause it negates ("das gefällt mir nicht"), with those
that never do: they want something behind them ("toll, ohne (leider) Balkon")."""


AGREEING: dict[str, tuple[str, ...]] = {
    "cs": ("žádný", "nijak", "nikterak"),
    "es": ("ni", "ningún", "ninguno", "ninguna", "nada", "nadie", "nunca", "jamás", "tampoco"),
    "fr": ("ni", "aucun", "aucune", "aucuns", "rien", "jamais", "nullement", "aucunement"),
    "hu": ("sem", "se", "sincs", "sincsen", "sincsenek", "sosem", "sose"),
    "pl": (
        *("ani", "żaden", "żadna", "żadne", "żadnego", "żadnej", "żadnych", "żadnym", "żadną"),
        *("brak", "braku"),
    ),
    "ru": (
        *("ни", "нет", "нету", "никакой", "никакая", "никакое", "никаких", "никакого"),
        *("никакие", "никакую"),
    ),
    "sw": ("wala", "hakuna", "hamna"),
}
"""Languages of negative concord, with the negators that say "no" once more beside another ("нет ни
почты, ни чата"; M. Haspelmath in WALS, chapter 115): they turn no cue round that denies by itself,
and one that holds them is not turned round. Not so a verb's own "no": "nada que no sirva"."""


def senses(lexicon: Lexicon, roles: Collection[Role] = tuple(Role)) -> Iterator[Sense]:
    """Every word and phrase of a lexicon that has one of some roles.

    Raises CueSyntaxError for one that can't be read.
    """
    words = {source: value for source, value in lexicon.valence.items() if _is_words(source)}
    entries: dict[Role, Mapping[str, float]] = {
        Role.VALENCE: words,
        Role.BOOSTER: lexicon.boosters,
        Role.NEGATOR: dict.fromkeys(lexicon.negators, 0.0),
        Role.CONTRAST: dict.fromkeys(lexicon.contrast, 0.0),
        Role.CONJUNCTION: dict.fromkeys(lexicon.conjunctions, 0.0),
    }
    for role in roles:
        for source, value in entries[role].items():
            yield Sense(role, value, parse_cue(source))


def symbols(lexicon: Lexicon) -> dict[str, float]:
    """Emoji and emoticon -> valence: a lexicon may hold them among its words.

    Left out are emoticons that ``pieces`` does not see as one: "):" ends many a bracket.
    """
    bare = {_NUANCES.sub("", source): valence for source, valence in lexicon.valence.items()}
    return {
        source: valence
        for source, valence in bare.items()
        if not _is_words(source) and pieces(source) == [source]
    }


def _is_words(source: str) -> bool:
    """Whether an entry holds letters or digits beyond the one of ":D", ";P" and "<3"."""
    return sum(map(str.isalnum, source)) > any(mark in source for mark in ":;=<")


def additions(language: str) -> Iterator[Sense]:
    """The phrases of a language in which a negator denies nothing."""
    for source in NOT_NEGATING.get(language, ()):
        yield Sense(Role.VALENCE, 0.0, parse_cue(source))


def adds(sense: Sense, language: str) -> bool:
    """Whether an entry joins what negation need not hold for: "and", not "or"."""
    return sense.role is Role.CONJUNCTION and _bare(sense) in ADDING.get(language, ())


def may_close(sense: Sense, language: str) -> bool:
    """Whether an entry is a negator that may close the clause it negates."""
    leading = LEADING_NEGATORS.get(language)
    return sense.role is Role.NEGATOR and leading is not None and _bare(sense) not in leading


def agrees(sense: Sense, language: str) -> bool:
    """Whether an entry is a negator that agrees with another rather than deny it."""
    return sense.role is Role.NEGATOR and _bare(sense) in AGREEING.get(language, ())


def _bare(sense: Sense) -> str:
    return sense.cue.source.removeprefix("=")


def alphabet_of(lexicon: Lexicon) -> Alphabet:
    """A new alphabet for the language of a lexicon."""
    return Alphabet(stemmer=lexicon.stemmer, negation_prefixes=lexicon.negation_prefixes)


def matcher_of(entries: Iterable[Sense], alphabet: Alphabet) -> Matcher[Sense]:
    """A matcher for some of the entries of a lexicon."""
    return Matcher(((sense.cue, sense) for sense in entries), alphabet)


def chosen(matches: Iterable[Match[Sense]]) -> list[Match[Sense]]:
    """Those of a text that don't overlap, in its order: the longest first, then the most exact.

    They come as a matcher gives them, in the order of their starts.
    """
    picked: list[Match[Sense]] = []
    touching: list[Match[Sense]] = []
    reach = 0
    for match in matches:
        if match.start >= reach:
            picked += longest(touching, rank=_rank)
            touching = []
        touching.append(match)
        reach = max(reach, match.end)
    return picked + longest(touching, rank=_rank)


def _rank(match: Match[Sense]) -> tuple[object, ...]:
    return (match.start - match.end, match.negated, match.start, match.value.rank)
