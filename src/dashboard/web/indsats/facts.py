"""How the line stands: its texts with what is new and struck, its schedule with what it was, and its money."""

import json
from collections.abc import Iterator
from html import escape

from dashboard.domain.field_names import field_name
from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.web import phrases
from dashboard.web.indsats import texts
from dashboard.web.indsats.card import Card
from dashboard.web.markup import ARROW, tag, text
from dashboard.web.text_marks import marked_line_text, marked_text
from dashboard.web.trace import trace_link

LARGE = "ask"
ALWAYS = ("status_text", "schedule")
ORDER = ("ask", "red_reason", "status_text", "obs", "schedule", "political_treatment")


def facts(card: Card) -> str:
    """Draw what the line says, each value with the way to its cell."""
    heading = texts.FACTS if card.is_told else texts.FACTS_LAST.format(month=card.known_month.label)
    return tag("h2", escape(heading)) + tag("dl", "".join(_facts(card)) + _amounts(card), "facts")


def source(card: Card, field: str) -> str:
    """Draw the way to the cell that a value of the line was read in, as known for the month."""
    known = card.known
    cells = {
        name: cell
        for written in (known["lent_cells"], known["cells"])
        if written
        for name, cell in json.loads(written).items()
    }
    name = str(cells.get(field) or texts.SOURCE).rpartition("!")[2]
    said = text(f" {field_name(field) if not field.isdecimal() else texts.AMOUNT_OF.format(year=field)}", "unseen")
    return trace_link(escape(name) + said, int(known["snapshot_id"]), card.indsats_id, field, "cell-link")


def _facts(card: Card) -> Iterator[str]:
    known = card.known
    for field in ORDER:
        drawn = _schedule(card) if field == "schedule" else marked_line_text(known[field], known["runs"], field)
        if drawn:
            yield _fact(field_name(field), drawn, source(card, field), "large" if field == LARGE else "")
        elif field == "red_reason" and known["state"] == Light.RED:
            yield _fact(field_name(field), text(texts.MISSING_REASON, "missing"), "")
        elif field in ALWAYS:
            yield _fact(field_name(field), text(texts.NOTHING_SAID, "quiet"), "")


def _fact(name: str, drawn: str, place: str, css: str = "") -> str:
    return tag("dt", escape(name)) + tag("dd", f"{drawn} {place}", css)


def _schedule(card: Card) -> str:
    """Draw every schedule that the line has had, the old ones struck."""
    moves = [
        change for month in sorted(card.changes) for change in card.changes[month] if change["field"] == "schedule"
    ]
    now = marked_line_text(card.known["schedule"], card.known["runs"], "schedule")
    if not moves:
        return now
    old = [TextRun(move["old_text"], struck=True) for move in moves]
    return ARROW.join(marked_text((run,)) for run in (*old, TextRun(moves[-1]["new_text"], red=True)))


def _amounts(card: Card) -> str:
    now = [row for row in card.amounts if row["month"] == card.known["month"]]
    if not now:
        return ""
    heads = "".join(tag("th", str(row["year"]), scope="col") for row in now)
    values = "".join(
        tag("td", escape(phrases.thousands(row["amount"])) + " " + source(card, str(row["year"]))) for row in now
    )
    table = tag("table", tag("thead", tag("tr", heads)) + tag("tbody", tag("tr", values)), "amounts")
    return tag("dt", escape(texts.AMOUNTS) + " " + text(texts.AMOUNTS_NOTE, "beside")) + tag("dd", table, "scroll")
