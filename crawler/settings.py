"""Scrapy's settings for every crawl: polite, and hardened against what pages can do to us."""

from __future__ import annotations

from typing import Any

BOT_NAME = "rivalscope"
SPIDER_MODULES = ["crawler.spiders"]

# --- polite ------------------------------------------------------------------------------------
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
AUTOTHROTTLE_ENABLED = True
RETRY_TIMES = 2

# --- hardened: each of these defaults has hurt somebody ------------------------------------------
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # runs code sent to a local port
COOKIES_ENABLED = False  # we never log in; its public suffix list is fetched while blocking
HTTPPROXY_ENABLED = False  # no proxy by environment; ours is set on each request
REFERER_ENABLED = False
DOWNLOAD_HANDLERS: dict[str, None] = dict.fromkeys(("data", "file", "ftp", "s3"))
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # decompressed too: a bomb stops here
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
REDIRECT_MAX_TIMES = 5
DEPTH_LIMIT = 10_000  # a source's max_pages ends earlier; this ends what it does not
MEMUSAGE_LIMIT_MB = 512
TWISTED_DNS_RESOLVER = "crawler.resolver.PublicResolver"

# --- how our parts hang in -----------------------------------------------------------------------
SPIDER_MIDDLEWARES = {"crawler.middlewares.KeepSnapshot": 10}
DOWNLOADER_MIDDLEWARES = {"crawler.middlewares.UseProxy": 90}
ITEM_PIPELINES = {"crawler.pipelines.SaveReading": 100}
CONCURRENT_ITEMS = 1  # one page is one item; more only interleaves the writer
LOG_LEVEL = "INFO"
LOGSTATS_INTERVAL = 0


def settings_for(
    *, contact_url: str, delay_seconds: float, proxy: str | None, log_level: str
) -> dict[str, Any]:
    """This module's settings with what one market asks for on top."""
    ours = {name: value for name, value in globals().items() if name.isupper()}
    return ours | {
        "USER_AGENT": f"Rivalscope/0.1 (+{contact_url})",
        "DOWNLOAD_DELAY": delay_seconds,
        "AUTOTHROTTLE_ENABLED": delay_seconds > 0,
        "RIVALSCOPE_PROXY": proxy,
        "LOG_LEVEL": log_level,
    }
