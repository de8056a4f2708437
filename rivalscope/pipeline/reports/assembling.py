"""Everything a report says, gathered from the store by the analysis; nothing is worded here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from analysis import swot
from analysis.caveats import STALE_DAYS, with_caveats
from analysis.comparison import compare
from analysis.days import covered_by, days_before
from analysis.evidence import brands_to_quote, illustrate
from analysis.findings import gather
from analysis.ground import ground
from analysis.spikes import spikes
from analysis.tallies import Tallies
from rivalscope.models import MethodLine, Period, Report
from rivalscope.pipeline.day_told import DayTold
from rivalscope.pipeline.reports.gathering import gather_proxies
from rivalscope.pipeline.reports.gauging import Gauge, first_day_of_goals
from rivalscope.pipeline.reports.insight import gather_insight, heat_cells
from rivalscope.pipeline.reports.own_pages import OwnPages
from rivalscope.pipeline.reports.profiles import Profiler
from rivalscope.pipeline.reports.sites import site_facts
from rivalscope.pipeline.understanding.labeling import tagging_precision
from rivalscope.reports.method import correction_lines, lesson_line, precision_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from analysis.ground import Ground
    from rivalscope.models import BrandReport, Finding, SwotCell, Tactic
    from rivalscope.pipeline.understanding.analyzing import Knowledge
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
        since=_first_day_needed(settings, store, window), until=as_of, without=without
    )
    tallies = Tallies(volumes, counts)
    days = DayTold(settings, store, nights=Period(since=as_of, until=as_of))
    covered = covered_by(days.coverages)
    common = ground(tallies, covered, brands=settings.brands, window=window, thresholds=thresholds)
    findings = gather(tallies, common.scope, covered=covered, thresholds=thresholds)
    thin = gather(tallies, common.thin, covered=covered, thresholds=thresholds)
    brands = Profiler(
        settings, store, tallies=tallies, volumes=volumes, covered=covered, window=window
    ).profiles()
    pages = OwnPages(settings, store, understander=knowledge.understander, window=window)
    cells = swot.cells(
        findings,
        compare(tallies, common, covered=covered, thresholds=thresholds),
        common=common,
        sites=site_facts(settings, store, understander=knowledge.understander),
        spikes=spikes(days.tallies, as_of=as_of, coverage=days.coverages, waits=days.waits),
        news=(*pages.faq_changes, *pages.policies),
        thresholds=thresholds,
    )
    precision = tagging_precision(
        settings, store, spoken=tallies.spoken(), version=knowledge.version
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
        brands=brands,
        cells=_documented(store, cells, brands=brands, common=common, window=window, thin=thin),
        withheld=swot.withheld(findings, cells, thin=thin),
        not_compared=common.not_compared,
        labels={
            theme.id: theme.label.get(settings.report_language, theme.label["en"])
            for theme in knowledge.pack.themes
        },
        places={theme.id: (theme.touchpoint, theme.stage) for theme in knowledge.pack.themes},
        tactics=_tactics(cells, playbook),
        method=(
            *_method(settings, knowledge),
            *_sentiment(store, knowledge),
            *map(precision_line, settings.languages),
            *correction_lines(store.corrections.count()),
        ),
        precision=precision,
        proxies=gather_proxies(settings, store, period=window, volumes=volumes),
        language=settings.report_language,
        goals=Gauge(settings, store, tallies=tallies, covered=covered, volumes=volumes).open_goals(
            settings.us.slug, as_of=as_of, playbook=playbook
        ),
        insight=gather_insight(
            brands,
            pages=pages,
            findings=findings,
            heat_cells=heat_cells(
                settings,
                store,
                pack=knowledge.pack,
                volumes=volumes,
                common=common,
                covered=covered,
                window=window,
            ),
            thresholds=thresholds,
        ),
    )


def _first_day_needed(settings: Settings, store: Store, window: Period) -> date:
    """Of counts: for changes, and for goals."""
    return min(
        days_before(window).since,
        first_day_of_goals(settings, store, as_of=window.until),
    )


def _documented(
    store: Store,
    cells: Iterable[SwotCell],
    *,
    brands: Iterable[BrandReport],
    common: Ground,
    window: Period,
    thin: Sequence[Finding],
) -> tuple[SwotCell, ...]:
    """The cells with quotes, and with what limits them."""
    last_ok = {key: at.date() for key, at in store.runs.last_ok().items()}
    sources = [source for brand in brands for source in brand.sources]
    return tuple(
        with_caveats(
            _illustrated(cell, store, common),
            sources=sources,
            last_ok=last_ok,
            as_of=window.until,
            thin=thin,
        )
        for cell in cells
    )


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


def _sentiment(store: Store, knowledge: Knowledge) -> list[MethodLine]:
    """Who decides it, in the languages where that is not simply the lexicon."""
    told = {
        language: MethodLine(id="model", values={"language": language, "name": name})
        for language, name in knowledge.engines.items()
    }
    told |= {one.language: lesson_line(one) for one in store.lessons.latest().values()}
    return [told[language] for language in sorted(told)]


def _method(settings: Settings, knowledge: Knowledge) -> Iterator[MethodLine]:
    thresholds = settings.thresholds
    values: dict[str, dict[str, str | float]] = {
        "window": {"days": thresholds.window_days},
        "min_mentions": {"count": thresholds.min_mentions},
        "min_reviews": {"count": thresholds.min_reviews},
        "high": {"rate": thresholds.high_per_100},
        "gap_rivals": {"count": thresholds.gap_rivals},
        "not_worse": {"points": thresholds.not_worse_points},
        "baseline": {"days": thresholds.baseline_days},
        "false_discovery": {"share": thresholds.false_discovery},
        "confidence": {"share": thresholds.confidence},
        "stale": {"days": STALE_DAYS},
        "languages": {"names": ", ".join(settings.languages)},
        "pack": {"name": f"{knowledge.pack.id} {knowledge.pack.digest}"},
        "understanding": {"version": knowledge.version},
    }
    for name, value in values.items():
        yield MethodLine(id=name, values=value)
