"""Is it the same indsats? Suggested, decided, undone."""

from collections.abc import Callable

import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.intake import LinkError, Receipt, decide, undo_decision, verify, withdraw_revision
from dashboard.queries import Selection, data_version, line_links, lines
from dashboard.store.database import Database
from dashboard.store.links import LinkKind
from renamed_lines import NAMES, NEW, OLD, answers, kinds, suggested


def test_a_renamed_line_is_suggested_with_the_line_that_left_and_decided_by_nobody(
    database: Database, month: Callable[..., Receipt]
) -> None:
    month("marts", [(OLD, "Grøn"), ("Flådestyring", "Grøn")])
    receipt = month("april", [(NEW, "Rød"), ("Flådestyring", "Grøn")])
    (found,) = receipt.suggestions
    assert (found.key, found.line.title, found.line.month) == ("Ark1!A4", OLD[:-5], Month(2025, 3))
    assert found.score >= 90
    assert suggested(database) == [(NEW[:-5], OLD[:-5])]
    assert kinds(database, "april") == ["gone", "new"]


def test_a_workbook_with_errors_is_asked_the_same_before_it_is_saved_with_them(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn"), ("Flådestyring", "Grøn")])
    lines = [(NEW, "Rød"), ("Flådestyring", "Lilla")]
    refused = month("april", lines)
    assert (refused.accepted, refused.revision) == (False, None)
    assert [(each.key, each.line.title) for each in refused.suggestions] == [("Ark1!A4", OLD[:-5])]
    assert month("april", lines, {NEW: ids(OLD)}, accept_errors=True).accepted
    assert kinds(database, "april") == ["not_reported", "worsened"]


def test_more_new_lines_than_can_be_compared_are_told_of(
    month: Callable[..., Receipt], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.intake.who_is_who.MOST_PAIRS", 3)
    month("marts", [(OLD, "Grøn"), ("Aktindsigt", "Grøn")])
    receipt = month("april", [(NEW, "Rød"), ("Flådestyring", "Grøn")])
    assert (receipt.accepted, receipt.suggestions) == (True, ())
    (told,) = receipt.issues
    assert told.message.startswith("2 nye og 2 udgåede indsatser er for mange til at sammenligne")


def test_an_unrelated_new_line_is_no_suggestion(database: Database, month: Callable[..., Receipt]) -> None:
    month("marts", [("Bredbånd og mobildækning i landområderne", "Grøn")])
    assert month("april", [("Infrastruktur", "Grøn")]).suggestions == ()
    assert suggested(database) == []


def test_a_line_that_was_done_before_it_left_is_no_suggestion(
    database: Database, month: Callable[..., Receipt]
) -> None:
    month("marts", [("Sidste skoledag", "X")])
    assert month("april", [("Den sidste skoledag", "Grøn")]).suggestions == ()
    assert suggested(database) == []


def test_several_lines_can_be_likely_and_the_best_stands_first(month: Callable[..., Receipt]) -> None:
    month("marts", [("Arbejde med kloge m2", "Grøn"), ("Arbejdet med kloge kvadratmeter", "Grøn")])
    found = month("april", [("Arbejde med klog m2", "Grøn")]).suggestions
    assert [each.line.title for each in found] == ["Arbejde med kloge m2", "Arbejdet med kloge kvadratmeter"]
    assert found[0].score > found[1].score


def test_same_joins_the_two_in_every_answer(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    decide(database, "same", ids(NEW), ids(OLD))
    assert kinds(database, "april") == ["worsened"]
    assert suggested(database) == []
    assert verify(database) == []


def test_the_amounts_of_a_joined_line_are_still_its_own(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    con = database.cursor()
    con.execute("INSERT INTO amount SELECT snapshot_id, indsats_id, 2026, -500 FROM status WHERE indsats_id = 2")
    decide(database, "same", ids(NEW), ids(OLD))
    amounts = lines(con, Selection(Month(2025, 4), None, CROSS_CUTTING))["amounts"].iloc[0]
    assert {year: float(amount) for year, amount in amounts.items()} == {2026: -500.0}


def test_undoing_gives_exactly_the_answers_from_before(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn"), ("Flådestyring", "Gul")])
    month("april", [(NEW, "Rød"), ("Flådestyring", "Gul")])
    before, suggested_before = answers(database), suggested(database)
    link = decide(database, "same", ids(NEW), ids(OLD))
    assert answers(database) != before
    undo_decision(database, link)
    assert answers(database) == before
    assert suggested(database) == suggested_before
    assert verify(database) == []


def test_a_month_imported_under_a_decision_keeps_nothing_of_it_once_it_is_undone(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    link = decide(database, "same", ids(NEW), ids(OLD))
    month("maj", [(NEW, "Gul")])
    month("juni", [(OLD, "Gul")])
    assert [kinds(database, name) for name in ("april", "maj", "juni")] == [["worsened"], ["improved"], []]
    undo_decision(database, link)
    told = [kinds(database, name) for name in ("april", "maj", "juni")]
    assert told == [["gone", "new"], ["improved"], ["gone", "returned"]]


def test_later_months_match_either_spelling_by_themselves(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    decide(database, "same", ids(NEW), ids(OLD))
    assert month("maj", [(NEW.lower(), "Gul")]).suggestions == ()
    assert month("juni", [(OLD.replace(" R706", ""), "Gul")]).suggestions == ()
    assert [kinds(database, name) for name in ("april", "maj", "juni")] == [["worsened"], ["improved"], []]


def test_a_chain_of_names_is_one_line_and_each_link_can_be_taken_out(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("Kloge m2", "Grøn")])
    month("april", [("Klog m2", "Gul")])
    month("maj", [("Klogere arealer", "Rød")])
    last = decide(database, "same", ids("Klogere arealer"), ids("Klog m2"))
    first = decide(database, "same", ids("Klog m2"), ids("Kloge m2"))
    assert [kinds(database, name) for name in ("april", "maj")] == [["worsened"], ["worsened"]]
    assert database.cursor().execute("SELECT DISTINCT line_id FROM indsats_identity").fetchall() == [(ids("Kloge m2"),)]
    undo_decision(database, first)
    assert [kinds(database, name) for name in ("april", "maj")] == [["gone", "new"], ["worsened"]]
    undo_decision(database, last)
    assert kinds(database, "maj") == ["gone", "new"]
    assert verify(database) == []


def test_different_is_not_suggested_again_and_can_be_undone(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [(OLD, "Grøn")])
    month("april", [(NEW, "Rød")])
    link = decide(database, "different", ids(NEW), ids(OLD))
    assert suggested(database) == []
    assert kinds(database, "april") == ["gone", "new"]
    month("maj", [(NEW, "Rød")])
    assert suggested(database) == []
    undo_decision(database, link)
    assert suggested(database) == [(NEW[:-5], OLD[:-5])]


def test_a_line_can_continue_several_and_be_continued_by_several(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn"), ("B", "Grøn")])
    month("april", [("C", "Grøn"), ("D", "Grøn")])
    for newer, older in (("C", "A"), ("C", "B"), ("D", "B")):
        decide(database, "continues", ids(newer), ids(older))
    found = database.cursor().execute("SELECT indsats_id, ancestor_id FROM ancestor ORDER BY ALL").fetchall()
    assert found == [(ids("C"), ids("A")), (ids("C"), ids("B")), (ids("D"), ids("B"))]
    assert kinds(database, "april") == ["gone", "gone", "new", "new"]


def test_the_history_before_a_line_reaches_through_names_and_parents(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn")])
    month("april", [("B", "Grøn")])
    month("maj", [("C", "Grøn")])
    month("juni", [("D", "Grøn")])
    decide(database, "continues", ids("D"), ids("C"))
    decide(database, "same", ids("C"), ids("B"))
    decide(database, "continues", ids("B"), ids("A"))
    found = database.cursor().execute("SELECT ancestor_id FROM ancestor WHERE indsats_id = ?", [ids("D")]).fetchall()
    assert sorted(found) == [(ids("A"),), (ids("B"),)]


@pytest.mark.parametrize("kind", ["same", "different", "continues"])
def test_two_lines_are_decided_about_once(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int], kind: LinkKind
) -> None:
    month("marts", [("A", "Grøn")])
    month("april", [("B", "Grøn")])
    decide(database, kind, ids("B"), ids("A"))
    for again in ("same", "different", "continues"):
        with pytest.raises(LinkError, match="allerede"):
            decide(database, again, ids("A"), ids("B"))


def test_two_lines_of_one_workbook_are_never_the_same(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn"), ("B", "Grøn")])
    with pytest.raises(LinkError, match=r"»B« og »A« står begge i en fil for marts 2025"):
        decide(database, "same", ids("B"), ids("A"))
    month("april", [("C", "Grøn"), ("A", "Gul")])
    decide(database, "same", ids("C"), ids("B"))
    with pytest.raises(LinkError, match="kan derfor ikke være samme indsats"):
        decide(database, "same", ids("A"), ids("C"))


def test_a_line_is_the_same_as_one_other_only(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn"), ("B", "Grøn")])
    month("april", [("C", "Grøn")])
    decide(database, "same", ids("C"), ids("A"))
    with pytest.raises(LinkError, match="allerede samme indsats som »A«"):
        decide(database, "same", ids("C"), ids("B"))


def test_lines_never_continue_each_other_in_a_ring(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    for name, title in zip(NAMES, "ABCD", strict=True):
        month(name, [(title, "Grøn")])
    decide(database, "continues", ids("C"), ids("B"))
    decide(database, "continues", ids("B"), ids("A"))
    refused: list[tuple[LinkKind, str, str]] = [("continues", "A", "C"), ("same", "C", "A")]
    for kind, newer, older in refused:
        with pytest.raises(LinkError, match="i ring"):
            decide(database, kind, ids(newer), ids(older))
    assert len(line_links(database.cursor())) == 2


@pytest.mark.parametrize(("newer", "older", "said"), [(1, 99, "99 findes ikke"), (1, 1, "allerede samme")])
def test_a_decision_about_nothing_is_refused(
    database: Database, month: Callable[..., Receipt], newer: int, older: int, said: str
) -> None:
    month("marts", [("A", "Grøn")])
    with pytest.raises(LinkError, match=said):
        decide(database, "same", newer, older)


def test_a_decision_is_undone_once(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn")])
    month("april", [("B", "Grøn")])
    link = decide(database, "same", ids("B"), ids("A"))
    undo_decision(database, link)
    for unknown in (link, 99):
        with pytest.raises(LinkError):
            undo_decision(database, unknown)
    assert decide(database, "same", ids("B"), ids("A")) == link + 1


def test_each_decision_and_each_undo_is_an_event(
    database: Database, month: Callable[..., Receipt], ids: Callable[[str], int]
) -> None:
    month("marts", [("A", "Grøn")])
    month("april", [("B", "Grøn")])
    con = database.cursor()
    versions = [data_version(con)]
    link = decide(database, "same", ids("B"), ids("A"), by="Hanne")
    versions.append(data_version(con))
    undo_decision(database, link, by="Ole")
    versions.append(data_version(con))
    assert versions == sorted(set(versions))
    events = con.execute("SELECT who, what, detail FROM event ORDER BY event_id DESC LIMIT 2").fetchall()
    assert events == [("Ole", "undo-link", f"{link}: »B« og »A«"), ("Hanne", "same", f"{link}: »B« og »A«")]


def test_a_line_that_another_workbook_tells_in_both_months_has_not_left_and_one_that_it_told_before_is_not_new(
    database: Database, month: Callable[..., Receipt]
) -> None:
    month("marts", [(OLD, "Grøn"), ("Flådestyring", "Grøn")])
    month("april", [(OLD, "Grøn")], scope=PLAN)
    assert month("april", [(NEW, "Rød"), ("Flådestyring", "Grøn")]).suggestions == ()
    assert suggested(database) == []
    month("marts", [(NEW, "Grøn")], scope=Scope("VPU"))
    withdraw_revision(database, Month(2025, 4), PLAN, 1, "forkert måned")
    assert suggested(database) == []
    withdraw_revision(database, Month(2025, 3), Scope("VPU"), 1, "forkert måned")
    assert suggested(database) == [(NEW[:-5], OLD[:-5])]


def test_the_newest_month_is_asked_about_first(database: Database, month: Callable[..., Receipt]) -> None:
    month("marts", [(OLD, "Grøn"), ("Kloge m2", "Grøn")])
    month("april", [(OLD, "Grøn"), ("Klog m2", "Grøn")])
    month("maj", [(NEW, "Grøn"), ("Klog m2", "Grøn")])
    assert suggested(database) == [(NEW[:-5], OLD[:-5]), ("Klog m2", "Kloge m2")]
