"""Every revision there is: who, when, what it held, what differed, and the way into each."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import phrases as common
from dashboard.web.intake import phrases, texts
from dashboard.web.intake.light_columns import light_cells, light_heads
from dashboard.web.intake.open_revision import address, asked_revision, forget
from dashboard.web.intake.revision_view import show_revision, tell_what_was_done
from dashboard.web.markup import tag, text
from dashboard.web.plan import ask

PAGE = "side"
Revision = Mapping[Hashable, Any]


def show_history_notes() -> None:
    """Say what the address asks for and the history does not hold; called before the widgets correct the address."""
    revisions = ask(queries.revisions).to_dict("records")
    _, unknown = asked_revision(revisions)
    notes = [texts.NO_SUCH_REVISION.format(asked=unknown)] if unknown else []
    number = st.query_params.get(PAGE)
    if number is not None and number not in map(str, range(1, _pages(revisions) + 1)):
        notes.append(texts.NO_SUCH_PAGE.format(asked=number))
    if notes:
        st.html(tag("p", "<br>".join(map(escape, notes)), "note"))


def show_history() -> None:
    """Show the revisions, newest import first, and open the one that the address asks for."""
    tell_what_was_done()
    revisions = ask(queries.revisions).to_dict("records")
    st.html(tag("h2", escape(texts.HISTORY), id="historik"))
    if not revisions:
        st.html(tag("p", escape(texts.NO_HISTORY), "quiet"))
        return
    opened, _ = asked_revision(revisions)
    pages = _pages(revisions)
    place = st.container(key="historik")
    number = st.pagination(pages, key=PAGE, bind="query-params") if pages > 1 else 1
    place.html(history_table(revisions[(number - 1) * texts.PAGE_LENGTH : number * texts.PAGE_LENGTH]))
    if opened:
        show_revision(opened, forget)


def _pages(revisions: Sequence[Revision]) -> int:
    return -(-len(revisions) // texts.PAGE_LENGTH)


def history_table(revisions: Sequence[Revision]) -> str:
    """Draw a row for each revision."""
    before, after = texts.HISTORY_HEADS
    heads = "".join(tag("th", escape(head), scope="col") for head in before) + light_heads()
    heads += "".join(tag("th", escape(head), scope="col") for head in after)
    rows = "".join(_row(revision) for revision in revisions)
    table = tag("table", tag("thead", tag("tr", heads)) + tag("tbody", rows), "list history")
    return tag("div", table, "scroll")


def _row(revision: Revision) -> str:
    place = phrases.place(Month.parse(revision["month"]), Scope(revision["scope"]))
    name = f"{place}, revision {revision['revision']}"
    link = tag("a", escape(texts.OPEN), "open", href=address(revision), aria_label=f"{texts.OPEN} {name}", title=name)
    received = f"{common.short_moment(revision['imported_at'])}, {revision['imported_by']}"
    cells = (
        tag("td", tag("b", escape(place))),
        tag("td", escape(f"revision {revision['revision']}")),
        tag("td", text(texts.STATES[revision["state"]], f"state {revision['state']}")),
        light_cells({light: int(revision[str(light)]) for light in Light}),
        tag("td", escape(_differs(revision))),
        tag("td", escape(texts.wrong(int(revision["errors"]), int(revision["warnings"])))),
        tag("td", text(revision["file_name"], "file", title=revision["file_name"]), "quiet"),
        tag("td", escape(received), "quiet"),
        tag("td", link),
    )
    return tag("tr", "".join(cells), f"revision {revision['state']}")


def _differs(revision: Revision) -> str:
    if pd.isna(revision["n_new"]):
        return texts.FIRST_REVISION
    return texts.differs(revision["n_changed"], revision["n_light"], revision["n_new"], revision["n_gone"])
