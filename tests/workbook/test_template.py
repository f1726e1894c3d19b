"""The workbook that goes out: what is open, what is locked, and what its cells offer."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.workbook.colour import light_of
from dashboard.workbook.parse import parse_workbook
from dashboard.workbook.template.book import write_template
from template_filling import find_table

NOVEMBER, OCTOBER = Month(2026, 11), Month(2026, 10)


def known(title: Any, **said: Any) -> StatusRow:
    return StatusRow(title, "Ark1", "F4", "A4", **said)


LINES = [
    known(
        "Flådestyring", code="R003", marks="(I)(B)", udvalg=("ØK", "KB"), tema="Økonomisk Politik",
        art="råderumsforslag", responsible="Økonomichef", schedule="2027", light=Light.RED, status_text="Går i stå",
        amounts={2025: Decimal("-1250.500"), 2026: Decimal(300)},
    ),
    known("Sidste skoledag", udvalg=("BUU",), art="driftsændringer", done=True),
]  # fmt: skip


def written(scope: Any = CROSS_CUTTING, lines: Any = LINES, **given: Any) -> Any:
    content = write_template(NOVEMBER, scope, lines, previous=OCTOBER, **given)
    return load_workbook(BytesIO(content), rich_text=True)


def line(book: Any, number: int = 0, sheet: int = 1) -> dict[Any, Any]:
    table = book.worksheets[sheet]
    header_row, columns = find_table(table)
    return {header: table.cell(header_row + 1 + number, column) for header, column in columns.items()}


def list_for(cell: Any) -> Any:
    found = [each.formula1 for each in cell.parent.data_validations.dataValidation if cell.coordinate in each.sqref]
    return found[0] if found else None


def offered(cell: Any) -> list[Any]:
    sheet, area = list_for(cell).split("!")
    return [row[0].value for row in cell.parent.parent[sheet][area]]


def test_the_structure_is_locked_without_a_password_and_only_what_is_to_be_written_is_open() -> None:
    book = written()
    assert book.security.lockStructure
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in book)
    assert {header for header, cell in line(book).items() if not cell.protection.locked} == {
        "Udvalg", "Ansvarlig", "Tidsplan", "Politisk behandling", "Farve", "Afsluttet (X)", "Status", "Årsag til rød",
        "Hvad bedes direktionen om", "OBS-punkt",
    }  # fmt: skip


def test_a_department_does_not_change_whose_its_lines_are_but_the_whole_plan_does() -> None:
    part, plan = line(written(Scope("BUU"))), line(written(PLAN), number=1)
    assert part["Udvalg"].protection.locked
    assert part["Tværgående"].protection.locked
    assert not plan["Tværgående"].protection.locked


def test_open_cells_are_filled_with_a_colour_that_nobody_takes_for_a_light() -> None:
    cells = line(written())
    (colour,) = {cell.fill.fgColor.rgb for cell in cells.values() if not cell.protection.locked}
    rgb = tuple(bytes.fromhex(colour[2:]))
    assert light_of(rgb) is None
    assert rgb != (255, 255, 255)


def test_the_former_light_and_text_stand_beside_the_new_which_are_empty() -> None:
    cells = line(written())
    former, light = cells["Farve sidst"], cells["Farve"]
    assert (former.value, former.fill.fgColor.rgb, cells["Status sidst"].value) == ("Rød", "FFFF0000", "Går i stå")
    assert (light.value, light.column - former.column, cells["Status"].value) == (None, 1, None)


def test_the_drop_downs_offer_lights_reasons_x_and_udvalg_where_there_is_one() -> None:
    two, one = line(written()), line(written(), number=1)
    assert (list_for(two["Farve"]), list_for(two["Afsluttet (X)"])) == ('"Grøn,Gul,Rød"', '"X"')
    assert offered(two["Årsag til rød"]) == [*(reason.name for reason in terms().reasons), "Anden"]
    assert list_for(two["Udvalg"]) is None
    assert offered(one["Udvalg"]) == [udvalg.key for udvalg in terms().udvalg]


def test_a_reason_in_ones_own_words_is_not_stopped_but_a_light_is() -> None:
    cells = line(written())
    validations = cells["Farve"].parent.data_validations.dataValidation
    stops = {
        header: each.showErrorMessage
        for each in validations
        for header in cells
        if cells[header].coordinate in each.sqref
    }
    assert stops["Farve"]
    assert not stops["Årsag til rød"]


def test_the_guide_says_what_the_lights_mean_word_for_word() -> None:
    texts = {str(cell.value) for row in written().worksheets[0].iter_rows() for cell in row if cell.value}
    assert {terms().lights[light].definition for light in Light if light.is_reported} <= texts


def test_the_headers_stay_in_sight_and_are_printed_on_every_page() -> None:
    sheet = written().worksheets[1]
    header_row, _ = find_table(sheet)
    assert sheet.freeze_panes == f"C{header_row + 1}"
    assert sheet.print_title_rows == f"${header_row}:${header_row}"


def test_amounts_are_numbers_of_the_years_that_have_any() -> None:
    cells = line(written())
    assert (cells["Beløb 2025"].value, cells["Beløb 2026"].value) == (-1250.5, 300)
    assert "Beløb 2027" not in cells


@pytest.mark.parametrize(
    ("title", "code", "marks"),
    [
        ("Flådestyring", "R003", "(I)(B)"),
        ("Samling og R707", "R706", None),
        ("Ny skole", "A-12", None),
        ("Ny skole", None, None),
        ("=HYPERLINK(A1)", "R001", "(B)"),
    ],
)
def test_title_code_and_marks_are_read_back_as_they_were(title: str, code: str | None, marks: str | None) -> None:
    content = write_template(NOVEMBER, CROSS_CUTTING, [known(title, code=code, marks=marks, udvalg=("ØK",)), *LINES])
    row = parse_workbook(content, "Retur.xlsx").rows[0]
    assert (row.title, row.code, row.marks) == (title, code, marks)


def test_lines_in_no_section_stand_above_every_section() -> None:
    lines = [
        known("Med udvalg", udvalg=("ØK",), art="driftsændringer"),
        known("Uden", art="driftsændringer"),
    ]
    rows = parse_workbook(write_template(NOVEMBER, PLAN, lines), "Retur.xlsx").rows
    assert {row.title: row.udvalg for row in rows} == {"Uden": (), "Med udvalg": ("ØK",)}


def test_a_template_without_lines_has_only_room_for_new_ones() -> None:
    parsed = parse_workbook(write_template(NOVEMBER, CROSS_CUTTING, []), "Retur.xlsx")
    assert parsed.rows == ()
    assert "no-rows" in {issue.kind for issue in parsed.issues}


def test_another_plan_is_named_when_the_lines_are_of_it() -> None:
    assert written(plan="2029-2032").worksheets[1]["A1"].value.startswith("Udmøntningsplan 2029-2032")
