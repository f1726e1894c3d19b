"""Where the red is: the lights of each udvalg, tema or art."""

from html import escape

import streamlit as st

from dashboard import queries
from dashboard.charts.distribution import describe_distribution, distribution_figure
from dashboard.queries import Part
from dashboard.web import phrases, texts
from dashboard.web.markup import tag
from dashboard.web.plan import Selection, ask

PARTS: tuple[Part, ...] = ("udvalg", "tema", "art")
PLOTLY = {"locale": "da", "displayModeBar": False, "responsive": True}


def show_where(selection: Selection) -> None:
    """Show the distribution by the part of the plan that the viewer chooses."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="hvor"):
        st.html(tag("h2", escape(texts.WHERE_RED)), width="content")
        by = st.segmented_control(
            texts.GROUP_BY,
            PARTS,
            default=PARTS[0],
            required=True,
            format_func=texts.PARTS.__getitem__,
            label_visibility="collapsed",
            key="fordel",
            bind="query-params",
        )
    counts = ask(queries.distribution, selection, by)
    names = [phrases.part_name(by, value if isinstance(value, str) else None) for value in counts["value"]]
    st.plotly_chart(
        distribution_figure(counts, names),
        theme=None,
        config=PLOTLY,
        alt=describe_distribution(counts, names),
        key="fordeling",
    )
    explained = [texts.OF_ACTIVE] + ([texts.IN_BOTH] if by == "udvalg" else [])
    st.html(tag("p", escape(" ".join(explained)), "quiet"))
