"""Each page in faq_pages/ gives the pairs in the JSON beside it: what a person reads there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.extract import faq

PAGES = Path(__file__).parent / "faq_pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_page_gives_the_pairs_a_person_reads(name, page_of):
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))

    entries = faq.read(page_of((PAGES / f"{name}.html").read_bytes()))

    assert [[entry.question, entry.answer] for entry in entries] == expected
