"""What every document says of itself: month, scope, filters, how many, whether it is invented, and when it was made."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from dashboard import queries
from dashboard.documents.lines import ORDERS, Order
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.queries import Ask, Selection
from dashboard.reports.document import Block, Document
from dashboard.wording import phrases, texts

EXTRACT = "udsnit"  # filters let only some of it through, which a title seen alone must say
ORDERED = "Rækkefølge: {order}"
WITHOUT_CLOSED, CLOSED_FILE = "Uden lukkede punkter", "lukkede-punkter"
WITH_CLOSED = "Rummer {n}: må ikke offentliggøres"
LONGEST_PART = 45  # all parts together stay within what a file may be called anywhere


def framed(
    ask: Ask,
    selection: Selection,
    kind: str,
    title: str,
    n: str,
    blocks: Sequence[Block],
    lines: Iterable[int],
    *,
    also: Sequence[str] = (),
    order: Order | None = None,
    is_landscape: bool = False,
) -> Document:
    """Make a document about a selection; ``kind`` begins its file's name, ``n`` counts what it tells of in words.

    ``lines`` are those that it names.
    """
    made_at, filters = utc_now(), phrases.filters_shown(selection)
    title = f"{title} ({EXTRACT})" if filters else title
    scope = phrases.scope_name(selection.scope)
    ordered = ORDERS[order].lower() if order else ""
    closed, without = closed_marks(ask, lines)
    plans = ask(queries.plans)
    plan = (selection.plan or plans[0]) if len(plans) > 1 else ""
    rests_on = " · ".join(filter(None, (plan, phrases.months_shown(selection), scope)))
    return Document(
        title,
        tuple(filter(None, (rests_on, filters, n, ordered and ORDERED.format(order=ordered), *also, without))),
        tuple(blocks),
        made_at,
        stem(made_at, kind, plan, str(selection.month), scope, filters, n, ordered, closed and CLOSED_FILE),
        example=example_mark(ask, selection),
        closed=closed,
        is_landscape=is_landscape,
    )


def example_mark(ask: Ask, selection: Selection) -> str:
    """Give the mark of a document whose status is invented, or nothing."""
    told = ask(queries.deliveries, plan=selection.plan, scope=selection.scope)
    return texts.EXAMPLE if any(one.is_example and one.month == selection.month for one in told) else ""


def closed_marks(ask: Ask, lines: Iterable[int], n_points: int = 0) -> tuple[str, str]:
    """Say that a document names closed lines or points; or, to who may not see them, that it would leave them out.

    The latter is said whether there are any or not, so that nobody learns that there are.
    """
    if not ask(queries.sees_closed):
        return "", WITHOUT_CLOSED
    n = len({each.indsats_id for each in ask(queries.line_closings)} & set(lines)) + n_points
    return (WITH_CLOSED.format(n=phrases.count_of(n, "lukket punkt", "lukkede punkter")) if n else ""), ""


def stem(made_at: datetime, *parts: str) -> str:
    """Name a document's file after what it shows, and when it was made, without the kind of file."""
    named = [re.sub(r"[^\w]+", "-", part.lower())[:LONGEST_PART].strip("-_") for part in parts if part]
    return "_".join([*named, f"{in_denmark(made_at):%Y%m%d-%H%M}"])
