"""What was decided about two lines, when workbooks arrive, come again, are looked at, or arrive in another order."""

from collections.abc import Callable

import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.intake import (
    LinkError,
    Receipt,
    RevisionError,
    decide,
    preview_workbook,
    receive_workbook,
    undo_decision,
    verify,
    withdraw_revision,
)
from dashboard.queries import Selection, changes, line_links, suggestions
from dashboard.store.database import Database
from fixture_types import MakeWorkbook, one_row
from renamed_lines import HEAD, HEADING, NEW, OLD, answers, kinds, suggested


def test_a_decision_given_with_the_workbook_is_saved_with_it(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn"), ("Kloge m2", "Grøn")])
    month("april", [(NEW, "Rød"), ("Klog m2", "Gul")], {NEW: ids(OLD), "Klog m2": None})
    assert kinds(database, "april") == ["gone", "new", "worsened"]
    found = line_links(database.cursor())
    assert sorted((link.kind, link.name, link.other_name) for link in found) == [
        ("different", "Klog m2", "Kloge m2"),
        ("same", NEW, OLD),
    ]
    assert suggested(database) == []


def test_a_decision_that_cannot_stand_saves_nothing_of_the_workbook(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn"), ("B", "Grøn")])
    both = [("A", "Grøn"), ("C", "Rød")]
    with pytest.raises(LinkError):
        month("april", both, {"C": ids("A")})
    with pytest.raises(LinkError, match="ikke længere noget at afgøre"):
        month("april", both, {"A": ids("B")})
    assert database.cursor().execute("SELECT count(*) FROM snapshot").fetchone() == (1,)


def test_a_line_that_may_be_two_is_settled_by_a_person_and_stays_so(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("Ny skole R101", "Grøn"), ("Ny skole R102", "Rød")])
    checked = month("april", [("Ny skole", "Gul")], save=False)
    assert {each.line.code for each in checked.suggestions} == {"R101", "R102"}
    settled = month("april", [("Ny skole", "Gul")], {"Ny skole": ids("Ny skole R102")})
    assert settled.accepted
    assert database.cursor().execute("SELECT count(*) FROM issue WHERE kind = 'ambiguous-line'").fetchone() == (0,)
    assert month("maj", [("Ny skole", "Grøn")]).issues == ()
    assert kinds(database, "maj") == ["improved"]


def test_both_spellings_of_a_joined_line_in_one_workbook_are_never_settled_silently(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    decide(database, "same", ids(NEW), ids(OLD))
    receipt = month("maj", [(OLD, "Grøn"), (NEW, "Rød")])
    assert [issue.kind for issue in receipt.issues] == ["ambiguous-line", "ambiguous-line"]
    assert verify(database) == []


def test_a_conflicting_code_of_the_other_name_keeps_a_row_apart(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("Ny skole R101", "Grøn")])
    month("april", [("Skolebyggeri", "Grøn")])
    decide(database, "same", ids("Skolebyggeri"), ids("Ny skole R101"))
    month("maj", [("Skolebyggeri R102", "Grøn")])
    assert kinds(database, "maj") == ["gone", "new"]


def test_a_revision_that_holds_both_is_not_brought_back_before_the_decision_is_undone(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn"), ("B", "Grøn")])
    month("marts", [("A", "Grøn")])
    month("april", [("B", "Grøn")])
    link = decide(database, "same", ids("B"), ids("A"))
    with pytest.raises(RevisionError, match="»A« og »B« står begge"):
        withdraw_revision(database, Month(2025, 3), CROSS_CUTTING, 2, "Forkert fil")
    undo_decision(database, link)
    withdraw_revision(database, Month(2025, 3), CROSS_CUTTING, 2, "Forkert fil")
    assert verify(database) == []


def test_what_was_decided_later_does_not_change_what_was_known(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    (moment,) = one_row(database.cursor().execute("SELECT max(happened_at) FROM event"))
    decide(database, "same", ids(NEW), ids(OLD))
    then = Selection(Month(2025, 4), Month(2025, 3), CROSS_CUTTING, known_at=moment)
    assert sorted(change.kind for change in changes(database.cursor(), then)) == ["gone", "new"]
    assert kinds(database, "april") == ["worsened"]


def test_a_preview_tells_a_renamed_line_as_changed(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int], make_workbook: MakeWorkbook
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")], {NEW: ids(OLD)})
    month("maj", [(OLD, "Rød")])
    rows = [HEADING, ["Status pr. ultimo juni 2025"], HEAD, [NEW, "VPU", "Gul"]]
    compared = preview_workbook(database, make_workbook(rows).read_bytes(), "Status.xlsx").compared
    assert compared is not None
    assert [line.kind for line in compared.difference.lines] == ["changed"]


PLAN = {
    "marts": [("Kloge m2", "Grøn"), (OLD, "Grøn"), ("Flådestyring", "Gul")],
    "april": [("Klog m2", "Gul"), (OLD, "Rød"), ("Flådestyring", "Gul")],
    "maj": [("Klog m2", "Rød"), (NEW, "Rød"), ("Flådestyring", "Grøn")],
    "juni": [("Kloge m2", "Grøn"), (NEW, "Grøn"), ("Infrastruktur", "Grøn")],
}


@pytest.mark.parametrize("order", [("maj", "marts", "juni", "april"), ("juni", "maj", "april", "marts")])
def test_months_in_any_order_give_the_same_answers_once_the_same_is_decided(
    database: Database,
    month: Callable[..., Receipt],
    ids: Callable[[str], int],
    order: tuple[str, str, str, str],
    make_workbook: MakeWorkbook,
) -> None:
    from dashboard.store.database import open_database

    for name, told in PLAN.items():
        month(name, told)
    pairs = [("Klog m2", "Kloge m2"), (NEW, OLD)]
    for newer, older in pairs:
        decide(database, "same", ids(newer), ids(older))
    other = open_database(None)
    for name in order:
        rows = [
            HEADING,
            [f"Status pr. ultimo {name} 2025"],
            HEAD,
            *([title, "VPU", light] for title, light in PLAN[name]),
        ]
        receive_workbook(other, make_workbook(rows, name=f"{name}.xlsx").read_bytes(), f"{name}.xlsx")
    for pair in suggestions(other.cursor()):
        decide(other, "same", pair.newer.indsats_id, pair.older.indsats_id)
    assert answers(other, "juni") == answers(database, "juni")
    assert verify(other) == []
    other.close()
