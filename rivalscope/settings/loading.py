"""From rivalscope.yaml and the environment to Settings."""

from __future__ import annotations

import os
import re
from copy import deepcopy
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.models import DEFAULTS, ApiKey, Brand, Selectors, Source, Thresholds
from rivalscope.settings.contradictions import contradictions, placed_brands
from rivalscope.settings.documents import read_document
from rivalscope.settings.jobs import jobs
from rivalscope.settings.mistakes import did_you_mean, mistakes_of
from rivalscope.settings.schema import AlertSection, BrandSection, ConfigurationFile, SourceSection
from rivalscope.settings.values import (
    ALL_LANGUAGES,
    AlertRule,
    Channel,
    LogPlace,
    ModelPlace,
    Settings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rivalscope.settings.documents import Document

#: Looked for in this order where no ``--config`` is given.
USUAL_PLACES = (Path("rivalscope.yaml"), Path("config/rivalscope.yaml"))
PREFIX = "RIVALSCOPE_"
#: Sections whose plain values ``RIVALSCOPE_<SECTION>_<KEY>`` may override.
_OVERRIDABLE = (
    "market",
    "crawl",
    "swot",
    "delivery",
    "schedule",
    "heartbeat",
    "retention",
    "backup",
    "report",
    "logs",
)


#: What else begins like that and is read somewhere; each of them also with ``_FILE``.
_OTHERS = frozenset(
    f"{PREFIX}{name}"
    for name in ("CONFIG", "DB", "AS_OF", "PING_URL", "CHROMIUM", "SCHEDULED", "LOG_CALL")
)
_CHANNEL = f"{PREFIX}CHANNEL_"
#: Container platforms tell every program of a service named rivalscope by these:
#: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
_SERVICE = re.compile(r"_(?:SERVICE|PORT)(?:_|$)")
_MENDING_ROUNDS = 3


def find_configuration(given: Path | None) -> Path:
    """The configuration to read: *given*, else RIVALSCOPE_CONFIG, else the usual places.

    Raises ConfigurationError where there is none.
    """
    named = given or os.environ.get("RIVALSCOPE_CONFIG")
    if named:
        return Path(named)
    for place in USUAL_PLACES:
        if place.is_file():
            return place
    message = "not found: run `rivalscope init` to write one, or name yours with --config"
    raise ConfigurationError((Mistake("rivalscope.yaml", 0, 0, message),))


def load_settings(path: Path, *, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in the file at *path*, overridden by *environment* (default: the process's).

    Raises ConfigurationError with every mistake in either.
    """
    document = read_document(path)
    environment = os.environ if environment is None else environment
    variables = _overriding(environment)
    document.variables = {(section, key): name for (section, key), name in variables.items()}
    overrides = {place: environment[name] for place, name in variables.items()}
    content = _overridden(document.root, overrides)
    unknown = tuple(_unknown(environment, document))
    try:
        parsed = ConfigurationFile.model_validate(content)
    except ValidationError as error:
        mistakes = mistakes_of(error, document, ConfigurationFile)
        mended = _mended(content, error)
        more = contradictions(mended, document) if mended else ()
        raise ConfigurationError((*mistakes, *more, *unknown)) from error
    if found := (*contradictions(parsed, document), *unknown):
        raise ConfigurationError(found)
    return _settled(parsed, path, document)


def _mended(content: dict[str, Any], error: ValidationError) -> ConfigurationFile | None:
    """The configuration without what is wrong by itself, so that the rest can be judged too."""
    copy = deepcopy(content)
    for _ in range(_MENDING_ROUNDS):
        try:
            _mend(copy, error)
            return ConfigurationFile.model_validate(copy)
        except ValidationError as again:
            error = again  # what was deleted may be required
        except (LookupError, TypeError):
            break
    return None


def _mend(content: dict[str, Any], error: ValidationError) -> None:
    for number, problem in enumerate(error.errors(include_url=False)):
        *path, last = problem["loc"]
        place: Any = reduce(getitem, path, content)  # type: ignore[arg-type]
        if problem["type"] == "missing":
            place[last] = f"missing-{number}"
        else:
            del place[last]


def _overriding(environment: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """(section, key) -> name of the variable that is set for it."""
    return {place: name for name, place in _overridable().items() if name in environment}


def _overridable() -> dict[str, tuple[str, str]]:
    """RIVALSCOPE_<SECTION>_<KEY> -> (section, key)."""
    return {
        f"{PREFIX}{section}_{key}".upper(): (section, key)
        for section in _OVERRIDABLE
        for key, field in type(ConfigurationFile.model_fields[section].default).model_fields.items()
        if not isinstance(field.default, dict)
    }


def _unknown(environment: Mapping[str, str], document: Document) -> Iterator[Mistake]:
    """A mistake for each variable that is named like one of ours and that nobody reads."""
    known = {*_overridable(), *_OTHERS, *_named_variables(document.root)}
    for name in sorted(environment):
        if not name.startswith(PREFIX) or name.startswith(_CHANNEL) or _SERVICE.search(name):
            continue
        if name.removesuffix("_FILE") not in known:
            yield Mistake(name, 0, 0, f"unknown variable{did_you_mean(name, known)}")


def _named_variables(node: object) -> Iterator[str]:
    """What stands for `variable` anywhere in the file: whatever holds secrets says where."""
    if isinstance(node, dict):
        if isinstance(node.get("variable"), str):
            yield node["variable"]
        for one in node.values():
            yield from _named_variables(one)
    elif isinstance(node, list):
        for one in node:
            yield from _named_variables(one)


def _overridden(
    root: Mapping[str, Any], overrides: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    result = dict(root)
    for (section, key), value in overrides.items():
        given: Any = value.split(",") if key == "languages" else value
        present = result.get(section) or {}
        if isinstance(present, dict):  # what is no mapping is a mistake of its own
            result[section] = {**present, key: given}
    return result


def _settled(parsed: ConfigurationFile, path: Path, document: Document) -> Settings:
    brands = tuple(_brand(brand, path=place) for place, brand in placed_brands(parsed))
    swot = parsed.swot
    return Settings(
        path=path,
        market=parsed.market.name,
        industry=parsed.market.industry,
        languages=tuple(dict.fromkeys(parsed.market.languages)),
        synthetic=parsed.market.synthetic,
        brands=brands,
        contact_url=parsed.crawl.contact_url,
        delay_seconds=parsed.crawl.delay_seconds,
        proxy=parsed.crawl.proxy,
        crawl_timeout_seconds=parsed.crawl.timeout_minutes * 60,
        night_timeout_seconds=parsed.schedule.timeout_minutes * 60,
        max_requests_per_host=parsed.crawl.max_requests_per_host,
        full_every_days=parsed.crawl.full_every_days,
        transformers=dict(_transformers(parsed, document)),
        transformer_threads=parsed.analysis.threads,
        thresholds=Thresholds(**swot.model_dump()),
        alerts=tuple(_alert_rules(parsed, brands)),
        channels=tuple(_channels(parsed, document)),
        base_url=parsed.delivery.base_url,
        remind_every_days=parsed.delivery.remind_every_days,
        reminders=parsed.delivery.reminders,
        jobs=jobs(parsed.schedule),
        time_zone=parsed.schedule.time_zone,
        heartbeat_seconds=parsed.heartbeat.hours * 3600,
        ping_is_private=parsed.heartbeat.private,
        retention_months=parsed.retention.months,
        page_retention_days=parsed.retention.pages_days,
        backs_up_nightly=parsed.backup.nightly,
        backup_folder=path.parent / parsed.backup.folder if parsed.backup.folder else None,
        backups_kept=parsed.backup.keep,
        backup_days=parsed.backup.days,
        database=path.parent / parsed.database,
        reports=path.parent / parsed.reports,
        report_language=parsed.report.language,
        logs=LogPlace(
            folder=path.parent / parsed.logs.folder if parsed.logs.folder else None,
            level=parsed.logs.level,
            most_bytes=int(parsed.logs.max_mb * 2**20),
            files=parsed.logs.files,
        ),
    )


def _transformers(
    parsed: ConfigurationFile, document: Document
) -> Iterator[tuple[str, ModelPlace]]:
    given = parsed.analysis.transformers
    for language in parsed.market.languages:
        key = language if language in given else ALL_LANGUAGES
        if key in given:
            line, column = document.position(("analysis", "transformers", key))
            yield language, ModelPlace(name=given[key], line=line, column=column)


def _brand(section: BrandSection, *, path: tuple[int | str, ...]) -> Brand:
    return Brand(
        slug=section.slug,
        name=section.name,
        is_us=path == ("us",),
        aliases=tuple(section.aliases),
        sources=tuple(_source(source, brand=section.slug) for source in section.sources),
    )


def _source(section: SourceSection, *, brand: str) -> Source:
    fields = section.model_dump(exclude={"selectors", "api_key", "quotes_only"})
    selectors = Selectors(**section.selectors.model_dump()) if section.selectors else None
    api_key = ApiKey(**section.api_key.model_dump()) if section.api_key else None
    # those who mention a brand in a feed are no sample of its customers
    quotes_only = section.quotes_only or section.kind == "feed"
    return Source(
        brand=brand, selectors=selectors, api_key=api_key, quotes_only=quotes_only, **fields
    )


def _alert_rules(parsed: ConfigurationFile, brands: tuple[Brand, ...]) -> Iterator[AlertRule]:
    groups = {
        "all": tuple(brand.slug for brand in brands),
        "us": tuple(brand.slug for brand in brands if brand.is_us),
        "competitors": tuple(brand.slug for brand in brands if not brand.is_us),
    }
    for alert in parsed.alerts:
        watched = groups[alert.brands] if isinstance(alert.brands, str) else tuple(alert.brands)
        themes = None if alert.themes == "all" else tuple(alert.themes)
        channels = parsed.channels if isinstance(alert.channels, str) else alert.channels
        yield AlertRule(
            id=alert.id,
            kind=alert.kind,
            brands=watched,
            themes=themes,
            **_held_to(alert),
            channels=tuple(dict.fromkeys(channels)),
            is_immediate=alert.deliver == "immediate",
        )


def _held_to(alert: AlertSection) -> dict[str, Any]:
    """How sure it must be: floor and sensitivity only where the kind has such."""
    if alert.kind not in DEFAULTS:
        return {"confirm_nights": alert.confirm_nights or 1}
    usual = DEFAULTS[alert.kind]
    return {
        "confirm_nights": alert.confirm_nights or usual.confirm_nights,
        "floor": alert.min_complaints or alert.min_reviews or usual.floor,
        "sensitivity": alert.sensitivity or usual.sensitivity,
    }


def _channels(parsed: ConfigurationFile, document: Document) -> Iterator[Channel]:
    for key, channel in parsed.channels.items():
        line, column = document.position(("channels", key))
        yield Channel(
            id=key,
            variable=channel.variable or f"{PREFIX}CHANNEL_{key.upper().replace('-', '_')}",
            digest=channel.digest,
            attach=channel.attach,
            fallback=channel.fallback,
            is_private=channel.private,
            line=line,
            column=column,
        )
