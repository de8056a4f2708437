"""The models a user brings for sentiment: found, checked, and run only when a text needs one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from analysis.sentiment.transformer import VERSION, TransformerEngine
from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.pipeline.understanding.transformers.classifier import load_classifier
from rivalscope.pipeline.understanding.transformers.files import BadModelError, find_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.sentiment.transformer import Answer
    from rivalscope.pipeline.understanding.transformers.files import ModelFiles
    from rivalscope.settings import ModelPlace, Settings


def transformers_of(settings: Settings) -> dict[str, TransformerEngine]:
    """Language -> engine, for the languages that the configuration names a model for.

    Files are looked for, and those of the hub fetched, at once; a model is loaded when its first
    text comes. Raises ConfigurationError with every mistake then, and with that of a model then.
    """
    engines: dict[str, TransformerEngine] = {}
    mistakes: list[Mistake] = []
    for place in dict.fromkeys(settings.transformers.values()):
        try:
            engine = _engine(find_model(place.name, beside=settings.path.parent), place, settings)
        except BadModelError as error:
            mistakes.append(_mistake(error, place, settings))
            continue
        engines |= {
            language: engine for language, one in settings.transformers.items() if one == place
        }
    if mistakes:
        raise ConfigurationError(tuple(mistakes))
    return engines


def check_transformers(settings: Settings) -> tuple[str, ...]:
    """Loads every model and asks it once; gives their names. Raises as transformers_of does."""
    engines = dict.fromkeys(transformers_of(settings).values())
    for engine in engines:
        engine.score("ok")
    return tuple(engine.name for engine in engines)


def _engine(files: ModelFiles, place: ModelPlace, settings: Settings) -> TransformerEngine:
    return TransformerEngine(
        partial(_PlacedClassifier, files, place, settings),
        name=f"transformer-{files.digest}-{VERSION}",
        worths=files.worths,
    )


class _PlacedClassifier:
    """A loaded model whose failures name the place in the configuration that names the model."""

    def __init__(self, files: ModelFiles, place: ModelPlace, settings: Settings) -> None:
        self._told = partial(_mistake, place=place, settings=settings)
        try:
            self._classifier = load_classifier(files, threads=settings.transformer_threads)
        except BadModelError as error:
            raise ConfigurationError((self._told(error),)) from error

    def answers(self, text: str) -> Iterator[Answer]:
        """As the model's own; raises ConfigurationError where it can't be asked."""
        try:
            yield from self._classifier.answers(text)
        except BadModelError as error:
            raise ConfigurationError((self._told(error),)) from error


def _mistake(error: BadModelError, place: ModelPlace, settings: Settings) -> Mistake:
    return Mistake(str(settings.path), place.line, place.column, f"{place.name}: {error}")
