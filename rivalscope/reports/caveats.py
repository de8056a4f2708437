"""Why an entry may not hold all there is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.reports.insight.say import Say
from rivalscope.reports.wording import brand_name

if TYPE_CHECKING:
    from rivalscope.models import Caveat, Report, SwotCell


def caveat_lines(report: Report, cell: SwotCell) -> tuple[str, ...]:
    """Each as a plain sentence, in the order of the entry."""
    say = Say(report.language)
    return tuple(_line(report, caveat, say) for caveat in cell.caveats)


def _line(report: Report, caveat: Caveat, say: Say) -> str:
    brand = brand_name(report, caveat.brand)
    if caveat.kind == "insufficient":
        return say("caveat-insufficient", brand=brand, n=caveat.n, of=caveat.of)
    where = {"brand": brand, "platform": say.platform_name(caveat.platform or "")}
    if caveat.kind == "stale" and caveat.last_ok:
        return say("caveat-stale", date=caveat.last_ok.isoformat(), **where)
    state = caveat.state or "never_run"
    if caveat.reason:
        return say("caveat-source-because", state=state, reason=caveat.reason, **where)
    return say("caveat-source", state=state, **where)
