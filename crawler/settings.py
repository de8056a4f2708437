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

# --- what takes part ------------------------------------------------------------------------------
# Scrapy's own lists are emptied and what is wanted of them is named: what a list switches off is
# loaded all the same, and that takes longer than a crawl of ten pages.
_SCRAPY = "scrapy.downloadermiddlewares."
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
#: Requests pass them in this order, answers in the opposite one.
DOWNLOADER_MIDDLEWARES: dict[str, int] = {
    "crawler.middlewares.CheckAddress": 10,
    "crawler.middlewares.UseProxy": 90,
    "crawler.middlewares.AskIfChanged": 95,
    "crawler.middlewares.ObeyRobots": 100,
    f"{_SCRAPY}downloadtimeout.DownloadTimeoutMiddleware": 350,
    f"{_SCRAPY}defaultheaders.DefaultHeadersMiddleware": 400,
    f"{_SCRAPY}useragent.UserAgentMiddleware": 500,
    "crawler.middlewares.TryAgain": 550,
    "crawler.middlewares.ReadableAnswer": 570,
    "crawler.middlewares.FollowRedirects": 580,
    "crawler.middlewares.StopAtChallenge": 585,
    "crawler.middlewares.HideKey": 587,
    "crawler.middlewares.Unpack": 590,
    f"{_SCRAPY}stats.DownloaderStats": 850,
    "crawler.middlewares.TakeTurn": 899,
}
# Scrapy's limits of depth and length drop in silence: ours tell.
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
SPIDER_MIDDLEWARES: dict[str, int] = {
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": 25,
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": 50,
    "crawler.middlewares.EndSomewhere": 900,
}
EXTENSIONS_BASE: dict[str, int] = {}
EXTENSIONS: dict[str, int] = {
    f"scrapy.extensions.{name}": 0
    for name in ("corestats.CoreStats", "logcount.LogCount", "closespider.CloseSpider")
}
CONCURRENT_ITEMS = 1  # a page gives requests only; more would be a task each for nothing
WARN_ON_GENERATOR_RETURN_VALUE = False  # reads our source code at each start; mypy has done so
LOG_INSTALL_ROOT_HANDLER = False  # whoever starts a crawl has set the log up
LOGSTATS_INTERVAL = 0


def settings_for(settings: Settings, *, commons: Commons) -> dict[str, Any]:
    """This module's settings with what one market asks for on top."""
    ours = {name: value for name, value in globals().items() if name.isupper()}
    contact = f" (+{settings.contact_url})" if settings.contact_url else ""
    return ours | {
        "USER_AGENT": f"Rivalscope/{version('rivalscope')}{contact}",
        "RIVALSCOPE_DELAY": settings.delay_seconds,
        "RIVALSCOPE_PROXY": settings.proxy,
        SETTING: commons,
    }
