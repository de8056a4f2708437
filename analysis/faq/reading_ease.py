"""How easy a text is to read, by the formula that is published for its language.

English: Flesch 1948. German: Amstad 1978. Spanish: Szigriszt Pazos 1993. French: Kandel and Moles
1958. Russian: Oborneva 2006. Czech: Bendová and Cinková 2021, with Flesch's own constant. All take
words per sentence and syllables per word, and are made to give about what Flesch's gives for the
same text in English. For the other languages only the plain figures are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from analysis.faq.sentences import sentences, words
from analysis.faq.syllables import syllables
from rivalscope.models import ReadingEase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rivalscope.models.insight import Ease

FEWEST_WORDS: Final = 100
"""Below this a formula says nothing: Flesch himself took samples of a hundred words."""
_LONG: Final = 6


class _Formula(NamedTuple):
    name: Ease
    constant: float
    per_sentence: float
    """Taken off for each word a sentence has."""
    per_word: float
    """Taken off for each syllable a word has."""


_FORMULAS: Final[Mapping[str, _Formula]] = {
    "cs": _Formula("bendova_cinkova", 206.835, 1.672, 62.18),
    "de": _Formula("amstad", 180.0, 1.0, 58.5),
    "en": _Formula("flesch", 206.835, 1.015, 84.6),
    "es": _Formula("szigriszt_pazos", 206.835, 1.0, 62.3),
    "fr": _Formula("kandel_moles", 207.0, 1.015, 73.6),
    "ru": _Formula("oborneva", 206.835, 1.3, 60.1),
}


def reading_ease(texts: Iterable[str], language: str) -> ReadingEase | None:
    """Of all texts together; None where they hold no word."""
    told = [sentence for text in texts for sentence in sentences(text)]
    spoken = [each for sentence in told if (each := words(sentence))]
    every = [word for each in spoken for word in each]
    if not every:
        return None
    per_sentence = len(every) / len(spoken)
    formula = _FORMULAS.get(language)
    return ReadingEase(
        language=language,
        words=len(every),
        words_per_sentence=per_sentence,
        long_words=100 * sum(len(word) > _LONG for word in every) / len(every),
        formula=formula.name if formula else "plain",
        score=_score(formula, every, per_sentence, language) if formula else None,
    )


def _score(formula: _Formula, every: list[str], per_sentence: float, language: str) -> float | None:
    if len(every) < FEWEST_WORDS:
        return None
    per_word = sum(syllables(word, language) for word in every) / len(every)
    return formula.constant - formula.per_sentence * per_sentence - formula.per_word * per_word
