"""A Word document goes the way of a workbook: imported, compared, traced to its table, sent back with comments."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from dashboard import queries
from dashboard.domain.excerpt import Excerpt
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.intake import annotated_copy, preview_workbook, receive_workbook
from dashboard.intake.inbox import Inbox
from dashboard.intake.trace import trace, traced_sheet
from dashboard.queries import Selection
from dashboard.store.database import Database
from fixture_types import MakeWorkbook, Run
from inbox_folder import names, read_all
from plan_workbook import sound, unsound
from word_maker import Grid, write_document


@pytest.fixture
def make_document(tmp_path: Path) -> Any:
    """Write the rows of a workbook as a document."""

    def make(rows: list[list[str]], name: str = "plan.docx") -> Path:
        above = [row[0] for row in rows if len(row) == 1]
        return write_document(tmp_path / name, [*above, Grid([row for row in rows if len(row) > 1])])

    return make


def test_a_document_takes_the_place_of_a_workbook_and_leads_back_to_its_table(
    database: Database, make_document: Any, make_workbook: MakeWorkbook
) -> None:
    workbook, content = make_workbook(sound()).read_bytes(), make_document(sound(light="Rød")).read_bytes()
    assert receive_workbook(database, workbook, "Status.xlsx", by="Anna").receipt.accepted
    assert preview_workbook(database, content, "plan.docx").compared is not None
    assert receive_workbook(database, content, "plan.docx", by="Anna").receipt.revision == 2
    con = database.cursor()
    (line,) = queries.lines(con, Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    found = trace(con, int(line["snapshot_id"]), int(line["indsats_id"]))
    assert found is not None
    assert (found.reading.cell, found.reading.shown_light) == ("tabel 1, række 2, kolonne 3", Light.RED)
    shown = traced_sheet(con, int(line["snapshot_id"]), int(line["indsats_id"]))
    assert isinstance(shown, Excerpt)
    assert shown.letters == ("1", "2", "3")
    assert [row.name for row in shown.rows] == ["1", "2"]
    assert (content,) in con.execute("SELECT content FROM workbook").fetchall()


def test_a_refused_document_lies_in_the_inbox_with_comments_on_its_cells(
    folder: Path, make_document: Any, inbox: Inbox
) -> None:
    make_document(unsound()).rename(folder / "plan.docx")
    (outcome,) = read_all(inbox)
    assert not outcome.accepted
    assert names(folder / "afvist") == ["plan - med kommentarer.docx", "plan.docx", "plan.docx - afvist.txt"]
    report = (folder / "afvist" / "plan.docx - afvist.txt").read_text("utf-8-sig")
    assert "FEJL, tabel 1, række 2, kolonne 3: 'lilla' er ikke en kendt status" in report
    (comment,) = docx.Document(str(folder / "afvist" / "plan - med kommentarer.docx")).comments
    assert (comment.author, comment.text.startswith("FEJL: 'lilla'")) == ("Indlæsning", True)


def test_our_own_comments_are_not_read_as_remarks(database: Database, make_document: Any) -> None:
    content = make_document(unsound()).read_bytes()
    copy = annotated_copy(content, preview_workbook(database, content, "plan.docx").issues)
    assert copy is not None
    mended = docx.Document(BytesIO(copy))
    mended.tables[0].cell(1, 2).paragraphs[0].runs[0].text = "Grøn"
    out = BytesIO()
    mended.save(out)
    receipt = receive_workbook(database, out.getvalue(), "plan.docx", by="Anna").receipt
    assert receipt.accepted
    assert [row.remark for row in receipt.rows] == [None]


def test_check_says_what_each_column_of_a_documents_table_is(run: Run, make_document: Any) -> None:
    said = " ".join(run("check", make_document(sound())).output.split())
    assert "Dokumentet: overskrifter i tabel 1, række 1, 1 indsats" in said
    assert "1 Indsats = Titel, 2 Udvalg, 3 Farve = Trafiklys" in said
