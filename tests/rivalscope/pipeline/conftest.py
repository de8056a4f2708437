"""A market with a theme pack of its own, small enough to see what each cue does."""

from datetime import UTC, datetime, timedelta

import pytest

from rivalscope.models import Review, Snapshot, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed

PACK = """\
id: shop
title: A shop
themes:
  - id: wait_time
    label: {en: Waiting times}
    touchpoint: support
    stage: after_sale
    cues:
      en:
        complaint: ["on hold"]
        praise: ["answered right away"]
  - id: app
    label: {en: App}
    touchpoint: website
    stage: information
    cues:
      en:
        topic: [app]
"""
CONFIGURATION = """\
market: {name: Shops, industry: shop, languages: [en]}
us: {slug: acme, name: Acme}
competitors:
  - {slug: bolt, name: Bolt}
"""


@pytest.fixture
def shop(tmp_path):
    """The settings of such a market, whose pack is themes/shop.yaml."""
    folder = tmp_path / "market"
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / "shop.yaml").write_text(PACK, encoding="utf-8")
    (folder / "rivalscope.yaml").write_text(CONFIGURATION, encoding="utf-8")
    return load_settings(folder / "rivalscope.yaml", environment={})


@pytest.fixture
def store_texts():
    """``store_texts(settings, [...])`` keeps texts as reviews of Acme, a day apart."""
    first = datetime(2026, 9, 30, tzinfo=UTC)

    def storing(settings, texts):
        source = Source(brand="acme", id="s", platform="p", kind="reviews", url=None)
        page = Snapshot(url="http://acme.example/", fetched_at=first, body=b"page")
        with Store(settings.database) as store:
            run = store.runs.start("test", at=first)
            store.pages.save(packed(page), source=source, run=run)
            store.reviews.save(
                [
                    Review(
                        native_id=str(number),
                        body=text,
                        published_at=first - timedelta(days=number % 60),
                        date_precision="day",
                    )
                    for number, text in enumerate(texts)
                ],
                source=source,
                snapshot=page,
            )

    return storing
