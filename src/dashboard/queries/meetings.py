"""Meetings: which there are, what is on their agendas, and what they decided."""

from datetime import date

import duckdb
import pandas as pd

from dashboard.domain.meeting import REASONS
from dashboard.domain.month import Month
from dashboard.queries.answer import answer, answer_selection, rests_on_records
from dashboard.queries.selection import Selection


@rests_on_records
def meetings(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """List the meetings, newest first.

    Columns meeting_id, body, held_on, month, scope, created_by, closed_at (UTC, NaT while it is planned), closed_by,
    and the number of items, decisions and open decisions.
    """
    return answer(con, "meetings")


@rests_on_records
def agenda(con: duckdb.DuckDBPyConnection, meeting: int) -> pd.DataFrame:
    """List the items of a meeting in order, each line as it was known for the meeting's month.

    Columns item_id, version, indsats_id and topic (one of them), reasons (a list), position, invited, focus,
    seen_light (the light as the meeting sees it), written_at (UTC), written_by; title, code, udvalg ("ØK, KB"),
    responsible, light, in_scope (whether the line is told of in that month), in_row, since, and how many decisions.
    """
    return answer(con, "agenda", meeting=meeting)


@rests_on_records
def agenda_removed(con: duckdb.DuckDBPyConnection, meeting: int) -> pd.DataFrame:
    """List what was taken off a meeting's agenda and is not on it again, the latest first.

    Columns item_id, version, indsats_id and topic (one of them), written_at (UTC), written_by; title, code.
    """
    return answer(con, "agenda_removed", meeting=meeting)


@rests_on_records
def agenda_proposal(con: duckdb.DuckDBPyConnection, selection: Selection, body: str, held_on: date) -> pd.DataFrame:
    """List the lines that a meeting should go through, in order: indsats_id, title, code, light, reasons (a list)."""
    return answer_selection(con, "agenda_proposal", selection, body=body, held_on=held_on, reasons=list(REASONS))


@rests_on_records
def decisions(
    con: duckdb.DuckDBPyConnection,
    meeting: int | None = None,
    indsats: int | None = None,
    body: str | None = None,
    *,
    only_open: bool = False,
    until: Month | None = None,
) -> pd.DataFrame:
    """List the decisions that stand, newest meeting first, as narrowed; ``until`` leaves out later months' meetings.

    Columns decision_id, version, item_id, meeting_id, indsats_id, topic, body, held_on, month, closed_at, kind, text,
    responsible, due, state, is_open (it waits for somebody), note, focus, light, written_at (UTC), written_by; title,
    code, udvalg ("ØK, KB").
    """
    return answer(
        con,
        "decisions",
        meeting=meeting,
        indsats=indsats,
        body=body,
        only_open=only_open,
        until=str(until) if until else None,
    )


@rests_on_records
def line_meetings(con: duckdb.DuckDBPyConnection, indsats: int, until: Month) -> pd.DataFrame:
    """List the meetings, up to those about a month, that said something of a line, newest first.

    Columns item_id, meeting_id, body, held_on, light (as the meeting saw it, NULL: as reported), focus (picked for the
    next meeting); what was decided at each is in decisions.
    """
    return answer(con, "line_meetings", indsats=indsats, until=str(until))


@rests_on_records
def corrections(con: duckdb.DuckDBPyConnection, meeting: int) -> pd.DataFrame:
    """List what was changed in the words of a meeting after it was held.

    Columns decision_id, version, item_id, text_before, text (NA: taken away), written_at (UTC), written_by.
    """
    return answer(con, "corrections", meeting=meeting)
