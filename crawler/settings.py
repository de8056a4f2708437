"""Scrapy's settings for every crawl: polite, and hardened against what pages can do to us."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from crawler.network.commons import SETTING
from crawler.network.turns import AT_ONCE

if TYPE_CHECKING:
    from crawler.network.commons import Commons
    from rivalscope.settings import Settings

BOT_NAME = "rivalscope"
SPIDER_MODULES = ["crawler.spiders"]

# --- polite: what a host gets of us is shared between crawls, see crawler.network.commons --------
ROBOTSTXT_OBEY = False  # ours does, by RFC 9309
DOWNLOAD_DELAY = 0  # whose turn it is, is decided by crawler.network.turns
CONCURRENT_REQUESTS_PER_DOMAIN = AT_ONCE
RETRY_TIMES = 2

# --- hardened: each of these defaults has hurt somebody ------------------------------------------
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # runs code sent to a local port
COOKIES_ENABLED = False  # we never log in; its public suffix list is fetched while blocking
HTTPPROXY_ENABLED = False  # no proxy by environment; ours is set on each request
REFERER_ENABLED = False
DOWNLOAD_HANDLERS: dict[str, str | None] = dict.fromkeys(
    ("data", "file", "ftp", "s3")
) | dict.fromkeys(("http", "https"), "crawler.network.handlers.WithKey")
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # decompressed too: a bomb stops here
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
DNS_TIMEOUT = 10
REDIRECT_MAX_TIMES = 5
DEPTH_LIMIT = 10_000  # a source's max_pages ends earlier; this ends what it does not
URLLENGTH_LIMIT = 2083
MEMUSAGE_ENABLED = False  # judges every later source by the peak of the whole process
TWISTED_DNS_RESOLVER = "crawler.network.resolver.PublicResolver"

# --- how our parts hang in -----------------------------------------------------------------------
_SCRAPY = "scrapy.downloadermiddlewares."
#: Requests pass them in this order, answers in the opposite one.
DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "crawler.middlewares.CheckAddress": 10,
    "crawler.middlewares.UseProxy": 90,
    "crawler.middlewares.AskIfChanged": 95,
    "crawler.middlewares.ObeyRobots": 100,
    "crawler.middlewares.TryAgain": 550,
    "crawler.middlewares.ReadableAnswer": 570,
    "crawler.middlewares.FollowRedirects": 580,
    "crawler.middlewares.StopAtChallenge": 585,
    "crawler.middlewares.HideKey": 587,
    "crawler.middlewares.Unpack": 590,
    "crawler.middlewares.TakeTurn": 899,
    # ours do what these do, or nobody should
    f"{_SCRAPY}cookies.CookiesMiddleware": None,
    f"{_SCRAPY}httpauth.HttpAuthMiddleware": None,
    f"{_SCRAPY}httpcompression.HttpCompressionMiddleware": None,
    f"{_SCRAPY}httpproxy.HttpProxyMiddleware": None,
    f"{_SCRAPY}offsite.OffsiteMiddleware": None,
    f"{_SCRAPY}redirect.MetaRefreshMiddleware": None,
    f"{_SCRAPY}redirect.RedirectMiddleware": None,
    f"{_SCRAPY}retry.RetryMiddleware": None,
    f"{_SCRAPY}robotstxt.RobotsTxtMiddleware": None,
}
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    "crawler.middlewares.EndSomewhere": 900,
    # both drop in silence
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
}
CONCURRENT_ITEMS = 1  # a page gives requests only; more would be a task each for nothing
WARN_ON_GENERATOR_RETURN_VALUE = False  # reads our source code at each start; mypy has done so
#: None of them is ours, and each is loaded even where it is switched off: aiohttp for the remote
#: control alone takes longer than a crawl of ten pages.
EXTENSIONS: dict[str, None] = dict.fromkeys(
    f"scrapy.extensions.{name}"
    for name in (
        "telnet.TelnetConsole",
        "memusage.MemoryUsage",
        "memdebug.MemoryDebugger",
        "feedexport.FeedExporter",
        "logstats.LogStats",
        "spiderstate.SpiderState",
        "throttle.AutoThrottle",
        "remote_control.RemoteControl",
    )
)
LOG_LEVEL = "INFO"
LOGSTATS_INTERVAL = 0


def settings_for(settings: Settings, *, commons: Commons, log_level: str) -> dict[str, Any]:
    """This module's settings with what one market asks for on top."""
    ours = {name: value for name, value in globals().items() if name.isupper()}
    contact = f" (+{settings.contact_url})" if settings.contact_url else ""
    return ours | {
        "USER_AGENT": f"Rivalscope/{version('rivalscope')}{contact}",
        "RIVALSCOPE_DELAY": settings.delay_seconds,
        "RIVALSCOPE_PROXY": settings.proxy,
        SETTING: commons,
        "LOG_LEVEL": log_level,
    }
