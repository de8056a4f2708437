"""Which engine a language gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.sentiment.lexical import LexicalEngine
from analysis.sentiment.vader import VaderEngine
from analysis.sentiment.vader_rules import BOOSTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.sentiment.scale import SentimentEngine
    from rivalscope.models import Lexicon


def engine_for(lexicon: Lexicon, *, brand_names: Sequence[str] = ()) -> SentimentEngine:
    """The engine of a lexicon's language: VADER's rules and words for English, ours for the rest.

    VADER knows English alone: it gives 0.0 or nonsense for everything else, so no other language
    ever reaches it. ``brand_names`` are those of the market; in a text they carry no feeling.
    Raises CueSyntaxError for an entry of the lexicon that can't be read.
    """
    if lexicon.language == "en":
        return VaderEngine(lexicon, brand_names=brand_names)
    return LexicalEngine(lexicon, brand_names=brand_names)


def boosters_of(lexicon: Lexicon) -> tuple[str, ...]:
    """Words that only make others stronger or weaker, those of VADER's rules among them."""
    return (*lexicon.boosters, *(BOOSTERS if lexicon.language == "en" else ()))
