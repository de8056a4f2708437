"""Exported tables of reviews: CSV, TSV, JSON Lines and spreadsheets, whatever their columns."""

from crawler.tables.columns import FIELDS, mapping_text, parse_mapping
from crawler.tables.table import Table, read_table

__all__ = ["FIELDS", "Table", "mapping_text", "parse_mapping", "read_table"]
