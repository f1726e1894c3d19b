"""A workbook without the lights that its month has already is asked about, as a template that nobody filled in."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.intake import Receipt, receive_workbook
from dashboard.store.database import Database
from fixture_types import MakeWorkbook
from month_sheets import month_sheets
from workbook_maker import GREEN, Cell

TITLES = ["Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa"]
ALL = Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS)


@pytest.fixture
def receive(database: Database, make_workbook: MakeWorkbook) -> Callable[..., Receipt]:
    """Receive ten lines of a month, of which some are without a light, some done, and some say what is no light."""

    def lines(month: str = "maj", empty: int = 0, done: int = 0, wrong: int = 0, **options: Any) -> Receipt:
        lights = ["X"] * done + [Cell("Rød", GREEN)] * wrong + [""] * empty + ["Grøn"] * (10 - done - wrong - empty)
        rows = [[title, "ØK", light] for title, light in zip(TITLES, lights, strict=True)]
        head = [["Udmøntningsplan 2025-2028"], [f"Status pr. ultimo {month} 2025"], ["Indsats", "Udvalg", "Farve"]]
        content = make_workbook([*head, *rows]).read_bytes()
        return receive_workbook(database, content, "Status.xlsx", **{"scope": PLAN, **options}).receipt

    return lines


def test_lights_that_would_go_are_asked_about_and_nothing_is_saved_before_the_answer(
    receive: Callable[..., Receipt],
) -> None:
    receive()
    asked = receive(empty=10)
    (question,) = asked.questions
    assert question.text.startswith("Filen har intet lys for 10 af de 10 indsatser, der har et i maj 2025.")
    assert (asked.accepted, asked.can_be_saved) == (False, False)
    (choice,) = question.choices
    answered = receive(empty=10, answers=[Answer(ANY_LAYOUT, choice.subject, choice.value)])
    assert (answered.accepted, answered.revision) == (True, 2)
    assert receive(empty=9, done=1, sure=True).accepted


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ({"empty": 2}, False),
        ({"empty": 3}, True),
        ({"empty": 2, "done": 8}, False),
        ({"wrong": 5, "accept_errors": True}, False),
        ({"empty": 10, "month": "juni"}, False),
        ({"empty": 3, "scope": CROSS_CUTTING}, True),
    ],
    ids=str,
)
def test_more_than_a_fifth_of_the_lights_of_the_month_is_asked_about(
    receive: Callable[..., Receipt], said: dict[str, Any], is_asked: bool
) -> None:
    receive()
    receipt = receive(**said)
    assert (bool(receipt.questions), receipt.accepted) == (is_asked, not is_asked)


def test_lights_that_were_not_there_are_not_missed(receive: Callable[..., Receipt]) -> None:
    receive(empty=8)
    assert receive(empty=9).accepted


def test_each_month_of_a_workbook_with_many_is_asked_about_but_for_those_that_are_stored(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    def of_months(**options: Any) -> Receipt:
        content = make_workbook(sheets=sheets).read_bytes()
        return receive_workbook(database, content, "Historik.xlsx", answers=[ALL], **options).receipt

    sheets = month_sheets(Month(2024, 3))
    of_months()
    for row in (*sheets["Januar 2024"][3:], *sheets["Marts 2024"][3:]):
        row[2] = None
    assert [question.choices[0].subject for question in of_months().questions] == [
        "unreported 2024-01",
        "unreported 2024-03",
    ]
    assert of_months(sure=True).accepted
    assert of_months().accepted
