"""Loads theme packs, lexicons and the playbook; files beside the configuration win."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import BaseModel, ValidationError

from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.models import Cues, Lexicon, Tactic, Theme, ThemePack
from rivalscope.settings.documents import Document, parse_document, read_text
from rivalscope.settings.kept import kept
from rivalscope.settings.mistakes import did_you_mean, mistakes_of
from rivalscope.settings.pack_schema import (
    CuesFile,
    EmojiFile,
    LanguageFile,
    LexiconFile,
    PackFile,
    PlaybookFile,
    TacticFile,
    ThemeFile,
)
from rivalscope.settings.patterns import LANGUAGE
from rivalscope.settings.shipped import shipped_folder, shipped_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    #: Raises ValueError where a cue is not in the notation.
    CueCheck = Callable[[str], object]

Model = TypeVar("Model", bound=BaseModel)
Judge = Callable[[Model, Document], Iterable[Mistake]]

#: Not a language: the emoji that every lexicon shares.
EMOJI = "emoji"


def available(folder: str, own: Path | None = None) -> tuple[str, ...]:
    """Names of the packs (``themes``) or languages (``lexicons``) to be had, sorted."""
    beside = () if own is None else (path.stem for path in (own / folder).glob("*.yaml"))
    return tuple(sorted({*shipped_names(folder), *beside} - {EMOJI}))


def load_theme_pack(
    name: str, *, languages: Sequence[str], own: Path | None, check: CueCheck
) -> ThemePack:
    """The pack *name* with everything it includes, and its cues in *languages*.

    *own* is the folder of the user's configuration, whose ``themes/`` wins; *check* judges a cue.
    Raises ConfigurationError with every mistake of a file.
    """
    themes: dict[str, Theme] = {}
    for layer in reversed(tuple(_layers(name, own=own, check=check))):
        themes |= {theme.id: _theme(theme, languages) for theme in layer.pack.themes}
        for file, more in _additions(layer, languages, own=own, check=check):
            if strangers := more.keys() - themes.keys():
                raise ConfigurationError(tuple(_strange(strangers, file, themes)))
            for theme_id, cues in more.items():
                themes[theme_id] = _with_more(themes[theme_id], cues)
    digest = blake2b(repr(sorted(themes.items())).encode(), digest_size=8).hexdigest()
    return ThemePack(id=name, themes=tuple(themes.values()), digest=digest)


def pack_chain(name: str, *, own: Path | None, check: CueCheck) -> tuple[str, ...]:
    """Names of the pack and of those it includes, down to the last; raises as load_theme_pack."""
    return tuple(layer.name for layer in _layers(name, own=own, check=check))


def load_lexicons(
    languages: Sequence[str], *, own: Path | None, check: CueCheck
) -> dict[str, Lexicon]:
    """Language -> lexicon, emoji included; raises ConfigurationError as load_theme_pack does."""
    emoji = _flat(_read(_find("lexicons", EMOJI, own=own), EmojiFile).valence)
    return {language: _lexicon(language, emoji, own=own, check=check) for language in languages}


def load_playbook(*, own: Path | None, language: str = "en") -> tuple[Tactic, ...]:
    """The tactics, in the order of the file; in English where *language* has no words for one.

    Raises ConfigurationError with every mistake of the file.
    """
    parsed = _read(_find(".", "playbook", own=own), PlaybookFile, _playbook_mistakes)
    return tuple(_tactic(tactic, language) for tactic in parsed.tactics)


@dataclass(frozen=True, slots=True)
class _Text:
    """A file as it stands, parsed only where it must be."""

    name: str
    text: str

    def document(self) -> Document:
        return parse_document(self.text, name=self.name)


def _find(folder: str, name: str, *, own: Path | None) -> _Text:
    for root in filter(None, (own, shipped_folder())):
        path = root / folder / f"{name}.yaml"
        if path.is_file():
            return _Text(str(path), read_text(path))
    known = available(folder, own)
    message = (
        f"no {folder} file for {name!r}{did_you_mean(name, known)} (there are {', '.join(known)})"
    )
    raise ConfigurationError((Mistake(f"{folder}/{name}.yaml", 0, 0, message),))


def _read(file: _Text, model: type[Model], judge: Judge[Model] | None = None) -> Model:
    """What the file says; *judge* names the mistakes that its shape alone can't show."""

    def read() -> Model:
        document = file.document()
        try:
            parsed = model.model_validate(document.root)
        except ValidationError as error:
            raise ConfigurationError(mistakes_of(error, document, model)) from error
        if judge and (mistakes := tuple(judge(parsed, document))):
            raise ConfigurationError(mistakes)
        return parsed

    return kept(file.text, model, read=read)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One pack by itself."""

    name: str
    file: _Text
    pack: PackFile


def _layers(name: str, *, own: Path | None, check: CueCheck) -> Iterator[_Layer]:
    """The pack, then what it includes, and so on down."""
    seen: set[str] = set()
    wanted: str | None = name
    while wanted:
        file = _find("themes", wanted, own=own)
        pack = _read(file, PackFile, partial(_pack_mistakes, check=check))
        seen.add(wanted)
        if pack.includes in seen:
            message = f"{pack.includes!r} includes itself"
            raise ConfigurationError((file.document().mistake(("includes",), message),))
        yield _Layer(wanted, file, pack)
        wanted = pack.includes


def _additions(
    layer: _Layer, languages: Sequence[str], *, own: Path | None, check: CueCheck
) -> Iterator[tuple[_Text, dict[str, dict[str, CuesFile]]]]:
    """Cues that stand apart from their theme: (file, theme id -> language -> cues)."""
    yield layer.file, layer.pack.more_cues
    for language in languages:
        if language in available(f"themes/{layer.name}", own):
            file = _find(f"themes/{layer.name}", language, own=own)
            read = _read(file, LanguageFile, partial(_language_mistakes, check=check)).root
            yield file, {theme_id: {language: cues} for theme_id, cues in read.items()}


def _strange(strangers: Collection[str], file: _Text, themes: Collection[str]) -> Iterator[Mistake]:
    document = file.document()
    for theme_id in sorted(strangers):
        message = f"no theme {theme_id!r} to add cues to{did_you_mean(theme_id, themes)}"
        yield document.mistake(("more_cues", theme_id), message)


def _pack_mistakes(pack: PackFile, document: Document, *, check: CueCheck) -> Iterator[Mistake]:
    ids: set[str] = set()
    for index, theme in enumerate(pack.themes):
        place = ("themes", index)
        if theme.id in ids:
            yield document.mistake((*place, "id"), f"theme {theme.id!r} stands here twice")
        ids.add(theme.id)
        if "en" not in theme.label:
            yield document.mistake((*place, "label"), f"theme {theme.id!r} needs a label in `en`")
        for language, cues in theme.cues.items():
            yield from _bad_cues(cues, (*place, "cues", language), document, check)
    for theme_id, more in pack.more_cues.items():
        for language, cues in more.items():
            yield from _bad_cues(cues, ("more_cues", theme_id, language), document, check)


def _language_mistakes(
    file: LanguageFile, document: Document, *, check: CueCheck
) -> Iterator[Mistake]:
    for theme_id, cues in file.root.items():
        yield from _bad_cues(cues, (theme_id,), document, check)


def _bad_cues(
    cues: CuesFile, place: tuple[int | str, ...], document: Document, check: CueCheck
) -> Iterator[Mistake]:
    for group, phrases in cues:
        for index, cue in enumerate(phrases):
            try:
                check(cue)
            except ValueError as error:
                yield document.mistake((*place, group, index), f"cue {cue!r}: {error}")


def _tactic(file: TacticFile, language: str) -> Tactic:
    words = file.translations.get(language, file)
    return Tactic(
        id=file.id,
        title=words.title,
        effort=file.effort,
        themes=tuple(file.themes),
        steps=tuple(words.steps),
        needs=tuple(file.needs),
        measures=tuple(file.measures),
    )


def _playbook_mistakes(playbook: PlaybookFile, document: Document) -> Iterator[Mistake]:
    ids: set[str] = set()
    for index, tactic in enumerate(playbook.tactics):
        place = ("tactics", index)
        if tactic.id in ids:
            yield document.mistake((*place, "id"), f"tactic {tactic.id!r} stands here twice")
        ids.add(tactic.id)
        for language, words in tactic.translations.items():
            where = (*place, "translations", language)
            if not re.fullmatch(LANGUAGE, language) or language == "en":
                message = f"translation into {language!r}: needs a two-letter code other than en"
                yield document.mistake(where, message)
            if len(words.steps) != len(tactic.steps):
                counts = f"{len(words.steps)} steps, {len(tactic.steps)} in English"
                yield document.mistake((*where, "steps"), f"tactic {tactic.id!r}: {counts}")


def _theme(file: ThemeFile, languages: Sequence[str]) -> Theme:
    theme = Theme(
        id=file.id, label=file.label, touchpoint=file.touchpoint, stage=file.stage, cues={}
    )
    return _with_more(theme, {code: file.cues[code] for code in languages if code in file.cues})


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
    found = _find("lexicons", language, own=own)
    file = _read(found, LexiconFile, partial(_valence_mistakes, check=check))
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
        telltale=frozenset(map(str.lower, file.telltale)),
        digest=digest,
    )


def _valence_mistakes(
    file: LexiconFile, document: Document, *, check: CueCheck
) -> Iterator[Mistake]:
    for value, entries in file.valence.items():
        for index, entry in enumerate(entries):
            try:
                check(entry)
            except ValueError as error:
                place = ("valence", cast("int", value), index)
                yield document.mistake(place, f"entry {entry!r}: {error}")


def _flat(by_value: dict[float, list[str]]) -> dict[str, float]:
    return {entry: value for value, entries in by_value.items() for entry in entries}
