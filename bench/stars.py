"""What learning from stars brings: lexicon against learned model on reviews that were held back.

Prints figures and judges nothing. Sets without stars have their labels taken for stars: 1 for
negative, 3 for neutral, 5 for positive. Two figures each: macro-F1 of negative and positive over
all texts, and of all three kinds with middle stars as neutral.
"""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np

from analysis.learning.checking import macro_f1, polar_f1, table_of
from analysis.learning.kinds import KINDS, kind_of
from analysis.learning.lessons import learn
from analysis.sentiment import sentiment
from analysis.themes.cues import parse_cue, parse_entry
from analysis.understanding import Understander
from rivalscope.models import Starred, Text
from rivalscope.settings import available, load_lexicons, load_theme_pack

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
FEWEST = 200
SIZES = (200, 1_000, 5_000, 10_000, 20_000)
UNSEEN = 5
NOISE = 0.2
_STARS = {"negative": 0.2, "neutral": 0.6, "positive": 1.0}
SETS = {"gplay_en": "en", "airline": "en", "csrest_m": "cs", "rusentiment_ru": "ru"}


def understander() -> Understander:
    """Ours, with every lexicon."""
    languages, own = available("lexicons"), Path.cwd()
    return Understander(
        load_theme_pack("core", languages=languages, own=own, check=parse_cue),
        load_lexicons(languages, own=own, check=parse_entry),
        languages=languages,
    )


def starred(name: str, language: str, ours: Understander) -> list[Starred]:
    """The set's texts that we find to be in that language, in an order that means nothing."""
    rows = []
    for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("label") not in _STARS:
            continue
        one = ours.understand(Text(id=row["id"], body=row["text"], language_hint=language))
        if one.language == language and one.score is not None:
            told = row["score"] / 5 if name == "gplay_en" else _STARS[row["label"]]
            rows.append(
                Starred(
                    id=str(row["id"]),
                    brand=row.get("brand") or name,
                    source=name,
                    platform=name,
                    body=row["text"],
                    stars=told,
                    score=one.score,
                )
            )
    return sorted(rows, key=lambda row: crc32(row.id.encode()))


def unseen(rows: list[Starred]) -> tuple[list[Starred], list[Starred]]:
    """A fifth that no model sees, of whole brands where there are some; and the rest."""
    brands = sorted({row.brand for row in rows}, key=lambda name: crc32(name.encode()))
    if len(brands) >= UNSEEN:
        back = set(brands[: len(brands) // UNSEEN])
        return [r for r in rows if r.brand in back], [r for r in rows if r.brand not in back]
    cut = len(rows) // UNSEEN
    return rows[:cut], rows[cut:]


def figures(rows: list[Starred], said: list[str]) -> str:
    """Both figures of those answers."""
    truth = np.array([kind_of(row.stars) for row in rows], np.intp)
    table = table_of(truth, np.array([KINDS.index(one) for one in said], np.intp))  # type: ignore[arg-type]
    return f"{float(polar_f1(table)):.3f}/{float(macro_f1(table)):.3f}"


def lexicon_figures(rows: list[Starred]) -> str:
    return figures(rows, [sentiment(row.score) for row in rows])


def attempt(name: str, rows: list[Starred], asked: dict[str, list[Starred]]) -> None:
    """One line: what was found by holding back, and what the model says of texts never seen."""
    started = time.perf_counter()
    taught = learn(rows, fewest=FEWEST)
    seconds = time.perf_counter() - started
    own = taught.figures
    checked = "not tried"
    if own.learned_f1 is not None:
        checked = (
            f"{own.held_back} held back: learned {own.learned_f1:.3f}/{own.learned_f1_of_three:.3f}"
            f" lexicon {own.lexicon_f1:.3f}/{own.lexicon_f1_of_three:.3f}"
        )
    print(f"{name:28}{len(rows):7,} rows {seconds:6.1f} s  {own.reason or 'USED'}; {checked}")
    for where, texts in asked.items() if taught.model else ():
        opinions = taught.model.opinions([t.body for t in texts], [t.score for t in texts])  # type: ignore[union-attr]
        said = figures(texts, [one.sentiment for one in opinions])
        print(
            f"{'':28}  on {where} ({len(texts):,}): learned {said} lexicon {lexicon_figures(texts)}"
        )


def main() -> None:
    """Learning curves on unseen brands, shuffled stars, noise, and another kind of text."""
    if not DATA.is_dir():
        print(f"skipped: no labelled texts at {DATA}")
        return
    ours = understander()
    sets = {name: starred(name, language, ours) for name, language in SETS.items()}
    for name, rows in sets.items():
        back, rest = unseen(rows)
        for size in SIZES:
            attempt(name, rest[:size], {"unseen": back})
            if size >= len(rest):
                break
        # ruff: ignore[suspicious-non-cryptographic-random-usage] - an order, not a secret
        dice = random.Random(1)
        stars = [row.stars for row in rest[:5_000]]
        noisy = [dice.choice((0.2, 0.6, 1.0)) if dice.random() < NOISE else each for each in stars]
        dealt = [replace(row, stars=each) for row, each in zip(rest, noisy, strict=False)]
        attempt(f"{name}, a fifth noise", dealt, {"unseen": back})
        dice.shuffle(stars)
        dealt = [replace(row, stars=each) for row, each in zip(rest, stars, strict=False)]
        attempt(f"{name}, shuffled", dealt, {"unseen": back})
    attempt("from apps to airlines", sets["gplay_en"], {"airline": sets["airline"]})
    attempt("from airlines to apps", sets["airline"], {"gplay_en": sets["gplay_en"]})


if __name__ == "__main__":
    main()
