"""One language's alphabet: a letter for each class of words, so that texts are spelled in few.

Words that satisfy the same elements of all cues are the same letter; so are all pauses, and all
ends of sentences. What is to know of a word is found out once, and so is how the stretch between
two blanks falls into pieces: from then on reading a text costs one look-up per stretch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.remembered import Remembered
from analysis.themes.passage import END, NOTHING, PAUSE, Chunk, Passage
from analysis.themes.tokens import ends_sentence, is_word, spans
from analysis.themes.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.themes.cues import Element
    from analysis.themes.vocabulary import Elements

_MOST_REMEMBERED = 15_000


class Alphabet:
    """Spells the texts of one language for all that look for cues in them."""

    def __init__(self, *, stemmer: str | None, negation_prefixes: Sequence[str] = ()) -> None:
        self._vocabulary = Vocabulary(stemmer=stemmer, negation_prefixes=negation_prefixes)
        self._elements: list[Elements] = [(), ()]  # of a pause and of an end
        self._numbers: dict[Elements, int] = {}
        self._letters = Remembered(self._letter, most=_MOST_REMEMBERED)
        self._chunks = Remembered(self._chunk, most=_MOST_REMEMBERED)
        self._last = NOTHING

    def add(self, element: Element) -> int:
        """Number of an element of a cue; what was read before a new one will be read anew."""
        number = self._vocabulary.number(element)
        if number is None:
            number = self._vocabulary.add(element)
            self._letters.clear()
            self._chunks.clear()
            self._last = NOTHING
        return number

    def elements(self, letter: int) -> Elements:
        """What the words of a letter satisfy; nothing for pauses and ends."""
        return self._elements[letter]

    def passage(self, text: str) -> Passage:
        """A text, cut and spelled.

        No piece holds a blank, and none but a dash depends on what stands around the blanks at its
        sides: it is a pause between two, and nothing at either end of the text. The last passage is
        kept, as sentiment and themes ask for the same one in turn.
        """
        if text != self._last.text:
            if text[:1] == "-" or text[-1:] == "-":
                chunks: Iterable[Chunk] = [self._cut(text, text)]
            else:
                chunks = map(self._chunks.__getitem__, text.split(" "))
            self._last = Passage(text, chunks)
        return self._last

    def spelled(self, pieces: Sequence[str]) -> list[int]:
        """Pieces of a text that somebody else has cut."""
        return list(map(self._letters.__getitem__, pieces))

    def _chunk(self, chunk: str) -> Chunk:
        return self._cut(chunk, f" {chunk} ")

    def _cut(self, chunk: str, around: str) -> Chunk:
        """A chunk whose pieces are found in ``around``, where it may have a blank at both sides."""
        blanks = (len(around) - len(chunk)) // 2
        places = [(start - blanks, end - blanks) for start, end in spans(around)]
        pieces = tuple(chunk[start:end] for start, end in places)
        letters = tuple(map(self._letters.__getitem__, pieces))
        return Chunk(len(chunk) + 1, letters, pieces, tuple(places))

    def _letter(self, piece: str) -> int:
        if not is_word(piece):
            return END if ends_sentence(piece) else PAUSE
        elements = self._vocabulary.elements(piece)
        known = self._numbers.get(elements)
        if known is None:
            known = self._numbers[elements] = len(self._elements)
            self._elements.append(elements)
        return known
