"""Opinions -> sentences a customer would write, slips included."""

import re
import unicodedata
from collections.abc import Sequence

from rivalscope.demo.dice import Dice
from rivalscope.demo.opinions import Opinion, mood
from rivalscope.demo.plan import Habits, Mood, PhraseBank, Tone

_SLOT = re.compile(r"\{(\w+)\}")
_LONG_WORD = re.compile(r"[^\W\d_]{6,}")
_MOST_SENTENCES = 4
_OPENS, _CLOSES, _TURNS = 45, 35, 40


def body(bank: PhraseBank, said: Sequence[Opinion], *, lead: Mood, dice: Dice) -> str:
    """One to four sentences that say these things, or a general opinion of this mood."""
    core = _themes(bank, said, dice) if said else [dice.pick(bank.general[lead])]
    if len(core) < _MOST_SENTENCES - 1 and dice.chance(_OPENS):
        core.insert(0, dice.pick(bank.openers))
    if len(core) < _MOST_SENTENCES and dice.chance(_CLOSES):
        core.append(dice.pick(bank.closers[lead]))
    return _SLOT.sub(lambda slot: dice.pick(bank.slots[slot[1]]), " ".join(core))


def _themes(bank: PhraseBank, said: Sequence[Opinion], dice: Dice) -> list[str]:
    """One sentence a theme, like beside like, the prevailing tone first."""
    first: Tone = "negative" if mood(said) == "negative" else "positive"
    ordered = sorted(said, key=lambda opinion: opinion[1] != first)
    sentences = []
    before: Tone | None = None
    for theme, tone in ordered:
        sentence = dice.pick(bank.themes[theme][tone])
        if before not in {None, tone} and dice.chance(_TURNS):
            sentence = f"{dice.pick(bank.turns[tone])} {sentence}"
        sentences.append(sentence)
        before = tone
    return sentences


def with_slips(text: str, habits: Habits, dice: Dice) -> str:
    """Text as hastily typed: some without accents, some shouted, some with a typo."""
    if dice.chance(habits.exclamation) and text.endswith("."):
        text = text.removesuffix(".") + dice.pick(("!", "!!", "!!!"))
    if dice.chance(habits.no_accents):
        text = _without_accents(text)
    if dice.chance(habits.lower_case):
        text = text.lower()
    return _with_typo(text, dice) if dice.chance(habits.typo) else text


def _without_accents(text: str) -> str:
    """As typed on a keyboard of another country; й is a letter of its own and stays."""
    return "".join(
        letter if letter in "йЙ" else unicodedata.normalize("NFD", letter)[0] for letter in text
    )


def _with_typo(text: str, dice: Dice) -> str:
    """Two letters inside one of the longer words change places."""
    words = list(_LONG_WORD.finditer(text))
    if not words:
        return text
    word = dice.pick(words)
    at = word.start() + 1 + dice.below(len(word[0]) - 3)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
