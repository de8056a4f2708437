"""A market with a theme pack of its own, small enough to see what each cue does."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Review, Snapshot, Source
from rivalscope.pipeline import analyze
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


TELLING = """\
market: {name: Shops, industry: shop, languages: [en]}
us: {slug: acme, name: Acme}
competitors:
  - slug: bolt
    name: Bolt
    sources: [{id: portal, platform: portal, url: https://portal.example/bolt}]
channels:
  mail: {private: true}
  hook: {private: true, fallback: mail}
"""


@pytest.fixture
def spike_day():
    """The day on which the complaints of `spiking` are at their most."""
    return date(2026, 9, 30)


@pytest.fixture
def shop_with_channels(shop):
    """The settings of such a market that tells of incidents on two channels."""
    shop.path.write_text(TELLING, encoding="utf-8")
    return load_settings(shop.path, environment={})


@pytest.fixture
def spiking(shop_with_channels, spike_day, quiet):
    """A market where complaints about waiting times at Bolt have jumped."""
    settings = shop_with_channels
    first = datetime.combine(spike_day, datetime.min.time(), UTC)
    with Store(settings.database) as store:
        run = store.runs.start("test", at=first)
        for brand in ("acme", "bolt"):
            source = Source(brand=brand, id="portal", platform="portal", kind="reviews", url=None)
            page = Snapshot(
                url=f"https://portal.example/{brand}", fetched_at=first, body=brand.encode()
            )
            store.pages.save(packed(page), source=source, run=run)
            store.reviews.save(_reviews(brand, first), source=source, snapshot=page)
    analyze(settings, watch=quiet)
    return settings


def _reviews(brand, newest):
    for number in range(4 * 70):
        back, place = divmod(number, 4)
        jumped = brand == "bolt" and back < 5 and place < 3
        waits = jumped or (place == 3 and back % 4 == 0)
        said = _COMPLAINTS[place % 3] if waits else "All was well with them"
        yield Review(
            native_id=str(number),
            body=f"{said}, that was order {_WORDS[place]} {number} {_WORDS[back % 7]}",
            published_at=newest - timedelta(days=back),
            date_precision="day",
        )


_COMPLAINTS = (
    "I was on hold for far too long with them",
    "Nobody came to the phone while we sat there on hold",
    "Put on hold again by a machine and then cut off",
)
_WORDS = ("alpha", "beacon", "cedar", "delta", "ember", "falcon", "garnet")


@pytest.fixture
def quiet():
    """A watch that nobody looks at."""
    return Watch(None, verbosity=Verbosity.QUIET)
