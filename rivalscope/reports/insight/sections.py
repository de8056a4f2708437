"""The sections in the order that every format shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.reports.insight.blocks import Section
from rivalscope.reports.insight.channels import channel_grid
from rivalscope.reports.insight.faq import faq_blocks
from rivalscope.reports.insight.journey import journey_blocks
from rivalscope.reports.insight.say import Say

if TYPE_CHECKING:
    from rivalscope.models import Report


def sections(report: Report) -> tuple[Section, ...]:
    """Journey, FAQ, channels; those without data say so."""
    say = Say(report.language)
    compared = report.insight.heat_compared
    return (
        Section(
            id="journey",
            title=say("journey-heading"),
            lead=say("journey-compared" if compared else "journey-alone"),
            blocks=journey_blocks(report, say),
        ),
        Section(
            id="faq",
            title=say("faq-heading"),
            lead=say("faq-lead"),
            blocks=faq_blocks(report, say),
        ),
        Section(
            id="channels",
            title=say("channels-heading"),
            lead=say("channels-lead"),
            blocks=(channel_grid(report, say),),
        ),
    )
