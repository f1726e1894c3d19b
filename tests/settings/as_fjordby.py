"""Shows what the dashboard says in the municipality whose settings are in force; run in a process of its own.

The settings are read once, so no test that shares its process can have others.
"""

import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from dashboard import queries
from dashboard.cli import app
from dashboard.documents.agenda import agenda
from dashboard.documents.half_year import half_year
from dashboard.documents.minutes import minutes
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.queries import Selection
from dashboard.records import plan_meeting
from dashboard.reports.document import plain_text
from dashboard.reports.pdf import pdf
from dashboard.web import startup
from dashboard.web.address import PAGES
from drawn_page import seen
from workbook_maker import write_workbook

PAGES_SHOWN = (
    "overblik",
    "roede_indsatser",
    "udvikling",
    "udvalg",
    "signaler",
    "halvaarsstatus",
    "indlaesning",
    "vejledning",
)
HEAD = ["Ambition", "Udvalg", "Tema", "Pejling", "Status", "Hvad bedes chefgruppen om"]
ROWS = (
    ["Ny havnepromenade", "HU", "Havnen åbner sig", "Rød", "Entreprenøren er gået konkurs", "Find en ny"],
    ["Fælles sundhedshus", "SU", "Sund hele livet", "Grøn", "Kører", ""],
)


def main(folder: Path) -> None:
    """Import two months, and say what the pages, the agenda, the minutes and the command line say."""
    for month, light in (("marts 2026", "Gul"), ("april 2026", "Rød")):
        rows = [[f"Handlingsplan 2024-2027 - Tværgående indsatser, status pr. ultimo {month}"], HEAD]
        rows += [[*row[:3], light if row[3] == "Rød" else row[3], *row[4:]] for row in ROWS]
        print(CliRunner().invoke(app, ["import", str(write_workbook(folder / f"{month}.xlsx", {"Ark1": rows}))]).output)
    database = queries.open_database()
    meeting = Meeting(DIREKTIONEN, date(2026, 5, 10), Month(2026, 4), CROSS_CUTTING, plan="2024-2027")
    plan_meeting(database, meeting, [(1, ["new_red"])], "Anna")
    ask = queries.asks(database.cursor())
    (listed,) = ask(queries.meetings)
    status = Selection(Month(2026, 4), None, CROSS_CUTTING, plan="2024-2027")
    for document in (agenda(ask, listed), minutes(ask, listed), half_year(ask, status)):
        print(plain_text(document), PdfReader(BytesIO(pdf(document))).metadata)
    database.close()
    print(CliRunner().invoke(app, ["--help"]).output)
    print(CliRunner().invoke(app, ["signals", "--month", "2026-04"]).output)
    for page in PAGES_SHOWN:
        shown = AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=60).run()
        shown.switch_page(str(PAGES / f"{page}.py"))
        print(page, seen(shown.run()), *[widget.label for widget in (*shown.selectbox, *shown.multiselect)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
