"""How the line stands: its texts with what is new and struck, the schedules it had, its parts, its money, its names."""

import json
from collections.abc import Iterator
from datetime import datetime

from htpy import (
    Element,
    Fragment,
    Node,
    b,
    dd,
    div,
    dl,
    dt,
    fragment,
    h2,
    li,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from dashboard.domain.light import Light
from dashboard.domain.line_fields import OF_MONTH, TEXTS, field_name
from dashboard.domain.line_parts import part_field, read_parts
from dashboard.domain.text_run import TextRun
from dashboard.queries import Card, RelatedLine, Spelling
from dashboard.web.links import line_link
from dashboard.web.markup import ARROW, light, marked_line_text, marked_text
from dashboard.web.trace import field_label, trace_link
from dashboard.wording import phrases

FACTS, FACTS_LAST = "Sådan står det", "Sådan stod det sidst, i {month}"
SOURCE, SOURCE_OF = "kilde", " er kilden til {what}"
NOTHING_SAID, MISSING_REASON = "ikke angivet", "Der er ikke angivet en årsag"
PARTS = {"subtasks": "Delopgaver ({n}) – tælles ikke med", "other_lights": "Øvrige lys – tælles ikke med"}
AMOUNTS, AMOUNTS_NOTE = "Økonomi", "1.000 kr.; besparelser har minus"
NAMES, NAME_FROM_TO = "Navne", "{first} – {last}"
SAME_TITLE, CONFIRMED, CONFIRMED_ON = "samme titel", "bekræftet af {who}", "bekræftet af {who} den {when}"
RELATIONS = {"parent": "Fortsætter", "continuation": "Fortsættes af"}
LARGE = "ask"
ALWAYS = ("status_text", "schedule")
NOT_HERE = ("title", "responsible")  # they stand above
ORDER = sorted(
    (name for name in TEXTS if name not in NOT_HERE),
    key=lambda name: (name != LARGE, name == "remark", name not in OF_MONTH),
)


def facts(card: Card) -> Fragment:
    """Draw what the line says, each value with the way to its cell."""
    heading = FACTS if card.is_told else FACTS_LAST.format(month=card.known.month.label)
    return fragment[h2[heading], dl(".facts")[_facts(card), (_parts(card, field) for field in PARTS), _amounts(card)]]


def names(card: Card) -> Fragment:
    """Draw the names when there is more than one, and the relations when there are any."""
    related = {
        heading: [_related(line) for line in card.relations if line.relation == relation]
        for relation, heading in RELATIONS.items()
    }
    return fragment[
        len(card.names) > 1 and [h2[NAMES], ul(".names")[map(_name, card.names)]],
        ([h2[heading], ul(".names")[lines]] for heading, lines in related.items() if lines),
    ]


def _source(card: Card, field: str) -> Node:
    """Draw the way to the cell that a value of the line was read in, as known for the month."""
    cells: dict[str, str] = {}
    for written in (card.known.lent_cells, card.known.cells):
        cells |= json.loads(written) if written else {}
    name = str(cells.get(field) or SOURCE).rpartition("!")[2]
    said = [name, span(".unseen")[SOURCE_OF.format(what=field_label(field))]]
    return trace_link(said, card.known.snapshot_id or 0, card.indsats_id, field, "cell-link")


def _facts(card: Card) -> Iterator[Node]:
    known = card.known
    for field in ORDER:
        drawn = _schedule(card) if field == "schedule" else marked_line_text(known.told[field], known.runs, field)
        if drawn:
            yield dt[field_name(field)], dd(class_=field == LARGE and "large")[drawn, " ", _source(card, field)]
        elif field == "red_reason" and known.state is Light.RED:
            yield dt[field_name(field)], dd[span(".missing")[MISSING_REASON], " "]
        elif field in ALWAYS:
            yield dt[field_name(field)], dd[span(".quiet")[NOTHING_SAID], " "]


def _schedule(card: Card) -> Node:
    """Draw every schedule that the line has had, the old ones struck."""
    moves = [change for month in sorted(card.changes) for change in card.changes[month] if change.field == "schedule"]
    if not moves:
        return marked_line_text(card.known.told["schedule"], card.known.runs, "schedule")
    old = [[marked_text((TextRun(move.old_text, struck=True),)), ARROW] for move in moves]
    return [*old, marked_text((TextRun(moves[-1].new_text, red=True),))]


def _parts(card: Card, field: str) -> Node:
    """Draw the parts of the line or its other lights, with their lights when any of them has one."""
    parts = read_parts(card.known.told[field])
    if not parts:
        return None
    with_light = any(part.shown_light is not Light.NOT_REPORTED for part in parts)
    items = (
        li[
            with_light and light(part.shown_light),
            span[part.title, " ", _source(card, part_field(field, number)), part.text and div(".quiet")[part.text]],
        ]
        for number, part in enumerate(parts, start=1)
    )
    return dt[PARTS[field].format(n=len(parts))], dd[ul(".parts")[items]]


def _amounts(card: Card) -> Node:
    now = [each for each in card.amounts if each.month == card.known.month]
    if not now:
        return None
    drawn = table(".amounts")[
        thead[tr[(th(scope="col")[str(each.year)] for each in now)]],
        tbody[tr[(td[phrases.thousands(each.amount), " ", _source(card, str(each.year))] for each in now)]],
    ]
    return dt[AMOUNTS, " ", span(".beside")[AMOUNTS_NOTE]], dd(".scroll")[drawn]


def _name(name: Spelling) -> Element:
    said = f"{_months(name)} · {_confirmed(name.confirmed_by, name.confirmed_at)}"
    return li[b[name.name], " ", span(".quiet")[said]]


def _related(line: RelatedLine) -> Element:
    said = f"{_months(line)} · {_confirmed(line.decided_by, line.decided_at)}"
    return li[light(line.light), " ", line_link(line.name, line.indsats_id), " ", span(".quiet")[said]]


def _confirmed(who: str | None, at: datetime | None) -> str:
    if not who:
        return SAME_TITLE
    if at is None:
        return CONFIRMED.format(who=who)
    return CONFIRMED_ON.format(who=who, when=phrases.short_moment(at).partition(" ")[0])


def _months(told: Spelling | RelatedLine) -> str:
    first, last = phrases.short_month(told.first_month), phrases.short_month(told.last_month)
    return first if first == last else NAME_FROM_TO.format(first=first, last=last)
