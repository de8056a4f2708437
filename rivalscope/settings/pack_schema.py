"""What theme packs, lexicons and the playbook may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from rivalscope.models import MetricId, Need, Stage, Touchpoint  # ruff: ignore[typing-only-first-party-import] - pydantic reads them
from rivalscope.settings.patterns import LANGUAGE, THEME


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CuesFile(_File):
    """How one language speaks of a theme."""

    complaint: list[str] = []
    praise: list[str] = []
    topic: list[str] = []
    exclude: list[str] = []


class ThemeFile(_File):
    """One theme."""

    id: str = Field(pattern=THEME)
    label: dict[str, str]
    touchpoint: Touchpoint
    stage: Stage
    cues: dict[str, CuesFile] = {}
    """By language; long lists stand in a file per language instead."""


class PackFile(_File):
    """``themes/*.yaml``."""

    id: str
    title: str
    includes: str | None = None
    themes: list[ThemeFile] = []
    more_cues: dict[str, dict[str, CuesFile]] = {}


class LanguageFile(RootModel[dict[str, CuesFile]]):
    """``themes/PACK/LANGUAGE.yaml``: theme id -> cues."""


class LexiconFile(_File):
    """``lexicons/*.yaml``, one language each."""

    language: str = Field(pattern=LANGUAGE)
    stemmer: str | None = None
    valence: dict[float, list[str]]
    boosters: dict[float, list[str]] = {}
    negators: list[str] = []
    negation_prefixes: list[str] = []
    negation_scope: int = Field(3, ge=0, le=10)
    contrast: list[str] = []
    conjunctions: list[str] = []
    telltale: list[str] = []


class EmojiFile(_File):
    """``lexicons/emoji.yaml``: for every language."""

    valence: dict[float, list[str]]


class TacticWords(_File):
    """A tactic in another language."""

    title: str
    steps: list[str] = Field(min_length=1)


class TacticFile(_File):
    """One thing to do."""

    id: str
    title: str
    effort: Literal["quick_win", "structural"]
    themes: list[Annotated[str, Field(pattern=THEME)]] = Field(min_length=1)
    steps: list[str] = Field(min_length=1)
    needs: list[Need] = []
    measures: list[MetricId] = []
    translations: dict[str, TacticWords] = {}
    """By language of the report; those missing fall back to English."""


class PlaybookFile(_File):
    """``playbook.yaml``."""

    tactics: list[TacticFile]
