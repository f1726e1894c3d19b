"""What a meeting's page is tested on: two months of a small plan, and how its parts are opened."""

from collections.abc import Callable
from datetime import date

from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.records import plan_meeting
from dashboard.web.database import database

LONG, NEW, CALM, YELLOW = "Flådestyring", "Skolevej", "Bibliotek", "Havneplan"
DAY = date(2026, 11, 26)


def two_months(report: Callable[..., None]) -> None:
    """Report two months: red for long, newly red, a yellow that got worse, and one that is green."""
    report("2026-09", (LONG, "ØK, KB", "red"), (NEW, "BUU", "green"), (CALM, "KFU", "green"), (YELLOW, "BUU", "green"))
    report(
        "2026-10",
        (LONG, "ØK, KB", "red", "Udbuddet er gået i stå."),
        (NEW, "BUU", "red"),
        (CALM, "KFU", "green"),
        (YELLOW, "BUU", "yellow"),
        is_example=True,
    )


def ids() -> dict[str, int]:
    return dict(database().cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())


def planned(body: str = DIREKTIONEN, held_on: date = DAY) -> int:
    """Plan a meeting with the two reds on its agenda."""
    agenda = [(ids()[NEW], ["new_red"]), (ids()[LONG], ["still_red"])]
    return plan_meeting(database(), Meeting(body, held_on, Month(2026, 10), PLAN), agenda, "Anna")


def items(meeting: int) -> dict[str, int]:
    return {item.title or item.topic or "": item.item_id for item in queries.agenda(database().cursor(), meeting)}


def order(meeting: int) -> list[str]:
    return list(items(meeting))


def opened(page: AppTest, meeting: int, part: str) -> AppTest:
    page.query_params["moede"], page.query_params["del"] = str(meeting), part
    return page.run()


def pressed(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()
