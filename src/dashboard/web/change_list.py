"""What changed since the comparison month: every kind with its count, and its lines worst first."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.text_excerpt import around_marks
from dashboard.domain.text_run import read_runs, runs_of
from dashboard.queries import CHANGE_KINDS
from dashboard.web import phrases, texts
from dashboard.web.indsats.asked import KINDS_KEY
from dashboard.web.links import line_link, list_link
from dashboard.web.markup import from_to, light, tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.text_marks import marked_text
from dashboard.web.trace import DISAGREES, trace_link

FIRST = 5
ROOM = 12  # lines, beside seven headings, on the screen of a meeting room
AROUND, STRUCK = 24, 16  # letters of a text before its marks, and of what no longer holds, so that the new is seen


def show_changes(changes: pd.DataFrame, selection: Selection) -> None:
    """Show what changed, or say why there is nothing to show."""
    if selection.compare is None:
        earlier = ask(queries.previous_month, selection.month, selection.scope)
        why = texts.NOT_COMPARED if earlier else texts.NOTHING_EARLIER
        st.html(tag("h2", texts.CHANGES) + tag("p", escape(why), "quiet"))
        return
    since = phrases.since(selection.compare, selection.month)
    body = change_list(changes) if len(changes) else tag("p", escape(phrases.nothing_changed(since)), "quiet")
    st.html(tag("h2", escape(f"Ændret {since}")) + body)


def change_list(changes: pd.DataFrame) -> str:
    """Draw the kinds in order; those that fill the screen are open, the others a click away, the empty ones a line."""
    by_kind = {kind: changes[changes["kind"] == kind].to_dict("records") for kind in CHANGE_KINDS}
    drawn, room = "", ROOM
    for kind, rows in by_kind.items():
        if rows:
            shown = min(len(rows), FIRST)
            drawn += _kind(kind, rows, is_open=shown <= room)
            room -= shown
    empty = [kind for kind, rows in by_kind.items() if not rows]
    none = "".join(tag("span", escape(texts.KINDS[kind]) + text("0", "count"), "kind") for kind in empty)
    return drawn + (tag("div", none, "no-change") if empty else "")


def _kind(kind: str, rows: Sequence[Mapping[Hashable, object]], is_open: bool) -> str:
    said = phrases.to_list(texts.KINDS[kind], len(rows))
    count = list_link(text(phrases.number(len(rows)), "count", title=said), **{KINDS_KEY: kind})
    heading = tag("summary", tag("h3", escape(texts.KINDS[kind])) + count)
    lines = "".join(_row(kind, row) for row in rows[:FIRST])
    if len(rows) > FIRST:
        rest = "".join(_row(kind, row) for row in rows[FIRST:])
        lines += tag("details", tag("summary", escape(phrases.show_all(len(rows)))) + rest, "rest")
    attributes = {"open": ""} if is_open else {}
    return tag("details", heading + lines, f"kind {kind}", **attributes)


def _row(kind: str, row: Mapping[Hashable, object]) -> str:
    name = str(row["title"]) + (f" {row['code']}" if _given(row["code"]) else "")
    said = str(row["text"] or "")
    mark = text(texts.DISAGREES, "disagrees", title=DISAGREES) if row["disagrees"] else ""
    snapshot_id, indsats_id = int(str(row["snapshot_id"])), int(str(row["indsats_id"]))
    title = line_link(name, indsats_id, listed={KINDS_KEY: kind})
    shown = title + mark + " " + tag("span", _said(kind, row), "row-text")
    return tag(
        "div",
        trace_link(_lights(kind, row), snapshot_id, indsats_id, css="row-lights trace-light")
        + tag("span", shown, "row-what", title=f"{name}. {said}")
        + text(str(row["udvalg"] or ""), "row-udvalg", title=_udvalg_names(str(row["udvalg"] or ""))),
        "row",
    )


def _said(kind: str, row: Mapping[Hashable, object]) -> str:
    """Draw the first words of the text, or those that this month's workbook marks as new or struck."""
    said = str(row["text"] or "")
    marked = read_runs(row["runs"]).get(str(row["text_field"]), ()) if kind != "gone" else ()
    runs = runs_of(said, marked)
    return marked_text(around_marks(runs, AROUND, struck=STRUCK) if marked else runs)


def _lights(kind: str, row: Mapping[Hashable, object]) -> str:
    if kind in ("new", "reopened"):
        return text(texts.NOW, "said") + light(Light(str(row["light_now"])))
    if kind in ("gone", "done", "not_reported"):
        return text(texts.BEFORE, "said") + light(Light(str(row["light_before"])))
    return from_to(Light(str(row["light_before"])), Light(str(row["light_now"])))


def _udvalg_names(keys: str) -> str:
    return ", ".join(terms().udvalg_name(key) for key in keys.split(", ") if key)


def _given(value: object) -> bool:
    return isinstance(value, str) and value != ""
