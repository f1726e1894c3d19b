"""How the line stands: its texts with what is new and struck, the schedules it had, its parts, and its money."""

import json
from collections.abc import Iterator
from html import escape

from dashboard.domain.light import Light
from dashboard.domain.line_fields import OF_MONTH, TEXTS, field_name
from dashboard.domain.subtasks import read_subtasks, subtask_field
from dashboard.domain.text_run import TextRun
from dashboard.web import phrases
from dashboard.web.indsats import texts
from dashboard.web.indsats.card import Card
from dashboard.web.markup import ARROW, light, tag, text
from dashboard.web.text_marks import marked_line_text, marked_text
from dashboard.web.trace import trace_link
from dashboard.web.traced import field_label

LARGE = "ask"
ALWAYS = ("status_text", "schedule")
NOT_HERE = ("title", "responsible")  # they stand above
ORDER = sorted(
    (name for name in TEXTS if name not in NOT_HERE),
    key=lambda name: (name != LARGE, name == "remark", name not in OF_MONTH),
)


def facts(card: Card) -> str:
    """Draw what the line says, each value with the way to its cell."""
    heading = texts.FACTS if card.is_told else texts.FACTS_LAST.format(month=card.known_month.label)
    return tag("h2", escape(heading)) + tag("dl", "".join(_facts(card)) + _subtasks(card) + _amounts(card), "facts")


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
    said = text(f" {field_label(field)}", "unseen")
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


def _subtasks(card: Card) -> str:
    """Draw the parts of the line, with their lights when any of them has one."""
    parts = read_subtasks(card.known["subtasks"])
    if not parts:
        return ""
    with_light = any(part.shown_light is not Light.NOT_REPORTED for part in parts)
    items = "".join(
        tag(
            "li",
            (light(part.shown_light) if with_light else "")
            + tag("span", f"{escape(part.title)} {source(card, subtask_field(number))}" + _beside(part.text)),
        )
        for number, part in enumerate(parts, start=1)
    )
    return tag("dt", escape(texts.SUBTASKS.format(n=len(parts)))) + tag("dd", tag("ul", items, "subtasks"))


def _beside(said: str | None) -> str:
    return tag("div", escape(said), "quiet") if said else ""


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
