"""The minutes of a meeting as a Word document."""

from docx.document import Document as Paper

from dashboard.reports.minutes import CORRECTED, Minutes, Paragraph
from dashboard.reports.word import add_light, add_told, clean, new_paper, one_piece, written

LISTED = "List Bullet"


def minutes_document(minutes: Minutes) -> bytes:
    """Write the minutes as a Word document."""
    paper = new_paper(minutes.title, minutes.head)
    for section in minutes.sections:
        with one_piece(paper):  # a heading stays with what begins under it
            paper.add_heading(clean(section.heading), 2)
            _write(paper, section.paragraphs[0])
        for paragraph in section.paragraphs[1:]:
            _write(paper, paragraph)
    return written(paper)


def _write(paper: Paper, told: Paragraph) -> None:
    paragraph = paper.add_paragraph(style=LISTED if told.is_listed else None)
    if told.light is not None:
        add_light(paragraph, told.light)
        add_told(paragraph, told.text)
        return
    label = CORRECTED if told.is_correction else ""
    paragraph.add_run(label).bold = True
    paragraph.add_run(clean(told.text.removeprefix(label)))
