"""The list: which lines are shown, in words, and the same lines to take along."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.web import address, phrases
from dashboard.web import texts as app_texts
from dashboard.web.head import show_head
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import Asked, chips, in_words
from dashboard.web.indsats.downloads import show_downloads
from dashboard.web.indsats.line_table import Line, light_sums, line_table
from dashboard.web.markup import tag, text
from dashboard.web.places import INDSATS
from dashboard.web.plan import Selection, ask
from dashboard.web.signal_marks import marks_of
from dashboard.web.strips import Strips


def show_list(selection: Selection, asked: Asked) -> None:
    """Show the lines that the filters and the address ask for."""
    show_head(texts.LIST_TITLE, selection, ask(queries.light_counts, selection), also=chips(asked))
    if asked.is_change and selection.compare is None:
        st.html(_nothing(app_texts.NOT_COMPARED, asked))
        return
    lines = listed(selection, asked)
    shown = in_words(asked, selection)
    if not lines:
        st.html(_nothing(phrases.capitalised(f"{shown}: 0 indsatser."), asked))
        return
    count = phrases.count_of(len(lines), "indsats", "indsatser")
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="liste"):
        st.html(tag("h2", f"{escape(shown)} · {count}") + tag("p", light_sums(lines), "sums"))
        show_downloads(lines, selection, f"{shown} · {count}")
    st.html(line_table(lines, Strips.of(selection), selection, asked, marks_of(selection)))


def listed(selection: Selection, asked: Asked) -> Sequence[Line]:
    """Give the lines of the list, worst first."""
    return ask(queries.line_list, selection, asked.kinds, asked.before, asked.now, asked.in_row).to_dict("records")


def _nothing(sentence: str, asked: Asked) -> str:
    way = ""
    if any(asked.values().values()):
        href = address.href(INDSATS, **dict.fromkeys(asked.values()))
        way = tag("p", tag("a", escape(texts.WITHOUT_NARROWING), "way", href=href))
    else:
        way = tag("p", text(app_texts.NO_LINES_NEXT))
    return tag("div", tag("h2", escape(texts.NO_LINES_OF_LIST)) + tag("p", escape(sentence)) + way, "empty")
