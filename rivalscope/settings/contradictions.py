"""Mistakes that no value shows by itself: names used twice, packs that don't exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rivalscope.addresses import fetch_allowed
from rivalscope.models import DEFAULTS
from rivalscope.settings.closed_sites import load_closed_sites
from rivalscope.settings.jobs import job_contradictions
from rivalscope.settings.mistakes import did_you_mean
from rivalscope.settings.packs import available
from rivalscope.settings.patterns import HUB_NAME
from rivalscope.settings.values import ALL_LANGUAGES, HUB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.errors import Mistake
    from rivalscope.settings.closed_sites import ClosedSites
    from rivalscope.settings.documents import Document
    from rivalscope.settings.schema import (
        AlertSection,
        BrandSection,
        ConfigurationFile,
        SourceSection,
    )


def contradictions(parsed: ConfigurationFile, document: Document) -> Iterator[Mistake]:
    """One Mistake for each, in the order checked."""
    folder = Path(document.name).parent
    packs, lexicons = available("themes", folder), available("lexicons", folder)
    if parsed.market.industry not in packs:
        hint = did_you_mean(parsed.market.industry, packs)
        message = f"no theme pack {parsed.market.industry!r}{hint} (there are {', '.join(packs)})"
        yield document.mistake(("market", "industry"), message)
    for index, language in enumerate(parsed.market.languages):
        if language not in lexicons:
            message = f"no lexicon for language {language!r} (there are {', '.join(lexicons)})"
            yield document.mistake(("market", "languages", index), message)
    try:
        ZoneInfo(parsed.schedule.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = (
            f"unknown time zone {parsed.schedule.time_zone!r} (use a name such as Europe/Prague)"
        )
        yield document.mistake(("schedule", "time_zone"), message)
    yield from job_contradictions(parsed, document)
    for key, value in (
        ("database", parsed.database),
        ("reports", parsed.reports),
        ("logs", parsed.logs.folder),
    ):
        if value and "\0" in value:
            yield document.mistake((key,), f"{key} is no path: it holds a NUL character")
    yield from _transformer_contradictions(parsed, document)
    yield from _brand_contradictions(parsed, document)
    yield from _alert_contradictions(parsed, document)
    yield from _channel_contradictions(parsed, document)


def _transformer_contradictions(parsed: ConfigurationFile, document: Document) -> Iterator[Mistake]:
    languages = parsed.market.languages
    for language, name in parsed.analysis.transformers.items():
        place = ("analysis", "transformers", language)
        if language not in {*languages, ALL_LANGUAGES}:
            message = (
                f"a transformer for {language!r}, which is no language of the market (those are"
                f" {', '.join(languages)}; {ALL_LANGUAGES!r} stands for all)"
            )
            yield document.mistake(place, message)
        if name.startswith(HUB) and not re.fullmatch(HUB_NAME, name):
            message = f"{name!r} is no name on the hub: write {HUB}OWNER/NAME or ...@REVISION"
            yield document.mistake(place, message)
        if "\0" in name:
            yield document.mistake(place, "is no path: it holds a NUL character")


def _brand_contradictions(parsed: ConfigurationFile, document: Document) -> Iterator[Mistake]:
    seen: set[str] = set()
    closed = load_closed_sites(Path(document.name).parent)
    for path, brand in placed_brands(parsed):
        for name in {brand.slug, brand.name.casefold(), *map(str.casefold, brand.aliases)}:
            if name in seen:
                yield document.mistake((*path, "slug"), f"two brands answer to {name!r}")
            seen.add(name)
        ids: set[str] = set()
        for index, source in enumerate(brand.sources):
            place = (*path, "sources", index)
            if source.id in ids:
                message = f"brand {brand.slug!r} has two sources {source.id!r}"
                yield document.mistake((*place, "id"), message)
            ids.add(source.id)
            if unreadable := _unreadable(source, closed):
                yield document.mistake((*place, "url"), unreadable)
            if source.render and (source.api_key or source.kind == "feed"):
                what = "`api_key`" if source.api_key else "`kind: feed`"
                message = f"{what} is read from answers to programs, which no browser renders"
                yield document.mistake((*place, "render"), message)
            if source.reader == "selectors" and source.selectors is None:
                message = "reader: selectors needs a `selectors:` mapping (review, body, ...)"
                yield document.mistake((*place, "reader"), message)


def _unreadable(source: SourceSection, closed: ClosedSites) -> str | None:
    """Why no crawl would ever read the source, if none would."""
    if source.url is None:
        return None
    if reason := fetch_allowed(source.url):
        return f"{reason}: save the page and use `rivalscope import`"
    site = None if source.permission else closed.find(source.url)
    return f"{site} (`permission:` names an agreement, where you have one)" if site else None


def _alert_contradictions(parsed: ConfigurationFile, document: Document) -> Iterator[Mistake]:
    slugs = {brand.slug for _, brand in placed_brands(parsed)}
    ids: set[str] = set()
    for index, alert in enumerate(parsed.alerts):
        if alert.id in ids:
            yield document.mistake(("alerts", index, "id"), f"two alerts are called {alert.id!r}")
        ids.add(alert.id)
        for key, problem in _out_of_place(alert):
            yield document.mistake(("alerts", index, key), problem)
        for key, what, named, known in (
            ("brands", "brand", alert.brands, slugs),
            ("channels", "channel", alert.channels, set(parsed.channels)),
        ):
            for position, name in enumerate(named if isinstance(named, list) else ()):
                if name not in known:
                    message = f"unknown {what} {name!r}{did_you_mean(name, known)}"
                    yield document.mistake(("alerts", index, key, position), message)


def _out_of_place(alert: AlertSection) -> Iterator[tuple[str, str]]:
    """Keys that a rule of this kind can't have, and why."""
    if alert.themes != "all" and alert.kind not in {"complaint_spike", "praise_surge"}:
        yield "themes", f"a rule about {alert.kind} has no themes"
    if alert.min_complaints and alert.kind != "complaint_spike":
        yield "min_complaints", f"a rule about {alert.kind} has no complaints: use `min_reviews`"
    if alert.min_reviews and alert.kind in {"complaint_spike", "policy_change", "source_health"}:
        hint = ": use `min_complaints`" if alert.kind == "complaint_spike" else ""
        yield "min_reviews", f"a rule about {alert.kind} does not count reviews{hint}"
    if alert.sensitivity and alert.kind not in DEFAULTS:
        yield "sensitivity", f"{alert.kind} is no matter of chance: there is nothing to set"


def _channel_contradictions(parsed: ConfigurationFile, document: Document) -> Iterator[Mistake]:
    for key, channel in parsed.channels.items():
        others = set(parsed.channels) - {key}
        if channel.fallback and channel.fallback not in others:
            hint = did_you_mean(channel.fallback, others)
            message = f"fallback {channel.fallback!r} is no other channel{hint}"
            yield document.mistake(("channels", key, "fallback"), message)


def placed_brands(
    parsed: ConfigurationFile,
) -> Iterator[tuple[tuple[int | str, ...], BrandSection]]:
    """Each brand with the path it stands at, us first."""
    yield ("us",), parsed.us
    for index, brand in enumerate(parsed.competitors):
        yield ("competitors", index), brand
