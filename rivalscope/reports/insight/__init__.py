"""The sections on journey, FAQ and channels: the same blocks of words for every format."""

from rivalscope.reports.insight.blocks import Cell, Grid, Quotes, Row, Section
from rivalscope.reports.insight.sections import sections

__all__ = ["Cell", "Grid", "Quotes", "Row", "Section", "sections"]
