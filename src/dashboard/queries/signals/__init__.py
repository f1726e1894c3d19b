"""What smells wrong: one rule for each .sql file, worded in terms.toml."""

from functools import cache
from importlib.resources import files

import duckdb
import pandas as pd

from dashboard.domain.schedule import deadline
from dashboard.domain.terms import terms
from dashboard.queries.answer import answer, answer_selection, rests_on_records
from dashboard.queries.selection import Selection

FLAPPING_MONTHS = 6


@rests_on_records
def signals(con: duckdb.DuckDBPyConnection, selection: Selection) -> pd.DataFrame:
    """List what smells wrong with the lines that are selected, by rule in order of weight, worst light first.

    Columns rule, indsats_id, title, code, udvalg ("ØK, KB"), light ('absent' for a line that is gone), basis, n,
    detail; and when it is settled settled_id, note, settled_at (UTC), settled_by.
    """
    schedules = list(answer(con, "schedules", selection.known_at)["schedule"])
    rules = [signal.rule for signal in terms().signals]
    return answer_selection(
        con,
        "signals",
        selection,
        between=_rules(),
        rules=rules,
        schedules=schedules,
        deadlines=[deadline(schedule) for schedule in schedules],
        last_day=selection.month.last_day,
        flapping_since=str(selection.month.plus(-FLAPPING_MONTHS)),
        **{signal.rule: signal.limit for signal in terms().signals if signal.limit is not None},
    )


@cache
def _rules() -> str:
    """Put the rules together as one question, so that what they share is asked once."""
    here = files(__name__)
    found = [
        f"SELECT '{signal.rule}' AS rule, * FROM ({here.joinpath(f'{signal.rule}.sql').read_text('utf-8')})"
        for signal in terms().signals
    ]
    return here.joinpath("base.sql").read_text("utf-8") + ", found AS (\n" + "\nUNION ALL\n".join(found) + "\n)\n"
