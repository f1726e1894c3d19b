"""A document as PowerPoint: a slide for each section, native charts and tables, and what is too long goes on over."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Length, Pt

from dashboard.charts.palette import INK, MUTED, PALETTE, bar_outline, word
from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import (
    NEW,
    Bars,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Piece,
    Pieces,
    Row,
    Table,
    Together,
    bars_said,
    clean,
)

LANGUAGE, FONT = "da-DK", "Calibri"
WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.55  # inches
WITHIN, TOP, BOTTOM = WIDTH - 2 * MARGIN, 1.35, 6.85
TEXT, CELL, SMALL = 18, 11, 10  # points
BAR, MOST_BARS, AROUND_BARS = 0.36, 13, 0.75
LETTER, CAPITAL, WIDE = 0.53, 0.7, 1.2  # of its size: the width of a letter, rather too wide than too narrow
WORD_ENDS = 0.9  # of the width of a line: what its words fill
LINE, GAP = 1.25, 7  # of the size: from line to line; points after a paragraph
CELL_INSIDE, CELL_MARGIN = 0.1, 0.14
GOES_ON, SLIDE = "{title} (fortsat)", "Side "
SIGNS = {"diamond": "◆", "triangle-up": "▲", "circle": "●", "circle-open": "○", "square": "✓"}
TITLE_ONLY, LONGEST_TITLE = 5, 120
BAR_ORDER = (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED, Light.DONE)


def slides(document: Document) -> bytes:
    """Write a document as the bytes of a .pptx file."""
    deck = _Deck(document)
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
    title: str = ""
    part: str = ""
    down: float = TOP
    file: Any = field(default_factory=Presentation)

    def __post_init__(self) -> None:
        self.file.slide_width, self.file.slide_height = Inches(WIDTH), Inches(HEIGHT)
        told = self.file.core_properties
        told.title, told.language, told.author = clean(self.document.title), LANGUAGE, ""
        told.created = told.modified = self.document.made_at

    @property
    def room(self) -> float:
        """Give what is left of the slide, in inches."""
        return BOTTOM - self.down

    def begin(self, title: str, part: str) -> None:
        """Begin a slide under a title, with the part that it belongs to over it."""
        self.title, self.part, self.down = title, part, TOP
        self.slide = self.file.slides.add_slide(self.file.slide_layouts[TITLE_ONLY])
        self._say_title(title)
        if part:
            self._note(part, MARGIN, 0.2, WITHIN, "l")
        self._note(f"{self.document.made}   {self.document.example}".strip(), MARGIN, 7, WITHIN - 1.5, "l")
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
        _place(shape, MARGIN, 0.4, WITHIN, 0.85)
        frame = shape.text_frame
        frame.word_wrap, frame.margin_left = True, 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        _run(paragraph, shown, 28 if _lines(shown, WITHIN, 28) == 1 else 20, INK, is_bold=True)

    def _note(self, told: str, left: float, top: float, width: float, align: str) -> Any:
        frame = _box(self.slide, left, top, width, 0.3)
        paragraph = frame.paragraphs[0]
        paragraph._p.get_or_add_pPr().set("algn", align)
        _run(paragraph, told, SMALL, MUTED)
        return paragraph

    def _number(self) -> None:
        paragraph = self._note(SLIDE, WIDTH - MARGIN - 1.5, 7, 1.5, "r")
        number = len(self.file.slides)
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
            while waiting and used + _height(waiting[0]) <= self.room:
                used += _height(waiting[0])
                fitting.append(waiting.pop(0))
            if waiting and len(fitting) > 1 and not fitting[-1].pieces:  # a heading stays with what it is over
                waiting.insert(0, fitting.pop())
            if waiting and not fitting and self.down == TOP:
                head, rest = _parted(waiting[0], self.room)
                fitting, used, waiting[0] = [head], self.room, rest
            if fitting:
                frame = _box(self.slide, MARGIN, self.down, WITHIN, used)
                for at, told in enumerate(fitting):
                    _say(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), told)
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
        place = (Inches(MARGIN), Inches(self.down), Inches(WITHIN), Inches(height))
        frame = self.slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
        _describe(frame, f"{bars.about}. {bars_said(bars)}")
        _dress(frame.chart, lights)
        self.down += height + 0.1
        return None

    def _write_table(self, told: Table) -> None:
        """Write a table on as many slides as it takes, its head on each."""
        share = WITHIN / sum(column.width for column in told.columns)
        widths = [column.width * share for column in told.columns]
        head = _row_height(_head(told.columns), widths)
        waiting = list(told.rows)
        while waiting:
            fitting, used = list[Row](), head
            while waiting and used + _row_height(waiting[0], widths) <= self.room:
                used += _row_height(waiting[0], widths)
                fitting.append(waiting.pop(0))
            if waiting and not fitting and self.down == TOP:
                first, rest = _parted_row(waiting[0], widths, self.room - head)
                fitting, used, waiting[0] = [first], self.room, rest
            if fitting:
                self._draw(told.about, told.columns, fitting, widths, used)
            if waiting:
                self.go_on()

    def _draw(
        self, about: str, columns: Sequence[Column], rows: Sequence[Row], widths: Sequence[float], height: float
    ) -> None:
        place = (Inches(MARGIN), Inches(self.down), Inches(WITHIN), Inches(height))
        frame = self.slide.shapes.add_table(len(rows) + 1, len(columns), *place)
        _describe(frame, about)
        table = frame.table
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            _fill_cell(cell, (column.heading,), is_head=True)
        table.rows[0].height = Inches(_row_height(_head(columns), widths))
        for row, told in zip(list(table.rows)[1:], rows, strict=True):
            row.height = Inches(_row_height(told, widths))
            cells = list(row.cells)
            if told.across:
                cells[0].merge(cells[-1])
                _fill_cell(cells[0], told.cells[0], is_head=True)
                continue
            for cell, pieces in zip(cells, told.cells, strict=True):
                _fill_cell(cell, pieces)
        self.down += height + 0.1


def _head(columns: Sequence[Column]) -> Row:
    return Row(tuple((column.heading,) for column in columns))


def _dress(chart: Any, lights: Sequence[Light]) -> None:
    chart.has_legend, chart.has_title = True, False
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.font.size, chart.font.name = Pt(12), FONT
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    for series, light in zip(plot.series, lights, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _color(PALETTE[light].color)
        series.format.line.color.rgb = _color(bar_outline(light))
        labels = series.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
        labels.font.size, labels.font.bold = Pt(12), True
        labels.font.color.rgb = _color(PALETTE[light].on_color)


def _say(paragraph: Any, told: Paragraph) -> None:
    paragraph.space_after = Pt(GAP)
    paragraph.line_spacing = 1.0
    if told.label:
        _run(paragraph, f"{told.label}: " if told.pieces else told.label, TEXT, INK, is_bold=True)
    if told.is_listed:
        _run(paragraph, "• ", TEXT, INK)
    _write_pieces(paragraph, told.pieces, TEXT, MUTED if told.is_quiet else INK)


def _write_pieces(paragraph: Any, pieces: Pieces, size: int, color: str, *, is_bold: bool = False) -> None:
    """Write pieces as runs: a light as sign and word on its colour, what is new red and underlined, the rest struck."""
    for piece in pieces:
        if isinstance(piece, Light):
            look = PALETTE[piece]
            run = _run(paragraph, f" {SIGNS[look.symbol]} {word(piece)} ", size, look.on_color, is_bold=True)
            _highlight(run, look.color)
            continue
        marked = piece if isinstance(piece, TextRun) else TextRun(piece)
        is_new = marked.red and not marked.struck
        run = _run(paragraph, marked.text, size, f"#{NEW}" if marked.red else color, is_bold=is_bold)
        run.font.underline = True if is_new else None
        if marked.struck:
            run._r.get_or_add_rPr().set("strike", "sngStrike")


def _run(paragraph: Any, told: str, size: int, color: str, *, is_bold: bool = False) -> Any:
    """Add a run in Danish; a line that ends within it ends here as well."""
    lines = clean(told).replace("\v", "\n").split("\n")
    for at, line in enumerate(lines):
        if at:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(size), is_bold, FONT
        run.font.color.rgb = _color(color)
        run._r.get_or_add_rPr().set("lang", LANGUAGE)
    return run


def _highlight(run: Any, color: str) -> None:
    lit = parse_xml(f'<a:highlight {nsdecls("a")}><a:srgbClr val="{color.removeprefix("#")}"/></a:highlight>')
    run._r.get_or_add_rPr().find(qn("a:solidFill")).addnext(lit)


def _fill_cell(cell: Any, pieces: Pieces, *, is_head: bool = False) -> None:
    is_lit = len(pieces) == 1 and isinstance(pieces[0], Light)
    fill = PALETTE[pieces[0]].color if is_lit else "#F4F6F8" if is_head else "#FFFFFF"  # type: ignore[index]
    cell.fill.solid()
    cell.fill.fore_color.rgb = _color(fill)
    cell.margin_left = cell.margin_right = Inches(CELL_INSIDE)
    cell.margin_top = cell.margin_bottom = Inches(CELL_MARGIN / 3)
    _write_pieces(cell.text_frame.paragraphs[0], pieces, CELL, INK, is_bold=is_head)


def _box(slide: Any, left: float, top: float, width: float, height: float) -> Any:
    frame = slide.shapes.add_textbox(*map(Inches, (left, top, width, height))).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = map(_inches, (left, top, width, height))


def _inches(length: float) -> Length:
    return Emu(int(length * 914400))


def _describe(frame: Any, about: str) -> None:
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(about))


def _color(color: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(color.removeprefix("#")))


def _line_of(told: str, width: float, size: int) -> Iterator[int]:
    """Give the line that each letter stands on, counted from 0, where a line is so many inches wide."""
    line, used, room = 0, 0.0, width * 72 * WORD_ENDS
    for letter in told:
        took = size * (WIDE if letter > "\u2000" else CAPITAL if letter.isupper() or letter in "@%" else LETTER)
        line, used = (
            (line + 1, 0.0) if letter == "\n" else (line + 1, took) if used + took > room else (line, used + took)
        )
        yield line


def _lines(told: str, width: float, size: int) -> int:
    return max(_line_of(told, width, size), default=0) + 1


def _plain(pieces: Pieces) -> str:
    return "".join(
        f" ◆ {word(each)} " if isinstance(each, Light) else each if isinstance(each, str) else each.text
        for each in pieces
    )


def _height(told: Paragraph) -> float:
    label = f"{told.label}: " if told.label else "• " * told.is_listed
    return (_lines(label + _plain(told.pieces), WITHIN, TEXT) * TEXT * LINE + GAP) / 72


def _row_height(row: Row, widths: Sequence[float]) -> float:
    widths = [sum(widths)] if row.across else widths
    n = max(_lines(_plain(cell), width - 2 * CELL_INSIDE, CELL) for cell, width in zip(row.cells, widths, strict=True))
    return n * CELL * LINE / 72 + CELL_MARGIN


def _parted(told: Paragraph, room: float) -> tuple[Paragraph, Paragraph]:
    """Part a paragraph into what there is room for and the rest."""
    lines = int((room * 72 - GAP) / (TEXT * LINE)) - 1  # one for the label
    head, rest = _cut(told.pieces, lines, WITHIN, TEXT)
    return replace(told, pieces=head), Paragraph(rest, is_quiet=told.is_quiet)


def _parted_row(row: Row, widths: Sequence[float], room: float) -> tuple[Row, Row]:
    lines = int((room - CELL_MARGIN) * 72 / (CELL * LINE))
    cuts = [_cut(cell, lines, width - 2 * CELL_INSIDE, CELL) for cell, width in zip(row.cells, widths, strict=False)]
    return replace(row, cells=tuple(head for head, _ in cuts)), replace(row, cells=tuple(rest for _, rest in cuts))


def _cut(pieces: Pieces, lines: int, width: float, size: int) -> tuple[Pieces, Pieces]:
    """Cut pieces after so many lines, between words where there are any."""
    told = _plain(pieces)
    letters = max(1, next((at for at, line in enumerate(_line_of(told, width, size)) if line >= lines), len(told)))
    head: list[Piece] = []
    for at, piece in enumerate(pieces):
        text = _plain((piece,))
        if len(text) <= letters or isinstance(piece, Light):
            head.append(piece)
            letters -= len(text)
            continue
        end = text.rfind(" ", 0, letters) + 1 or letters
        parts = [part if isinstance(piece, str) else replace(piece, text=part) for part in (text[:end], text[end:])]
        return (*head, parts[0]), (parts[1], *pieces[at + 1 :])
    return tuple(head), ()
