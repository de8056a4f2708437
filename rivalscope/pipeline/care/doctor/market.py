"""Whether the configuration says what a night needs, and whether its sites and channels answer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from analysis.themes.cues import parse_cue, parse_entry
from crawler.runs.first_look import Refusal, fetch_first_page
from rivalscope.errors import ConfigurationError, RivalscopeError
from rivalscope.pipeline.alerts.delivering import check_channels
from rivalscope.pipeline.care.doctor.finding import failed, ok, skipped, warning
from rivalscope.settings import load_lexicons, load_theme_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Source
    from rivalscope.pipeline.care.doctor.finding import Finding
    from rivalscope.settings import Settings


def market_findings(settings: Settings) -> Iterator[Finding]:
    """What the configuration says."""
    yield _knowledge(settings)
    yield _zone(settings.time_zone)
    yield _contact(settings)
    yield _channels(settings)
    yield _base_url(settings)


def online_findings(settings: Settings) -> Iterator[Finding]:
    """Whether each source lets us in: its robots.txt, then its first page, as a crawl would."""
    crawled = [source for source in settings.sources if source.url]
    if not crawled or not settings.contact_url:
        yield skipped("sources", "no source with a url, or no crawl.contact_url")
    else:
        yield from (_source(source, settings) for source in crawled)


def _knowledge(settings: Settings) -> Finding:
    own = settings.path.parent
    try:
        load_theme_pack(settings.industry, languages=settings.languages, own=own, check=parse_cue)
        load_lexicons(settings.languages, own=own, check=parse_entry)
    except ConfigurationError as error:
        return failed("configuration", str(error), fix="rivalscope validate")
    count = len(settings.sources)
    return ok("configuration", f"{settings.path}: {len(settings.brands)} brands, {count} sources")


def _zone(name: str) -> Finding:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return failed("time zone", f"{name} is unknown here", fix="pip install tzdata")
    return ok("time zone", name)


def _contact(settings: Settings) -> Finding:
    if settings.contact_url:
        return ok("contact", settings.contact_url)
    if any(source.url for source in settings.sources):
        fix = "crawl.contact_url: a page that says who you are"
        return failed("contact", "sites can't see who reads them: nothing is crawled", fix=fix)
    return skipped("contact", "nothing is crawled")


def _channels(settings: Settings) -> Finding:
    if not settings.channels:
        return skipped("channels", "none: alerts stand in reports only")
    try:
        ways = check_channels(settings)
    except ConfigurationError as error:
        return failed("channels", str(error), fix="set the variable; rivalscope alerts test")
    return ok("channels", ", ".join(ways))


def _base_url(settings: Settings) -> Finding:
    if settings.base_url:
        return ok("base_url", settings.base_url)
    if settings.channels:
        fix = "delivery.base_url: where the reports folder can be read"
        return warning("base_url", "messages can't link to reports", fix=fix)
    return skipped("base_url", "no message would link to a report")


def _source(source: Source, settings: Settings) -> Finding:
    check = f"source {source.key}"
    try:
        got = fetch_first_page(source, settings=settings, log_level="ERROR")
    except RivalscopeError as error:
        return failed(check, str(error).splitlines()[0], fix="rivalscope crawl -v tells more")
    if isinstance(got, Refusal):
        return failed(check, got.reason, fix="see docs/add-a-source.md, or import saved pages")
    return ok(check, f"{len(got.body):,} bytes from {got.url}")
