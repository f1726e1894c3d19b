"""The minutes of a meeting as a Word document."""

from collections.abc import Sequence

from docx.document import Document as Paper
from docx.shared import Pt

from dashboard.reports.minutes import CORRECTED, DUE, FOCUS, NO_POINTS, NOTHING_DECIDED, RESPONSIBLE, MinutesPoint
from dashboard.reports.word import add_light, add_table, add_told, clean, labelled, new_paper, one_piece, written

HEADERS = ("Type", "Beslutning", RESPONSIBLE, DUE)
AFTER_TABLE = Pt(4)
WIDTHS = (2.8, 8.8, 3.2, 2.2)


def minutes_document(title: str, shown: Sequence[str], points: Sequence[MinutesPoint]) -> bytes:
    """Write the minutes as a Word document."""
    paper = new_paper(title, shown)
    if not points:
        paper.add_paragraph(NO_POINTS)
    for number, point in enumerate(points, start=1):
        with one_piece(paper):
            _write_point(paper, number, point)
    return written(paper)


def _write_point(paper: Paper, number: int, point: MinutesPoint) -> None:
    paper.add_heading(clean(f"{number}. {point.name}"), 2)
    if point.light is not None:
        head = paper.add_paragraph()
        add_light(head, point.light)
        add_told(head, point.lasted, point.seen)
    if point.said:
        add_table(paper, HEADERS, [(each.kind, each.text, each.responsible, each.due) for each in point.said], WIDTHS)
    else:
        paper.add_paragraph(NOTHING_DECIDED)
    if point.is_focus:
        focus = paper.add_paragraph()
        focus.add_run(FOCUS).bold = True
        focus.paragraph_format.space_before = AFTER_TABLE
    for correction in point.corrections:
        labelled(paper, CORRECTED, correction).paragraph_format.space_before = AFTER_TABLE
