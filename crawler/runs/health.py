"""How a source is after a crawl, judged by what the crawl met and by how the source usually is."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crawler.network.refusals import ProblemState
    from rivalscope.models import EndState, SourceKind
    from rivalscope.storage import SourceRun

#: How many earlier crawls make what is usual. A site that changed for good becomes the new usual
#: after half of them.
HISTORY = 7
#: A first page with less than this share of its usual entries has changed.
_COLLAPSED = 0.4
_FEWEST_USUAL_ENTRIES = 5
#: So has one whose reviews lack a field that they usually have.
_USUALLY_THERE = 0.8
_FEWEST_READ = 5
#: More than this share of the known entries missing at once is a page that broke rather than
#: entries that were deleted, until so many crawls have said the same.
_MOST_MISSING = 0.3
_FEWEST_MISSING = 10
_BELIEVED_AFTER = 2


_TO_THE_END = frozenset({"ok", "layout_changed"})


class Verdict(NamedTuple):
    """A state and why."""

    state: EndState
    reason: str | None


class Problem(NamedTuple):
    """Something that went wrong, and what that makes of the source."""

    state: ProblemState
    reason: str


class Observed(NamedTuple):
    """What one crawl of one source met."""

    kind: SourceKind
    pages: int
    entries: int
    first_page: int | None
    read: int
    """Reviews just read, as against those on pages that had not changed."""
    fields: Mapping[str, float]
    missing: int
    """Known entries that a complete crawl did not see."""
    known: int
    reached_end: bool
    """Read to the last page, so that *entries* are all there are."""
    problems: Sequence[Problem]
    empty_because: str | None


def judge(observed: Observed, history: Sequence[SourceRun]) -> Verdict:
    """The state of a source whose earlier crawls, newest first, were *history*.

    A source without a page read is never ``ok``, nor is one whose pages hold nothing: they changed,
    unless they prove that they are right to be empty.
    """
    if observed.problems:
        return _troubled(observed)
    if not observed.pages:
        return Verdict("error", "no page answered")
    for reason in _oddities(observed, history):
        return Verdict("layout_changed", reason)
    if observed.entries or observed.kind == "site":
        return Verdict("ok", None)
    if observed.empty_because:
        return Verdict("empty", observed.empty_because)
    what = "question with an answer" if observed.kind == "faq" else "entry"
    return Verdict("layout_changed", f"no {what} on {observed.pages} pages, and no word why")


def _troubled(observed: Observed) -> Verdict:
    changed = [one for one in observed.problems if one.state == "layout_changed"]
    worst = (changed or observed.problems)[0]
    if changed or not observed.pages:
        state: EndState = "error" if worst.state == "partial" else worst.state
        return Verdict(state, worst.reason)
    return Verdict("partial", worst.reason)


def _oddities(observed: Observed, history: Sequence[SourceRun]) -> Iterator[str]:
    firsts = [run.first_page for run in history if run.first_page is not None]
    usual = median(firsts) if firsts else 0
    first = observed.first_page
    if first is not None and usual >= _FEWEST_USUAL_ENTRIES and first < _COLLAPSED * usual:
        yield f"{first} entries on its first page, where there usually are {usual:g}"
    ends = [run.read for run in history if not run.met_known and run.state in _TO_THE_END]
    whole = median(ends) if ends else 0
    if observed.reached_end and observed.entries < _COLLAPSED * whole >= _FEWEST_USUAL_ENTRIES:
        yield f"its paging ends after {observed.entries} entries, usually after {whole:g}"
    for name, share in observed.fields.items():
        shares = [run.fields[name] for run in history if name in run.fields]
        before = median(shares) if shares else 0.0
        lost = observed.read >= _FEWEST_READ and share < before / 2
        if lost and before >= _USUALLY_THERE:
            yield f"{share:.0%} of its reviews have a {name}, where usually {before:.0%} have"
    told_before = all(run.state == "layout_changed" for run in history[:_BELIEVED_AFTER])
    believed = told_before and len(history) >= _BELIEVED_AFTER
    many = max(_FEWEST_MISSING, _MOST_MISSING * observed.known)
    if observed.missing > many and not believed:
        yield (
            f"{observed.missing} of {observed.known} known entries are missing at once: its paging"
            " or its order changed"
        )
