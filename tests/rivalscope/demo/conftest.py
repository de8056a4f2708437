from pathlib import Path

import pytest

from rivalscope.demo import DemoReview, DemoSite, Market, load_market, reviews

FOLDER = Path(__file__).parents[3] / "config" / "demo"


@pytest.fixture(scope="session")
def demo_folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def market() -> Market:
    return load_market(FOLDER)


@pytest.fixture(scope="session")
def demo_reviews(market: Market) -> tuple[DemoReview, ...]:
    return reviews(market)


@pytest.fixture(scope="session")
def site(market: Market) -> DemoSite:
    return DemoSite(market)
