"""How the first look at a page is shown: lines for people, one record for programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import PageReading, Review
    from rivalscope.pipeline.collection.proposing import Look

_SHOWN = 3
#: What a date of each precision says; strftime of it.
_PRECISIONS = {"year": "%Y", "month": "%Y-%m"}
_LABEL = 11
_LONGEST = 78 - _LABEL


def look_lines(look: Look) -> Iterator[str]:
    """What the page holds, one fact a line, at most 80 columns but for addresses."""
    reading = look.reading
    facts = {
        "reader": reading.reader,
        "reviews": _reviews_fact(look),
        "average": _average_fact(reading),
        "languages": ", ".join(f"{name} {count}" for name, count in look.languages.items()),
        "next page": reading.next_url if look.source.kind in {"reviews", "feed"} else None,
        "questions": str(len(reading.faq)) if reading.faq else None,
        "signals": _signals_fact(reading),
    }
    for label, fact in facts.items():
        if fact:
            yield f"  {label:<{_LABEL}}{_one_line(fact)}"
    for entry in reading.faq[:_SHOWN] if look.source.kind == "faq" else ():
        yield f"    ? {_one_line(entry.question)[:_LONGEST]}"


def review_rows(look: Look) -> list[tuple[str, str, str]]:
    """Stars, date and text of the first reviews; never who wrote them."""
    return [
        (_stars(review), _date(review), _one_line(review.text))
        for review in look.reading.reviews[:_SHOWN]
    ]


def look_record(look: Look, *, added: bool) -> dict[str, object]:
    """The look as plain values."""
    reading, rating = look.reading, look.reading.rating
    source = asdict(look.source)
    first, last = (min(look.days), max(look.days)) if look.days else (None, None)
    return {
        "source": {name: value for name, value in source.items() if value is not None},
        "added": added,
        "refusal": look.refusal,
        "warnings": list(look.warnings),
        "reader": reading.reader,
        "reviews": len(reading.reviews),
        "first": [
            {"stars": stars, "date": date, "text": text} for stars, date, text in review_rows(look)
        ],
        "dated": len(look.days),
        "oldest_on": first.isoformat() if first else None,
        "newest_on": last.isoformat() if last else None,
        "languages": dict(look.languages),
        "average": asdict(rating) if rating else None,
        "faq": len(reading.faq),
        "signals": [{"kind": one.kind, "value": one.value} for one in reading.signals],
        "next_url": reading.next_url,
        "faq_pages": list(look.faq_pages),
    }


def _reviews_fact(look: Look) -> str | None:
    count = len(look.reading.reviews)
    if not count or not look.days:
        return f"{count}, without dates" if count else None
    order = ", newest first" if look.is_newest_first and len(look.days) > 1 else ""
    return f"{count}, {min(look.days)} to {max(look.days)}{order}"


def _average_fact(reading: PageReading) -> str | None:
    rating = reading.rating
    if rating is None:
        return None
    count = f", {rating.count:,} ratings" if rating.count is not None else ""
    return f"{rating.value:g} of {rating.maximum:g}{count}"


def _signals_fact(reading: PageReading) -> str | None:
    chat = [one.value for one in reading.signals if one.kind == "chat"]
    others = Counter(one.kind.replace("_", " ") for one in reading.signals if one.kind != "chat")
    parts = [f"chat {', '.join(dict.fromkeys(chat))}"] if chat else []
    parts += [f"{kind} {count}" for kind, count in others.items()]
    return ", ".join(parts)[:_LONGEST] or None


def _stars(review: Review) -> str:
    return "-" if review.rating is None else f"{review.rating:g}/{review.rating_max or 0:g}"


def _date(review: Review) -> str:
    if review.published_at is None:
        return "no date"
    written = review.published_at.strftime(
        _PRECISIONS.get(review.date_precision or "day", "%Y-%m-%d")
    )
    return f"~{written}" if review.date_precision in {"about_day", "week"} else written


def _one_line(text: str) -> str:
    """*text* as a terminal may show it: pages write their addresses themselves."""
    return " ".join(clean_text(text).split())
