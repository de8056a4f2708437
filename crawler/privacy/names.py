"""Knows what an author's name is made of, and which pieces of a page may be part of it."""

from __future__ import annotations

import re
from html.entities import codepoint2name
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from crawler.privacy.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")
_LONGEST, _SHORTEST, _MOST_WORDS = 200, 2, 12
_BLANKS = re.compile(r"\s+")
_PLAIN_RUN = re.compile(r"[a-z]{3,}")
_JOINTS = (" ", "  ", "\xa0", "\n", "&nbsp;", "&#160;", "\\u00a0", "%20", "%c2%a0", *"+-_.")
# A name of such a word says what somebody is, not who.
_NOBODY = frozenset(
    fold(
        "customer client user guest buyer reviewer shopper traveller traveler anonymous anonym"
        " verified zákazník zákaznice uživatel uživatelka anonymní host kupující ověřený"
        " покупатель пользователь клиент гость аноним анонимный vásárló felhasználó vendég"
        " névtelen mteja mtumiaji mgeni kunde kundin nutzer gast käufer cliente usuario anónimo"
        " utilisateur anonyme klient użytkownik kupujący gość"
    ).split()
)


class Name(NamedTuple):
    """The name of an author."""

    printed: str
    """As the page prints it, with single blanks."""
    core: str
    """The same from its first word to its last."""
    tail: str
    """What is printed behind that, such as the dot of an initial."""
    words: tuple[str, ...]
    """Without case and accents."""
    is_full: bool
    """Whether it can be nothing but a name, in any case: it has two words of two letters."""


def read_name(printed: str) -> Name | None:
    """The name *printed*; None where it tells nobody: "Verified buyer", "***"."""
    collapsed = _BLANKS.sub(" ", printed).strip()
    matches = list(WORD.finditer(collapsed))
    if not matches or len(matches) > _MOST_WORDS or not _SHORTEST <= len(collapsed) <= _LONGEST:
        return None
    words = tuple(fold(one[0]) for one in matches)
    if not _NOBODY.isdisjoint(words):
        return None
    start, end = matches[0].start(), matches[-1].end()
    long = [word for word in words if len(word) > 1 and not word.isdigit()]
    return Name(
        printed=collapsed,
        core=collapsed[start:end],
        tail=collapsed[end:],
        words=words,
        is_full=len(long) > 1,
    )


def ascii_lowered(text: str) -> str:
    """*text* with A to Z in lower case: as long as before, and several times faster than all."""
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def anchors(name: Name) -> Iterable[str]:
    """Pieces of text, with A to Z in lower case, one of which each spelling of *name* holds.

    Escapes stand for accented letters, blanks and marks; so a run of plain letters is the same in
    all of them. A name without one is looked for by a word in each of its spellings.
    """
    runs = _PLAIN_RUN.findall(ascii_lowered(name.core))
    if runs:
        return [max(runs, key=len)]
    if name.core.isascii():
        return {joint.join(name.words) for joint in _JOINTS} if len(name.words) > 1 else ()
    word = max(WORD.findall(name.core), key=len)
    cases = {word, word.lower(), word.upper(), word.capitalize(), fold(word)}
    return {ascii_lowered(form) for case in cases for form in _forms(case)}


def _forms(word: str) -> Iterator[str]:
    """*word* as JSON, HTML and addresses escape it: what is no ASCII, or (HTML) all of it."""
    yield word
    yield word.encode("ascii", "backslashreplace").decode()
    yield "".join(one if one.isascii() else f"\\u{ord(one):04x}" for one in word)
    yield "".join(one if one.isascii() else f"&#{ord(one)};" for one in word)
    yield "".join(one if one.isascii() else f"&#x{ord(one):x};" for one in word)
    yield "".join(one if one.isascii() else f"&{codepoint2name.get(ord(one))};" for one in word)
    yield quote(word)
