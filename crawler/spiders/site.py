"""Spider of a brand's home page, for what it offers its customers."""

from crawler.spiders.faq import FaqSpider


class SiteSpider(FaqSpider):
    """Reads one page; one without any signal is an answer too."""

    name = "site"
