"""Is it the same indsats? What nobody has decided yet, and what has been decided."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.similarity import Similarity
from dashboard.queries.answer import answer_rows, rests_on_records
from dashboard.queries.rows import Named
from dashboard.store.links import LinkKind
from dashboard.store.seen import Seen


@dataclass(frozen=True)
class SuggestedLine(Named):
    """A line beside the one it may be, as it was first told (a new one) or last told (one that left)."""

    indsats_id: int
    plan: str
    month: Month
    title: str
    code: str | None
    udvalg: tuple[str, ...]
    art: str | None
    light: Light
    text: str | None
    tema: str | None
    responsible: str | None
    amounts: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class SuggestedPair:
    """A line that is new in a scope, and one that left it, which may be the same; ``score`` is from 0 to 100."""

    scope: Scope
    newer: SuggestedLine
    older: SuggestedLine
    score: int


@dataclass(frozen=True)
class LineLink:
    """A decision about whether a line is another; times are UTC, and withdrawn is one that was taken back.

    ``said_since`` counts what people have written of the two since they are one: it stays with the other.
    """

    link_id: int
    kind: LinkKind
    indsats_id: int
    name: str
    other_id: int
    other_name: str
    decided_at: datetime
    decided_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    said_since: int


def suggestions(con: Seen, month: Month | None = None, scope: Scope | None = None) -> tuple[SuggestedPair, ...]:
    """List the pairs of a new line and one that left that are likely the same, in a month, a scope or (None) all.

    The newest month stands first, and the best in it.
    """
    given_month, given_scope = str(month) if month else None, str(scope) if scope else None
    pairs = answer_rows(con, "suggestions", SuggestedPair, month=given_month, scope=given_scope)
    among = Similarity(title for (title,) in con.execute("SELECT DISTINCT title FROM indsats_name").fetchall())
    found: list[SuggestedPair] = []
    for (_, of_scope), arrived in groupby(pairs, lambda pair: (pair.newer.month, pair.scope)):
        likely = among.likely([(pair.newer, pair.older) for pair in arrived])
        found += [SuggestedPair(of_scope, newer, older, score) for score, newer, older in likely]
    return tuple(sorted(found, key=lambda pair: pair.newer.month, reverse=True))


@rests_on_records
def line_links(con: Seen, *, withdrawn: bool = False) -> tuple[LineLink, ...]:
    """List the decisions about which lines are one, newest first; those taken back only when asked for."""
    return answer_rows(con, "line_links", LineLink, withdrawn=withdrawn)
