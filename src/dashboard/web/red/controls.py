"""What steers the list, and what stands in its place when nothing is red."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.web import phrases
from dashboard.web.choice import choose
from dashboard.web.indsats.downloads import show_downloads
from dashboard.web.markup import tag
from dashboard.web.plan import Selection, ask
from dashboard.web.red import texts
from dashboard.web.red.lines import RedLine, narrowed


@dataclass(frozen=True)
class Wanted:
    """What the viewer wants of the list: yellow lines too, and how it is grouped."""

    with_yellow: bool
    group: str


def show_controls(selection: Selection) -> Wanted:
    """Draw the heading of the list with its choices, and the list to take along."""
    with st.container(horizontal=True, vertical_alignment="center", key="roedliste"):
        heading = st.empty()
        group = choose(texts.GROUP, "gruppe", texts.GROUPS, "samlet")
        with_yellow = choose(texts.SHOW, "farver", texts.SHOWS, "roede") == "gule"
        shown = narrowed(selection, with_yellow=with_yellow)
        show_downloads(ask(queries.line_list, shown).to_dict("records"), shown, texts.heading(with_yellow))
    heading.html(tag("h2", escape(texts.heading(with_yellow))))
    return Wanted(with_yellow, group)


def show_what_does_not_apply(chosen: Selection) -> None:
    """Say that the filter on lights does not count here, when it is on."""
    if chosen.light:
        st.html(tag("p", escape(texts.LIGHTS_NOT_HERE), "note"))


def show_none(lines: Sequence[RedLine], selection: Selection) -> None:
    """Say that nothing is red."""
    if not any(line.light is Light.RED for line in lines):
        own = selection.scope.udvalg
        among = [*([own] if own else []), *selection.udvalg]
        among += [phrases.part_name("tema", value) for value in selection.tema]
        said = texts.none_red(selection.month, ", ".join(among))
        st.html(tag("p", escape(said), "red-none"))
