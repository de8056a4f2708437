"""Faces typed with punctuation, which mean the same in every language."""

from __future__ import annotations

SMILE = 1.5
FROWN = -1.5

_FIRST = frozenset(">:;=()")
_SAD = frozenset("([/|")
_HAPPY = frozenset(")]DPp")


def emoticon(piece: str) -> float:
    """Valence of ``:)``, ``:-(``, ``<3`` and of the Russian ``))``; 0.0 for anything else."""
    if piece == "<3":
        return SMILE
    if len(piece) == 1 or piece[0] not in _FIRST:
        return 0.0
    if piece[-1] in _SAD:
        return FROWN
    return SMILE if piece[-1] in _HAPPY else 0.0
