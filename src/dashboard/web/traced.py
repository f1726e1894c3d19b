"""What is said of a value's cell, in Danish: the line, the file, the sheet and the cell, and how it was read there."""

from decimal import Decimal

from htpy import Element, Node, div, h3, li, p, span, ul

from dashboard.charts.palette import word
from dashboard.domain.line_fields import field_name
from dashboard.domain.subtasks import subtask_number
from dashboard.intake.trace import Reading, Trace
from dashboard.web import phrases
from dashboard.web.markup import light

DISAGREES = "To projektmapper for måneden er uenige om denne indsats; den seneste indlæsning tæller."
WITHOUT_CELL = "»{value}« står ikke i en celle for sig. Her er cellen med indsatsens status."
AMOUNT = "Beløb {year}"
SUBTASK = "Delopgave {number}"
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


def field_label(field: str) -> str:
    """Give what a field is called where one can be picked: "Ansvarlig", "Beløb 2025", "Delopgave 1"."""
    number = subtask_number(field)
    if number is not None:
        return SUBTASK.format(number=number)
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
        f"arket »{place.sheet}«",
        f"celle {place.cell}",
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
        li[light(other.shown_light), f"{other.file_name} · arket »{other.sheet}« · celle {other.cell}"]
        for other in found.disagreeing
    ]
    return others and div(".note")[p[DISAGREES], ul[others]]
