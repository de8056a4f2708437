"""What a brand's own pages leave open: questions its FAQ does not answer, a chat it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from rivalscope.models import FaqEntry

CHANNEL_THEMES = ("contact_channels", "wait_time")
"""Complaints that another way to reach the brand would ease."""

NOT_FOR_A_FAQ = frozenset(
    {
        "ambience",
        "consistency",
        "crew",
        "delight",
        "drinks",
        "food",
        "loyalty",
        "recommend",
        "staff_in_person",
        "support_attitude",
        "switching",
        "trust",
    }
)
"""Themes that no page of answers settles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What is known of one brand's own pages. Unread pages say nothing, not "no"."""

    brand: str
    faq_read: bool = False
    """Its FAQ was read successfully, up to the as-of date."""
    faq_themes: frozenset[str] = frozenset()
    """Themes that its FAQ answers."""
    site_read: bool = False
    """Its site was searched for a chat successfully."""
    chat: tuple[str, ...] = ()
    """Vendors of the chat widgets found."""

    def leaves_open(self, theme: str) -> bool:
        """True where the FAQ was read, could answer the theme and does not.

        No page of answers settles rude staff or cold food, so such themes are never open.
        """
        return self.faq_read and theme not in self.faq_themes and theme not in NOT_FOR_A_FAQ

    @property
    def lacks_chat(self) -> bool:
        """True where the site was read and no chat widget stood on it."""
        return self.site_read and not self.chat


def answered_themes(
    entries: Iterable[FaqEntry], mentions_of: Callable[[FaqEntry], Collection[str]]
) -> frozenset[str]:
    """Themes that at least one question with an answer speaks of.

    ``mentions_of`` gives the themes of an entry. A question whose answer is blank answers nothing;
    whether an answer is a good one is not judged.
    """
    return frozenset(
        theme for entry in entries if entry.answer.strip() for theme in mentions_of(entry)
    )
