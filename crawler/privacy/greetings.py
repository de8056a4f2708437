"""Takes an author's name out of the answer that greets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.privacy.folding import fold
from crawler.privacy.names import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "[name]"
_GREETINGS = (
    r"hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|greetings|thank you|thanks|sorry"
    r"|dobrý (?:den|večer)|dobré (?:ráno|odpoledne)|ahoj|zdravíme|vážen[áýí]|mil[áýí]|děkujeme|díky"
    r"|dobrý deň|vážen[áý]|здравствуйте|добрый (?:день|вечер)|доброе утро|приветствуем|привет"
    r"|уважаем(?:ая|ый|ые)|дорог(?:ая|ой|ие)|спасибо|kedves|tisztelt|szia|üdv(?:özöljük|özlöm)?"
    r"|jó napot(?: kívánok| kívánunk)?|köszönjük|helló|habari(?: za \w+)?|mpendwa|hujambo|asante"
    r"|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|danke|vielen dank|hola"
    r"|estimad[oa]|querid[oa]|buen(?:os|as) (?:días|tardes|noches)|gracias|bonjour|bonsoir|chère?"
    r"|merci|dzień dobry|witaj|szanown[ya]|drog[ia]"
)
_TITLES = (
    r"mr|mrs|ms|miss|mx|dr|sir|madam|pan[íe]?|pán|slečno|господин|госпожа|\u0433-н|\u0433-жа|uram|úr|asszony"
    r"|bwana|bi|ndugu|bibi|herrn?|frau|señora?|sr|sra|don|doña|monsieur|madame|mme|mlle|pani[e]?"
)
_WORD = r"[^\W\d_][\w'\u2019-]{0,40}\.?"
# What leads to a name, then up to four words; or a name that begins a line, before its comma.
_LED = re.compile(
    rf"(?:(?<!\w)(?:(?:{_GREETINGS})(?:[\s,!]{{1,3}}(?:{_TITLES})\.?)?|(?:{_TITLES})\.?)[\s,]{{1,3}}"
    rf"|^\s?)(?P<words>{_WORD}(?:[ \xa0]{{1,2}}{_WORD}){{0,3}})",
    re.IGNORECASE | re.MULTILINE,
)
_CALLED = re.compile(r"\s?[,!:]")
_SAID = re.compile(r"[^\W\d_][\w'\u2019-]*")
_NO_LETTERS = re.compile(r"[\W_]+")
_MOST_ENDING, _LONG_NAME = 3, 5


def without_greeted(text: str, author: str) -> str:
    """*text* with *author*'s name, or any word of it, replaced where the text greets somebody.

    A name may have another ending than the author gave it: "Jano", "pane Nováku".
    """
    words = {*WORD.findall(author), *(_NO_LETTERS.sub("", one) for one in author.split())}
    names = [fold(word) for word in words if len(word) > 1 and not word.isdigit()]
    return _LED.sub(lambda match: _renamed(match, names), text) if names else text


def _renamed(match: re.Match[str], names: Sequence[str]) -> str:
    """The match with the words that are the author's, from the first of them to the last."""
    said = list(_SAID.finditer(match["words"]))
    called = _CALLED.match(match.string, match.end())
    own = [
        one
        for one in said
        if (called or not one[0][0].islower())
        and _is_form(fold(_NO_LETTERS.sub("", one[0])), names)
    ]
    if not own:
        return match[0]
    own += [
        one for one in said if one[0].isupper() and len(one[0]) == 1 and one.end() > own[-1].end()
    ]
    begin = match.start("words") - match.start()
    is_led = bool(match[0][:begin].strip())
    if not is_led and (own[0] is not said[0] or len(own) < len(said) or not called):
        return match[0]
    start, end = begin + own[0].start(), begin + own[-1].end()
    return match[0][:start] + NAME + match[0][end:]


def _is_form(word: str, names: Sequence[str]) -> bool:
    return any(
        word[: _stem(name)] == name[: _stem(name)] and abs(len(word) - len(name)) <= _MOST_ENDING
        for name in names
    )


def _stem(name: str) -> int:
    """How many letters of a name stay the same in all its cases."""
    if len(name) >= _LONG_NAME:
        return len(name) - 2
    return max(2, len(name) - 1)
