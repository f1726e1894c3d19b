"""Revisions: withdrawn, brought back, given back byte for byte, and the plan as it was known at any moment."""

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.intake import (
    LinkError,
    RevisionError,
    decide,
    original_workbook,
    receive_workbook,
    restore_revision,
    undo_decision,
    verify,
    withdraw_revision,
)
from dashboard.queries import Selection, answer
from dashboard.store.database import Database
from fixture_types import MakeWorkbook
from nightly import seeds

HEAD = ["Indsats", "Udvalg", "Farve", "Status (tekst)"]
APRIL, MAY = Month(2025, 4), Month(2025, 5)
CHOSEN = Selection(MAY, APRIL, PLAN)
LIFE = queries.line_timeline, queries.line_inherited, queries.line_relations, queries.line_names


@pytest.fixture
def receive(database: Database, make_workbook: MakeWorkbook) -> Callable[..., bytes]:
    def receive_lines(month: Any, *lines: Any, by: str = "Anna", scope: Any = PLAN) -> Any:
        rows = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month.label}"], HEAD, *lines]
        content = make_workbook(rows, name=f"{month}.xlsx").read_bytes()
        receipt = receive_workbook(database, content, f"{month}.xlsx", scope=scope, by=by).receipt
        assert receipt.accepted
        return content

    return receive_lines


@pytest.fixture
def lights(database: Database) -> Callable[..., dict[str, int]]:
    def count(selection: Any = CHOSEN) -> dict[Any, Any]:
        counts = queries.light_counts(database.cursor(), selection)
        return {count.light: count.n for count in counts if count.n}

    return count


@pytest.fixture
def _each_moment_made_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let questions of one cursor that ask in a row for the same moment share what was known then: it takes long."""
    known, made = answer._known, ExitStack()
    last: list[tuple[Any, ...]] = []

    def shared(*asked: Any) -> AbstractContextManager[None]:
        if last != [asked]:
            made.close()
            last[:] = [asked]
            made.enter_context(known(*asked))
        return nullcontext()

    with made:
        monkeypatch.setattr(answer, "_known", shared)
        yield


def now() -> Any:
    time.sleep(0.002)
    moment = datetime.now(UTC).replace(tzinfo=None)
    time.sleep(0.002)
    return moment


def told(database: Database, selection: Selection) -> dict[str, Any]:
    """Give the answers to every question about a selection, as plain values."""
    con = database.cursor()
    found = queries.default_selection(con, selection.month, known_at=selection.known_at)
    offered = queries.deliveries(con, selection.known_at)
    return {
        "summary": queries.summary(con, selection),
        "lines": queries.lines(con, selection).to_json(orient="records", default_handler=str),
        "options": queries.filter_options(con, selection),
        "deliveries": [(one.month, one.scope, one.basis_scope, one.revision, one.file_name) for one in offered],
        "default": found and (found.month, found.compare, found.scope),
        "strips": queries.line_states(con, selection),
        "known by": queries.known_names(con, selection.month, selection.known_at),
        "lives": [question(con, selection, line) for line in (1, 2, 4) for question in LIFE],
    }


def test_without_its_newest_revision_a_month_is_what_the_one_before_said(
    database: Database, receive: Callable[..., bytes], lights: Callable[..., dict[str, int]]
) -> None:
    receive(MAY, ["A", "ØK", "Grøn"])
    receive(MAY, ["A", "ØK", "Rød"])
    assert lights() == {"red": 1}
    withdraw_revision(database, MAY, PLAN, 2, "Forkert fil", by="Bo")
    assert lights() == {"green": 1}
    restore_revision(database, MAY, PLAN, 2, by="Bo")
    assert lights() == {"red": 1}


def test_a_month_whose_only_revision_is_withdrawn_is_a_gap(database: Database, receive: Callable[..., bytes]) -> None:
    receive(APRIL, ["A", "ØK", "Grøn"])
    receive(MAY, ["A", "ØK", "Rød"])
    withdraw_revision(database, MAY, PLAN, 1, "Forkert fil")
    assert {str(one.month) for one in queries.deliveries(database.cursor())} == {"2025-04"}


def test_an_older_revision_that_comes_back_does_not_push_a_newer_one_aside(
    database: Database, receive: Callable[..., bytes], lights: Callable[..., dict[str, int]]
) -> None:
    receive(MAY, ["A", "ØK", "Grøn"])
    receive(MAY, ["A", "ØK", "Rød"])
    withdraw_revision(database, MAY, PLAN, 1, "Forkert fil")
    restore_revision(database, MAY, PLAN, 1)
    assert lights() == {"red": 1}
    assert [each.state for each in queries.revisions(database.cursor())] == ["counts", "replaced"]


def test_each_act_is_an_event_and_makes_the_data_newer(database: Database, receive: Callable[..., bytes]) -> None:
    receive(MAY, ["A", "ØK", "Grøn"], by="Anna")
    con = database.cursor()
    versions = [queries.data_version(con)]
    withdraw_revision(database, MAY, PLAN, 1, "Forkert fil", by="Bo")
    versions.append(queries.data_version(con))
    restore_revision(database, MAY, PLAN, 1, by="Carla")
    versions.append(queries.data_version(con))
    assert versions == sorted(set(versions))
    assert [(event.who, event.what) for event in queries.revision_events(con, 1)] == [
        ("Anna", "import"),
        ("Bo", "withdraw"),
        ("Carla", "restore"),
    ]
    assert verify(database) == []


def test_what_is_so_already_is_refused_and_changes_nothing(database: Database, receive: Callable[..., bytes]) -> None:
    receive(MAY, ["A", "ØK", "Grøn"])
    version = queries.data_version(database.cursor())
    with pytest.raises(RevisionError, match="ikke trukket tilbage"):
        restore_revision(database, MAY, PLAN, 1)
    with pytest.raises(RevisionError, match="ingen revision 7"):
        withdraw_revision(database, MAY, PLAN, 7, "Forkert fil")
    with pytest.raises(RevisionError, match="ingen revision 1"):
        withdraw_revision(database, MAY, CROSS_CUTTING, 1, "Forkert fil")
    assert queries.data_version(database.cursor()) == version


def test_the_original_file_comes_back_byte_for_byte(database: Database, receive: Callable[..., bytes]) -> None:
    first, second = receive(MAY, ["A", "ØK", "Grøn"]), receive(MAY, ["A", "ØK", "Rød"])
    assert original_workbook(database.cursor(), MAY, PLAN, 1).content == first
    standing = original_workbook(database.cursor(), MAY, PLAN)
    assert (standing.content, standing.revision, standing.name) == (second, 2, "2025-05.xlsx")
    withdraw_revision(database, MAY, PLAN, 2, "Forkert fil")
    assert original_workbook(database.cursor(), MAY, PLAN).content == first
    withdraw_revision(database, MAY, PLAN, 1, "Forkert fil")
    with pytest.raises(RevisionError):
        original_workbook(database.cursor(), MAY, PLAN)


def test_the_history_says_who_when_counts_issues_and_what_differed(
    database: Database, receive: Callable[..., bytes]
) -> None:
    receive(MAY, ["A", "ØK", "Grøn", "som før"], ["B", "ØK", "Gul"], ["C", "XYZ", "Grøn"], by="Anna")
    receive(MAY, ["A", "ØK", "Grøn", "nyt"], ["B", "ØK", "Rød"], ["D", "ØK", "Grøn"], by="Bo")
    newest, first = queries.revisions(database.cursor(), MAY, PLAN)
    assert queries.revisions(database.cursor(), of=(newest.snapshot_id,)) == (newest,)  # beside the one not asked for
    assert queries.revisions(database.cursor(), of=(first.snapshot_id,)) == (first,)
    assert (newest.imported_by, first.imported_by) == ("Bo", "Anna")
    assert (newest.state, first.state) == ("counts", "replaced")
    assert (newest.lines, newest.red, newest.green) == (3, 1, 2)
    assert (newest.n_new, newest.n_gone, newest.n_light, newest.n_changed) == (1, 1, 1, 2)
    assert first.n_new is None
    assert (first.warnings, newest.warnings) == (1, 0)
    assert [found.kind for found in queries.revision_issues(database.cursor(), 1)] == ["unknown-udvalg"]


def test_the_history_can_be_of_one_month_or_scope(database: Database, receive: Callable[..., bytes]) -> None:
    receive(APRIL, ["A", "ØK", "Grøn"])
    receive(MAY, ["A", "ØK", "Grøn"])
    receive(MAY, ["A", "ØK", "Grøn"], scope=CROSS_CUTTING)
    con = database.cursor()
    assert len(queries.revisions(con)) == 3
    assert {each.scope for each in queries.revisions(con, month=MAY)} == {PLAN, CROSS_CUTTING}
    assert {each.month for each in queries.revisions(con, scope=PLAN)} == {APRIL, MAY}


def test_before_anything_was_imported_nothing_was_known(database: Database, receive: Callable[..., bytes]) -> None:
    before = now()
    receive(MAY, ["A", "ØK", "Grøn"])
    con = database.cursor()
    assert queries.deliveries(con, before) == ()
    assert queries.default_selection(con, known_at=before) is None
    assert len(queries.deliveries(con)) == 1


def test_a_question_about_the_past_leaves_the_cursor_in_the_present(
    database: Database, receive: Callable[..., bytes]
) -> None:
    receive(MAY, ["A", "ØK", "Grøn"])
    then = now()
    receive(MAY, ["A", "ØK", "Rød"])
    con = database.cursor()
    past = Selection(MAY, None, PLAN, known_at=then)
    assert queries.summary(con, past)["lights"]["green"] == 1
    assert con.execute("SELECT light FROM current_status").fetchall() == [("red",)]


def test_sessions_that_ask_for_different_moments_at_once_each_get_their_own(
    database: Database, receive: Callable[..., bytes]
) -> None:
    moments = []
    for light in ("Grøn", "Gul", "Rød"):
        receive(MAY, ["A", "ØK", light])
        moments.append(now())

    def ask(number: int) -> str:
        past = Selection(MAY, None, PLAN, known_at=moments[number % 3])
        return queries.line_list(database.cursor(), past)[0].light_now

    with ThreadPoolExecutor(8) as sessions:
        answers = [sessions.submit(ask, number) for number in range(30)]
        receive(MAY, ["A", "ØK", "-"])
        told = [answer.result() for answer in answers]
    assert told == ["green", "yellow", "red"] * 10


def link_or_undo(database: Database, chance: Any) -> None:
    """Decide something about two lines, or take a decision back; what cannot stand is refused."""
    con = database.cursor()
    standing = [link.link_id for link in queries.line_links(con)]
    ids = [line for (line,) in con.execute("SELECT indsats_id FROM indsats ORDER BY 1").fetchall()]
    with suppress(LinkError):
        if standing and chance.random() < 0.4:
            undo_decision(database, chance.choice(standing))
        else:
            decide(database, chance.choice(["same", "different", "continues"]), *chance.sample(ids, 2))


@pytest.mark.usefixtures("_each_moment_made_once")
@pytest.mark.parametrize("seed", seeds(1, 10))
def test_the_plan_as_known_at_any_moment_is_what_was_answered_then(
    database: Database, receive: Callable[..., bytes], seed: Any
) -> None:
    chance = random.Random(seed)
    words = ["Grøn", "Gul", "Rød", "-"]
    receive(APRIL, ["A", "ØK", "Grøn"], ["B", "KB", "Gul"])
    seen = []
    for step in range(8):
        there = queries.revisions(database.cursor())
        chosen = there[chance.randrange(len(there))]
        place = (chosen.month, PLAN, chosen.revision)
        if step > 0 and chance.random() < 0.4:
            link_or_undo(database, chance)
        elif step == 0 or chance.random() < 0.5:
            lines = [[title, "ØK", chance.choice(words), f"trin {step}"] for title in chance.sample("ABCD", 3)]
            receive(chance.choice([APRIL, MAY]), *lines)
        elif chosen.state == "withdrawn":
            with suppress(RevisionError):
                restore_revision(database, *place)
        else:
            withdraw_revision(database, *place, "Forkert fil")
        seen.append((now(), told(database, CHOSEN)))
        assert verify(database) == []
    for moment, answers in seen:
        assert told(database, Selection(MAY, APRIL, PLAN, known_at=moment)) == answers


def test_a_continuation_that_was_decided_later_was_not_known_before(
    database: Database, receive: Callable[..., bytes]
) -> None:
    receive(APRIL, ["Skole", "BUU", "Grøn"])
    receive(MAY, ["Skole nord", "BUU", "Rød"], ["Skole syd", "BUU", "Gul"])
    before = now()
    decide(database, "continues", 2, 1)
    con = database.cursor()
    then = replace(CHOSEN, known_at=before)
    assert [line.title for line in queries.line_relations(con, CHOSEN, 2)] == ["Skole"]
    assert [each.month for each in queries.line_inherited(con, CHOSEN, 2)] == [APRIL]
    assert not queries.line_relations(con, then, 2)
    assert not queries.line_inherited(con, then, 2)
    assert queries.line_states(con, CHOSEN)[2].inherited == {APRIL}
    assert queries.line_states(con, CHOSEN, (2,)) == {2: queries.line_states(con, CHOSEN)[2]}
    assert not any(states.inherited for states in queries.line_states(con, then).values())
    assert not any(queries.lines(con, then)["continues"].map(len))
