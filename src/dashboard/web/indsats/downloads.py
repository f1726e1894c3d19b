"""The list to take along: the same lines as Excel and as CSV."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.light import Light
from dashboard.domain.line_fields import LISTED
from dashboard.domain.subtasks import read_subtasks, subtasks_text
from dashboard.domain.terms import terms
from dashboard.reports.line_list import ListedLine, line_csv
from dashboard.web import filter_chips, phrases
from dashboard.web import texts as app_texts
from dashboard.web.head import is_example
from dashboard.web.indsats import texts
from dashboard.web.indsats.line_table import Line, said
from dashboard.web.plan import Selection

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILE_NAME = "indsatser-{month}.{kind}"


def show_downloads(lines: Sequence[Line], selection: Selection, shown: str) -> None:
    """Offer the lines as Excel and CSV; they are written when they are asked for."""
    written = [listed_line(line) for line in lines]
    told = _told(selection, shown)

    def excel() -> bytes:
        from dashboard.reports.line_workbook import line_workbook  # openpyxl takes a while, and is seldom needed here

        return line_workbook(app_texts.PLAN, told, written)

    month = str(selection.month)
    for label, data, kind, mime in (
        (texts.EXCEL, excel, "xlsx", XLSX),
        (texts.CSV, lambda: line_csv(written), "csv", "text/csv"),
    ):
        name = FILE_NAME.format(month=month, kind=kind)
        st.download_button(label, data, name, mime, key=f"hent_{kind}", on_click="ignore", type="tertiary")


def listed_line(line: Line) -> ListedLine:
    """Make a line of the list one that reports write."""
    before, now = Light.__members__.get(str(line["light_before"]).upper()), str(line["light_now"]).upper()
    in_row = line["in_row"]
    return ListedLine(
        light=Light.__members__.get(now),
        was=before,
        in_row=int(in_row) if isinstance(in_row, int | float) and in_row == in_row else None,
        said={each.key: said(line[each.key]) for each in LISTED}
        | {
            "udvalg": ", ".join(map(str, line["udvalg"])),  # type: ignore[call-overload]
            "art": terms().art_name(said(line["art"])),
            "subtasks": subtasks_text(read_subtasks(line["subtasks"])),
        },
    )


def _told(selection: Selection, shown: str) -> list[str]:
    told = [f"{phrases.months_shown(selection)} · {phrases.scope_name(selection.scope)}", shown]
    narrowed = filter_chips.in_words(selection)
    return [*told, *([narrowed] if narrowed else []), *([app_texts.EXAMPLE] if is_example(selection) else [])]
