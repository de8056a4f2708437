"""Puts together what a site's own page says of itself: chat, contact channels, policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import channels, chat, policies
from crawler.extract.visible_lines import visible_lines

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from rivalscope.models import SiteSignal


def read(page: Page) -> tuple[SiteSignal, ...]:
    """Chat widgets, then contact channels, then policy facts.

    Costs as much as reading the page: asked for on pages of a site, not on pages of reviews.
    """
    lines = visible_lines(page.tree)
    return (*chat.read(page), *channels.read(page, lines), *policies.read(page, lines))
