"""Documents to take along as PDF and Word, and a list of lines as Excel and CSV."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from dashboard.documents.line_list import line_list
from dashboard.documents.making import Format, listed, written
from dashboard.queries import ListedLine
from dashboard.reports.document import Document
from dashboard.web.database import Selection, ask

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXCEL, CSV = "Hent som Excel", "Hent som CSV"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES: tuple[tuple[str, Format, str], ...] = (("PDF", "pdf", "application/pdf"), ("Word", "docx", DOCX))
GET, WRITING = "Hent", "Dokumentet skrives …"


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
    document = line_list(ask, selection, lines, shown)
    for label, kind, mime in ((EXCEL, "xlsx", XLSX), (CSV, "csv", "text/csv")):
        name = f"{document.stem}.{kind}"
        write = partial(listed, document, lines, kind)
        st.download_button(label, write, name, mime, key=f"hent_{kind}", on_click="ignore", type="tertiary")
