"""The most likely language of a text: what py3langid says, digit by digit, said faster.

Its model (naive Bayes over byte n-grams, some 140 languages; M. Lui and T. Baldwin, "langid.py",
ACL 2012) walks over the bytes of a text with an automaton and adds up a row of numbers for each
n-gram met. The automaton's table is far larger than a processor's caches, and texts need little of
it: that part is copied out as a graph of nodes. The rows are kept as the floats they are added as.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, getitem
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier as Model

_NO_ROW = -1
_MOST_NODES = 20_000
_row_of = attrgetter("row")


class _Node(dict[int, "_Node"]):  # ruff: ignore[subclass-builtin] - a UserDict is slow
    """A state of the model's automaton: byte -> the next state, looked up when first met."""

    __slots__ = ("_likelihood", "_offset", "row")

    def __init__(self, likelihood: Likelihood, state: int) -> None:
        super().__init__()
        self.row: int = likelihood.model.tk_output[state]
        """Number of the row to add; -1 for none."""
        self._likelihood = likelihood
        self._offset = likelihood.model.tk_row[state] << 8

    def __missing__(self, byte: int) -> _Node:
        state = self._likelihood.model.tk_nextmove[self._offset + byte]
        following = self[byte] = self._likelihood.node(state)
        return following


class Likelihood:
    """Answers what its model would."""

    def __init__(self, model: Model) -> None:
        import numpy as np  # ruff: ignore[import-outside-top-level] - comes with the model, which takes a second

        self.model = model
        self._numpy = np
        self._nodes: dict[int, _Node] = {}
        self._start = self.node(0)

    def most_likely(self, text: str) -> tuple[str, float]:
        """The language and its log likelihood, the same as ``Model.classify``."""
        np = self._numpy
        visits = self._visits(text)
        if not visits:
            label, likelihood = self.model.classify(text)
            return str(label), float(likelihood)
        rows = np.fromiter(visits.keys(), dtype=np.intp, count=len(visits))
        counts = np.fromiter(visits.values(), dtype=np.float32, count=len(visits))
        scores = np.log1p(counts) @ self.model.nb_ptc.take(rows, axis=0) + self.model.nb_pc
        best = int(scores.argmax())
        return str(self.model.nb_classes[best]), float(scores[best])

    def node(self, state: int) -> _Node:
        """The node of a state, always the same."""
        known = self._nodes.get(state)
        if known is None:
            known = self._nodes[state] = _Node(self, state)
        return known

    def _visits(self, text: str) -> Counter[int]:
        """How often each row is to be added, in the order of the text."""
        if len(self._nodes) >= _MOST_NODES:
            self._nodes = {}
            self._start = self.node(0)
        text = normalize("NFC", text.lower() if text.isupper() else text)
        nodes = accumulate(text.encode(errors="surrogatepass"), getitem, initial=self._start)
        visits = Counter(map(_row_of, nodes))
        del visits[_NO_ROW]
        return visits


@lru_cache(maxsize=1)
def likelihood() -> Likelihood:
    """Of the model that py3langid ships; reading it takes a second."""
    from py3langid import langid  # ruff: ignore[import-outside-top-level] - see above

    model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    floats = model.nb_ptc.astype("float32")  # kept as halves, each sum would convert its rows anew
    tables = (floats, model.nb_pc, model.nb_classes, model.tk_nextmove, model.tk_output)
    return Likelihood(langid.LanguageIdentifier(*tables, tk_row=model.tk_row))
