"""Overblik and Udvikling as one would write them in plain Streamlit; run by benchmarks/pages.py."""

import streamlit as st
from content import (
    FILTERS,
    by_month,
    by_tema,
    changed,
    counts,
    let_through,
    months,
    moves,
    signals,
    strips,
    values,
    where,
)  # fmt: skip


def overblik() -> None:
    """Show the counts, what changed, where it is red, and the signals."""
    st.title("Overblik")
    st.caption(f"{months()[-1]} sammenlignet med {months()[-2]}")
    with st.container(key="counts"):
        for column, (word, n, more) in zip(st.columns(5), counts(LINES), strict=True):
            column.markdown(f"{word}\n## {n}\n{more:+}")  # st.metric brings a library for charts and is slower
    left, right = st.columns(2)
    with left:
        st.subheader("Ændret")
        for change, rows in changed(LINES):
            with st.expander(f"{change} ({len(rows)})", expanded=True):
                for title, udvalg, text in rows:
                    st.markdown(f"**{title}** {udvalg}  \n{text}")
    with right:
        st.subheader("Hvor er der rødt?")
        st.plotly_chart(where(LINES))
        st.subheader("Signaler")
        st.dataframe(signals(LINES), hide_index=True)


def udvikling() -> None:
    """Show how it went by month, by tema and for each line, and what moved."""
    st.title("Udvikling")
    left, right = st.columns(2)
    with left:
        st.plotly_chart(by_month(LINES))
        st.plotly_chart(by_tema(LINES))
    with right:
        st.subheader("Bevægelser")
        st.dataframe(moves(LINES), hide_index=True)
        st.plotly_chart(strips(LINES))


st.set_page_config(layout="wide")
page = st.navigation(
    [st.Page(overblik, title="Overblik", default=True), st.Page(udvikling, title="Udvikling")], position="top"
)
with st.sidebar:
    LINES = let_through(
        {name: st.multiselect(name.capitalize(), values(name), key=name, select_all=False) for name in FILTERS}
    )
page.run()
