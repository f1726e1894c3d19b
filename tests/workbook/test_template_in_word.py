"""The template in Word comes back as the same lines, and what is filled in is read."""

from io import BytesIO

import docx

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.workbook.parse import parse_workbook
from dashboard.workbook.template.document import write_document
from dashboard.workbook.template.wording import template_name

LINES = [
    StatusRow("Flådestyring", "", "", "", Light.RED, code="R003", udvalg=("ØK",), art="driftsændringer"),
    StatusRow("Skolevej", "", "", "", Light.GREEN, udvalg=("BUU",), art="anlægsprojekter", done=True),
    StatusRow("Natur", "", "", "", udvalg=("ØK",), art="hensigtserklæringer", tema="Partnerskaber"),
]  # fmt: skip


def test_what_is_filled_in_is_read_with_month_plan_and_scope() -> None:
    month = Month(2025, 6)
    name = template_name(month, PLAN, "docx")
    content = write_document(month, PLAN, LINES, previous=Month(2025, 5), plan="2025-2028")
    empty = parse_workbook(content, name)
    assert (empty.plan, empty.month, empty.scope) == ("2025-2028", month, PLAN)
    assert not [each for each in empty.issues if each.is_error]
    assert [(each.title, each.code, each.art, each.tema, each.light, each.done) for each in empty.rows] == [
        ("Flådestyring", "R003", "driftsændringer", None, Light.NOT_REPORTED, False),
        ("Skolevej", None, "anlægsprojekter", None, Light.NOT_REPORTED, True),
        ("Natur", None, "hensigtserklæringer", "Partnerskaber", Light.NOT_REPORTED, False),
    ]
    filled = docx.Document(BytesIO(content))
    table = filled.tables[0]
    place = [cell.text for cell in table.rows[0].cells].index("Farve")
    (line,) = [row for row in table.rows if "Flådestyring" in row.cells[1].text]
    line.cells[place].text = "Gul"
    out = BytesIO()
    filled.save(out)
    assert parse_workbook(out.getvalue(), name).rows[0].light is Light.YELLOW
