"""The pieces of HTML that all demo pages are made of."""

import json
from html import escape

from rivalscope.models import Review


def document(*, title: str, language: str, body: str, head: str = "") -> str:
    """Whole page; title as plain text, head and body as HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )


def json_ld(content: object) -> str:
    """Script that tells machines the same; no ``</`` inside can end it early."""
    text = json.dumps(content, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return f'<script type="application/ld+json">\n{text}\n</script>\n'


def comma(number: float) -> str:
    """``8,5`` and ``9``: as most of the market writes numbers."""
    return f"{number:g}".replace(".", ",")


def iso_day(review: Review) -> str:
    """Day it was published, ``2026-09-12``."""
    day = review.published_on
    return day.isoformat() if day else ""
