"""Commands for the configuration: write one, check one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

import click
from jinja2 import Environment

from analysis.themes.cues import parse_cue, parse_entry
from rivalscope.cli.console import Verbosity
from rivalscope.cli.options import market_options, verbosity_options
from rivalscope.cli.schedule import check_jobs
from rivalscope.errors import ConfigurationError, Mistake, UsageError
from rivalscope.pipeline import check_channels, check_ping
from rivalscope.pipeline.understanding.transformers import check_transformers
from rivalscope.plurals import counted
from rivalscope.settings import (
    available,
    load_lexicons,
    load_playbook,
    load_theme_pack,
    shipped_folder,
)
from rivalscope.settings.mistakes import did_you_mean

if TYPE_CHECKING:
    from rivalscope.settings import Settings

_TEMPLATE = """\
# {{ market }}: written by `rivalscope init`. `rivalscope validate` checks it; plain
# `rivalscope init` in an empty folder writes an example of every section.
market:
  name: {{ market | quoted }}
  industry: {{ industry }}
  languages: [{{ languages | join(", ") }}]

us:
  slug: {{ slugs[us] }}
  name: {{ us | quoted }}
  sources: []   # `rivalscope import` needs none; to crawl, list them like this:
  #  - id: shop
  #    platform: own_site
  #    url: https://www.example.com/reviews

competitors:{{ "" if competitors else " []" }}
{%- for name in competitors %}
  - slug: {{ slugs[name] }}
    name: {{ name | quoted }}
    sources: []
{%- endfor %}

# crawl:
#   contact_url: https://www.example.com/bot   # who to write to; needed before the first crawl
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--us", metavar="NAME", help="Our brand.")
@click.option("--competitor", "competitors", multiple=True, metavar="NAME", help="May be repeated.")
@click.option("--industry", default="core", show_default=True, help="Theme pack.")
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Default: en; may be repeated."
)
@click.option("--force", is_flag=True, help="Replace a configuration that is there.")
def init(
    *,
    folder: Path,
    us: str | None,
    competitors: tuple[str, ...],
    industry: str,
    languages: tuple[str, ...],
    force: bool,
) -> None:
    """Write rivalscope.yaml.

    For the brands named; without --us, a commented example to fill in.
    """
    target = folder / "rivalscope.yaml"
    if target.exists() and not force:
        message = f"{target} is there already: edit it, or replace it with --force"
        raise UsageError(message)
    if competitors and us is None:
        message = "--competitor without --us: name our own brand too"
        raise UsageError(message)
    names = (us, *competitors) if us is not None else ()
    _check_names(names)
    if unknown := sorted(set(languages) - set(available("lexicons"))):
        message = f"--language {unknown[0]}: there are {', '.join(available('lexicons'))}"
        raise UsageError(message)
    if industry not in available("themes"):
        message = f"--industry {industry}: there are {', '.join(available('themes'))}"
        raise UsageError(message)
    text = (
        _configuration(us, competitors, industry=industry, languages=languages or ("en",))
        if us is not None
        else (shipped_folder() / "rivalscope.yaml").read_text(encoding="utf-8")
    )
    folder.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    click.echo(f"wrote {target}: edit it, then `rivalscope validate`, then `rivalscope run`")


@click.command()
@market_options
@verbosity_options
def validate(*, settings: Settings, verbosity: Verbosity) -> None:
    """Check the configuration; print every mistake.

    Its theme pack, lexicons, transformers and channels are checked with it.
    """
    own = settings.path.parent
    pack = load_theme_pack(
        settings.industry, languages=settings.languages, own=own, check=parse_cue
    )
    check_alert_themes(settings, {theme.id for theme in pack.themes})
    lexicons = load_lexicons(settings.languages, own=own, check=parse_entry)
    tactics = load_playbook(own=own)
    models = check_transformers(settings)
    channels = check_channels(settings)
    check_jobs(settings)
    is_pinged = check_ping(settings)
    if verbosity is Verbosity.QUIET:
        return
    kinds = Counter(source.kind for source in settings.sources)
    shown = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())) or "none"
    click.echo(
        f"{settings.path}: ok\n"
        f"  {counted(len(settings.brands), 'brand')}; sources: {shown}\n"
        f"  pack {pack.id}: {len(pack.themes)} themes; lexicons {', '.join(lexicons)};"
        f" {len(tactics)} tactics"
        + "".join(f"\n  model {model}" for model in models)
        + (f"\n  channels: {', '.join(channels)}" if channels else "")
        + ("\n  nights are told to the address to ping" if is_pinged else "")
    )


def check_alert_themes(settings: Settings, known: set[str]) -> None:
    """Raises ConfigurationError where an alert watches a theme that the pack does not have."""
    mistakes = tuple(
        Mistake(str(settings.path), 0, 0, f"alert {rule.id!r}: unknown theme {theme!r}{hint}")
        for rule in settings.alerts
        for theme in rule.themes or ()
        if theme not in known
        for hint in (did_you_mean(theme, known),)
    )
    if mistakes:
        raise ConfigurationError(mistakes)


def _configuration(
    us: str, competitors: tuple[str, ...], *, industry: str, languages: tuple[str, ...]
) -> str:
    environment = Environment(keep_trailing_newline=True)  # ruff: ignore[jinja2-autoescape-false] - writes YAML, not HTML
    environment.filters["quoted"] = _quoted
    return environment.from_string(_TEMPLATE).render(
        market=f"{us} and its competitors",
        us=us,
        slugs=_slugs((us, *competitors)),
        competitors=competitors,
        industry=industry,
        languages=languages,
    )


def _check_names(names: tuple[str, ...]) -> None:
    """Raises UsageError for a name without a letter, and for one that two brands would share."""
    if any(not name.strip() for name in names):
        message = "--us and --competitor: a brand needs a name"
        raise UsageError(message)
    counts = Counter(name.strip().casefold() for name in names)
    if twice := [name for name in names if counts[name.strip().casefold()] > 1]:
        message = f"{twice[0]!r} is named twice: each brand once"
        raise UsageError(message)


def _slugs(names: tuple[str, ...]) -> dict[str, str]:
    """Name -> slug; numbered where two names come to the same, or to nothing."""
    slugs: dict[str, str] = {}
    for name in names:
        slug = _slug(name)
        numbered = (f"{slug}-{number}" for number in count(2))
        slugs[name] = next(one for one in chain([slug], numbered) if one not in slugs.values())
    return slugs


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "brand"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
