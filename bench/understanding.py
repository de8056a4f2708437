"""Times what is made of a text against vaderSentiment and regular expressions in the same run.

Prints figures and judges nothing. Times are the least of several interleaved rounds on this
machine: compare the ratios. Texts are joined from sentences of the demo; no two are the same.
"""

from __future__ import annotations

import gc
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

from analysis.sentiment import engine_for
from analysis.themes.alphabet import Alphabet
from analysis.themes.cues import parse_cue, parse_entry
from analysis.themes.matcher import Matcher
from analysis.understanding import Understander
from rivalscope.demo import load_market
from rivalscope.demo.dice import Dice
from rivalscope.models import Lexicon, Text
from rivalscope.settings import available, load_lexicons, load_theme_pack, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rivalscope.demo.plan import PhraseBank

TEXTS = 300
ROUNDS = 9
GROUP = 10
"""Texts between one competitor's turn and the next."""
COMPARED = 100_000
THEMES, PHRASES = 20, 40
LANGUAGES = ("en", "cs", "ru", "hu", "sw")
DATA = Path(__file__).parent.parent.parent / "shared" / "data"
REAL = {
    "en": "gplay_en",
    "cs": "csrest_m",
    "ru": "rusentiment_ru",
    "hu": "husst_hu",
    "sw": "swreviews_mt",
}
LEAST, MOST = 200, 350
BARE = Lexicon(
    language="en",
    stemmer="english",
    valence={},
    boosters={},
    negators=(),
    negation_prefixes=(),
    negation_scope=3,
    contrast=(),
    conjunctions=(),
    digest="bare",
)
VADER = SentimentIntensityAnalyzer()


def sentences(bank: PhraseBank) -> list[list[str]]:
    """What customers of the demo write in one language: of a theme, and of none."""
    of_themes = [said for tones in bank.themes.values() for said in tones.values()]
    of_none = [bank.openers, *bank.general.values(), *bank.closers.values()]
    fillings = {name: words[0] for name, words in bank.slots.items()}
    return [
        [sentence.format(**fillings) for group in groups for sentence in group]
        for groups in (of_themes, of_none)
    ]


def joined(parts: Sequence[Sequence[str]], *, size: int, language: str) -> list[str]:
    """Distinct texts of about so many characters, one sentence in three of a theme."""
    dice = Dice("bench", language, size)
    texts: dict[str, None] = {}
    while len(texts) < TEXTS:
        text = ""
        while len(text) < size - 30:
            text = f"{text} {dice.pick(parts[dice.weighted((1, 2))])}".strip()
        texts[text] = None
    return list(texts)


def microseconds(*competitors: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """What each takes a text: turns of ten texts, and of all rounds the shortest turn."""
    totals = [0.0] * len(competitors)
    for begin in range(0, len(texts), GROUP):
        group = texts[begin : begin + GROUP]
        best = [float("inf")] * len(competitors)
        for _ in range(ROUNDS):
            for number, competitor in enumerate(competitors):
                gc.collect(0)
                started = time.process_time_ns()
                for text in group:
                    competitor(text)
                best[number] = min(best[number], time.process_time_ns() - started)
        totals = [total + least for total, least in zip(totals, best, strict=True)]
    return [total / len(texts) / 1000 for total in totals]


def told(what: str, reference: float, ours: float) -> None:
    print(f"  {what:34}{reference:9.1f} us {ours:9.1f} us {reference / ours:8.2f} x")


def random_text(dice: Dice, words: Sequence[Sequence[str]]) -> str:
    """Words VADER has rules for, in any order, dressed as people dress them."""
    text = []
    for _ in range(dice.below(22)):
        word = dice.pick(words[dice.weighted((30, 12, 6, 12, 6, 34))])
        case = dice.weighted((75, 15, 10))
        word = (word, word.upper(), word.title())[case]
        if dice.chance(25):
            word += dice.pick(("!", "?", "!!!", "??", ",", ".", "...", ")", '"', "!?", "\ufe0f"))
        text.append(f"({word}" if dice.chance(3) else word)
    return dice.pick((" ", " ", " ", "  ", "\n")).join(text)


def compare_scores(score: Callable[[str], float]) -> None:
    """Counts the texts that get another score than from the package."""
    dice = Dice("bench", "scores")
    plain = re.findall(
        r"\w+", "the I A but no or nor so this doubt least at very kind of never it was"
    )
    words = (
        [word for word in VADER.lexicon if "@" not in word],
        list(BOOSTER_DICT),
        list(SPECIAL_CASES),
        NEGATE,
        list(VADER.emojis),
        plain,
    )
    texts = [random_text(dice, words) for _ in range(COMPARED)]
    differing = sum(score(text) != VADER.polarity_scores(text)["compound"] for text in texts)
    print(f"  scores that differ: {differing} of {COMPARED:,}")


def bench_sentiment(parts: Sequence[Sequence[str]]) -> None:
    print("English sentiment, bare: vaderSentiment, ours")
    engine = engine_for(BARE)
    for size in (300, 60):
        texts = joined(parts, size=size, language="en")
        told(f"{size} characters", *microseconds(VADER.polarity_scores, engine.score, texts=texts))
    compare_scores(engine.score)


def bench_themes(parts: Sequence[Sequence[str]]) -> None:
    print(f"{THEMES} themes x {PHRASES} plain phrases: one regex a theme, ours")
    texts = joined(parts, size=300, language="en")
    dice = Dice("bench", "phrases")
    words = sorted({word for part in parts[0] for word in re.findall(r"[a-z]{3,}", part)})
    themes = [
        [" ".join(dice.pick(words) for _ in range(2 + dice.below(2))) for _ in range(PHRASES)]
        for _ in range(THEMES)
    ]
    patterns = [
        re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)
        for phrases in themes
    ]
    alphabet = Alphabet(stemmer="english")
    matcher = Matcher(
        [(parse_cue(said), number) for number, phrases in enumerate(themes) for said in phrases],
        alphabet,
    )

    def by_regex(text: str) -> set[int]:
        return {number for number, pattern in enumerate(patterns) if pattern.search(text)}

    def ours(text: str) -> set[int]:
        return {match.value for match in matcher.matches(alphabet.passage(text).letters)}

    told("300 characters", *microseconds(by_regex, ours, texts=texts))
    print(
        f"  themes regexes miss or find alone: {sum(by_regex(t) != ours(t) for t in texts)} texts"
    )


def real_texts() -> dict[str, list[str]]:
    """Reviews and posts of 200 to 350 characters nobody here wrote; none if not here."""
    return {
        language: [
            text
            for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
            if LEAST <= len(text := json.loads(line)["text"]) <= MOST
        ]
        for language, name in REAL.items()
        if (DATA / f"{name}.jsonl").exists()
    }


def bench_understanding(
    understander: Understander, texts: dict[str, list[str]], *, what: str
) -> None:
    """English by VADER is the measure for every language: of the others it knows no word."""
    print(f"All of {what} (language, sentiment, themes): vaderSentiment on the English ones, ours")

    def understood(body: str) -> int:
        return len(understander.understand(Text(id="1", body=body)).mentions)

    for language, bodies in texts.items():
        started = time.process_time()
        mentions = sum(map(understood, bodies)) / len(bodies)
        first = (time.process_time() - started) / len(bodies) * 1_000_000
        known = bodies[:TEXTS]
        length = sum(map(len, known)) / len(known)
        english = texts["en"][:TEXTS]
        reference = microseconds(VADER.polarity_scores, texts=english)[0]
        (ours,) = microseconds(understood, texts=known)
        if language == "en":  # in turns, where the texts are the same
            reference, ours = microseconds(VADER.polarity_scores, understood, texts=english)
        told(f"{language}, {length:.0f} characters, {mentions:.1f} mentions", reference, ours)
        print(f"    never met before, with what is loaded for the language: {first:.0f} us")


def bench_hostile(understander: Understander) -> None:
    print("Hostile texts, in ms, first and second time")
    hostile = {
        "1 MB of words": "waiting and rude app but no refund. " * 29_000,
        "1 MB without a blank": "x" * 1_000_000,
        "1 MB of control characters": "\x00\x07\u202e" * 333_000,
        "10,000 emoji": "\U0001f60d" * 10_000,
        "empty": "",
    }
    for what, body in hostile.items():
        seconds = []
        for _ in range(2):
            started = time.process_time()
            understander.understand(Text(id="1", body=body, language_hint="en"))
            seconds.append(time.process_time() - started)
        print(f"  {what:34}{seconds[0] * 1000:9.1f} ms {seconds[1] * 1000:9.1f} ms")


def bench_command(texts: dict[str, list[str]]) -> None:
    rows = [json.dumps({"id": "1", "text": body}) for bodies in texts.values() for body in bodies]
    command = [sys.executable, "-m", "rivalscope", "tag", "--json"]
    started = time.perf_counter()
    subprocess.run(command, input="\n".join(rows).encode(), stdout=subprocess.DEVNULL, check=True)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"rivalscope tag, {len(rows)} texts: {seconds:.1f} s with start, {memory:.0f} MB resident"
    )


def main() -> None:
    """The command, English alone, themes alone, then everything together."""
    market = load_market(shipped_folder() / "demo")
    parts = {language: sentences(market.banks[language]) for language in LANGUAGES}
    texts = {code: joined(said, size=300, language=code) for code, said in parts.items()}
    bench_command(texts)  # first: a child's memory counts from that of its parent
    bench_sentiment(parts["en"])
    bench_themes(parts["en"])
    languages = available("lexicons")
    nowhere = Path("nowhere")  # no configuration of one's own
    understander = Understander(
        load_theme_pack("core", languages=languages, own=nowhere, check=parse_cue),
        load_lexicons(languages, own=nowhere, check=parse_entry),
        languages=languages,
    )
    bench_understanding(understander, texts, what="a text of the demo")
    if real := real_texts():
        bench_understanding(understander, real, what="a real text")
    else:
        print("No real texts here")
    bench_hostile(understander)


if __name__ == "__main__":
    main()
