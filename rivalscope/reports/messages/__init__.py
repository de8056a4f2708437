"""What we say in a report, in the language of its reader.

Each language has a folder of Fluent files (https://projectfluent.org), one a part of the report:
whole sentences with named places, so that a translator moves words as the language wants, and
plural forms as the language has them. English is the complete one; a test holds the others to it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from fluent.runtime import FluentBundle, FluentResource

from rivalscope.models import ReportLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGUAGES: Final[tuple[str, ...]] = get_args(ReportLanguage)
"""Languages a report can be written in."""

_FOLDER: Final = Path(__file__).parent
_LONG: Final = 200
_STAND_IN: Final = re.compile(r"\ufdd0(\w+)\ufdd1")


@cache
def messages(language: str) -> Callable[..., str]:
    """The messages of one of ``LANGUAGES``: ``say("quotes-heading", count=3)``.

    A name is that of a message, or ``message.attribute``. Values are texts, put in as they are and
    never read as messages, or numbers, which are printed as the language does and choose a plural
    form. Raises LookupError for a message that does not exist or a value that is missing, and for
    another language.
    """
    if language not in LANGUAGES:
        message = f"no reports in {language!r}: there are {', '.join(LANGUAGES)}"
        raise LookupError(message)
    bundle = FluentBundle([language], use_isolating=False)
    for path in files(language):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def say(name: str, /, **values: str | float) -> str:
        identity, _, attribute = name.partition(".")
        if not bundle.has_message(identity):
            message = f"no message {name!r} in {language}"
            raise LookupError(message)
        found = bundle.get_message(identity)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            message = f"no message {name!r} in {language}"
            raise LookupError(message)
        # Fluent refuses long values, so a stand-in goes through it instead.
        long = {
            key: value
            for key, value in values.items()
            if isinstance(value, str) and len(value) > _LONG
        }
        stand_ins = {key: f"\ufdd0{key}\ufdd1" for key in long}
        text, errors = bundle.format_pattern(pattern, values | stand_ins)
        if errors:
            message = f"message {name!r} in {language}: {errors[0]}"
            raise LookupError(message)
        return _STAND_IN.sub(lambda match: long[match[1]], str(text)) if long else str(text)

    return say


def files(language: str) -> Iterator[Path]:
    """The files of a language, in order of their names."""
    yield from sorted((_FOLDER / language).glob("*.ftl"))
