"""Spider of feeds: mentions of a brand in RSS, Atom, and the answers of social networks."""

from crawler.spiders.source import SourceSpider


class FeedSpider(SourceSpider):
    """Reads a feed from its newest entry to what is known, up to the source's ``max_pages``."""

    name = "feed"
