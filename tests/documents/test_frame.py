"""The name of a document's file, and what it says of closed lines."""

from collections.abc import Callable
from datetime import date, datetime

from dashboard import queries
from dashboard.documents.agenda import agenda
from dashboard.documents.appendix import appendix
from dashboard.documents.extract import extract
from dashboard.documents.frame import WITHOUT_CLOSED, stem
from dashboard.documents.half_year import half_year
from dashboard.documents.line_list import line_list
from dashboard.documents.minutes import minutes
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.domain.viewer import EVERYTHING, Viewer
from dashboard.records import close_line, plan_meeting
from dashboard.reports.document import Document, plain_text
from dashboard.store.database import Database

MADE = datetime(2026, 11, 3, 8, 14)


def test_a_file_is_named_after_what_it_shows_and_when_it_was_made() -> None:
    assert stem(MADE, "liste", "2026-10", "Hele planen", "", "142 indsatser") == (
        "liste_2026-10_hele-planen_142-indsatser_20261103-0914"
    )


def test_no_text_makes_a_name_that_a_system_refuses() -> None:
    hostile = ("../..", "C:\\con<>|?*", 'Udvalg: "ØK" · Fritekst: »/etc«', "Æ" * 500, "\x00\u202e", "slut.")
    name = stem(MADE, *hostile)
    assert not set(name) & set('\\/:*?"<>|\x00\u202e. ')
    assert len(name.encode()) < 200


def documents(database: Database, viewer: Viewer) -> list[Document]:
    ask = queries.asks(database.seen_by(viewer))
    here = queries.Selection(Month(2026, 10), Month(2026, 9), PLAN, plan="2025-2028")
    meeting = ask(queries.meetings)[0]
    told = [appendix(ask, here), extract(ask, here, "ØK"), half_year(ask, here), agenda(ask, meeting)]
    return [*told, line_list(ask, here, ask(queries.line_list, here), "alle"), minutes(ask, meeting)]


def test_a_document_says_on_every_page_that_lines_are_closed_and_without_them_nothing_of_whether_there_are(
    database: Database, save_rows: Callable[..., None], make_row: Callable[..., StatusRow]
) -> None:
    for month in ("2026-09", "2026-10"):
        save_rows(month, "plan", [make_row(title, Light.RED) for title in ("Skolevej", "Aftalen")])
    ids = dict(database.cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())
    agreed = Meeting(DIREKTIONEN, date(2026, 11, 4), Month(2026, 10), PLAN)
    plan_meeting(database, agreed, [(id_, ["new_red"]) for id_ in ids.values()], "Ane", "Status")
    for told in documents(database, EVERYTHING):
        assert "lukket" not in plain_text(told) + told.mark + told.stem
    for is_closed in (False, True):
        if is_closed:
            close_line(database, ids["Aftalen"], "Persondata", "Ane")
        for told in documents(database, Viewer()):
            assert WITHOUT_CLOSED in told.head
            assert told.mark == ""
            assert ("Aftalen" in plain_text(told)) is not is_closed
    for told in documents(database, EVERYTHING):
        assert told.mark == "Rummer 1 lukket punkt: må ikke offentliggøres"
        assert told.mark in told.head
        assert "lukkede-punkter" in told.stem
        assert WITHOUT_CLOSED not in told.head
