"""How positive or negative a text is: an engine per language, nothing for a language without."""

from analysis.sentiment.engine import boosters_of, engine_for
from analysis.sentiment.scale import MAX_CHARACTERS, Feeling, SentimentEngine, moved, sentiment

__all__ = [
    "MAX_CHARACTERS",
    "Feeling",
    "SentimentEngine",
    "boosters_of",
    "engine_for",
    "moved",
    "sentiment",
]
