"""The lines of the plan over their whole life, and every name they have had."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import insert_rows, next_id


@dataclass(frozen=True)
class KnownName:
    """One spelling of one indsats, the line that it is, and whether a person has decided which that is."""

    indsats_id: int
    title: str
    normalised: str
    code: str | None
    line_id: int
    decided: bool


def known_names(con: duckdb.DuckDBPyConnection) -> list[KnownName]:
    """List every spelling of every line, oldest first."""
    rows = con.execute(
        "SELECT DISTINCT n.indsats_id, n.title, n.normalised, n.code, coalesce(i.line_id, n.indsats_id), "
        "n.indsats_id IN (SELECT indsats_id FROM indsats_link WHERE withdrawn_at IS NULL) "
        "FROM indsats_name AS n LEFT JOIN indsats_identity AS i USING (indsats_id) ORDER BY n.indsats_id, n.title"
    ).fetchall()
    return [KnownName(*row) for row in rows]


def save_indsatser(
    con: duckdb.DuckDBPyConnection,
    plan: str,
    snapshot_id: int,
    rows: Sequence[StatusRow],
    known_ids: Sequence[int | None],
) -> list[int]:
    """Create the lines that are not known (None), note spellings seen for the first time, and give every row's id."""
    following = next_id(con, "indsats", "indsats_id")
    seen = set(con.execute("SELECT indsats_id, title, code FROM indsats_name").fetchall())
    ids: list[int] = []
    created: list[dict[str, object]] = []
    names: list[dict[str, object]] = []
    for row, known_id in zip(rows, known_ids, strict=True):
        indsats_id = known_id
        if indsats_id is None:
            indsats_id = following + len(created)
            created.append({"indsats_id": indsats_id, "plan": plan, "created_by_snapshot_id": snapshot_id})
        if (indsats_id, row.title, row.code) not in seen:
            spelled = {"title": row.title, "normalised": normalised(row.title), "code": row.code}
            names.append({"indsats_id": indsats_id, **spelled, "snapshot_id": snapshot_id})
        ids.append(indsats_id)
    insert_rows(con, "indsats", created)
    insert_rows(con, "indsats_name", names)
    return ids


@dataclass(frozen=True)
class KnownLine:
    """A line as it was last told before a month (or first told after it)."""

    indsats_id: int
    month: Month
    title: str
    code: str | None
    udvalg: tuple[str, ...]
    art: str | None
    tema: str | None
    responsible: str | None
    light: Light
    text: str | None
    amounts: tuple[tuple[int, float], ...]


def lines_that_left(
    con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope, held: Collection[int]
) -> list[KnownLine]:
    """List the lines known of a scope, of a plan or an earlier one, that are not held in a month nor were done by then.

    What another workbook of the month holds has not left. Lines that only later months tell of are among them, since
    months may arrive in any order.
    """
    rows = con.execute(
        """
        SELECT
            indsats_id, month, n.title, n.code, n.udvalg, n.art, n.tema, n.responsible, n.shown_light, n.status_text,
            (
                SELECT list((year, amount::DOUBLE)) FROM line_amount AS a
                WHERE a.snapshot_id = n.snapshot_id AND a.indsats_id = n.indsats_id
            )
        FROM known_line AS k
        JOIN newest_status AS n USING (plan, month, indsats_id)
        WHERE k.plan <= $plan AND k.scope = $scope AND indsats_id NOT IN (
            SELECT coalesce(line_id, indsats_id)
            FROM (SELECT unnest($held::INTEGER[]) AS indsats_id) AS held
            LEFT JOIN indsats_identity USING (indsats_id)
        ) AND indsats_id NOT IN (
            SELECT indsats_id FROM current_status WHERE plan = $plan AND month = $month AND scope <> $scope
        )
        QUALIFY row_number() OVER (
            PARTITION BY indsats_id
            ORDER BY month <= $month DESC, CASE WHEN month <= $month THEN month END DESC, month, plan DESC
        ) = 1
        ORDER BY indsats_id
        """,
        {"plan": plan, "scope": str(scope), "month": str(month), "held": list(held)},
    ).fetchall()
    told = [
        KnownLine(
            indsats_id,
            Month.parse(when),
            title,
            code,
            tuple(udvalg),
            art,
            tema,
            responsible,
            Light(light),
            text,
            tuple(amounts or ()),
        )
        for indsats_id, when, title, code, udvalg, art, tema, responsible, light, text, amounts in rows
    ]
    return [line for line in told if line.light is not Light.DONE or line.month > month]


def reported_lines(con: duckdb.DuckDBPyConnection, plan: str, month: Month) -> set[int]:
    """List the lines for which a light counts in a month."""
    found = con.execute(
        "SELECT indsats_id, shown_light FROM newest_status WHERE plan = ? AND month = ?", [plan, str(month)]
    )
    return {indsats_id for indsats_id, light in found.fetchall() if Light(light).is_reported}


def lines_side_by_side(con: duckdb.DuckDBPyConnection, lines: Collection[int]) -> set[tuple[int, int]]:
    """List which of these lines stand beside which others in a workbook that counts."""
    if not lines:
        return set()
    found = con.execute(
        "SELECT DISTINCT one.indsats_id, other.indsats_id FROM current_status AS one "
        "JOIN current_status AS other USING (snapshot_id) WHERE list_contains(?::INTEGER[], one.indsats_id)",
        [list(lines)],
    )
    return set(found.fetchall())
