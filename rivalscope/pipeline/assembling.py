"""Everything a report says, gathered from the store by the analysis; nothing is worded here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from analysis import swot
from analysis.comparison import compare
from analysis.days import covered_by, days_before
from analysis.evidence import brands_to_quote, illustrate
from analysis.findings import gather
from analysis.ground import ground
from analysis.spikes import BASELINE_DAYS, RECENT_DAYS, spikes_of
from analysis.tallies import Tallies
from rivalscope.models import Period, Report
from rivalscope.pipeline.labeling import tagging_precision
from rivalscope.pipeline.profiles import Profiler
from rivalscope.pipeline.proxying import gather_proxies
from rivalscope.pipeline.sites import site_facts
from rivalscope.reports.lessons import lesson_name, lesson_text
from rivalscope.reports.precision import correction_lines, precision_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from analysis.ground import Ground
    from rivalscope.models import SwotCell, Tactic
    from rivalscope.pipeline.analyzing import Knowledge
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

#: Tactic cards under one claim: a choice, not a catalog.
_MOST_TACTICS = 2


def assemble(
    settings: Settings,
    store: Store,
    *,
    as_of: date,
    knowledge: Knowledge,
    playbook: tuple[Tactic, ...],
) -> Report:
    """The report of one market, looking at what was published up to *as_of*.

    Same database, same date, same configuration: the same report.
    """
    thresholds = settings.thresholds
    window = Period(since=as_of - timedelta(days=thresholds.window_days - 1), until=as_of)
    without = {source.key for source in settings.sources if source.quotes_only}
    volumes = store.understandings.daily_volumes(until=as_of, without=without)
    counts = store.understandings.daily_counts(
        since=_first_day_needed(window), until=as_of, without=without
    )
    covered = covered_by(store.runs.coverages(without=without))
    tallies = Tallies(volumes, counts)
    common = ground(tallies, covered, brands=settings.brands, window=window, thresholds=thresholds)
    findings = gather(tallies, common.scope, covered=covered, thresholds=thresholds)
    thin = gather(tallies, common.thin, covered=covered, thresholds=thresholds)
    cells = swot.cells(
        findings,
        compare(tallies, common, covered=covered, thresholds=thresholds),
        common=common,
        sites=site_facts(settings, store, understander=knowledge.understander),
        spikes=spikes_of(tallies, as_of=as_of, covered=covered),
        thresholds=thresholds,
    )
    precision = tagging_precision(settings, store, counts=counts, version=knowledge.version)
    profiler = Profiler(
        settings, store, tallies=tallies, volumes=volumes, covered=covered, window=window
    )
    return Report(
        market=settings.market,
        synthetic=settings.synthetic,
        industry=settings.industry,
        us=settings.us.slug,
        as_of=as_of,
        window=window,
        compared=common.compared,
        strata=common.strata,
        brands=tuple(profiler.profile(brand) for brand in settings.brands),
        cells=tuple(_illustrated(cell, store, common) for cell in cells),
        withheld=swot.withheld(findings, cells, thin=thin),
        not_compared=common.not_compared,
        labels=_labels(knowledge),
        places={theme.id: (theme.touchpoint, theme.stage) for theme in knowledge.pack.themes},
        tactics=_tactics(cells, playbook),
        method=(
            *_method(settings, knowledge),
            *_sentiment(store, knowledge),
            *precision_lines(precision, settings.languages, _labels(knowledge)),
            *correction_lines(store.corrections.count()),
        ),
        precision=precision,
        proxies=gather_proxies(
            settings, store, period=window, volumes=[one for one in volumes if one.day in window]
        ),
    )


def _labels(knowledge: Knowledge) -> dict[str, str]:
    return {theme.id: theme.label["en"] for theme in knowledge.pack.themes}


def _first_day_needed(window: Period) -> date:
    """Of counts: changes ask for as many days before the window, spikes for a fixed number."""
    before_spikes = window.until - timedelta(days=RECENT_DAYS + BASELINE_DAYS - 1)
    return min(days_before(window).since, before_spikes)


def _illustrated(cell: SwotCell, store: Store, common: Ground) -> SwotCell:
    """With quotes of reviews that were counted: in a compared stratum, on a compared day."""
    quoted = brands_to_quote(cell)
    candidates = [
        one
        for finding in cell.findings
        if finding.brand in quoted
        for one in store.understandings.evidence(
            finding.brand,
            theme=cell.theme,
            polarity=cell.polarity,
            period=finding.period,
            strata=common.scope.get(finding.brand, {}),
        )
    ]
    return illustrate(cell, candidates)


def _tactics(
    cells: Iterable[SwotCell], playbook: tuple[Tactic, ...]
) -> Mapping[str, tuple[Tactic, ...]]:
    """Cell id -> what to do, for what can be acted on; no tactic stands in a report twice.

    Quick wins first, then as the playbook has them. What was written for another theme and only
    helps this one is taken where nothing was written for it, and never as a second choice.
    """
    left = list(playbook)
    chosen: dict[str, tuple[Tactic, ...]] = {}
    for cell in cells:
        if cell.quadrant in {"weakness", "opportunity"}:
            made = [tactic for tactic in playbook if tactic.themes[0] == cell.theme]
            helping = [tactic for tactic in playbook if cell.theme in tactic.themes]
            fitting = sorted(
                (tactic for tactic in made or helping if tactic in left),
                key=lambda tactic: tactic.effort != "quick_win",
            )[:_MOST_TACTICS]
            chosen |= {cell.id: tuple(fitting)} if fitting else {}
            left = [tactic for tactic in left if tactic not in fitting]
    return chosen


def _sentiment(store: Store, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Who decides it, in the languages where that is not simply the lexicon."""
    told = {
        f"sentiment, {language}": f"model {name}" for language, name in knowledge.engines.items()
    }
    told |= {lesson_name(one): lesson_text(one) for one in store.lessons.latest().values()}
    return sorted(told.items())


def _method(settings: Settings, knowledge: Knowledge) -> list[tuple[str, str]]:
    thresholds = settings.thresholds
    return [
        ("window", f"{thresholds.window_days} days"),
        ("fewest mentions (n)", str(thresholds.min_mentions)),
        ("fewest reviews (N)", str(thresholds.min_reviews)),
        ("complaints are high from", f"{thresholds.high_per_100:g} per 100 (lower bound)"),
        ("rivals that make a market gap", str(thresholds.gap_rivals)),
        ("not worse means at most", f"{thresholds.not_worse_points:g} points (upper bound)"),
        ("baseline of a change", f"at least {thresholds.baseline_days} days"),
        ("false discoveries among claims", f"at most {thresholds.false_discovery:.0%}"),
        ("confidence of intervals", f"{thresholds.confidence:.0%}"),
        ("languages", ", ".join(settings.languages)),
        ("theme pack", f"{knowledge.pack.id} {knowledge.pack.digest}"),
        ("understanding", knowledge.version),
    ]
