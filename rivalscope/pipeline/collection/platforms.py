"""Knows from an address which platform it is on, and where that platform keeps what we read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

from rivalscope.models import ApiKey

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    from rivalscope.models import SourceKind

_STORE_FRONT = re.compile(r"/(?:([a-z]{2})/)?app/(?:[^/]+/)?id(\d{5,12})\b")
_STEAM_APP = re.compile(r"/app/(\d{1,10})\b")
_HELP_CENTER = re.compile(r"/hc/([a-z]{2}(?:-[a-z0-9]{2,8})?)\b", re.IGNORECASE)
_TAG = re.compile(r"/tags/(\w{1,100})/?")
_MASTODON = re.compile(r"mastodon|mstdn|fosstodon|hachyderm|(?:^|\.)mas\.to$")
_VIDEO = re.compile(r"[\w-]{11}")
_SHORTS = re.compile(r"/(?:shorts|live|embed)/([\w-]{11})\b")
# Public suffixes of two parts that are common enough to matter: .co.uk, .com.au, .org.za.
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "ne", "or", "org"})
_COUNTRY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a platform keeps what an address shows."""

    url: str
    """What to read: the address itself, or the platform's feed or API of the same thing."""
    platform: str
    kind: SourceKind
    quotes_only: bool = False
    api_key: ApiKey | None = None


def find_place(url: str) -> Place | None:
    """What is known of the platform that *url* is on; None for a site like any other.

    ``url`` of the place differs from *url* where pages for people have a feed or an API beside
    them: App Store, Steam, Zendesk help centers, Mastodon tags, YouTube videos.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    for known, place_of in _PLATFORMS.items():
        if re.search(rf"(?:^|\.){known}$", host):
            return place_of(parts)
    return _mastodon(parts) if _MASTODON.search(host) else None


def domain_of(url: str) -> str:
    """The part of the host that somebody owns: ``shop.example.co.uk`` -> ``example.co.uk``."""
    labels = (urlsplit(url).hostname or "").split(".")
    is_long = len(labels) > _COUNTRY and len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if is_long else -2 :])


def platform_named(url: str) -> str:
    """A name for the platform at *url* where none is known: the word before its ending."""
    name = re.sub(r"[^a-z0-9]+", "_", domain_of(url).split(".")[0].lower()).strip("_")
    return name[:40] or "site"


def _app_store(parts: SplitResult) -> Place | None:
    if "/rss/customerreviews/" in parts.path:
        feed = re.sub(r"/xml$", "/json", parts.path)
        url = f"https://itunes.apple.com{feed}"
        return Place(url=url, platform="app_store", kind="reviews")
    match = _STORE_FRONT.search(parts.path)
    if not match:
        return None
    url = (
        f"https://itunes.apple.com/{match[1] or 'us'}/rss/customerreviews/page=1/id={match[2]}"
        "/sortby=mostrecent/json"
    )
    return Place(url=url, platform="app_store", kind="reviews")


def _steam(parts: SplitResult) -> Place | None:
    if parts.path.startswith("/appreviews/"):
        return Place(url=parts.geturl(), platform="steam", kind="reviews")
    match = _STEAM_APP.search(parts.path)
    if not match:
        return None
    asked = "json=1&filter=recent&language=all&purchase_type=all&num_per_page=100&cursor=*"
    url = f"https://store.steampowered.com/appreviews/{match[1]}?{asked}"
    return Place(url=url, platform="steam", kind="reviews")


def _zendesk(parts: SplitResult) -> Place:
    match = _HELP_CENTER.search(parts.path)
    language = f"{match[1].lower()}/" if match else ""
    is_article = "/articles/" in parts.path or parts.path.startswith("/api/")
    api = f"https://{parts.hostname}/api/v2/help_center/{language}articles.json?per_page=100"
    url = parts.geturl() if is_article else api
    return Place(url=url, platform="help_center", kind="faq")


def _youtube(parts: SplitResult) -> Place | None:
    if parts.path.startswith("/feeds/"):
        return Place(url=parts.geturl(), platform="youtube", kind="feed")
    shorts = _SHORTS.match(parts.path)
    asked = parse_qs(parts.query).get("v", [""])[0]
    last = parts.path.strip("/") if parts.hostname == "youtu.be" else ""
    video = shorts[1] if shorts else asked or last
    if not _VIDEO.fullmatch(video):
        return None
    url = (
        "https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies"
        f"&videoId={video}&maxResults=100&order=time&textFormat=plainText"
    )
    key = ApiKey(variable="YOUTUBE_API_KEY", parameter="key")
    return Place(url=url, platform="youtube", kind="feed", api_key=key)


def _google_api(parts: SplitResult) -> Place | None:
    if not parts.path.startswith("/youtube/"):
        return None
    key = ApiKey(variable="YOUTUBE_API_KEY", parameter="key")
    return Place(url=parts.geturl(), platform="youtube", kind="feed", api_key=key)


def _google_places(parts: SplitResult) -> Place:
    key = ApiKey(variable="GOOGLE_PLACES_API_KEY", header="X-Goog-Api-Key")
    return Place(
        url=parts.geturl(), platform="google", kind="reviews", quotes_only=True, api_key=key
    )


def _trustpilot_api(parts: SplitResult) -> Place:
    key = ApiKey(variable="TRUSTPILOT_API_KEY", header="apikey")
    return Place(url=parts.geturl(), platform="trustpilot", kind="reviews", api_key=key)


def _reddit(parts: SplitResult) -> Place | None:
    path = parts.path.rstrip("/")
    if not path.startswith("/r/"):
        return None
    url = (
        parts.geturl() if path.endswith((".rss", ".json")) else f"https://www.reddit.com{path}.rss"
    )
    return Place(url=url, platform="reddit", kind="feed")


def _google(parts: SplitResult) -> Place | None:
    is_alert = parts.path.startswith("/alerts/feeds/")
    return Place(url=parts.geturl(), platform="google_alerts", kind="feed") if is_alert else None


def _mastodon(parts: SplitResult) -> Place | None:
    match = _TAG.fullmatch(parts.path)
    if match:
        url = f"https://{parts.hostname}/api/v1/timelines/tag/{quote(match[1])}?limit=40"
        return Place(url=url, platform="mastodon", kind="feed")
    is_api = parts.path.startswith("/api/v")
    return Place(url=parts.geturl(), platform="mastodon", kind="feed") if is_api else None


#: The end of a host -> its rule.
_PLATFORMS = {
    r"(?:apps|itunes)\.apple\.com": _app_store,
    r"store\.steampowered\.com": _steam,
    r"zendesk\.com": _zendesk,
    r"(?:youtube\.com|youtu\.be)": _youtube,
    r"places\.googleapis\.com": _google_places,
    r"(?:www\.|youtube\.)?googleapis\.com": _google_api,
    r"api\.trustpilot\.com": _trustpilot_api,
    r"reddit\.com": _reddit,
    r"google\.[a-z.]{2,6}": _google,
}
