"""A document says the same however it is written."""

from datetime import datetime

from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import (
    Bars,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Together,
    paragraph,
    plain_text,
    row,
)

TOLD = """Bilag
Oktober 2026

# Planen

ØK: 2 grøn, 1 rød

- Lys: Rød, ~~maj~~++juni++

Indsats | Lys
Norddjurs i bevægelse
Cykelsti | Gul
"""


def test_a_document_is_plain_text_with_the_marks_of_what_is_new_and_struck() -> None:
    listed = Paragraph((Light.RED, ", ", TextRun("maj", struck=True), TextRun("juni", red=True)), "Lys", is_listed=True)
    columns = (Column("Indsats", 4), Column("Lys", 1))
    rows = (Row((("Norddjurs i bevægelse",),), across=True), row("Cykelsti", Light.YELLOW))
    blocks = (
        Heading("Planen"),
        Bars("Lys", (("ØK", {Light.GREEN: 2, Light.RED: 1}),)),
        Together((listed, Table("Planen", columns, rows))),
    )
    made = datetime(2026, 11, 3, 8)
    assert plain_text(Document("Bilag", ("Oktober 2026",), blocks, made, "bilag")) == TOLD
    assert plain_text(Document("Bilag", (), (paragraph("Intet"),), made, "bilag")) == "Bilag\n\nIntet\n"
