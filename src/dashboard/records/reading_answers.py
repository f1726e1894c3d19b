"""What was answered about how tables are read can be taken back; it is given and changed where workbooks arrive."""

import getpass

from dashboard.domain.clock import utc_now
from dashboard.store import reading_answers
from dashboard.store.database import Database


def forget_answer(database: Database, answer_id: int, by: str | None = None) -> bool:
    """Let an answer be used no more, so that it is asked for again; tell whether there was one that stood."""
    with database.transaction() as con:
        return reading_answers.forget_answer(con, answer_id, at=utc_now(), by=by or getpass.getuser())


def remember_again(database: Database, answer_id: int, by: str | None = None) -> bool:
    """Give an answer that was forgotten once more; tell whether there was one, and none has taken its place since."""
    with database.transaction() as con:
        return reading_answers.remember_again(con, answer_id, at=utc_now(), by=by or getpass.getuser())
