"""The rules of the SWOT, one function each; every one gives cells and knows of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.gaps import CHANNEL_THEMES
from analysis.policies import is_better
from analysis.standings import Standings, better_by, mean
from rivalscope.models import FaqChange, PolicyChange, SwotCell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rivalscope.models import Difference, Finding, Rule


def strengths(standings: Standings) -> Iterator[SwotCell]:
    """We are better than the rivals together, and no rival beats us there in any way."""
    for ours in (*standings.ours("negative"), *standings.ours("positive")):
        difference = standings.pooled(ours)
        if (
            difference
            and standings.is_better(ours)
            and not standings.is_weak(ours.theme)
            and not standings.is_beaten(ours.theme)
        ):
            findings = (ours, *standings.theirs(ours))
            yield SwotCell(
                quadrant="strength",
                rule="better_than_rivals",
                theme=ours.theme,
                polarity=ours.polarity,
                subject=None,
                findings=findings,
                difference=difference,
                importance=standings.importance(findings, abs(difference.points)),
            )


def weaknesses(standings: Standings) -> Iterator[SwotCell]:
    """More of our customers complain than of the rivals' together."""
    for ours in standings.ours("negative"):
        difference = standings.pooled(ours)
        if difference and standings.is_weak(ours.theme):
            findings = (ours, *standings.theirs(ours))
            yield SwotCell(
                quadrant="weakness",
                rule="worse_than_rivals",
                theme=ours.theme,
                polarity="negative",
                subject=None,
                findings=findings,
                difference=difference,
                importance=standings.importance(findings, difference.points),
            )


def market_gaps(standings: Standings) -> Iterator[SwotCell]:
    """Complaints are high at several rivals, and ours are surely not clearly above the rivals'.

    As no difference is claimed, how high complaints surely are takes its place in the importance:
    the mean over those rivals of share x lower bound.
    """
    limits = standings.thresholds
    for ours in standings.ours("negative"):
        difference = standings.pooled(ours)
        theirs = standings.theirs(ours)
        high = [finding for finding in theirs if standings.is_high(finding)]
        if (
            difference
            and len(high) >= limits.gap_rivals
            and difference.interval.high < limits.not_worse_points
        ):
            yield SwotCell(
                quadrant="opportunity",
                rule="market_gap",
                theme=ours.theme,
                polarity="negative",
                subject=None,
                findings=(ours, *theirs),
                difference=difference,
                importance=mean([_surely(standings, finding) for finding in high]),
                facts={"rivals": ",".join(finding.brand for finding in high)},
            )


def faq_gaps(standings: Standings) -> Iterator[SwotCell]:
    """A rival's complaints are high and its own FAQ, read in full, doesn't answer them."""
    for rival in standings.rivals:
        facts = standings.sites.get(rival)
        for theirs in standings.complaints_of(rival) if facts else ():
            if facts and facts.leaves_open(theirs.theme) and standings.is_high(theirs):
                yield SwotCell(
                    quadrant="opportunity",
                    rule="faq_gap",
                    theme=theirs.theme,
                    polarity="negative",
                    subject=rival,
                    findings=standings.beside(theirs),
                    difference=standings.against(theirs),
                    importance=_surely(standings, theirs),
                )


def channel_gaps(standings: Standings) -> Iterator[SwotCell]:
    """A rival without a chat whose customers complain much of waiting or of reaching it.

    Said once per rival, of the more frequent of the two complaints.
    """
    for rival in standings.rivals:
        facts = standings.sites.get(rival)
        if not facts or not facts.lacks_chat:
            continue
        high = [
            finding
            for finding in standings.complaints_of(rival)
            if finding.theme in CHANNEL_THEMES and standings.is_high(finding)
        ]
        if high:
            worst = max(high, key=lambda finding: (finding.rate.per_100, finding.theme))
            yield SwotCell(
                quadrant="opportunity",
                rule="channel_gap",
                theme=worst.theme,
                polarity="negative",
                subject=rival,
                findings=standings.beside(worst),
                difference=standings.against(worst),
                importance=_surely(standings, worst),
                facts={"channel": "chat"},
            )


def rising_rivals(standings: Standings) -> Iterator[SwotCell]:
    """A rival's complaints grew, significantly, against its own days before."""
    for rival in standings.rivals:
        for theirs in standings.complaints_of(rival):
            change = theirs.change
            if theirs.enough and change and change.significant and change.points > 0:
                yield SwotCell(
                    quadrant="opportunity",
                    rule="rival_rising",
                    theme=theirs.theme,
                    polarity="negative",
                    subject=rival,
                    findings=standings.beside(theirs),
                    difference=change,
                    importance=standings.importance((theirs,), change.points),
                )


def spiking_rivals(standings: Standings) -> Iterator[SwotCell]:
    """A rival's complaints jumped within days: too new to move the whole window, but no chance."""
    for spike in standings.spikes:
        theirs = spike.finding
        if theirs.brand in standings.rivals and theirs.change and theirs.change.significant:
            yield SwotCell(
                quadrant="opportunity",
                rule="rival_spiking",
                theme=theirs.theme,
                polarity="negative",
                subject=theirs.brand,
                findings=(theirs,),
                difference=theirs.change,
                importance=standings.importance((theirs,), theirs.change.points),
            )


def better_rivals(standings: Standings) -> Iterator[SwotCell]:
    """Rivals are better than we where we are weak, or where our complaints are high."""
    for ours in (*standings.ours("negative"), *standings.ours("positive")):
        if standings.is_weak(ours.theme) or standings.is_high_at_us(ours.theme):
            better = dict(standings.better_rivals(ours))
            yield from _threat(standings, "rival_better", ours, better)


def improving_rivals(standings: Standings) -> Iterator[SwotCell]:
    """Rivals get better, significantly more so than we, who don't significantly."""
    for ours in (*standings.ours("negative"), *standings.ours("positive")):
        if _gets_better(ours) and ours.change and ours.change.significant:
            continue
        improving = {
            theirs: difference
            for theirs in standings.theirs(ours)
            if (difference := standings.divergence(theirs))
            and difference.significant
            and better_by(theirs, difference.points) > 0
            and _gets_better(theirs)
            and _most(theirs) >= standings.thresholds.min_mentions
        }
        yield from _threat(standings, "rival_improving", ours, improving)


def _threat(
    standings: Standings, rule: Rule, ours: Finding, rivals: Mapping[Finding, Difference]
) -> Iterator[SwotCell]:
    """One entry of all the rivals, the most important first; none without a rival."""
    weights = {
        theirs: standings.importance((ours, theirs), abs(difference.points))
        for theirs, difference in rivals.items()
    }
    if weights:
        order = sorted(weights, key=lambda theirs: -weights[theirs])
        yield SwotCell(
            quadrant="threat",
            rule=rule,
            theme=ours.theme,
            polarity=ours.polarity,
            subject=None,
            findings=(ours, *order),
            difference=rivals[order[0]],
            importance=weights[order[0]],
            facts={"rivals": ",".join(theirs.brand for theirs in order)},
            differences={theirs.brand: rivals[theirs] for theirs in order},
        )


def answering_rivals(standings: Standings) -> Iterator[SwotCell]:
    """A rival's FAQ has a new answer in a theme that our customers complain of."""
    answers = [one for one in standings.news if isinstance(one, FaqChange) and one.after]
    yield from _told(standings, "rival_faq_answer", answers)


def promising_rivals(standings: Standings) -> Iterator[SwotCell]:
    """A rival promises more than before in a theme that our customers complain of."""
    promises = [one for one in standings.news if isinstance(one, PolicyChange) and is_better(one)]
    yield from _told(standings, "rival_policy", promises)


def _told(
    standings: Standings, rule: Rule, news: Sequence[FaqChange | PolicyChange]
) -> Iterator[SwotCell]:
    """One entry a theme, where enough of our customers complain of it to need an answer."""
    for ours in standings.ours("negative"):
        about = tuple(one for one in news if ours.theme in _themes(one))
        if ours.enough and about:
            rivals = list(dict.fromkeys(one.brand for one in about))
            theirs = [one for one in standings.theirs(ours) if one.brand in rivals]
            yield SwotCell(
                quadrant="threat",
                rule=rule,
                theme=ours.theme,
                polarity="negative",
                subject=None,
                findings=(ours, *theirs),
                difference=None,
                importance=_surely(standings, ours),
                facts={"rivals": ",".join(rivals)},
                news=about,
            )


def _themes(news: FaqChange | PolicyChange) -> tuple[str, ...]:
    return news.themes if isinstance(news, FaqChange) else (news.theme,)


def _gets_better(finding: Finding) -> bool:
    return finding.change is not None and better_by(finding, finding.change.points) > 0


def _most(finding: Finding) -> int:
    return max(finding.rate.n, finding.previous.n if finding.previous else 0)


def _surely(standings: Standings, finding: Finding) -> float:
    return standings.share(finding) * finding.rate.interval.low


RULES: tuple[Callable[[Standings], Iterator[SwotCell]], ...] = (
    strengths,
    weaknesses,
    market_gaps,
    faq_gaps,
    channel_gaps,
    rising_rivals,
    spiking_rivals,
    better_rivals,
    improving_rivals,
    answering_rivals,
    promising_rivals,
)
