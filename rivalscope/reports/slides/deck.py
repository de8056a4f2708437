"""A presentation from the report: the order of its slides, and what is on every one of them."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from rivalscope.reports.archives import timeless
from rivalscope.reports.fingerprint import fingerprint
from rivalscope.reports.measuring import fitted, lines_of
from rivalscope.reports.palette import INK, SOFT, WARN, WHITE
from rivalscope.reports.phrases import Phrases
from rivalscope.reports.slides import canvas, pages
from rivalscope.reports.slides.canvas import Box, Run
from rivalscope.reports.tidy import tidied

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Document
    from pptx.slide import Slide

    from rivalscope.models import Report

_TITLE_ONLY: Final = 5
"""Layout of python-pptx's own template."""
_TITLE_SIZE: Final = 26
_TITLE_LINES: Final = 2
_FOOT_SIZE: Final = 9
_NUMBER_WIDTH: Final = 40


def render_pptx(report: Report) -> bytes:
    """The report as a .pptx file of 16:9: at a glance, by quadrant, with evidence, and its method.

    Every entry has a slide of its own with the figures of each brand, quotes and its id. What does
    not fit is continued on a further slide, or named with where it stands. Same report, same bytes.
    """
    shown = tidied(report)
    deck = Deck(shown)
    pages.opening(deck)
    pages.overview(deck)
    pages.quadrants(deck)
    pages.themes(deck)
    pages.evidence(deck)
    pages.brands(deck)
    pages.withheld(deck)
    pages.method(deck)
    return deck.saved()


class Deck:
    """A presentation on its way, and the words of its report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.phrases = Phrases(report)
        self.say = self.phrases.say
        self.digest = self.say("office-fingerprint", digest=fingerprint(report))
        self.created = datetime.combine(report.as_of, time.min, tzinfo=UTC)
        self._document: Document = Presentation()
        self._widen()
        self._foot = "  \u00b7  ".join(self._facts())

    def slide(self, title: str, *, color: str = INK) -> Slide:
        """A new slide with its title and its foot."""
        slide = self._document.slides.add_slide(self._document.slide_layouts[_TITLE_ONLY])
        width = canvas.WIDTH - 2 * canvas.MARGIN
        words = fitted(title, width, _TITLE_SIZE, lines=_TITLE_LINES, bold=True)
        taken = len(lines_of(words, width, _TITLE_SIZE, bold=True))
        size = _TITLE_SIZE if taken == 1 else _TITLE_SIZE * 0.75
        self._place_title(slide, Box(x=canvas.MARGIN, y=32, width=width, height=52))
        canvas.fill_frame(
            slide.shapes.title.text_frame, [[Run(text=words, size=size, bold=True, color=color)]]
        )
        self._put_foot(slide)
        return slide

    def dark_slide(self, title: str) -> Slide:
        """The opening slide: the title large on ink."""
        slide = self._document.slides.add_slide(self._document.slide_layouts[_TITLE_ONLY])
        canvas.rectangle(slide, Box(x=0, y=0, width=canvas.WIDTH, height=canvas.HEIGHT), fill=INK)
        # the rectangle goes behind the title
        shapes = slide.shapes._spTree  # ruff: ignore[private-member-access] - python-pptx orders shapes by no other way
        shapes.insert(2, shapes[-1])
        width = canvas.WIDTH - 2 * canvas.MARGIN
        words = fitted(title, width, 40, lines=2, bold=True)
        self._place_title(slide, Box(x=canvas.MARGIN, y=150, width=width, height=104))
        canvas.fill_frame(
            slide.shapes.title.text_frame, [[Run(text=words, size=40, bold=True, color=WHITE)]]
        )
        return slide

    def saved(self) -> bytes:
        """The file; all times in it are the report's or none."""
        properties = self._document.core_properties
        properties.title = self.phrases.title()[:255]
        properties.subject = self.say("office-subtitle")
        properties.comments = self.say("office-synthetic") if self.report.synthetic else ""
        properties.author = properties.last_modified_by = "Rivalscope"
        properties.language = self.report.language
        properties.created = properties.modified = properties.last_printed = self.created
        properties.revision = 1
        stream = BytesIO()
        self._document.save(stream)
        return timeless(stream.getvalue())

    def _facts(self) -> list[str]:
        report, phrases = self.report, self.phrases
        return [
            phrases.period(report.compared or report.window),
            phrases.reviews(),
            phrases.sources(),
            self.digest,
        ]

    def _widen(self) -> None:
        """Turns the template's 4:3 into 16:9, its layouts with it."""
        document = self._document
        stretch = Pt(canvas.WIDTH) / document.slide_width
        rise = Pt(canvas.HEIGHT) / document.slide_height
        document.slide_width, document.slide_height = Pt(canvas.WIDTH), Pt(canvas.HEIGHT)
        for page in (document.slide_master, *document.slide_layouts):
            for shape in page.placeholders:
                if shape.element.find(f".//{qn('a:xfrm')}") is not None:
                    shape.left, shape.width = int(shape.left * stretch), int(shape.width * stretch)
                    shape.top, shape.height = int(shape.top * rise), int(shape.height * rise)

    def _place_title(self, slide: Slide, box: Box) -> None:
        title = slide.shapes.title
        title.left, title.top = Pt(box.x), Pt(box.y)
        title.width, title.height = Pt(box.width), Pt(box.height)

    def _put_foot(self, slide: Slide) -> None:
        """What the slide rests on, whether it is made up, and its number."""
        width = canvas.WIDTH - 2 * canvas.MARGIN - _NUMBER_WIDTH
        lines = [[Run(text=self._foot, size=_FOOT_SIZE, color=SOFT)]]
        if self.report.synthetic:
            notice = fitted(self.say("office-synthetic"), width, _FOOT_SIZE, lines=1)
            lines.append([Run(text=notice, size=_FOOT_SIZE, color=WARN)])
        canvas.text(slide, Box(x=canvas.MARGIN, y=506, width=width, height=24), lines)
        box = Box(
            x=canvas.WIDTH - canvas.MARGIN - _NUMBER_WIDTH, y=506, width=_NUMBER_WIDTH, height=12
        )
        number = str(len(self._document.slides))
        canvas.text(slide, box, [[Run(text=number, size=_FOOT_SIZE, color=SOFT)]])
        _count_by_itself(slide)


def _count_by_itself(slide: Slide) -> None:
    """Turns the text put last into a field, so that it is right after slides were moved."""
    paragraph = slide.shapes[-1].text_frame.paragraphs[0]._p  # ruff: ignore[private-member-access] - python-pptx knows no fields
    paragraph.get_or_add_pPr().set("algn", "r")
    run = paragraph.find(qn("a:r"))
    field = etree.SubElement(paragraph, qn("a:fld"))
    field.set("id", "{5B7D2F5E-6C1A-4A61-9D6C-0F1E2D3C4B5A}")
    field.set("type", "slidenum")
    field.extend(list(run))
    paragraph.replace(run, field)
