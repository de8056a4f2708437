"""Loads how each language speaks of effort and of moving between brands: ``proxies/*.yaml``."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rivalscope.errors import ConfigurationError
from rivalscope.models import ProxyPhrases
from rivalscope.settings.documents import parse_document, read_text
from rivalscope.settings.kept import kept
from rivalscope.settings.mistakes import mistakes_of
from rivalscope.settings.patterns import LANGUAGE
from rivalscope.settings.shipped import shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from rivalscope.errors import Mistake
    from rivalscope.settings.documents import Document

    #: Takes a group and a phrase; raises ValueError where that is not in the notation.
    PhraseCheck = Callable[[str, str], object]

FOLDER = "proxies"
_GROUPS = ("effort", "leaving", "coming", "exclude")


class ProxyFile(BaseModel):
    """The whole of ``proxies/LANGUAGE.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str = Field(pattern=LANGUAGE)
    endings: list[str] = []
    instead: dict[str, list[str]] = {}
    effort: list[str] = []
    leaving: list[str] = []
    coming: list[str] = []
    exclude: list[str] = []


def load_proxy_phrases(
    languages: Sequence[str], *, own: Path | None, check: PhraseCheck
) -> dict[str, ProxyPhrases]:
    """Language -> its phrases; a language without a file is left out.

    *own* is the folder of the user's configuration, whose ``proxies/`` wins. Raises
    ConfigurationError with every mistake of a file.
    """
    found: dict[str, ProxyPhrases] = {}
    for language in languages:
        path = _find(language, own)
        if path:
            found[language] = _phrases(_read(path, check))
    return found


def _find(language: str, own: Path | None) -> Path | None:
    for root in filter(None, (own, shipped_folder())):
        path = root / FOLDER / f"{language}.yaml"
        if path.is_file():
            return path
    return None


def _read(path: Path, check: PhraseCheck) -> ProxyFile:
    text = read_text(path)

    def read() -> ProxyFile:
        document = parse_document(text, name=str(path))
        try:
            parsed = ProxyFile.model_validate(document.root)
        except ValidationError as error:
            raise ConfigurationError(mistakes_of(error, document, ProxyFile)) from error
        if mistakes := tuple(_bad_phrases(parsed, document, check)):
            raise ConfigurationError(mistakes)
        return parsed

    return kept(text, ProxyFile, read=read)


def _bad_phrases(file: ProxyFile, document: Document, check: PhraseCheck) -> Iterator[Mistake]:
    for group in _GROUPS:
        for index, phrase in enumerate(getattr(file, group)):
            try:
                check(group, phrase)
            except ValueError as error:
                yield document.mistake((group, index), f"phrase {phrase!r}: {error}")


def _phrases(file: ProxyFile) -> ProxyPhrases:
    return ProxyPhrases(
        language=file.language,
        endings=tuple(file.endings),
        instead={last: tuple(others) for last, others in file.instead.items()},
        effort=tuple(file.effort),
        leaving=tuple(file.leaving),
        coming=tuple(file.coming),
        exclude=tuple(file.exclude),
        digest=blake2b(repr(file.model_dump()).encode(), digest_size=8).hexdigest(),
    )
