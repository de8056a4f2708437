"""A theme pack as it would be with one file edited, without touching the file in use."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rivalscope.errors import ConfigurationError, Mistake, UsageError
from rivalscope.settings.documents import parse_document, read_text
from rivalscope.settings.packs import available, load_theme_pack, pack_chain

if TYPE_CHECKING:
    from rivalscope.models import ThemePack
    from rivalscope.settings.packs import CueCheck
    from rivalscope.settings.values import Settings

#: A pack, or its cues in one language; nothing that leads out of the folder.
_PLACE = re.compile(r"[A-Za-z0-9_-]+(/[a-z]{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedPack:
    """The pack with one file edited."""

    pack: ThemePack
    stands_for: str
    """The file it would replace, such as ``themes/core/en.yaml``."""


def load_tried_pack(
    file: Path, settings: Settings, *, stands_for: str | None, check: CueCheck
) -> TriedPack:
    """The market's pack with *file* in the place of the one it is an edited copy of.

    A pack says itself which it is (``id``); a file of cues is called LANGUAGE.yaml and lies in a
    folder called PACK, or *stands_for* says it: ``PACK/LANGUAGE``. A pack that the market does not
    use yet is taken for the whole. Raises ConfigurationError with every mistake in the file, and
    UsageError where it is not clear what it stands for.
    """
    text = read_text(file)
    place = stands_for or _place_of(file, text)
    own = settings.path.parent
    if not place or not _PLACE.fullmatch(place):
        message = (
            f"{file}: which file is it an edited copy of? call it PACK/LANGUAGE.yaml (such as"
            " core/en.yaml), or say --as PACK/LANGUAGE"
        )
        raise UsageError(message)
    with TemporaryDirectory(prefix="rivalscope-") as folder:
        beside = Path(folder)
        if (own / "themes").is_dir():
            shutil.copytree(own / "themes", beside / "themes")
        edited = beside / "themes" / f"{place}.yaml"
        edited.parent.mkdir(parents=True, exist_ok=True)
        edited.write_text(text, encoding="utf-8")
        try:
            pack = _loaded(place, settings, beside, check)
        except ConfigurationError as error:
            names = {str(edited): str(file)}
            raise ConfigurationError(
                tuple(_renamed(one, names, beside, own) for one in error.mistakes)
            ) from error
    return TriedPack(pack=pack, stands_for=f"themes/{place}.yaml")


def _place_of(file: Path, text: str) -> str | None:
    root = parse_document(text, name=str(file)).root
    if "themes" in root or "id" in root:
        names = (str(root.get("id")), file.stem)
        return next((name for name in names if _PLACE.fullmatch(name)), "tried")
    folder = file.absolute().parent.name
    is_cues = file.stem in available("lexicons") and folder in available("themes")
    return f"{folder}/{file.stem}" if is_cues else None


def _loaded(place: str, settings: Settings, beside: Path, check: CueCheck) -> ThemePack:
    name, _, language = place.partition("/")
    chain = pack_chain(settings.industry, own=beside, check=check)
    if language and (name not in chain or language not in settings.languages):
        message = (
            f"themes/{place}.yaml is no part of this market: it uses {', '.join(chain)} in"
            f" {', '.join(settings.languages)}"
        )
        raise UsageError(message)
    whole = settings.industry if name in chain else name
    return load_theme_pack(whole, languages=settings.languages, own=beside, check=check)


def _renamed(mistake: Mistake, names: dict[str, str], beside: Path, own: Path) -> Mistake:
    """The mistake as it is in the file that the user knows."""
    known = names.get(mistake.file, mistake.file.replace(str(beside), str(own), 1))
    return replace(mistake, file=known)
