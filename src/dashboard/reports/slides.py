"""A document as PowerPoint: a slide for each section, native charts and tables, and what is too long goes on over."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from dashboard.charts.palette import INK, MUTED, word
from dashboard.domain.light import Light
from dashboard.domain.municipality import municipality
from dashboard.reports.document import (
    Bars,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Step,
    Table,
    Together,
    bars_said,
    clean,
    no_steps,
)
from dashboard.reports.slide_room import WITHIN, head_of, height_of, lines_of, parted, parted_row, row_height
from dashboard.reports.slide_shapes import (
    LANGUAGE,
    add_box,
    add_run,
    describe,
    dress_chart,
    fill_cell,
    place,
    say,
)

HEIGHT, MARGIN, SMALL = 7.5, 0.55, 10  # inches; points
WIDTH = WITHIN + 2 * MARGIN
TOP, BOTTOM = 1.35, 6.85
BAR, MOST_BARS, AROUND_BARS = 0.36, 13, 0.75
GOES_ON, SLIDE = "{title} (fortsat)", "Side "
TITLE_ONLY, LONGEST_TITLE = 5, 120
BAR_ORDER = (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED, Light.DONE)


def slides(document: Document, step: Step = no_steps) -> bytes:
    """Write a document as the bytes of a .pptx file."""
    deck = _Deck(document, step)
    deck.begin(document.title, "")
    deck.write([Paragraph((sentence,), is_quiet=True) for sentence in (*document.head, document.made)])
    for title, part, blocks in _sections(document.blocks):
        deck.begin(title or document.title, part)
        deck.write([*([Paragraph((title,))] if len(title) > LONGEST_TITLE else []), *blocks])
    return deck.written()


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[str, str, list[Block]]]:
    """Part blocks into slides: a heading of level 1 or 2 begins one, unless nothing stands under it."""
    whole, title, part, within = "", "", "", list[Block]()
    for block in _flat(blocks):
        if not isinstance(block, Heading) or block.level > 2:
            within.append(block)
            continue
        if within:
            yield title, part, within
        whole = block.text if block.level == 1 else whole
        title, part, within = block.text, whole if block.level == 2 else "", []
    if within:
        yield title, part, within


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _flat(block.blocks)
        else:
            yield block


@dataclass
class _Deck:
    """The slides so far; ``down`` is how far down the last one is filled, in inches."""

    document: Document
    step: Step
    title: str = ""
    part: str = ""
    down: float = TOP
    file: Any = field(default_factory=Presentation)

    def __post_init__(self) -> None:
        self.slides, self.layout = self.file.slides, self.file.slide_layouts[TITLE_ONLY]  # each asking renames them all
        self.file.slide_width, self.file.slide_height = Inches(WIDTH), Inches(HEIGHT)
        told = self.file.core_properties
        told.title, told.language, told.author = clean(self.document.title), LANGUAGE, municipality().name
        told.created = told.modified = self.document.made_at

    @property
    def room(self) -> float:
        """Give what is left of the slide, in inches."""
        return BOTTOM - self.down

    def begin(self, title: str, part: str) -> None:
        """Begin a slide under a title, with the part that it belongs to over it."""
        self.title, self.part, self.down = title, part, TOP
        self.slide = self.slides.add_slide(self.layout)
        self._say_title(title)
        if part:
            self._note(part, MARGIN, 0.2, WITHIN, "l")
        self._note(f"{self.document.made}   {self.document.mark}".strip(), MARGIN, 7, WITHIN - 1.5, "l")
        self._number()

    def go_on(self) -> None:
        """Begin a further slide of the same section, unless nothing stands on this one."""
        if self.down > TOP:
            title = self.title
            self.begin(GOES_ON.format(title=title), self.part)
            self.title = title

    def write(self, blocks: Sequence[Block]) -> None:
        """Write blocks below each other."""
        texts: list[Paragraph] = []
        for block in blocks:
            if not isinstance(block, Table):  # its rows are parts of their own
                self.step()
            if isinstance(block, Paragraph):
                texts.append(block)
            elif isinstance(block, Heading):
                texts.append(Paragraph((), block.text))
            else:
                self._write_texts(texts)
                texts = []
                if isinstance(block, Bars):
                    for at in range(0, len(block.bars), MOST_BARS):
                        self._write_bars(Bars(block.about, block.bars[at : at + MOST_BARS]))
                elif isinstance(block, Table):
                    self._write_table(block)
        self._write_texts(texts)

    def written(self) -> bytes:
        """Give the bytes of the file."""
        into = io.BytesIO()
        self.file.save(into)
        return into.getvalue()

    def _say_title(self, title: str) -> None:
        shape = self.slide.shapes.title
        shown = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]} …"
        place(shape, MARGIN, 0.4, WITHIN, 0.85)
        frame = shape.text_frame
        frame.word_wrap, frame.margin_left = True, 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        add_run(paragraph, shown, 28 if lines_of(shown, WITHIN, 28) == 1 else 20, INK, is_bold=True)

    def _note(self, told: str, left: float, top: float, width: float, align: str) -> Any:
        frame = add_box(self.slide, left, top, width, 0.3)
        paragraph = frame.paragraphs[0]
        paragraph._p.get_or_add_pPr().set("algn", align)
        add_run(paragraph, told, SMALL, MUTED)
        return paragraph

    def _number(self) -> None:
        paragraph = self._note(SLIDE, WIDTH - MARGIN - 1.5, 7, 1.5, "r")
        number = len(self.slides)
        counted = parse_xml(
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGE}" sz="{SMALL * 100}"/><a:t>{number}</a:t></a:fld>'
        )
        paragraph._p.append(counted)

    def _write_texts(self, texts: Sequence[Paragraph]) -> None:
        """Write paragraphs in as few boxes as there are slides needed; one too long for a slide is parted."""
        waiting = list(texts)
        while waiting:
            fitting, used = [], 0.0
            while waiting and used + height_of(waiting[0]) <= self.room:
                used += height_of(waiting[0])
                fitting.append(waiting.pop(0))
            if waiting and len(fitting) > 1 and not fitting[-1].pieces:  # a heading stays with what it is over
                waiting.insert(0, fitting.pop())
            if waiting and not fitting and self.down == TOP:
                head, rest = parted(waiting[0], self.room)
                fitting, used, waiting[0] = [head], self.room, rest
            if fitting:
                frame = add_box(self.slide, MARGIN, self.down, WITHIN, used)
                for at, told in enumerate(fitting):
                    say(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), told)
                self.down += used
            if waiting:
                self.go_on()

    def _write_bars(self, bars: Bars) -> None:
        height = AROUND_BARS + BAR * len(bars.bars)
        if height > self.room:
            self.go_on()
        data = CategoryChartData()
        data.categories = [clean(name) for name, _ in bars.bars]
        lights = [light for light in BAR_ORDER if any(counts.get(light) for _, counts in bars.bars)]
        for light in lights:
            data.add_series(word(light), [counts.get(light) or None for _, counts in bars.bars])
        if not lights:
            return self._write_texts([Paragraph((bars_said(bars),))])
        where = (Inches(MARGIN), Inches(self.down), Inches(WITHIN), Inches(height))
        frame = self.slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *where, data)
        describe(frame, f"{bars.about}. {bars_said(bars)}")
        dress_chart(frame.chart, lights)
        self.down += height + 0.1
        return None

    def _write_table(self, told: Table) -> None:
        """Write a table on as many slides as it takes, its head on each."""
        share = WITHIN / sum(column.width for column in told.columns)
        widths = [column.width * share for column in told.columns]
        head = row_height(head_of(told.columns), widths)
        waiting = list(told.rows)
        while waiting:
            fitting, used = list[Row](), head
            while waiting and used + row_height(waiting[0], widths) <= self.room:
                used += row_height(waiting[0], widths)
                fitting.append(waiting.pop(0))
            if waiting and not fitting and self.down == TOP:
                first, rest = parted_row(waiting[0], widths, self.room - head)
                fitting, used, waiting[0] = [first], self.room, rest
            if fitting:
                self._draw(told.about, told.columns, fitting, widths, used)
            if waiting:
                self.go_on()

    def _draw(
        self, about: str, columns: Sequence[Column], rows: Sequence[Row], widths: Sequence[float], height: float
    ) -> None:
        where = (Inches(MARGIN), Inches(self.down), Inches(WITHIN), Inches(height))
        frame = self.slide.shapes.add_table(len(rows) + 1, len(columns), *where)
        describe(frame, about)
        table = frame.table
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            fill_cell(cell, (column.heading,), is_head=True)
        table.rows[0].height = Inches(row_height(head_of(columns), widths))
        for row, told in zip(list(table.rows)[1:], rows, strict=True):
            self.step()
            row.height = Inches(row_height(told, widths))
            cells = list(row.cells)
            if told.across:
                cells[0].merge(cells[-1])
                fill_cell(cells[0], told.cells[0], is_head=True)
                continue
            for cell, pieces in zip(cells, told.cells, strict=True):
                fill_cell(cell, pieces)
        self.down += height + 0.1
