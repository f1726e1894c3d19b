"""What a viewer may see is part of every question."""

import ast
import inspect
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook

from dashboard import intake, queries
from dashboard.documents import making
from dashboard.domain.clock import utc_now
from dashboard.domain.excerpt import Excerpt
from dashboard.domain.meeting import DIREKTIONEN, AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.domain.viewer import EVERYTHING, Viewer
from dashboard.intake import RevisionError, original_workbook, receive_workbook
from dashboard.intake.template import TemplateError, make_template, template_scopes, widest_scope
from dashboard.intake.trace import trace, traced_sheet
from dashboard.queries import Seen, Selection
from dashboard.records import close_line
from dashboard.records.meetings import add_item, change_item, plan_meeting, write_decision
from dashboard.records.saved_views import save_view
from dashboard.records.settling import settle_signal
from dashboard.store.database import SETTINGS, Database
from fixture_types import MakeWorkbook

ROOT = Path(queries.__file__).parents[1]
HEAD = ["Indsats", "Udvalg", "Farve", "Status (tekst)", "Ansvarlig"]
APRIL, MAY, JUNE = Month(2025, 4), Month(2025, 5), Month(2025, 6)
SECRET = "hemmelig"
NO_QUESTIONS = {"asks", "lasting", "load_card", "name_of", "open_database", "opening", "quarters"}
QUESTIONS: list[Callable[..., Any]] = [
    each for name in queries.__all__ if inspect.isfunction(each := getattr(queries, name))
    if name not in NO_QUESTIONS
] + [
    trace, traced_sheet, template_scopes, widest_scope, make_template,
    intake.revision_difference, intake.month_difference, original_workbook,
]  # fmt: skip
OF_OEK = Viewer(frozenset({"ØK"}))


def told(con: Seen, question: Callable[..., Any], given: dict[str, Any]) -> str:
    """Ask a question with what it asks for, of what is given, and write the answer out."""
    names = [name for name in inspect.signature(question).parameters if name in given]
    if "revision" in names:
        given = {**given, "scope": PLAN}
    try:
        answer = question(con, **{name: given[name] for name in names})
    except (RevisionError, TemplateError) as error:
        answer = error
    if isinstance(answer, bytes):
        book = load_workbook(BytesIO(answer))
        answer = [[cell.value for row in sheet for cell in row] for sheet in book]
    return str(answer.to_dict("records") if hasattr(answer, "to_dict") else answer).lower()


@pytest.fixture
def plan(database: Database, make_workbook: MakeWorkbook) -> Database:
    """Give three months of a plan in which AU has a line that nobody else is to see, also at a meeting."""
    for month, light in ((APRIL, "Gul"), (MAY, "Rød"), (JUNE, "Rød")):
        lines = [
            ["Flåde", "ØK", light, f"Flåden i {month}", "Anna"],
            ["Hemmelig indsats", "AU", "Rød", f"Hemmelig tekst {month}", "Hemmelig Hansen"],
            *([["Ny hemmelig", "AU", "Rød", "Hemmelig", "Hemmelig"]] if month == JUNE else []),
            *([["Gammel hemmelig", "AU", "Rød", "Hemmelig", "Hemmelig"]] if month == APRIL else []),
            ["Skole", "ØK, AU", "Grøn", "Skolen", "Bo"],
        ]
        rows = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month.label}"], HEAD, *lines]
        content = make_workbook(rows, name="Status.xlsx").read_bytes()
        assert receive_workbook(database, content, "Status.xlsx", scope=PLAN, by="Anna").receipt.accepted
    ids = ids_of(database)
    for body in (DIREKTIONEN, "ØK"):
        meeting = Meeting(body, date(2025, 6, 20), MAY, PLAN, plan="2025-2028")
        agenda = [(ids[title], ("new_red",)) for title in ("Hemmelig indsats", "Flåde")]
        plan_meeting(database, meeting, agenda, "Anna", "Sagen")
    for item in queries.agenda(database.cursor(), 2):
        write_decision(database, Decision(item.item_id, "decision", f"Sag om {item.title}"), by="Anna")
    settle_signal(database, "long_red", ids["Hemmelig indsats"], PLAN, "x", "Hemmelig note", "Anna")
    return database


def ids_of(database: Database) -> dict[str, int]:
    return dict(database.cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())


def asked(database: Database, title: str, scope: Scope, known_at: datetime | None = None) -> dict[str, Any]:
    """Give what questions about a line and a scope are asked with."""
    selection = Selection(JUNE, MAY, scope, known_at=known_at, plan="2025-2028")
    return {
        "selection": selection, "unfiltered": selection, "indsats_id": ids_of(database)[title],
        "indsats": ids_of(database)[title], "until": JUNE, "meeting": 2, "snapshot": 3, "snapshot_id": 3,
        "by": "udvalg", "body": "ØK", "held_on": date(2025, 7, 1), "scope": scope, "revision": 1,
        "month": JUNE, "known_at": known_at, "plan": "2025-2028",
    }  # fmt: skip


def test_no_question_can_be_asked_without_a_viewer() -> None:
    for question in QUESTIONS:
        first = next(iter(inspect.signature(question).parameters.values()))
        assert first.annotation is Seen, f"{question.__name__} takes more than is for its viewer"

    for path in (ROOT / "queries").rglob("*.py"):
        taken = [
            arg.annotation and ast.unparse(arg.annotation)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef)
            for arg in node.args.args
        ]
        assert "duckdb.DuckDBPyConnection" not in taken or path.name == "rows.py", path


def test_only_the_store_decides_what_a_viewer_sees_and_nothing_that_shows_reaches_round_it() -> None:
    calls = {
        (path.relative_to(ROOT.parents[1]).as_posix(), ast.unparse(node.func).rpartition(".")[2])
        for folder in (ROOT, ROOT.parents[1] / "pages")
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    assert [path for path, call in calls if call == "Seen"] == ["src/dashboard/store/seen.py"]
    showing = (
        "src/dashboard/web/",
        "src/dashboard/cli/",
        "src/dashboard/documents/",
        "src/dashboard/wording/",
        "pages/",
    )
    assert not [path for path, call in calls if call == "cursor" and path.startswith(showing)]


def test_every_table_that_names_a_line_is_limited_with_it(database: Database) -> None:
    con = database.seen_by(OF_OEK)
    naming = con.execute(
        "SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal AND column_name = 'indsats_id' "
        "AND table_name IN (SELECT table_name FROM duckdb_tables() WHERE NOT temporary)"
    ).fetchall()
    limited = con.execute("SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal").fetchall()
    only_ids = {("indsats_line",)}
    assert {*naming} - {*limited} == only_ids


@pytest.mark.parametrize("then", [False, True], ids=["now", "as known at a moment"])
def test_no_answer_tells_a_viewer_of_one_udvalg_of_the_lines_of_another(plan: Database, then: bool) -> None:
    revealing = set()
    for scope, title in ((PLAN, "Hemmelig indsats"), (Scope("ØK"), "Flåde")):
        given = asked(plan, title, scope, utc_now() if then else None)
        limited, everything = plan.seen_by(OF_OEK), plan.seen_by(EVERYTHING)
        for question in (queries.lines, queries.agenda_proposal, queries.known_names) if then else QUESTIONS:
            assert SECRET not in told(limited, question, given), f"{question.__name__} of {scope}"
            if scope == PLAN and SECRET in told(everything, question, given):
                revealing.add(question.__name__)
    assert len(revealing) >= (3 if then else 20), "asked so that others are told"


def test_a_viewer_of_one_udvalg_sees_its_own_lines_as_everybody_else_does(plan: Database) -> None:
    for question in (queries.lines, queries.changes, queries.light_counts, queries.line_lives, queries.summary):
        given = asked(plan, "Flåde", Scope("ØK"))
        assert told(plan.seen_by(OF_OEK), question, given) == told(plan.seen_by(EVERYTHING), question, given)
    chosen = queries.default_selection(plan.seen_by(OF_OEK))
    assert chosen is not None
    assert (chosen.month, str(chosen.scope)) == (JUNE, "ØK"), "what pages open on"


def test_a_point_of_the_agenda_and_what_was_decided_of_it_can_be_closed_and_opened(plan: Database) -> None:
    item = add_item(plan, AgendaItem(2, None, "Hemmeligt emne", ("added",), 9.0, documents=("Hemmelig.pdf",)), "Anna")
    write_decision(plan, Decision(item, "decision", "Hemmelig beslutning"), by="Anna")
    for version, reasons, is_told in ((1, ("added", "closed"), False), (2, ("added",), True)):
        change_item(plan, item, version, "Anna", reasons=reasons)
        asked = [Viewer(), Viewer(frozenset({"ØK"})), Viewer(frozenset({"ØK"}), closed=True), EVERYTHING]
        for question in (queries.agenda, queries.decisions, queries.record):
            said = [
                "hemmeligt emne" in told(plan.seen_by(each), question, {"meeting": 2})
                or "hemmelig beslutning" in told(plan.seen_by(each), question, {"meeting": 2})
                for each in asked
            ]
            assert said == [is_told, is_told, True, True], question.__name__
        whole, theirs = (
            {each.meeting_id: each.items for each in queries.meetings(plan.seen_by(viewer))}
            for viewer in (EVERYTHING, Viewer())
        )
        assert (whole[2] == theirs[2]) is is_told


def test_a_saved_view_of_a_line_is_there_for_those_who_may_see_the_line(plan: Database) -> None:
    line, other = ids_of(plan)["Hemmelig indsats"], ids_of(plan)["Flåde"]
    for name, query in (
        ("Hemmelig", f"maaned=2025-06&indsats={line}"),
        ("Flåde", f"indsats={other}"),
        ("Røde", "lys=red"),
    ):
        save_view(plan, name, "indsats", query, "Anna")
    assert [each.name for each in queries.saved_views(plan.seen_by(OF_OEK))] == ["Flåde", "Røde"]
    assert len(queries.saved_views(plan.seen_by(EVERYTHING))) == 3
    assert [each.name for each in queries.saved_views(plan.seen_by(Viewer()))] == ["Flåde", "Hemmelig", "Røde"]


def test_a_cursor_is_lent_again_to_those_alone_who_may_see_the_same_and_until_something_changes(
    database: Database,
) -> None:
    with database.lent(OF_OEK, 1) as first, database.lent(OF_OEK, 1) as meanwhile:
        assert meanwhile is not first
    for viewer, version in ((Viewer(), 1), (Viewer(frozenset({"AU"})), 1), (OF_OEK, 2), (EVERYTHING, 1)):
        with database.lent(viewer, version) as other:
            assert other not in (first, meanwhile)
    with suppress(duckdb.Error), database.lent(OF_OEK, 1) as failed:
        failed.execute("SELECT nothing")
    with database.lent(OF_OEK, 1) as last, database.lent(OF_OEK, 1) as new:
        assert failed in (first, meanwhile)
        assert failed not in (last, new)
        assert last in (first, meanwhile)


def test_a_workbook_is_not_given_to_those_who_may_not_see_each_line_of_it_but_the_row_is(plan: Database) -> None:
    con, flaade = plan.seen_by(OF_OEK), ids_of(plan)["Flåde"]
    assert trace(con, 3, flaade), "the line itself is theirs"
    shown = traced_sheet(con, 3, flaade)
    assert isinstance(shown, Excerpt)
    assert [row.is_header for row in shown.rows] == [True, False]
    assert "Flåden i" in str(shown)
    with pytest.raises(RevisionError, match="dem, der må se alle indsatser"):
        original_workbook(con, JUNE, PLAN, 1)


def test_no_document_tells_a_viewer_of_what_they_may_not_see(plan: Database) -> None:
    for title, line in ids_of(plan).items():
        if SECRET in title.lower():
            close_line(plan, line, "Hemmelig grund", "Bo")

    def written(kind: making.Kind, viewer: Viewer, udvalg: str | None) -> str:
        month = MAY if kind in ("dagsorden", "referat") else JUNE
        ask, wanted = queries.asks(plan.seen_by(viewer)), making.Wanted(kind, str(month), "pdf", udvalg=udvalg)
        try:
            return str((making.TOLD[kind](ask, wanted), kind in making.LISTED and making.LISTED[kind](ask, wanted)))
        except making.DocumentError as error:
            return str(error)

    for kind in making.KINDS:
        asked = [each for each in (None, "AU", "ØK") if each or kind != "udvalg"]
        assert any(SECRET in written(kind, EVERYTHING, each).lower() for each in asked), kind
        for viewer in (Viewer(), OF_OEK, Viewer(frozenset({"AU"})), Viewer(frozenset({"AU", "ØK"}))):
            for udvalg in asked:
                assert SECRET not in written(kind, viewer, udvalg).lower(), f"{kind} of {udvalg} for {viewer}"


CLOSED_MARKS = ["X", "Lukket", "ja", "Fortrolig", "lukket sag"]


def received(database: Database, make_workbook: MakeWorkbook, *, with_closed: bool) -> Database:
    """Save three months of a plan, with a closed line last in each or without any."""
    for month, light in ((APRIL, "Gul"), (MAY, "Rød"), (JUNE, "Grøn")):
        lines = [["Flåde", "ØK", light, "Flåden", "Anna", "Åben"], ["Skole", "ØK, AU", "Grøn", "Skolen", "Bo", ""]]
        if with_closed:
            mark = "X" if month == MAY else ""
            lines.append(["Hemmelig indsats", "ØK", "Rød", f"Hemmelig {month}", "Hemmelig", mark])
        head = [*HEAD, "Lukket sag"]
        rows = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month.label}"], head, *lines]
        content = make_workbook(rows, name="Status.xlsx").read_bytes()
        assert receive_workbook(database, content, "Status.xlsx", scope=PLAN, by="Anna").receipt.accepted
    return database


def answers(con: Seen, database: Database) -> dict[str, str]:
    """Give what every question answers, but for when workbooks came and what file they were."""
    given = asked(database, "Flåde", PLAN) | {"meeting": 1}
    said = {question.__name__: told(con, question, given) for question in QUESTIONS}
    for untold in ("deliveries", "revisions", "revision_events", "record", "data_version", "trace"):
        said.pop(untold)
    return said


def test_to_others_a_plan_with_a_closed_line_is_the_plan_without_it(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    without = Database(duckdb.connect(":memory:", config=SETTINGS))
    received(without, make_workbook, with_closed=False)
    received(database, make_workbook, with_closed=True)
    seen = answers(database.seen_by(Viewer()), database)
    to_others = answers(without.seen_by(Viewer()), without)
    theirs = {name: to_others[name] for name in ("traced_sheet", "original_workbook")}  # never the whole file
    theirs |= {"sees_closed": to_others["sees_closed"]}  # what they may, whether there are such lines or not
    for name, answer in (answers(without.cursor(), without) | theirs).items():
        assert seen[name] == answer, name
    assert SECRET in answers(database.seen_by(EVERYTHING), database)["lines"]
    without.close()


@pytest.mark.parametrize("title", [None, "Hemmelig indsats", "Hemmelig indsatz"], ids=["left out", "told", "renamed"])
@pytest.mark.parametrize("both", [False, True], ids=["a month", "a sheet for each month"])
def test_the_preview_of_an_import_tells_others_what_it_would_where_a_closed_line_never_was(
    database: Database, make_workbook: MakeWorkbook, title: str | None, both: bool
) -> None:
    without = Database(duckdb.connect(":memory:", config=SETTINGS))
    received(without, make_workbook, with_closed=False)
    received(database, make_workbook, with_closed=True)
    lines = [["Flåde", "ØK", "Gul", "Flåden", "Anna"], *([[title, "ØK", "Gul", "Ny tekst", "Bo"]] if title else [])]
    sheets = {
        month.label: [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month.label}"], HEAD, *lines]
        for month in ((MAY, JUNE) if both else (JUNE,))
    }
    content = make_workbook(sheets=sheets, name="Status.xlsx").read_bytes()

    def said(of: Database, viewer: Viewer) -> str:
        seen = intake.preview_workbook(of, content, "Status.xlsx", scope=PLAN, viewer=viewer)
        told = [(each.compared and each.compared.difference, each.counted) for each in (seen, *seen.months)]
        return f"{told} {[each.line for each in seen.suggestions]}"

    hidden, never_was = said(database, Viewer()), said(without, EVERYTHING)
    assert hidden == never_was
    assert said(database, EVERYTHING) != never_was
    without.close()


def test_a_line_closed_in_any_month_is_closed_until_somebody_opens_it_and_can_be_closed_on_its_card(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    received(database, make_workbook, with_closed=True)
    line, chosen = ids_of(database)["Hemmelig indsats"], Selection(JUNE, MAY, PLAN)

    def shown(known_at: datetime | None = None) -> bool:
        asked = replace(chosen, known_at=known_at)
        return "Hemmelig indsats" in list(queries.lines(database.seen_by(Viewer()), asked)["title"])

    assert not shown()
    before = queries.data_version(database.cursor(), records=False)
    close_line(database, line, "Aftalen er offentlig", "Bo", closed=False)
    assert shown()
    assert queries.data_version(database.cursor(), records=False) > before, "no answer from before is given again"
    while_open = utc_now()
    assert shown(while_open)
    close_line(database, line, "Alligevel ikke", "Bo")
    assert not shown()
    assert not shown(while_open), "nor as it was known while it was open"
    (found,) = queries.line_closings(database.cursor())
    assert (found.indsats_id, found.written_by, found.note) == (line, "Bo", "Alligevel ikke")
    assert not queries.line_closings(database.seen_by(Viewer()))
    assert not intake.verify(database)


@pytest.mark.parametrize("mark", CLOSED_MARKS)
def test_a_mark_in_the_workbook_closes_a_line(database: Database, make_workbook: MakeWorkbook, mark: str) -> None:
    heading = "Fortrolig" if mark == "ja" else "Åben/lukket sag"
    lines = [["Flåde", "ØK", "Rød", "", "", "Åben"], ["Hemmelig indsats", "ØK", "Rød", "", "", mark]]
    rows = [["Udmøntningsplan 2025-2028 - hele planen"], ["Status pr. ultimo maj 2025"], [*HEAD, heading], *lines]
    receipt = receive_workbook(database, make_workbook(rows).read_bytes(), "Status.xlsx", scope=PLAN).receipt
    assert [row.closed for row in receipt.rows] == [False, True]


def test_the_whole_file_behind_a_row_is_read_by_what_cuts_the_row_out_and_by_nothing_else() -> None:
    using = [path.name for path in ROOT.rglob("*.py") if "file_around" in path.read_text("utf-8")]
    assert sorted(using) == ["seen.py", "trace.py"]
    assert (ROOT / "intake" / "trace.py").read_text("utf-8").count("file_around(") == 1
