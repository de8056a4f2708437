"""The fixed words of a report: names of quadrants, rules, places and states."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.models import Polarity, Quadrant, Rule, SourceState

QUADRANTS: Final[Mapping[Quadrant, tuple[str, str]]] = MappingProxyType(
    {
        "strength": ("Strengths", "where customers prefer us"),
        "weakness": ("Weaknesses", "where customers prefer our rivals"),
        "opportunity": ("Opportunities", "what rivals leave open"),
        "threat": ("Threats", "where rivals pull ahead"),
    }
)
"""Title and subtitle, in the order every format shows them."""

EMPTY_QUADRANT: Final = "Nothing that the evidence supports"
NO_COMPARISON: Final = "No comparison was made"
TOO_FEW: Final = "small count"
UNKNOWN: Final = "not known"
NO_QUOTE: Final = "No quote is at hand for this entry."
SYNTHETIC: Final = (
    "Synthetic data: the brands, reviews and figures in this report are made up for demonstration."
)

RULES: Final[Mapping[Rule, str]] = MappingProxyType(
    {
        "better_than_rivals": (
            "Our complaint rate is below, or our praise rate above, that of the rivals together, "
            "and no single rival is significantly better."
        ),
        "worse_than_rivals": "Our complaint rate is above that of the rivals together.",
        "market_gap": (
            "Complaints are high at enough rivals, even at the lower end of the interval, "
            "and not worse at us."
        ),
        "faq_gap": (
            "A rival's complaints are high on a theme "
            "that its own FAQ, read in full, does not answer."
        ),
        "channel_gap": (
            "A rival's customers complain much of waiting or of reaching it, "
            "and its pages, read in full, show no chat."
        ),
        "rival_rising": (
            "A rival's complaints rose significantly against the period of equal length before."
        ),
        "rival_spiking": (
            "A rival's complaints of the last 7 days jumped above those of the 56 days before, "
            "beyond chance and beyond its number of reviews."
        ),
        "rival_better": (
            "One rival is significantly better where we are weak or our complaints are high."
        ),
        "rival_improving": (
            "A rival gets better, significantly more so than we, and we do not significantly."
        ),
        "rival_policy": (
            "A rival's page promises more than before on a theme that enough of our customers "
            "complain of; two readings have shown it."
        ),
        "rival_faq_answer": (
            "A rival's FAQ has a new or changed answer on a theme that enough of our customers "
            "complain of; two readings have shown it."
        ),
    }
)
"""What has to hold before a rule makes an entry; its thresholds stand in the method box."""

KINDS: Final[Mapping[Polarity, str]] = MappingProxyType(
    {"negative": "complaints", "positive": "praise", "neutral": "mentions"}
)

ABOUT: Final[Mapping[Polarity, str]] = MappingProxyType(
    {"negative": "complaints about", "positive": "praise for", "neutral": "mentions of"}
)

STATES: Final[Mapping[SourceState, str]] = MappingProxyType(
    {
        "ok": "ok",
        "partial": "read in part",
        "empty": "empty",
        "blocked": "blocked",
        "robots_denied": "not allowed",
        "layout_changed": "layout changed",
        "error": "failed",
        "missed": "missed",
        "never_run": "never read",
        "imported": "imported",
    }
)

_PLACES: Final = MappingProxyType(
    {
        "word_of_mouth": "word of mouth",
        "reviews_media": "reviews and media",
        "after_sale": "after the sale",
        "information": "looking for information",
    }
)

EFFORTS: Final = MappingProxyType({"quick_win": "quick win", "structural": "structural"})


def place_name(place: str) -> str:
    """Words for a touchpoint or a journey stage."""
    return _PLACES.get(place, place.replace("_", " "))


def platform_name(platform: str) -> str:
    """Words for a platform id: ``app_store`` is ``app store``."""
    return platform.replace("_", " ")
