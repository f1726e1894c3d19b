"""What counts of a month that several workbooks tell: the newest word on each line, and what an import does to it."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ANY_LAYOUT, UNREPORTED, Answer
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.intake import (
    Preview,
    Receipt,
    preview_workbook,
    receive_workbook,
    restore_revision,
    verify,
    withdraw_revision,
)
from dashboard.queries import Selection, lines
from dashboard.store.database import Database
from fixture_types import MakeWorkbook
from nightly import seeds

MARCH = Month(2025, 3)
HEAD = ["Indsats", "Udvalg", "Tværgående", "Farve", "Statustekst", "Ansvarlig"]
LIGHTS = {"g": "Grøn", "y": "Gul", "r": "Rød", "x": "X", "-": ""}
SHOWN = {"green": "g", "yellow": "y", "red": "r", "done": "x", "not_reported": "-"}


@pytest.fixture
def workbook(make_workbook: MakeWorkbook) -> Callable[..., bytes]:
    """Make a workbook of March from short lines: Alfa="g", or Alfa=("g", "what the text says", "who").

    It is the same file for the same lines: what openpyxl saves tells the second that it was saved in.
    """
    made: dict[str, bytes] = {}

    def write(**told: Any) -> bytes:
        rows: list[list[Any]] = [["Udmøntningsplan 2025-2028"], HEAD]
        for title, said in told.items():
            light, *more = (said,) if isinstance(said, str) else said
            rows.append([title, "ØK", "X", LIGHTS[light], *more])
        return made.setdefault(repr(rows), make_workbook(rows).read_bytes())

    return write


@pytest.fixture
def deliver(database: Database, workbook: Callable[..., bytes]) -> Callable[..., Receipt]:
    def receive(scope: Scope, month: Month = MARCH, decisions: Any = None, **told: Any) -> Receipt:
        name, decided = f"{scope.key}.xlsx", decisions or {}
        receipt = receive_workbook(
            database, workbook(**told), name, month=month, scope=scope, by="Anna", decisions=decided, sure=True
        ).receipt
        assert receipt.accepted
        return receipt

    return receive


@pytest.fixture
def look(database: Database, workbook: Callable[..., bytes]) -> Callable[..., Preview]:
    def preview(scope: Scope, decisions: Any = None, **told: Any) -> Preview:
        content = workbook(**told)
        name, lights_may_go = f"{scope.key}.xlsx", [Answer(ANY_LAYOUT, f"{UNREPORTED} {MARCH}", "yes")]
        return preview_workbook(database, content, name, MARCH, scope, lights_may_go, decisions or {})

    return preview


def counted(database: Database, scope: Scope = PLAN) -> dict[str, str]:
    frame = lines(database.cursor(), Selection(MARCH, None, scope)).set_index("title")
    return {str(title): SHOWN[light] for title, light in frame["shown_light"].to_dict().items()}


def test_a_correction_is_a_new_word_only_on_the_lines_that_it_changes(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa="r", Beta="g", Theta="y")
    deliver(CROSS_CUTTING, Alfa="y", Theta="r")
    assert counted(database) == {"Alfa": "y", "Beta": "g", "Theta": "r"}
    deliver(PLAN, Alfa="r", Beta="g", Theta="g")
    assert counted(database) == counted(database, Scope("ØK")) == {"Alfa": "y", "Beta": "g", "Theta": "g"}
    assert counted(database, CROSS_CUTTING) == {"Alfa": "y", "Theta": "g"}
    assert verify(database) == []


def test_what_is_repeated_twice_is_as_old_as_when_it_was_first_said(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa="r", Beta="g")
    deliver(CROSS_CUTTING, Alfa="y")
    deliver(PLAN, Alfa="r", Beta="y")
    deliver(PLAN, Alfa="r", Beta="r")
    assert counted(database) == {"Alfa": "y", "Beta": "r"}


def test_a_light_that_comes_back_after_another_is_a_new_word(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa="r")
    deliver(CROSS_CUTTING, Alfa="y")
    deliver(PLAN, Alfa="g")
    deliver(PLAN, Alfa="r")
    assert counted(database) == {"Alfa": "r"}


def test_a_line_that_was_taken_out_and_stands_again_is_a_new_word(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa="r", Beta="g")
    deliver(CROSS_CUTTING, Alfa="y")
    deliver(PLAN, Beta="g")
    deliver(PLAN, Alfa="r", Beta="g")
    assert counted(database) == {"Alfa": "r", "Beta": "g"}


def test_another_text_is_a_new_word_and_a_fact_that_was_left_out_is_none(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa=("r", "Sagen står stille"), Beta=("r", "Sagen står stille"))
    deliver(CROSS_CUTTING, Alfa=("y", "Sagen går trægt"), Beta=("y", "Sagen går trægt"))
    deliver(PLAN, Alfa=("r", "Sagen står stadig stille"), Beta=("r", "Sagen står stille", "Hanne Holm"))
    assert counted(database) == {"Alfa": "r", "Beta": "y"}


def test_other_lights_that_were_not_kept_when_a_workbook_was_first_read_make_no_new_word(
    database: Database, deliver: Callable[..., Receipt], make_workbook: MakeWorkbook
) -> None:
    def plan_with_aspects(beta: str) -> None:
        rows = [["A", "ØK", "Gul", "Rød"], ["Beta", "ØK", "Grøn", beta]]
        path = make_workbook([["Udmøntningsplan 2025-2028"], ["Indsats", "Udvalg", "Tid", "Samlet"], *rows])
        receive_workbook(database, path.read_bytes(), "plan.xlsx", month=MARCH, scope=PLAN, by="Anna")

    plan_with_aspects("Gul")
    with database.transaction() as con:
        con.execute("UPDATE status SET other_lights = NULL")  # as a file from before they were kept
    deliver(CROSS_CUTTING, A="g", Beta="r")
    plan_with_aspects("Grøn")
    assert counted(database) == {"A": "g", "Beta": "g"}


def test_a_withdrawn_correction_leaves_the_words_as_they_were(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa="r", Theta="y")
    deliver(CROSS_CUTTING, Alfa="y", Theta="r")
    deliver(PLAN, Alfa="g", Theta="g")
    deliver(PLAN, Alfa="g", Theta="r")
    withdraw_revision(database, MARCH, PLAN, 2, "forkert fil")
    assert counted(database) == {"Alfa": "g", "Theta": "r"}
    withdraw_revision(database, MARCH, PLAN, 3, "forkert fil")
    assert counted(database) == {"Alfa": "y", "Theta": "r"}
    restore_revision(database, MARCH, PLAN, 2)
    assert counted(database) == {"Alfa": "g", "Theta": "g"}
    assert verify(database) == []


@pytest.mark.parametrize("seed", seeds(1, 20))
def test_whatever_the_order_the_light_that_counts_is_that_of_the_workbook_that_last_changed_the_line(
    database: Database, deliver: Callable[..., Receipt], seed: int
) -> None:
    chance = random.Random(seed)
    said: dict[Scope, dict[str, str]] = {}
    word: dict[str, list[tuple[Scope, str]]] = {title: [] for title in ("Alfa", "Beta", "Gamma", "Delta")}
    for _ in range(9):
        scope = chance.choice([PLAN, CROSS_CUTTING, Scope("ØK")])
        before = said.get(scope, {})
        told = {title: chance.choice([before.get(title, "g"), *"gyrx-"]) for title in word if chance.random() < 0.9}
        if not told or told == before:
            continue
        deliver(scope, **told)
        said[scope] = told
        for title, heard in word.items():
            if told.get(title) != before.get(title):
                heard[:] = [each for each in heard if each[0] != scope] + [(scope, told.get(title, ""))]
        if PLAN in said:
            expected = {title: [light for _, light in word[title] if light][-1] for title in said[PLAN]}
            assert counted(database) == expected
    assert verify(database) == []


def changes(preview: Preview) -> list[tuple[Any, ...]]:
    assert preview.counted is not None
    return [(each.name, each.light_before, each.light_now, *each.scopes) for each in preview.counted.changes]


def others(preview: Preview) -> list[tuple[Any, ...]]:
    assert preview.counted is not None
    told = preview.counted.disagreements
    return [(each.file_name, each.name, each.own_light, each.other_light, each.overruled) for each in told]


def test_the_preview_says_which_counted_lights_change_in_which_scopes_and_who_is_overruled(
    database: Database, deliver: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    deliver(PLAN, Alfa="r", Beta="g", Theta="y")
    everywhere = (PLAN, CROSS_CUTTING, Scope("ØK"))
    narrow = look(CROSS_CUTTING, Alfa="y", Theta="r")
    assert changes(narrow) == [
        ("Theta", "yellow", "red", *everywhere),
        ("Alfa", "red", "yellow", *everywhere),
        ("Beta", "green", None, CROSS_CUTTING),
    ]
    assert others(narrow) == [
        ("plan.xlsx", "Alfa", "yellow", "red", True),
        ("plan.xlsx", "Theta", "red", "yellow", True),
    ]
    deliver(CROSS_CUTTING, Alfa="y", Theta="r")
    corrected = look(PLAN, Alfa="r", Beta="g", Theta="g")
    assert changes(corrected) == [("Theta", "red", "green", *everywhere)]
    assert others(corrected) == [
        ("tvaergaaende.xlsx", "Theta", "green", "red", True),
        ("tvaergaaende.xlsx", "Alfa", "red", "yellow", False),
    ]


def test_looking_at_what_would_count_leaves_every_table_as_it_was(
    database: Database, deliver: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    deliver(PLAN, Alfa="r")
    tables = [name for (name,) in database.cursor().execute("SELECT table_name FROM duckdb_tables()").fetchall()]
    before = {name: database.cursor().execute(f"FROM {name}").fetchall() for name in tables}
    assert changes(look(PLAN, Alfa="g", Beta="r"))
    assert {name: database.cursor().execute(f"FROM {name}").fetchall() for name in tables} == before
    assert verify(database) == []


def test_a_month_that_nothing_counts_of_and_a_file_that_is_stored_change_nothing_that_counts(
    deliver: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    assert look(PLAN, Alfa="r").counted is None
    deliver(PLAN, Alfa="r")
    assert look(PLAN, Alfa="r").counted is None


def test_what_is_decided_about_a_line_is_part_of_what_would_count(
    database: Database, deliver: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    deliver(PLAN, **{"Samling af demensindsatsen": "r"})
    told = {"Samling af Demensindsatsen i Glesborg": "g"}
    assert [line[1:3] for line in changes(look(PLAN, **told))] == [("red", None), (None, "green")]
    decided = look(PLAN, decisions={"Ark1!A3": 1}, **told)
    assert [line[1:3] for line in changes(decided)] == [("red", "green")]
    assert decided.compared is not None
    assert [line.kind for line in decided.compared.difference.lines] == ["changed"]


@pytest.mark.parametrize("seed", seeds(1, 20))
def test_what_the_preview_says_would_count_is_what_counts_afterwards(
    database: Database, deliver: Callable[..., Receipt], look: Callable[..., Preview], seed: int
) -> None:
    chance = random.Random(seed)
    scopes = [PLAN, CROSS_CUTTING, Scope("ØK")]
    for scope in scopes:
        deliver(scope, **{title: chance.choice("gyr") for title in ("Alfa", "Beta", "Gamma")})
    for _ in range(5):
        scope = chance.choice(scopes)
        told = {title: chance.choice("gyrx-") for title in ("Alfa", "Beta", "Gamma") if chance.random() < 0.8}
        seen = look(scope, **told)
        if not told or seen.is_stored:
            continue
        expected = {each: counted(database, each) for each in scopes}
        for name, _, now, *changed in changes(seen):
            for each in changed:
                expected[each] |= {name: SHOWN[now] if now else ""}
        deliver(scope, **told)
        stands = {each: {name: light for name, light in told.items() if light} for each, told in expected.items()}
        assert stands == {each: counted(database, each) for each in scopes}


def test_a_correction_of_an_old_month_changes_no_light_that_counts_in_another(
    database: Database, deliver: Callable[..., Receipt]
) -> None:
    deliver(PLAN, Alfa="r", Beta="g", Theta="y")
    for month in (MARCH.plus(1), MARCH.plus(3)):
        deliver(PLAN, month, Alfa="y", Beta="x", Theta="g")
        deliver(CROSS_CUTTING, month, Alfa="g", Iota="r")
    others = "SELECT scope, month, indsats_id, state FROM line_month WHERE month <> '2025-03' AND state <> 'absent' "
    before = database.cursor().execute(others + "ORDER BY ALL").fetchall()
    deliver(CROSS_CUTTING, Alfa="-", Iota="g")
    deliver(Scope("ØK"), Theta="x", Kappa="r")
    deliver(PLAN, decisions={"Ark1!A4": 3}, Beta="r", Thetaen="r")
    withdraw_revision(database, MARCH, CROSS_CUTTING, 1, "forkert fil")
    assert database.cursor().execute(others + "ORDER BY ALL").fetchall() == before
