"""Spider of review pages: follows the paging to its end."""

from crawler.spiders.source import SourceSpider


class ReviewsSpider(SourceSpider):
    """Reads every page of reviews, up to the source's ``max_pages``."""

    name = "reviews"
