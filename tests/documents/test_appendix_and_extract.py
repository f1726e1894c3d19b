"""The documents of the status: the appendix, the udvalg's part, a line's card and a list, as they are told."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import docx
import pytest

from dashboard import queries
from dashboard.documents.appendix import appendix, slides
from dashboard.documents.card import card_document
from dashboard.documents.extract import extract
from dashboard.documents.line_list import line_list
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import TextRun
from dashboard.queries import Ask, Selection
from dashboard.reports.document import Document, Heading, Table, Together, plain_text
from dashboard.reports.word import word_file
from dashboard.store.database import Database

MAY, JUNE = Month(2026, 5), Month(2026, 6)
FLEET = StatusRow(
    "Flådestyring", "Ark1", "C3", "A3", light=Light.YELLOW, code="R003", udvalg=("ØK",), cross_cutting=True,
    responsible="Fagchef for Drift", schedule="maj 2026", status_text="Udbud er klar. Der mangler et tilbud.",
    ask="Pege på en ejer", art="driftsændringer",
)  # fmt: skip
SCHOOL = StatusRow(
    "Skolevej", "Ark1", "C2", "A2", light=Light.GREEN, udvalg=("BUU",), status_text="Arbejdet =SUM(A1) #set <w:p>",
    art="driftsændringer",
)  # fmt: skip
FLEET_IN_JUNE = replace(
    FLEET, light=Light.RED, schedule="juni 2026", status_text="Udbud er klar. Tilbuddet er dyrt.",
    red_reason="Sagen er gået i stå", runs={"ask": (TextRun("Pege på en "), TextRun("ny ejer", red=True))},
    ask="Pege på en ny ejer",
)  # fmt: skip


@pytest.fixture
def ask(database: Database, save_rows: Callable[..., None]) -> Ask:
    """Put questions to a plan of two lines in May, of which June has the cross-cutting one."""
    save_rows("2026-05", "plan", [FLEET, SCHOOL])
    save_rows("2026-05", "tvaergaaende", [FLEET])
    save_rows("2026-06", "tvaergaaende", [FLEET_IN_JUNE])
    return queries.asks(database.cursor())


def headings(document: Document) -> list[str]:
    blocks = [b for block in document.blocks for b in (block.blocks if isinstance(block, Together) else (block,))]
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_the_appendix_has_light_marked_text_reason_dates_and_what_is_asked(ask: Ask) -> None:
    document = appendix(ask, Selection(JUNE, MAY, CROSS_CUTTING, plan="2025-2028"))
    told = plain_text(document)
    assert document.title == "Udmøntningsplan 2025-2028: Status på tværg"
    assert headings(document)[:2] == ["Hvad farverne betyder", "Fordeling"]
    assert "Juni 2026: 1 rød\nMaj 2026: 1 gul" in told
    assert "- Gul → Rød  Flådestyring R003 (ØK). Sagen er gået i stå." in told
    row = next(block for block in document.blocks if isinstance(block, Table)).rows[0]
    assert row.cells[0] == (Light.RED,)
    assert TextRun(" Tilbuddet er dyrt.", red=True) in row.cells[2], "an unmarked text is marked against May"
    assert TextRun("ny ejer", red=True) in row.cells[4], "a marked one is as its workbook has it"
    assert "~~maj~~++ juni++ 2026" in told
    assert document.shown[:2] == ("Juni 2026 sammenlignet med maj 2026 · Tværgående indsatser", "1 indsats")


def test_the_word_appendix_read_back_has_the_runs_that_the_workbook_had(ask: Ask) -> None:
    document = appendix(ask, Selection(JUNE, MAY, CROSS_CUTTING, plan="2025-2028"))
    table = next(each for each in docx.Document(io.BytesIO(word_file(document))).tables if len(each.columns) == 5)
    runs = table.rows[1].cells[4].paragraphs[0].runs
    back = tuple(TextRun(run.text, str(run.font.color.rgb) == "FF0000", bool(run.font.strike)) for run in runs)
    assert back == FLEET_IN_JUNE.runs["ask"]


def test_lines_stand_red_first_or_as_the_plan_has_them_and_a_slide_each(ask: Ask) -> None:
    selection = Selection(MAY, None, PLAN, plan="2025-2028")
    told = [plain_text(appendix(ask, selection, order)) for order in ("red_first", "plan")]
    first = [text.rindex("\nGul | Flådestyring") < text.rindex("\nGrøn | Skolevej") for text in told]
    assert first == [True, False]
    assert headings(slides(ask, selection))[-2:] == ["Flådestyring R003", "Skolevej"]


def test_an_udvalg_has_its_own_part_of_the_last_whole_plan_and_the_newest_cross_cutting_points(ask: Ask) -> None:
    document = extract(ask, Selection(JUNE, MAY, CROSS_CUTTING, plan="2025-2028"), "BUU")
    told = plain_text(document)
    assert "Egne indsatser: Hele planen, maj 2026" in document.shown
    assert "Tværgående punkter: Tværgående indsatser, juni 2026" in document.shown
    own, shared = told.split("# Egne indsatser, maj 2026")[1].split("# Tværgående punkter, juni 2026")
    assert ("Skolevej" in own, "Flådestyring" in own, "Rød | Flådestyring" in shared) == (True, False, True)
    assert "1 egen indsats og 1 tværgående punkt" in document.shown


def test_a_card_has_its_lights_in_a_row_and_what_changed(ask: Ask) -> None:
    selection = Selection(JUNE, MAY, CROSS_CUTTING, plan="2025-2028")
    fleet = ask(queries.line_list, selection)[0].indsats_id
    card = queries.load_card(ask, selection, fleet)
    assert card is not None
    told = plain_text(card_document(ask, card))
    assert "maj 26 | jun 26\nGul | Rød" in told
    assert "Juni 2026: Gul → Rød" in told
    assert "Tidsplan: ~~maj 2026~~ → ++juni 2026++" in told


def test_a_list_says_which_lines_it_has_and_texts_are_left_as_they_are(ask: Ask) -> None:
    selection = Selection(MAY, None, PLAN, plan="2025-2028", udvalg=("BUU",))
    assert appendix(ask, selection).title == "Udmøntningsplan 2025-2028: Hele planen (udsnit)"
    assert appendix(ask, selection.unfiltered).title == "Udmøntningsplan 2025-2028: Hele planen"
    document = line_list(ask, selection, ask(queries.line_list, selection), "Alle indsatser")
    assert "Udvalg: Børne- og Ungdomsudvalget" in document.shown
    assert "Arbejdet =SUM(A1) #set <w:p>" in plain_text(document)
    assert document.stem.startswith("indsatser_2026-05_hele-planen_udvalg-børne-og-ungdomsudvalget_1-indsats_")
    assert document.made_at <= datetime.now()


def test_the_udvalgs_part_says_what_it_counts_besides_its_own_lines(
    database: Database, save_rows: Callable[..., None]
) -> None:
    save_rows("2026-05", "plan", [replace(FLEET, udvalg=("BUU",)), SCHOOL])
    ask = queries.asks(database.cursor())
    told = plain_text(extract(ask, Selection(MAY, None, PLAN, plan="2025-2028"), "BUU"))
    part = told.split("# Udvalgets del, maj 2026")[1].split("# Egne indsatser")[0]
    assert "2 indsatser: 1 egen indsats og 1 tværgående punkt, der vedrører udvalget." in part


def test_a_table_has_no_column_that_says_nothing(ask: Ask) -> None:
    plan = Selection(MAY, None, PLAN, plan="2025-2028")
    heads = {}
    for of in (plan, replace(plan, udvalg=("BUU",))):
        table = next(block for block in appendix(ask, of).blocks if isinstance(block, Table))
        heads[of] = [column.heading for column in table.columns]
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    assert [each[-1] for each in heads.values()] == ["Hvad bedes direktionen om", "Status"]
