"""The months of a workbook with a sheet for each: a row each, beside the month before it."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Node, b, div, fragment, h3, p, span, td, tr

from dashboard.domain.snapshot import count_lights
from dashboard.intake import Preview
from dashboard.web.intake import phrases
from dashboard.web.intake.arrivals import Arrival
from dashboard.web.intake.counted import counted_in_short
from dashboard.web.intake.shared_tables import light_cells, light_heads, table
from dashboard.wording import phrases as common

MONTH, SHEET, LINES, DIFFERS, WRONG = "Måned", "Ark", "Indsatser", "Forskel fra måneden før", "Fejl og bemærkninger"
COUNTED = "Lys, der gælder"
ALL_IN_ONE = (
    "Knappen indlæser alle månederne, hver som sin egen måned, eller ingen af dem. Er det kun én, så vælg den under "
    "Måned. Svaret »alle« huskes for projektmapper med de samme overskrifter."
)


def ask_for_months(arrival: Arrival) -> None:
    """Ask whether all months are meant, where that is open."""
    if arrival.months_question is not None and arrival.saved is None:
        st.html(fragment[h3[arrival.months_question.text], p(".quiet")[ALL_IN_ONE]])


def show_months(arrival: Arrival) -> None:
    """Show the months as a table."""
    months = arrival.preview.months
    is_told = any(month.counted for month in months)
    heads: Sequence[Node] = (MONTH, SHEET, LINES, *light_heads(), DIFFERS, *[COUNTED] * is_told, WRONG)
    rows = [_row(month, is_told=is_told) for month in months]
    st.html(div(".scroll.files")[table("", heads, rows)])


def _row(month: Preview, *, is_told: bool) -> Element:
    receipt, compared = month.receipt, month.compared
    sheets = ", ".join(dict.fromkeys(table.sheet for table in month.tables))
    difference = phrases.NOTHING_STORED
    if compared is not None:
        is_before = receipt.month is not None and compared.month == receipt.month.plus(-1)
        against = "" if is_before else f" mod {phrases.compared_with(compared, receipt)}"
        difference = f"{phrases.difference_counts(compared.difference)}{against}"
    errors = len(receipt.errors)
    said = phrases.STORED if month.is_stored else phrases.wrong(errors, len(receipt.issues) - errors)
    return tr[
        td[b[common.month_name(receipt.month)] if receipt.month else None],
        td[sheets],
        td(".number")[common.number(len(receipt.rows))],
        light_cells(count_lights(receipt.rows)),
        td[difference],
        td[counted_in_short(month.counted) if month.counted else ""] if is_told else None,
        td[span(class_=["verdict", "bad" if errors else "good"])[said]],
    ]
