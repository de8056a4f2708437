"""The report as a PowerPoint presentation, native and editable."""

from rivalscope.reports.slides.deck import render_pptx

__all__ = ["render_pptx"]
