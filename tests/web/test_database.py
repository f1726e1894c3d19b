"""Answers are remembered for the question that was asked, and for no other."""

from types import ModuleType
from typing import Any

import pytest

from dashboard import queries
from dashboard.store.database import Database
from dashboard.web import database as web_database


def question_of(module: str, answer: str) -> Any:
    """Make a question called "asked" in a module of that name."""

    def asked(con: object) -> str:
        return answer

    asked.__module__, asked.__qualname__ = ModuleType(module).__name__, "asked"
    return asked


def test_two_questions_of_one_name_do_not_answer_for_each_other(
    monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    monkeypatch.setattr(web_database, "database", lambda: database)
    assert web_database.ask(question_of("first", "en")) == "en"
    assert web_database.ask(question_of("second", "to")) == "to"


def test_only_the_question_itself_rests_on_what_people_write() -> None:
    assert queries.name_of(queries.meetings) in queries.RECORDS
    assert queries.name_of(question_of("first", "en")) not in queries.RECORDS
