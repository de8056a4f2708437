"""Loads theme packs, lexicons and the playbook; files beside the configuration win."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import BaseModel, ValidationError

from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.models import Cues, Lexicon, Tactic, Theme, ThemePack
from rivalscope.settings.documents import Document, parse_document, read_text
from rivalscope.settings.mistakes import did_you_mean, mistakes_of
from rivalscope.settings.pack_schema import (
    CuesFile,
    EmojiFile,
    LexiconFile,
    PackFile,
    PlaybookFile,
    ThemeFile,
)
from rivalscope.settings.shipped import shipped_folder, shipped_names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    #: Raises ValueError where a cue is not in the notation.
    CueCheck = Callable[[str], object]

Model = TypeVar("Model", bound=BaseModel)

#: Not a language: the emoji that every lexicon shares.
EMOJI = "emoji"


def available(folder: str, own: Path | None = None) -> tuple[str, ...]:
    """Names of the packs (``themes``) or languages (``lexicons``) to be had, sorted."""
    beside = () if own is None else (path.stem for path in (own / folder).glob("*.yaml"))
    return tuple(sorted({*shipped_names(folder), *beside} - {EMOJI}))


def load_theme_pack(name: str, *, own: Path | None, check: CueCheck) -> ThemePack:
    """The pack *name* with everything it includes.

    *own* is the folder of the user's configuration, whose ``themes/`` wins; *check* judges a cue.
    Raises ConfigurationError with every mistake of every file it reads.
    """
    layers = tuple(_pack_layers(name, own=own, check=check))
    themes: dict[str, Theme] = {}
    for document, layer in reversed(layers):
        themes |= {theme.id: _theme(theme) for theme in layer.themes}
        if strangers := tuple(_strangers(layer, document, themes)):
            raise ConfigurationError(strangers)
        for theme_id, more in layer.more_cues.items():
            themes[theme_id] = _with_more(themes[theme_id], more)
    digest = blake2b(repr([layer.model_dump() for _, layer in layers]).encode(), digest_size=8)
    return ThemePack(id=name, themes=tuple(themes.values()), digest=digest.hexdigest())


def load_lexicons(
    languages: Sequence[str], *, own: Path | None, check: CueCheck
) -> dict[str, Lexicon]:
    """Language -> lexicon, emoji included; raises ConfigurationError as load_theme_pack does."""
    emoji_document = _find("lexicons", EMOJI, own=own)
    emoji = _flat(_parsed(emoji_document, EmojiFile).valence)
    return {language: _lexicon(language, emoji, own=own, check=check) for language in languages}


def load_playbook(*, own: Path | None) -> tuple[Tactic, ...]:
    """The tactics, in the order of the file."""
    document = _find(".", "playbook", own=own)
    parsed = _parsed(document, PlaybookFile)
    return tuple(
        Tactic(
            id=tactic.id,
            title=tactic.title,
            effort=tactic.effort,
            themes=tuple(tactic.themes),
            steps=tuple(tactic.steps),
        )
        for tactic in parsed.tactics
    )


def _find(folder: str, name: str, *, own: Path | None) -> Document:
    for root in filter(None, (own, shipped_folder())):
        path = root / folder / f"{name}.yaml"
        if path.is_file():
            return parse_document(read_text(path), name=str(path))
    known = available(folder, own)
    message = (
        f"no {folder} file for {name!r}{did_you_mean(name, known)} (there are {', '.join(known)})"
    )
    raise ConfigurationError((Mistake(f"{folder}/{name}.yaml", 0, 0, message),))


def _parsed(document: Document, model: type[Model]) -> Model:
    try:
        return model.model_validate(document.root)
    except ValidationError as error:
        raise ConfigurationError(mistakes_of(error, document, model)) from error


def _pack_layers(
    name: str, *, own: Path | None, check: CueCheck
) -> Iterator[tuple[Document, PackFile]]:
    """The pack, then what it includes, and so on down."""
    seen: list[str] = []
    wanted: str | None = name
    while wanted:
        document = _find("themes", wanted, own=own)
        layer = _parsed(document, PackFile)
        mistakes = tuple(_cue_mistakes(layer, document, check))
        if layer.includes in {*seen, wanted}:
            problem = document.mistake(("includes",), f"{layer.includes!r} includes itself")
            mistakes = (*mistakes, problem)
        if mistakes:
            raise ConfigurationError(mistakes)
        yield document, layer
        seen.append(wanted)
        wanted = layer.includes


def _strangers(layer: PackFile, document: Document, themes: Collection[str]) -> Iterator[Mistake]:
    for theme_id in layer.more_cues:
        if theme_id not in themes:
            message = f"no theme {theme_id!r} to add cues to{did_you_mean(theme_id, themes)}"
            yield document.mistake(("more_cues", theme_id), message)


def _cue_mistakes(layer: PackFile, document: Document, check: CueCheck) -> Iterator[Mistake]:
    ids: set[str] = set()
    for index, theme in enumerate(layer.themes):
        place = ("themes", index)
        if theme.id in ids:
            yield document.mistake((*place, "id"), f"theme {theme.id!r} stands here twice")
        ids.add(theme.id)
        if "en" not in theme.label:
            yield document.mistake((*place, "label"), f"theme {theme.id!r} needs a label in `en`")
        for language, cues in theme.cues.items():
            yield from _bad_cues(cues, (*place, "cues", language), document, check)
    for theme_id, more in layer.more_cues.items():
        for language, cues in more.items():
            yield from _bad_cues(cues, ("more_cues", theme_id, language), document, check)


def _bad_cues(
    cues: CuesFile, place: tuple[int | str, ...], document: Document, check: CueCheck
) -> Iterator[Mistake]:
    for group, phrases in cues:
        for index, cue in enumerate(phrases):
            try:
                check(cue)
            except ValueError as error:
                yield document.mistake((*place, group, index), f"cue {cue!r}: {error}")


def _theme(file: ThemeFile) -> Theme:
    return Theme(
        id=file.id,
        label=file.label,
        touchpoint=file.touchpoint,
        stage=file.stage,
        cues={language: _cues(cues) for language, cues in file.cues.items()},
    )


def _cues(*files: CuesFile) -> Cues:
    return Cues(
        **{
            group: tuple(cue for file in files for cue in getattr(file, group))
            for group in CuesFile.model_fields
        }
    )


def _with_more(theme: Theme, more: dict[str, CuesFile]) -> Theme:
    cues = dict(theme.cues)
    for language, file in more.items():
        base = cues.get(language, Cues())
        cues[language] = Cues(
            **{
                group: getattr(base, group) + tuple(getattr(file, group))
                for group in CuesFile.model_fields
            }
        )
    return replace(theme, cues=cues)


def _lexicon(
    language: str, emoji: dict[str, float], *, own: Path | None, check: CueCheck
) -> Lexicon:
    document = _find("lexicons", language, own=own)
    file = _parsed(document, LexiconFile)
    mistakes = tuple(_valence_mistakes(file, document, check))
    if mistakes:
        raise ConfigurationError(mistakes)
    digest = blake2b(repr((file.model_dump(), emoji)).encode(), digest_size=8).hexdigest()
    return Lexicon(
        language=file.language,
        stemmer=file.stemmer,
        valence=_flat(file.valence) | emoji,
        boosters=_flat(file.boosters),
        negators=tuple(file.negators),
        negation_prefixes=tuple(file.negation_prefixes),
        negation_scope=file.negation_scope,
        contrast=tuple(file.contrast),
        conjunctions=tuple(file.conjunctions),
        digest=digest,
    )


def _valence_mistakes(file: LexiconFile, document: Document, check: CueCheck) -> Iterator[Mistake]:
    for value, entries in file.valence.items():
        for index, entry in enumerate(entries):
            try:
                check(entry)
            except ValueError as error:
                place = ("valence", cast("int", value), index)
                yield document.mistake(place, f"entry {entry!r}: {error}")


def _flat(by_value: dict[float, list[str]]) -> dict[str, float]:
    return {entry: value for value, entries in by_value.items() for entry in entries}
