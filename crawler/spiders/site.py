"""Spider of a brand's own pages, for what it offers its customers."""

from crawler.spiders.source import SourceSpider


class SiteSpider(SourceSpider):
    """Reads one page; one without any signal is an answer too."""

    name = "site"
