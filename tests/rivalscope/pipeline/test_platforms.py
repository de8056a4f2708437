"""Addresses of platforms, and where those keep what they show."""

import pytest

from rivalscope.pipeline.collection.platforms import domain_of, find_place, platform_named


@pytest.mark.parametrize(
    ("url", "platform", "kind", "part"),
    [
        (
            "https://apps.apple.com/gb/app/acme-parcels/id123456789?l=en",
            "app_store",
            "reviews",
            "itunes.apple.com/gb/rss/customerreviews/page=1/id=123456789/sortby=mostrecent/json",
        ),
        ("https://apps.apple.com/app/id123456789", "app_store", "reviews", "/us/rss/"),
        (
            "https://itunes.apple.com/cz/rss/customerreviews/id=123456789/xml",
            "app_store",
            "reviews",
            "id=123456789/json",
        ),
        (
            "https://store.steampowered.com/app/400/Acme/",
            "steam",
            "reviews",
            "/appreviews/400?json=1&filter=recent&language=all",
        ),
        (
            "https://acme.zendesk.com/hc/en-US",
            "help_center",
            "faq",
            "acme.zendesk.com/api/v2/help_center/en-us/articles.json",
        ),
        ("https://acme.zendesk.com/", "help_center", "faq", "/help_center/articles.json"),
        (
            "https://mastodon.example/tags/acme",
            "mastodon",
            "feed",
            "mastodon.example/api/v1/timelines/tag/acme",
        ),
        (
            "https://www.youtube.com/watch?v=abcdefghijk&t=10s",
            "youtube",
            "feed",
            "commentThreads?part=snippet,replies&videoId=abcdefghijk",
        ),
        ("https://youtu.be/abcdefghijk", "youtube", "feed", "videoId=abcdefghijk"),
        ("https://www.youtube.com/shorts/abcdefghijk", "youtube", "feed", "videoId=abcdefghijk"),
        ("https://old.reddit.com/r/acme/", "reddit", "feed", "www.reddit.com/r/acme.rss"),
        ("https://www.google.com/alerts/feeds/1/2", "google_alerts", "feed", "/alerts/feeds/1/2"),
    ],
)
def test_pages_for_people_lead_to_feeds_and_interfaces(url, platform, kind, part):
    place = find_place(url)
    assert (place.platform, place.kind) == (platform, kind)
    assert part in place.url


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example/tags/acme",
        "https://apps.apple.com/gb/charts",
        "https://www.youtube.com/@acme",
        "https://notreddit.com/r/acme",
        "https://google.com/search?q=acme",
    ],
)
def test_other_addresses_stay_what_they_are(url):
    assert find_place(url) is None


def test_keys_are_named_and_never_held():
    place = find_place("https://www.youtube.com/watch?v=abcdefghijk")
    assert (place.api_key.variable, place.api_key.parameter) == ("YOUTUBE_API_KEY", "key")
    assert "key=" not in place.url


def test_google_places_gives_quotes_only():
    place = find_place("https://places.googleapis.com/v1/places/ChIJ123?fields=reviews")
    assert place.quotes_only
    assert place.api_key.header == "X-Goog-Api-Key"


@pytest.mark.parametrize(
    ("url", "domain", "name"),
    [
        ("https://www.shop.example/a", "shop.example", "shop"),
        ("https://a.b.shop.co.uk/", "shop.co.uk", "shop"),
        ("https://my-shop.cz", "my-shop.cz", "my_shop"),
        ("http://localhost/", "localhost", "localhost"),
    ],
)
def test_domains_and_their_names(url, domain, name):
    assert (domain_of(url), platform_named(url)) == (domain, name)
