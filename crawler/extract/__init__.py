"""Reads saved pages; pure, so that a page that was read wrongly can be read again offline."""

from crawler.extract.as_json import page_record
from crawler.extract.readers import read_page, require

__all__ = ["page_record", "read_page", "require"]
