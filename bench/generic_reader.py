"""Reads real shop pages by repeated blocks alone, and compares with what a person read.

Prints recall, precision and the share of right fields a page and in all, and judges nothing.
Structured data, selectors and every other reader are left aside; what a page marks up is not used.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.extract import repeated_blocks
from crawler.extract.page import Page
from rivalscope.models import PageReading, Review, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PAGES = Path(__file__).parent.parent.parent / "shared" / "pages"
WITHOUT_MARKUP = ("tesco", "withlocals", "wildberries")
FETCHED_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_NOT_LETTERS = re.compile(r"[\W_]+")
_COMPARED = 40

Wanted = dict[str, object]


def folded(text: object) -> str:
    """Letters and digits in lower case."""
    return _NOT_LETTERS.sub(" ", str(text or "")).strip().lower()


def golds() -> Iterator[tuple[Path, Mapping[str, object]]]:
    """HTML pages on which a person has read reviews, with what was read."""
    for path in sorted((PAGES / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if str(gold.get("sample", "")).endswith(".html") and gold.get("reviews"):
            yield PAGES / gold["sample"], gold


def share(value: object, maximum: object) -> float | None:
    """A rating as a share of its maximum."""
    return None if value is None else round(float(str(value)) / float(str(maximum or 5)), 3)


def find_same(wanted: Wanted, left: Sequence[Review]) -> Review | None:
    """The review that begins as *wanted* does; without text, one of equal date and stars."""
    body = folded(wanted["body_first_80_chars"])[:_COMPARED].strip()
    for review in left:
        texts = (folded(review.body), folded(f"{review.title or ''} {review.body}"))
        if body and any(text.startswith(body) for text in texts):
            return review
        if not body and not review.body and "rating" not in wrong_fields(wanted, review):
            return review
    return None


def field_pairs(wanted: Wanted, review: Review) -> Iterator[tuple[str, bool]]:
    """Each field that a person could read, and whether it was read right."""
    if wanted["rating"] is not None:
        told = share(wanted["rating"], wanted["rating_max"])
        yield "rating", share(review.rating, review.rating_max) == told
    if wanted["date_iso"]:
        yield "date", str(review.published_on) == str(wanted["date_iso"])[:10]
    if wanted["title"]:
        yield "title", folded(review.title) == folded(wanted["title"])
    if wanted.get("author") and wanted["author"] != "Anonymous":
        yield "author", folded(review.author) == folded(wanted["author"])
    if wanted.get("verified") is not None:
        yield "verified", bool(review.verified) == wanted["verified"]
    if wanted.get("reply_present") is not None:
        yield "reply", bool(review.reply) == wanted["reply_present"]


def wrong_fields(wanted: Wanted, review: Review) -> set[str]:
    """Names of the fields that differ."""
    return {name for name, right in field_pairs(wanted, review) if not right}


def score(gold: Mapping[str, object], reading: PageReading | None) -> Counter[str]:
    """Counts: read, wanted, found; and of each field ``name`` right of ``name?`` known."""
    reviews = list(reading.reviews) if reading else []
    counts: Counter[str] = Counter(read=len(reviews), found=0)
    wanted_ones: list[Wanted] = gold["reviews"]  # type: ignore[assignment]
    for wanted in sorted(wanted_ones, key=lambda one: not one["body_first_80_chars"]):
        counts["wanted"] += 1
        review = find_same(wanted, reviews)
        if review is None:
            continue
        reviews.remove(review)
        counts["found"] += 1
        for name, right in field_pairs(wanted, review):
            counts[f"{name}?"] += 1
            counts[name] += right
    average: Mapping[str, object] | None = gold.get("aggregateRating")  # type: ignore[assignment]
    if average:
        counts["average?"] = 1
        rating = reading.rating if reading else None
        wanted_share = share(average["ratingValue"], average["bestRating"])
        counts["average"] = (
            rating is not None and share(rating.value, rating.maximum) == wanted_share
        )
    return counts


def show(name: str, counts: Counter[str], seconds: float) -> None:
    """One line of figures."""
    recall = counts["found"] / counts["wanted"] if counts["wanted"] else 0.0
    precision = counts["found"] / counts["read"] if counts["read"] else 0.0
    fields = sorted(key for key in counts if key + "?" in counts)
    shares = "  ".join(f"{field} {counts[field]}/{counts[field + '?']}" for field in fields)
    told = f"recall {recall:.3f}  precision {precision:.3f}  {seconds * 1000:4.0f} ms"
    print(f"{name:36}{told}  {shares}")


def main() -> None:
    """Every page with reviews, then those without markup and all in sum."""
    if not PAGES.is_dir():
        print(f"skipped: no real pages at {PAGES}")
        return
    plain: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    slowest = 0.0
    for path, gold in golds():
        page = Page(
            Snapshot(url="https://shop.example/", fetched_at=FETCHED_AT, body=path.read_bytes())
        )
        started = time.perf_counter()
        reading = repeated_blocks.read(page)
        seconds = time.perf_counter() - started
        counts = score(gold, reading)
        show(path.stem, counts, seconds)
        whole += counts
        slowest = max(slowest, seconds)
        if path.stem.startswith(WITHOUT_MARKUP):
            plain += counts
    show("pages without markup", plain, 0)
    show("all, their markup unused", whole, slowest)


if __name__ == "__main__":
    main()
