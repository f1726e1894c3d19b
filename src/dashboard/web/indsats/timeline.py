"""Month by month, newest first: how the light went, and what the line says otherwise than before."""

from html import escape

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.line_fields import field_name
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.subtasks import read_subtasks, subtasks_text
from dashboard.domain.text_run import TextRun
from dashboard.web import phrases
from dashboard.web import texts as app_texts
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import ABSENT, KINDS
from dashboard.web.indsats.card import Card, Row
from dashboard.web.markup import ARROW, from_to, light, tag, text
from dashboard.web.text_marks import NOTHING, marked_difference, marked_text
from dashboard.web.trace import trace_link
from dashboard.web.traced import field_label

WITHOUT_WORD = ("unchanged", None)
SENTENCES = ("title", "ask", "status_text", "obs", "remark", "subtasks")


def timeline(card: Card) -> str:
    """Draw every month that something is known of."""
    months = "".join(_month(row, card) for row in reversed(card.life) if not _stays_away(row))
    return tag("h2", escape(texts.TIMELINE)) + tag("ol", months, "timeline")


def _stays_away(row: Row) -> bool:
    return bool(row["state"] == ABSENT and row["state_before"] == ABSENT)


def _month(row: Row, card: Card) -> str:
    month = Month.parse(row["month"])
    name = tag("h3", escape(phrases.month_name(month)))
    place = ""
    if row["snapshot_id"] is not None:
        said = escape(row["cell"] or texts.SOURCE) + text(f" {month.label}", "unseen")
        place = trace_link(said, int(row["snapshot_id"]), card.indsats_id, css="cell-link")
    head = tag("div", " ".join(filter(None, [name, _step(row), place])), "month-head")
    notes = "".join(tag("p", escape(note), "quiet") for note in _notes(row))
    return tag("li", head + notes + _said(row, card), "month" if row["own"] else "month elsewhere")


def _step(row: Row) -> str:
    """Draw what became of the light: "Forværret ● Grøn → ◆ Rød", or the light alone where it stayed."""
    kind, before, now = row["kind"], row["state_before"], row["state"]
    if now == ABSENT:
        was = text(app_texts.BEFORE, "said") + light(Light(before))
        return tag("b", escape(KINDS.get(kind or "", app_texts.KINDS["gone"]))) + " " + was
    if before is None:
        first = texts.NEW_IN_PLAN if kind == "new" else texts.FIRST_STATUS
        return tag("b", escape(first)) + " " + light(Light(now))
    word_of = "" if kind in WITHOUT_WORD else tag("b", escape(KINDS[kind])) + " "
    if before in (now, ABSENT):
        return word_of + light(Light(now))
    return word_of + from_to(Light(before), Light(now))


def _notes(row: Row) -> list[str]:
    """Say who told it when it was not a workbook of the scope, and who says otherwise."""
    notes = []
    if not row["own"]:
        told = texts.TOLD_ELSEWHERE.format(scope=phrases.scope_name(Scope(row["told_by"])).lower())
        notes.append(phrases.capitalised(told))
    for other in row["others"] if row["others"] is not None else ():
        scope = phrases.scope_name(Scope(other["scope"])).lower()
        notes.append(texts.DISAGREES.format(scope=scope, light=word(Light(other["light"])).lower()))
    return notes


def _said(row: Row, card: Card) -> str:
    if row["state"] == ABSENT:
        return ""
    if row is card.life[0] or row["state_before"] == ABSENT:
        return _fields([(field_name("status_text"), escape(row["status_text"]))] if row["status_text"] else [])
    changed = [(field_name(change["field"]), _difference(change)) for change in card.changes.get(row["month"], ())]
    changed += [
        (field_label(str(amount["year"])), _amount(amount))
        for amount in card.amounts
        if amount["month"] == row["month"] and amount["amount_before"] not in (None, amount["amount"])
    ]
    if not changed and row["kind"] in WITHOUT_WORD:
        return tag("p", escape(texts.UNCHANGED), "quiet")
    return _fields(changed)


def _difference(change: Row) -> str:
    """Draw what differs, word by word in what is written as sentences; of a fact the old and the new one."""
    old, new = change["old_text"], change["new_text"]
    if change["field"] == "subtasks":
        old, new = subtasks_text(read_subtasks(old)), subtasks_text(read_subtasks(new))
    return marked_difference(old, new) if change["field"] in SENTENCES else _from_to(old, new)


def _fields(changed: list[tuple[str, str]]) -> str:
    drawn = "".join(tag("dt", escape(name)) + tag("dd", said) for name, said in changed)
    return tag("dl", drawn, "fields") if drawn else ""


def _amount(amount: Row) -> str:
    return _from_to(phrases.thousands(amount["amount_before"]), phrases.thousands(amount["amount"]))


def _from_to(old: str, new: str) -> str:
    struck = marked_text((TextRun(old, struck=True),)) if old else text(NOTHING, "quiet")
    return struck + ARROW + (marked_text((TextRun(new, red=True),)) if new else text(NOTHING, "quiet"))
