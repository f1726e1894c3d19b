"""Where a value was read: one click from a line to its cell, what is said of it, and the sheet around it."""

from decimal import Decimal
from itertools import pairwise

import streamlit as st
from htpy import Element, Node, a, caption, div, fragment, h3, li, p, span, table, tbody, td, th, thead, tr, ul

from dashboard.charts.palette import word
from dashboard.domain.cell_name import is_in_document
from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow, hex_of
from dashboard.domain.issue import Issue
from dashboard.domain.line_fields import field_name
from dashboard.domain.line_parts import part_of
from dashboard.intake.trace import LIGHT, Reading, Trace, trace, traced_sheet
from dashboard.web.database import ask
from dashboard.web.markup import light, marked_text, shape
from dashboard.wording import phrases

KEY = "kilde"
SHOW = "Vis i filen"
TITLE = "Sådan står det i filen"
WHICH = "Vis cellen for"
OPENING = "Åbner filen …"
NOT_FOUND = "Cellen findes ikke i databasen. Linket er måske fra en anden database."
NO_CELL = "Stedet findes ikke i den fil, der er gemt."
DISAGREES = "To filer for måneden er uenige om denne indsats; den seneste indlæsning tæller."
WITHOUT_CELL = "»{value}« står ikke i en celle for sig. Her er cellen med indsatsens status."
AMOUNT = "Beløb {year}"
PARTS = {"subtasks": "Delopgave {number}", "other_lights": "Øvrigt lys {number}"}
THOUSANDS = "{amount} t.kr."
YES = "Ja"
SOURCES = {
    "fill": "cellens farve",
    "word": "ordet i cellen",
    "fill and word": "cellens farve og ordet i den",
    "mark": "mærket i farvens egen kolonne",
    "symbol": "tegnets farve",
    "conditional formatting": "cellens betingede formatering",
}


def trace_link(content: Node, snapshot_id: int, indsats_id: int, field: str = LIGHT, css: str = "trace") -> Element:
    """Make something the way to the cell that a snapshot's value of an indsats was read in.

    ``field`` is the light, a field of the line ("responsible") or a year ("2025") for its amount. The page calls
    ``show_asked_trace`` last.
    """
    asked = f"{snapshot_id}-{indsats_id}" + (f"-{field}" if field != LIGHT else "")
    return a(class_=css, href=f"?{KEY}={asked}", title=SHOW)[content]


def show_asked_trace() -> None:
    """Open the sheet in a dialog where the address asks for it. Called last, so that nothing on the page moves."""
    asked = st.query_params.get(KEY)
    if asked is not None:
        _dialog(asked)


def _forget() -> None:
    st.query_params.pop(KEY, None)


@st.dialog(TITLE, width="large", on_dismiss=_forget)
def _dialog(asked: str) -> None:
    given, indsats, field = [*asked.split("-", 2), "", ""][:3]
    is_one = given.isdecimal() and indsats.isdecimal() and max(len(given), len(indsats)) < 10
    found = ask(trace, int(given), int(indsats)) if is_one else None
    if found is None:
        st.html(p(".note")[NOT_FOUND])
        return
    st.html(fragment[traced(found), without_cell(found, field)])
    fields = [LIGHT, *(value.field for value in found.placed)]
    shown = field if field in fields else LIGHT
    if len(fields) > 1:
        shown = st.pills(WHICH, fields, default=shown, format_func=field_label, required=True, key=f"{KEY}-{asked}")
    st.html(traced_value(found, shown))
    with st.spinner(OPENING):
        sheet = ask(traced_sheet, int(given), int(indsats), shown)
    st.html(drawn_sheet(sheet))


def drawn_sheet(found: Excerpt | Issue | None) -> Element:
    """Draw the sheet around the cell, or say why it cannot be shown."""
    if found is None:
        return p(".note")[NO_CELL]
    return p(".note")[found.message] if isinstance(found, Issue) else sheet_table(found)


def field_label(field: str) -> str:
    """Give what a field is called where one can be picked: "Ansvarlig", "Beløb 2025", "Delopgave 1"."""
    part = part_of(field)
    if part is not None:
        return PARTS[part[0]].format(number=part[1])
    return AMOUNT.format(year=field) if field.isdecimal() else field_name(field)


def traced(found: Trace) -> Element:
    """Say which line it is, what its light is and how that was read, and who says otherwise."""
    reading = found.reading
    return div(".traced")[
        h3[f"{reading.title} {reading.code}" if reading.code else reading.title],
        p(".traced-light")[light(reading.shown_light), span[how_read(reading)]],
        _disagreeing(found),
    ]


def traced_value(found: Trace, field: str) -> Element:
    """Say what a field holds and where it stands; the light is said above, and only its place is told here."""
    place, value = found.place(field), found.value(field)
    reading = place.reading
    parts = [
        reading.file_name,
        f"revision {reading.revision}",
        _place(place.sheet, place.cell),
        f"indlæst {phrases.moment(reading.imported_at)}",
    ]
    return div(".traced")[
        value is not None and p(".traced-value")[f"{field_label(field)}: {written(value.value)}"],
        p(".quiet")[" · ".join(parts)],
    ]


def without_cell(found: Trace, field: str) -> Element | None:
    """Say of a value that no cell of its own says that it is the line that is shown; nothing for the others."""
    value = found.value(field)
    if value is None or value.cell is not None:
        return None
    return p(".note")[WITHOUT_CELL.format(value=written(value.value))]


def written(value: str | bool | Decimal) -> str:
    """Write a value as it is read on a page: an amount in 1.000 kr. the Danish way."""
    if isinstance(value, bool):
        return YES
    if isinstance(value, str):
        return value
    amount = f"{value:,.3f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
    return THOUSANDS.format(amount=amount.replace("-", "−"))


def how_read(reading: Reading) -> str:
    """Say in Danish what of the cell gave the light."""
    source = SOURCES.get(reading.light_source or "", "cellen")
    if reading.done and reading.light.is_reported:
        return f"Indsatsen er mærket som afsluttet; farven ({word(reading.light).lower()}) er læst af {source}."
    if reading.done:
        return f"Læst af {source if reading.light_source else 'mærket (X) i rækken'}."
    if reading.light_source is None:
        return "Cellen giver ingen status."
    return f"Læst af {source}."


def _disagreeing(found: Trace) -> Node:
    others = [
        li[light(other.shown_light), f"{other.file_name} · {_place(other.sheet, other.cell)}"]
        for other in found.disagreeing
    ]
    return others and div(".note")[p[DISAGREES], ul[others]]


def sheet_table(excerpt: Excerpt) -> Element:
    """Draw an excerpt with its cell framed; a thick line stands where rows or columns between are left out."""
    skipped = {after for before, after in pairwise(excerpt.columns) if after > before + 1}
    first = [row.number for row in excerpt.rows]
    after_gap = {after for before, after in pairwise(first) if after > before + 1}
    return div(".sheet-frame", tabindex="0")[
        table(".sheet")[
            caption[_around(excerpt)],
            thead[
                tr[
                    td,
                    (
                        th(class_=number in skipped and "skipped", scope="col")[letter]
                        for number, letter in zip(excerpt.columns, excerpt.letters, strict=True)
                    ),
                ]
            ],
            tbody[(_row(row, excerpt, skipped, is_after_gap=row.number in after_gap) for row in excerpt.rows)],
        ]
    ]


def _place(sheet: str, cell: str) -> str:
    return cell if is_in_document(sheet, cell) else f"arket »{sheet}« · celle {cell}"


def _around(excerpt: Excerpt) -> str:
    if is_in_document(excerpt.sheet, excerpt.cell):
        return f"Dokumentet omkring {excerpt.cell}"
    return f"Arket »{excerpt.sheet}« omkring celle {excerpt.cell}"


def _row(row: ExcerptRow, excerpt: Excerpt, skipped: set[int], *, is_after_gap: bool) -> Element:
    return tr(class_=[row.is_header and "heading", is_after_gap and "skipped"])[
        th(scope="row")[row.name], (_cell(cell, excerpt, cell.column in skipped) for cell in row.cells)
    ]


def _cell(cell: ExcerptCell, excerpt: Excerpt, is_after_gap: bool) -> Element:
    is_asked = (cell.row, cell.column) == (excerpt.row, excerpt.column)
    return td(
        class_=[is_after_gap and "skipped", is_asked and "asked"],
        rowspan=cell.row_span > 1 and cell.row_span,
        colspan=cell.column_span > 1 and cell.column_span,
        style=_style(cell) or None,
        aria_current=is_asked and "true",
    )[div[cell.conditional and shape(cell.conditional), marked_text(cell.runs)]]


def _style(cell: ExcerptCell) -> str:
    parts = [
        f"background:{hex_of(cell.fill)}" if cell.fill else "",
        f"color:{hex_of(cell.ink)}" if cell.ink else "",
        "font-weight:700" if cell.bold else "",
    ]
    return ";".join(part for part in parts if part)
