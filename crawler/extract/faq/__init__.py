"""Reads a page's questions and answers, and finds the pages that have some."""

from crawler.extract.faq.help_center import next_url
from crawler.extract.faq.links import faq_addresses, faq_links, is_help_center
from crawler.extract.faq.reading import read

__all__ = ["faq_addresses", "faq_links", "is_help_center", "next_url", "read"]
