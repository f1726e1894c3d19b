"""Documents to take along as PDF and Word, and a list of lines as Excel and CSV."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from dashboard.documents.line_list import exported
from dashboard.documents.making import Format, written
from dashboard.queries import ListedLine
from dashboard.reports import line_list as report
from dashboard.reports.document import Document
from dashboard.web import filters
from dashboard.web.database import Selection
from dashboard.web.head import is_example
from dashboard.wording import phrases, texts

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXCEL, CSV = "Hent som Excel", "Hent som CSV"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES: tuple[tuple[str, Format, str], ...] = (("PDF", "pdf", "application/pdf"), ("Word", "docx", DOCX))
GET, WRITING = "Hent", "Dokumentet skrives …"
FILE_NAME = "indsatser-{month}.{kind}"


def show_documents(key: str, documents: Mapping[str, Callable[[], Document]]) -> None:
    """Offer documents by name, each as PDF and Word; told when the menu is opened, written when one is asked for."""
    menu = st.popover(GET, key=f"hent_{key}", on_change="rerun")
    if not menu.open:
        return
    for number, (name, tell) in enumerate(documents.items()):
        with menu, st.spinner(WRITING):
            document = tell()
        for label, kind, mime in FILES:
            menu.download_button(
                f"{name} ({label})",
                partial(written, document, kind),
                f"{document.stem}.{kind}",
                mime,
                key=f"hent_{key}_{number}_{kind}",
                on_click="ignore",
                type="tertiary",
            )


def show_downloads(lines: Sequence[ListedLine], selection: Selection, shown: str) -> None:
    """Offer the lines as Excel and CSV; they are written when they are asked for."""
    told, name = _told(selection, shown), filters.shown_plan()

    def excel() -> bytes:
        from dashboard.reports.line_workbook import line_workbook  # openpyxl takes a while, and is seldom needed here

        return line_workbook(name, told, [exported(line) for line in lines])

    def csv() -> bytes:
        return report.line_csv([exported(line) for line in lines])

    for label, data, kind, mime in ((EXCEL, excel, "xlsx", XLSX), (CSV, csv, "csv", "text/csv")):
        name = FILE_NAME.format(month=selection.month, kind=kind)
        st.download_button(label, data, name, mime, key=f"hent_{kind}", on_click="ignore", type="tertiary")


def _told(selection: Selection, shown: str) -> list[str]:
    told = [f"{phrases.months_shown(selection)} · {phrases.scope_name(selection.scope)}", shown]
    narrowed = phrases.filters_shown(selection)
    return [*told, *([narrowed] if narrowed else []), *([texts.EXAMPLE] if is_example(selection) else [])]
