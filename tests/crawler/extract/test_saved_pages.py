"""Each page in pages/ reads as the JSON beside it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.extract import page_record, read_page

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_page_reads_as_its_expectation_says(name, snapshot_of):
    expected = json.loads((PAGES / f"{name.partition('.')[0]}.json").read_text("utf-8"))

    reading = read_page(snapshot_of((PAGES / name).read_bytes()))

    assert page_record(name, reading) == expected


@pytest.mark.parametrize("name", NAMES)
def test_no_authors_name_is_part_of_a_reading(name, snapshot_of):
    record = json.dumps(page_record(name, read_page(snapshot_of((PAGES / name).read_bytes()))))

    assert not [author for author in ("Ada L", '"Bo"', "Zed", "Yan", "Xi") if author in record]
