"""Ways to get in touch and promises, a row a kind and a column a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from rivalscope.models import SignalKind
from rivalscope.reports.insight.blocks import Cell, Grid, Row
from rivalscope.reports.outline import brands
from rivalscope.reports.wording import brand_name

if TYPE_CHECKING:
    from rivalscope.models import Report
    from rivalscope.reports.insight.say import Say


def channel_grid(report: Report, say: Say) -> Grid:
    """Every kind of channel; a brand whose pages were not read has no answer to any."""
    known = {*report.insight.sites_read, *(one.brand for one in report.insight.channels)}
    shown = [one.slug for one in brands(report)] if known else []
    kinds: tuple[SignalKind, ...] = get_args(SignalKind)
    return Grid(
        id="channel-inventory",
        title=say("channels-heading"),
        about="",
        head=(say("channel-column"), *(brand_name(report, slug) for slug in shown)),
        rows=tuple(
            Row(
                name=say("signal-kind", kind=kind),
                cells=tuple(_cell(report, say, slug, kind=kind) for slug in shown),
            )
            for kind in kinds
            if shown
        ),
        nothing=say("insight-nothing"),
    )


def _cell(report: Report, say: Say, brand: str, *, kind: SignalKind) -> Cell:
    found = [one for one in report.insight.channels if (one.brand, one.kind) == (brand, kind)]
    if found:
        # a form has no value of its own: what stands for it is ours, in the reader's language
        is_form = kind == "contact_form"
        values = [say("channel-form")] if is_form else dict.fromkeys(one.value for one in found)
        return Cell(text=", ".join(values), link=found[0].url, is_quoted=True)
    read = brand in report.insight.sites_read
    return Cell(text=say("channel-none" if read else "channel-unread"))
