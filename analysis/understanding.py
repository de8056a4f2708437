"""Everything we make of one text: its language, then its sentiment, then its themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.language import UNKNOWN, LanguageIdentifier, is_short
from analysis.lazy import Lazy
from analysis.sentiment import engine_for, moved, sentiment
from analysis.themes.mentions import Tagger
from analysis.themes.tokens import is_word, pieces
from rivalscope.models import CUE_RULES, Understanding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analysis.sentiment.transformer import TransformerEngine
    from rivalscope.models import FoundCue, Lexicon, Text, ThemeMention, ThemePack

VERSION = "4"
"""Raised by hand whenever the same pack and lexicons would make something else of a text."""

CUE_VALENCE = 1.0
"""What a complaint or praise cue adds to a text's valences: as much as a weak word of feeling."""


class Understander:
    """Reads the texts of one market."""

    def __init__(
        self,
        pack: ThemePack,
        lexicons: Mapping[str, Lexicon],
        *,
        languages: Sequence[str],
        brand_names: Sequence[str] = (),
        transformers: Mapping[str, TransformerEngine] | None = None,
    ) -> None:
        """``languages`` without a lexicon are never answered: nothing could be said in them.

        A text in a language of ``transformers`` is scored by that engine; its language and its
        themes are found with the lexicon's all the same.
        """
        self._transformers = transformers or {}
        ours = {code: lexicons[code] for code in languages if code in lexicons}
        self._identifier = LanguageIdentifier(
            tuple(ours), telltales={code: lexicon.telltale for code, lexicon in ours.items()}
        )
        self._engines = Lazy(ours, lambda code: engine_for(ours[code], brand_names=brand_names))
        self._tagger = Tagger(pack, ours, engines=self._engines)

    def understand(self, text: Text) -> Understanding:
        """What a text says; in an unknown language nothing, and that is said.

        The score is what the engine feels, moved by the complaints and praises the themes know:
        nothing in "40 minutes on hold" is unkind to a lexicon.
        """
        language = self._language(text)
        engine = self._engines.get(language)
        if engine is None:
            return Understanding(id=text.id, language=UNKNOWN, sentiment="unknown", score=None)
        felt = engine.feeling(text.body)
        mentions = self._tagger.mentions(text, language, score=felt.compound)
        evidence = _evidence(mentions)
        transformer = self._transformers.get(language)
        if transformer:
            score = moved(transformer.score(text.body), sum(evidence))
        else:
            score = felt.moved(evidence).score
        return Understanding(
            id=text.id,
            language=language,
            sentiment=sentiment(score),
            score=score,
            mentions=mentions,
        )

    def cues(self, body: str, language: str) -> tuple[FoundCue, ...]:
        """The cues that the mentions of a text in that language are made of, in its order."""
        return self._tagger.cues(body, language)

    def _language(self, text: Text) -> str:
        """As identified; a short text may also be in the one language that has a feeling for it.

        English comes first: "nice" and "super" are at home there, and borrowed elsewhere.
        """
        language = self._identifier.identify(text.body, hint=text.language_hint)
        if language != UNKNOWN or not is_short(text.body):
            return language
        words = " ".join(filter(is_word, pieces(text.body)))
        if "en" in self._engines and self._engines["en"].score(words):
            return "en"
        knowing = [code for code, engine in self._engines.items() if engine.score(words)]
        return knowing[0] if len(knowing) == 1 else UNKNOWN


def _evidence(mentions: Iterable[ThemeMention]) -> list[float]:
    """What complaint and praise cues are worth, each stretch of the text once per polarity."""
    stretches = {
        (mention.start, mention.end, mention.polarity)
        for mention in mentions
        if mention.rule in CUE_RULES
    }
    return [CUE_VALENCE if kind == "positive" else -CUE_VALENCE for _, _, kind in stretches]
