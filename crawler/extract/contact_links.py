"""Tells a link to a brand's own messenger or profile from one that shares, posts or explains."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_LONGEST = 500
_NAME = re.compile(r"@?[\w.%+-]{2,80}")
_DIGITS = re.compile(r"\+?[\d\s()-]{6,20}")
_TOPICS = frozenset(
    {
        *("about", "accounts", "account", "ads", "advertising", "api", "away.php", "business"),
        *("connect", "dialog", "developer", "developers", "directory", "embed", "events"),
        *("explore", "feed", "groups", "hashtag", "help", "home", "i", "ideas", "intent"),
        *("iframe_api", "js", "l.php", "legal", "live", "login", "login.php", "marketplace"),
        *("oauth", "p", "permalink.php", "photo", "photo.php", "photos", "pin", "playlist"),
        *("plugins", "policies", "policy", "privacy", "redirect", "reel", "reels", "results"),
        *("search", "settings", "share", "share.php", "sharer", "sharer.php", "shorts"),
        *("signup", "story.php", "stories", "support", "t", "terms", "tos", "tr", "tv", "v"),
        *("video", "videos", "watch", "widget", "widgets", "wall", "index.php", "privacy-policy"),
        *("iv", "s", "joinchat", "addstickers", "proxy", "socks", "sharearticle", "cws", "pulse"),
    }
)
_SINGLE_POSTS = frozenset({"posts", "status", "statuses", "video", "videos", "photo", "photos"})


_WHATSAPP = frozenset({"wa.me", "api.whatsapp.com", "web.whatsapp.com", "whatsapp.com"})
# Hosts whose links lead to somebody by any name, and those that do so by some paths only.
_BY_NAME = {
    "m.me": "Facebook Messenger",
    "t.me": "Telegram",
    "telegram.me": "Telegram",
    "telegram.dog": "Telegram",
    "zalo.me": "Zalo",
    "lin.ee": "LINE",
    "page.line.me": "LINE",
    "chats.viber.com": "Viber",
}
_BY_PATH = {
    "messenger.com": ("Facebook Messenger", re.compile(r"t/\w")),
    "signal.me": ("Signal", re.compile(r"\?&(?:p|eu)/")),
    "line.me": ("LINE", re.compile(r"(?:R/)?ti/p/")),
}


class _Network(NamedTuple):
    name: str
    hosts: re.Pattern[str]
    path: re.Pattern[str]
    """The whole path of a profile, without slashes at its ends."""


def _network(name: str, hosts: str, path: str = r"@?[\w.%-]{2,80}") -> _Network:
    hosts_of = re.compile(rf"(?:www\.|m\.|web\.|[a-z]{{2}}(?:-[a-z]{{2}})?\.)?(?:{hosts})")
    return _Network(name, hosts_of, re.compile(path, re.IGNORECASE))


_NETWORKS = (
    _network(
        "Facebook",
        r"facebook\.com|fb\.com|fb\.me",
        r"[\w.%-]{2,80}|pages/.{1,120}|people/.{1,120}|pg/[\w.%-]{2,80}",
    ),
    _network("Instagram", r"instagram\.com|instagr\.am", r"[\w.]{2,40}"),
    _network("X", r"twitter\.com|x\.com", r"@?\w{2,20}"),
    _network("LinkedIn", r"linkedin\.com", r"(?:company|school|showcase)/[^/]{2,120}"),
    _network(
        "YouTube", r"youtube\.com", r"(?:(?:channel|c|user)/)?@?[\w.%-]{3,80}(?:/featured|/videos)?"
    ),
    _network("TikTok", r"tiktok\.com", r"@[\w.]{2,40}"),
    _network("VK", r"vk\.com|vkontakte\.ru", r"(?!(?:wall|video|photo|topic)-?\d)[\w.]{2,60}"),
    _network("Pinterest", r"pinterest\.(?:com|co\.uk|[a-z]{2})", r"[\w-]{2,40}(?:/[\w-]{2,60})?"),
    _network("Odnoklassniki", r"ok\.ru", r"(?:group/)?[\w.]{3,60}"),
    _network("Threads", r"threads\.(?:net|com)", r"@[\w.]{2,40}"),
)


def find_network(address: str) -> str | None:
    """Name of the social network whose profile *address* is; None for anything else.

    Sharing dialogs, single posts, plugins and people's own LinkedIn pages are no brand's profile.
    """
    split = _split(address)
    if split is None or split.scheme not in {"http", "https"}:
        return None
    host, path = (split.hostname or "").lower(), split.path.strip("/")
    first, *rest = path.lower().split("/")
    if first in _TOPICS or (_SINGLE_POSTS.intersection(rest) and "youtube" not in host):
        return None
    if first == "profile.php":
        return "Facebook" if "id=" in split.query and "facebook" in host else None
    found = (one for one in _NETWORKS if one.hosts.fullmatch(host) and one.path.fullmatch(path))
    return next((one.name for one in found), None)


def find_messenger(address: str) -> str | None:
    """Name of the messenger in which *address* opens a talk with somebody; None for anything else.

    A link that only shares a text (``wa.me/?text=``, ``t.me/share``) names nobody to talk to.
    """
    split = _split(address)
    if split is None:
        return None
    if split.scheme in {"http", "https"}:
        host = (split.hostname or "").lower().removeprefix("www.")
        return _web_messenger(host, split.path.strip("/"), split.query + "&" + split.fragment)
    return _app_messenger(split.scheme, parse_qs(split.query), split.path)


def _web_messenger(host: str, path: str, query: str) -> str | None:
    first = path.partition("/")[0]
    if host in _WHATSAPP:
        return "WhatsApp" if _reaches_whatsapp(host, path, query) else None
    if host in _BY_PATH:
        name, talk = _BY_PATH[host]
        return name if talk.match(f"{path}?{query}") else None
    named = bool(_NAME.fullmatch(first)) and first.lower() not in _TOPICS
    return _BY_NAME.get(host) if named else None


def _reaches_whatsapp(host: str, path: str, query: str) -> bool:
    if host == "wa.me":
        return bool(_DIGITS.fullmatch(unquote(path)) or re.match(r"(?:message|qr)/\w+", path))
    return path.startswith("send") and bool(_phone(parse_qs(query)))


def _app_messenger(scheme: str, query: dict[str, list[str]], path: str) -> str | None:
    if scheme == "whatsapp":
        return "WhatsApp" if _phone(query) else None
    if scheme == "viber":
        return "Viber" if _phone(query, "number") or query.get("chatURI") else None
    if scheme == "tg":
        return "Telegram" if query.get("domain") else None
    if scheme == "skype":
        return "Skype" if _NAME.fullmatch(path) else None
    return None


def _phone(query: dict[str, list[str]], name: str = "phone") -> bool:
    return any(_DIGITS.fullmatch(value.strip()) for value in query.get(name, []))


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address.strip()[:_LONGEST])
    except ValueError:
        return None
