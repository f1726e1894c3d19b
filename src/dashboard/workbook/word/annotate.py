"""A copy of a document with what is wrong written as comments where it stands."""

from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from dashboard.domain.cell_name import BLOCK, place_of
from dashboard.domain.issue import Issue
from dashboard.workbook.annotate import AUTHOR, GRADES
from dashboard.workbook.word.opening import flow
from dashboard.workbook.word.package import W
from dashboard.workbook.word.tables import TableShape


def annotate_document(content: bytes, issues: Iterable[Issue]) -> bytes:
    """Give a copy that looks like the original, each issue a comment on its cell, or on the first paragraph."""
    document = docx.Document(BytesIO(content))
    body: Any = document.element.body
    tables = [block for block in flow(body) if block.tag == f"{W}tbl"]
    shapes = {number: TableShape(table, number) for number, table in enumerate(tables, 1)}
    notes: dict[BaseOxmlElement, list[str]] = defaultdict(list)
    first = next(body.iter(f"{W}p"))
    for issue in issues:
        row, column = place_of(issue.cell) if issue.cell else (0, 0)
        shape = shapes.get(row // BLOCK - 1)
        found = shape.cells.get((row, column)) if shape is not None else None
        paragraph: Any = found.element.find(f".//{W}p") if found is not None else None
        notes[first if paragraph is None else paragraph].append(f"{GRADES[issue.is_error]}: {issue.message}")
    for element, said in notes.items():
        written = Paragraph(element, document)
        runs = written.runs or [written.add_run()]
        document.add_comment(runs, text="\n\n".join(said), author=AUTHOR, initials=AUTHOR[:1])
    copy = BytesIO()
    document.save(copy)
    return copy.getvalue()
