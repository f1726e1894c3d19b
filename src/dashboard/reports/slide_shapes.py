"""What stands on a slide: texts with their marks, cells and charts, Danish and in the colours of the lights."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from dashboard.charts.palette import INK, MUTED, PALETTE, bar_outline, signed
from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import NEW, Paragraph, Pieces, Strong, clean
from dashboard.reports.slide_room import CELL, CELL_INSIDE, CELL_MARGIN, GAP, TEXT

LANGUAGE, FONT = "da-DK", "Calibri"


def dress_chart(chart: Any, lights: Sequence[Light]) -> None:
    """Give a chart the colours of the lights, its counts in the bars and its key over them."""
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


def say(paragraph: Any, told: Paragraph) -> None:
    """Write a paragraph of a document."""
    paragraph.space_after = Pt(GAP)
    paragraph.line_spacing = 1.0
    if told.is_listed:
        add_run(paragraph, "• ", TEXT, INK)
    if told.label:
        add_run(paragraph, f"{told.label}: " if told.pieces else told.label, TEXT, INK, is_bold=True)
    write_pieces(paragraph, told.pieces, TEXT, MUTED if told.is_quiet else INK)


def write_pieces(paragraph: Any, pieces: Pieces, size: int, color: str, *, is_bold: bool = False) -> None:
    """Write pieces as runs: a light as sign and word on its colour, what is new red and bold, the rest struck."""
    for piece in pieces:
        if isinstance(piece, Light):
            look = PALETTE[piece]
            run = add_run(paragraph, f" {signed(piece)} ", size, look.on_color, is_bold=True)
            _highlight(run, look.color)
            continue
        marked = piece if isinstance(piece, TextRun) else TextRun(piece if isinstance(piece, str) else piece.text)
        told_in = f"#{NEW}" if marked.red else color
        run = add_run(
            paragraph, marked.text, size, told_in, is_bold=is_bold or marked.is_new or isinstance(piece, Strong)
        )
        if marked.struck:
            run._r.get_or_add_rPr().set("strike", "sngStrike")


def add_run(paragraph: Any, told: str, size: int, color: str, *, is_bold: bool = False) -> Any:
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


def fill_cell(cell: Any, pieces: Pieces, *, is_head: bool = False) -> None:
    """Write a cell; one light fills it with its colour."""
    is_lit = len(pieces) == 1 and isinstance(pieces[0], Light)
    fill = PALETTE[pieces[0]].color if is_lit else "#F4F6F8" if is_head else "#FFFFFF"  # type: ignore[index]
    cell.fill.solid()
    cell.fill.fore_color.rgb = _color(fill)
    cell.margin_left = cell.margin_right = Inches(CELL_INSIDE)
    cell.margin_top = cell.margin_bottom = Inches(CELL_MARGIN / 3)
    write_pieces(cell.text_frame.paragraphs[0], pieces, CELL, INK, is_bold=is_head)


def add_box(slide: Any, left: float, top: float, width: float, height: float) -> Any:
    """Add a box for text, placed in inches, and give its frame."""
    frame = slide.shapes.add_textbox(*map(Inches, (left, top, width, height))).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    """Place a shape, in inches."""
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))


def describe(frame: Any, about: str) -> None:
    """Say what a chart or a table holds to those who do not see it."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(about))


def _color(color: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(color.removeprefix("#")))
