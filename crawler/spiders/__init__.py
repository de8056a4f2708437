"""Which pages of a source are fetched, in what order."""

from crawler.spiders.faq import FaqSpider
from crawler.spiders.feed import FeedSpider
from crawler.spiders.reviews import ReviewsSpider
from crawler.spiders.site import SiteSpider
from crawler.spiders.source import SourceSpider

#: Kind of source -> its spider.
SPIDERS: dict[str, type[SourceSpider]] = {
    "reviews": ReviewsSpider,
    "faq": FaqSpider,
    "site": SiteSpider,
    "feed": FeedSpider,
}

__all__ = ["SPIDERS", "FaqSpider", "FeedSpider", "ReviewsSpider", "SiteSpider", "SourceSpider"]
