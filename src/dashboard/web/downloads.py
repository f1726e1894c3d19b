"""Documents to take along as PDF, Word and PowerPoint, and a list of lines as Excel and CSV."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboard.documents.appendix import appendix, slides
from dashboard.documents.half_year import half_year, half_year_list
from dashboard.documents.line_list import line_list
from dashboard.documents.lines import ORDERS
from dashboard.documents.making import List, list_file, listed
from dashboard.domain.municipality import own_words
from dashboard.queries import ListedLine
from dashboard.records import note_export
from dashboard.reports.document import Document, parts
from dashboard.reports.writing import File, write
from dashboard.web.database import Selection, ask, database, viewer_name
from dashboard.wording import phrases

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FILES: tuple[tuple[str, File, str], ...] = (("PDF", "pdf", "application/pdf"), ("Word", "docx", DOCX))
SHEETS: tuple[tuple[str, List, str], ...] = (("Excel", "xlsx", XLSX), ("CSV", "csv", "text/csv"))
SLIDES: tuple[tuple[str, File, str], ...] = (("PowerPoint", "pptx", PPTX),)
GET, WRITING = "Hent", "Dokumentet skrives …"
LONG, FAR, SECONDS = 1000, "hent_skrevet", 0.5  # parts of what takes a while; how far it is; how often looked at
APPENDIX, MEETING_SLIDES = own_words("Bilag til {direktionen}") + ", {order}", "Slides til mødet"
Documents = Mapping[str, Callable[[], Document]]


def show_documents(key: str, documents: Documents, as_slides: Documents | None = None) -> None:
    """Offer documents by name, as PDF and Word or as slides; told when the menu is opened, written when asked for."""
    offered = [(name, tell, FILES) for name, tell in documents.items()]
    offered += [(name, tell, SLIDES) for name, tell in (as_slides or {}).items()]
    menu = _menu(key)
    if menu.open:
        told = list[Document]()
        for name, tell, files in offered:
            with menu, st.spinner(WRITING):
                document = tell()
            told.append(document)
            for label, kind, mime in files:
                _offer(menu, f"{name} ({label})", _writing(document, kind), f"{document.stem}.{kind}", mime)
        _show_far(menu, *told)


def show_downloads(lines: Sequence[ListedLine], selection: Selection, shown: str) -> None:
    """Offer lines as PDF, Word, Excel and CSV; told when the menu is opened, written when asked for."""
    menu = _menu("liste")
    if menu.open:
        document = line_list(ask, selection, lines, shown)
        for label, kind, mime in FILES:
            _offer(menu, label, _writing(document, kind), f"{document.stem}.{kind}", mime)
        for label, sheet, mime in SHEETS:
            _offer(menu, label, partial(listed, document, lines, sheet), f"{document.stem}.{sheet}", mime)
        _show_far(menu, document)


def noted(write: Callable[[], bytes], name: str) -> Callable[[], bytes]:
    """Give what writes a file that is asked for, and then notes who it was for."""
    viewer = viewer_name()  # a file is written outside the run of the page

    def written_and_noted() -> bytes:
        content = write()
        note_export(database(), name, viewer)
        return content

    return written_and_noted


def _writing(document: Document, kind: File) -> Callable[[], bytes]:
    """Give what writes a document, and meanwhile says to the page how far it is."""
    far: list[tuple[int, int]] = st.session_state.setdefault(FAR, [])  # a file is written outside the run of the page

    def written() -> bytes:
        try:
            return write(document, kind, lambda done, n: far.__setitem__(slice(None), [(done, n)]))
        finally:
            far.clear()

    return written


def _show_far(menu: Any, *told: Document) -> None:
    """Show in a menu how far a long document is, once it is asked for."""
    if any(parts(document.blocks) > LONG for document in told):
        with menu:
            _far()


@st.fragment(run_every=SECONDS)
def _far() -> None:
    for done, n in st.session_state.get(FAR, ()):
        st.progress(min(1.0, done / n), phrases.written_so_far(done, n))


def _menu(key: str) -> Any:
    return st.popover(GET, key=f"hent_{key}", on_change="rerun", type="tertiary")


def _offer(menu: Any, label: str, write: Callable[[], bytes], name: str, mime: str) -> None:
    menu.download_button(label, noted(write, name), name, mime, key=f"hent {label}", on_click="ignore", type="tertiary")


def show_status_documents(selection: Selection) -> None:
    """Offer the appendix to direktionen in either order, and the slides."""
    documents = {
        APPENDIX.format(order=name.lower()): partial(appendix, ask, selection, order) for order, name in ORDERS.items()
    }
    show_documents("status", documents, {MEETING_SLIDES: partial(slides, ask, selection)})


def show_half_year_documents(selection: Selection) -> None:
    """Offer the half-year status with the plan as appendix, without it as slides, and its lines as a list."""
    menu = _menu("halvaar")
    if menu.open:
        with menu, st.spinner(WRITING):
            document, short = half_year(ask, selection), half_year(ask, selection, with_plan=False)
            lines = half_year_list(ask, selection)
        for told, (label, kind, mime) in [*((document, file) for file in FILES), *((short, file) for file in SLIDES)]:
            _offer(menu, label, _writing(told, kind), f"{told.stem}.{kind}", mime)
        for label, sheet, mime in SHEETS:
            _offer(menu, label, partial(list_file, short, lines, sheet), f"{short.stem}.{sheet}", mime)
        _show_far(menu, document)
