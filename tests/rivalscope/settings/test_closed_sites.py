"""Sites that don't want to be read by strangers' programs."""

from pathlib import Path

import pytest

from rivalscope.errors import ConfigurationError
from rivalscope.settings import load_settings
from rivalscope.settings.closed_sites import load_closed_sites


@pytest.fixture(scope="module")
def shipped():
    return load_closed_sites(None)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.trustpilot.com/review/shop.example", "Trustpilot"),
        ("https://cz.trustpilot.com/review/shop.example", "Trustpilot"),
        ("https://www.yelp.co.uk/biz/x", "Yelp"),
        ("https://www.google.com/maps/place/x", "Google Search and Maps"),
        ("https://www.google.co.uk/search?q=x", "Google Search and Maps"),
        ("https://maps.google.de/", "Google Search and Maps"),
        ("https://www.g2.com/products/x/reviews", "G2"),
        ("https://www.capterra.com.au/p/1", "Capterra"),
        ("https://www.tripadvisor.cz/Hotel_Review", "TripAdvisor"),
        ("https://www.amazon.co.jp/product-reviews/1", "Amazon"),
        ("https://www.wildberries.ru/catalog/1/feedbacks", "Wildberries"),
        ("https://obchody.heureka.cz/shop-cz/recenze/", "Heureka"),
        ("https://www.glassdoor.com/Reviews/x", "Glassdoor"),
        ("https://m.facebook.com/x/reviews", "Facebook"),
        ("https://www.instagram.com/x/", "Instagram"),
        ("https://www.linkedin.com/company/x", "LinkedIn"),
        ("https://x.com/shop", "X (Twitter)"),
        ("https://www.booking.com/hotel/cz/x.html", "Booking.com"),
        ("HTTPS://WWW.TRUSTPILOT.COM./review/x", "Trustpilot"),
        ("https://www.trustpilot。com/review/x", "Trustpilot"),
    ],
)
def test_a_closed_site_is_known_wherever_it_is(shipped, url, name):
    site = shipped.find(url)
    assert site
    assert site.name == name
    assert "rivalscope import" in str(site)


@pytest.mark.parametrize(
    "url",
    [
        "https://itunes.apple.com/gb/rss/customerreviews/page=1/id=1/sortby=mostrecent/json",
        "https://store.steampowered.com/appreviews/10?json=1",
        "https://api.trustpilot.com/v1/business-units/1/reviews",
        "https://places.googleapis.com/v1/places/1",
        "https://shop.zendesk.com/api/v2/help_center/en-us/articles.json",
        "https://www.heureka.cz/direct/dotaznik/export-review.php?key=1",
        "https://www.google.com/",
        "https://www.max.com/",
        "https://amazon.shop.example/",
        "https://not-yelp.com/",
        "https://www.yelp.com.shop.example/",
        "http://[::1",
        "",
    ],
)
def test_what_is_open_is_open(shipped, url):
    assert shipped.find(url) is None


def written(folder: Path, source: str) -> Path:
    path = folder / "rivalscope.yaml"
    path.write_text(
        f"us:\n  slug: ours\n  name: Ours\n  sources:\n    - id: r\n      platform: p\n{source}"
    )
    return path


def test_a_source_on_one_is_a_mistake_with_its_place_and_the_way_out(tmp_path):
    path = written(tmp_path, "      url: https://www.trustpilot.com/review/x\n")
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path, environment={})
    (mistake,) = caught.value.mistakes
    assert str(mistake).startswith(f"{path}:7:7: Trustpilot is closed to crawlers")
    assert "rivalscope import" in mistake.message


def test_an_agreement_lifts_it(tmp_path):
    agreed = (
        "      url: https://www.trustpilot.com/review/x\n      permission: contract 7 of 2026\n"
    )
    assert load_settings(written(tmp_path, agreed), environment={}).sources[0].permission


def test_no_agreement_leads_inside(tmp_path):
    agreed = "      url: http://127.0.0.1/x\n      permission: contract 7 of 2026\n"
    with pytest.raises(ConfigurationError, match="no public address"):
        load_settings(written(tmp_path, agreed), environment={})


def test_a_list_beside_the_configuration_adds_to_what_ships(tmp_path):
    (tmp_path / "closed_sites.yaml").write_text(
        "sites:\n  - {name: Partner, hosts: [partner.*], reason: we promised not to}\n"
    )
    closed = load_closed_sites(tmp_path)
    assert "we promised not to" in str(closed.find("https://www.partner.example/"))
    assert closed.find("https://www.yelp.com/")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sites:\n  - {name: A, hosts: ['https://a.example/']}\n", ":2:"),
        ("sites:\n  - {name: A, hosts: []}\n", "hosts"),
        ("sites:\n  - {name: A, host: [a.example]}\n", "did you mean 'hosts'"),
    ],
)
def test_a_mistake_in_it_is_told_with_its_place(tmp_path, text, message):
    (tmp_path / "closed_sites.yaml").write_text(text)
    with pytest.raises(ConfigurationError) as caught:
        load_closed_sites(tmp_path)
    assert message in str(caught.value)
    assert "closed_sites.yaml:2:" in str(caught.value)
