"""What every figure has besides its picture: words for who cannot see it, its numbers as a table, and files.

The files are made in the browser by assets/figures.js, from the picture and the table as they are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st
from htpy import (
    Element,
    Fragment,
    Node,
    a,
    button,
    details,
    div,
    fragment,
    p,
    span,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
)

from dashboard.web.phrases import number

PLOTLY = {"locale": "da", "displayModeBar": False, "responsive": True}
AS_TABLE = "Vis som tabel"
FILES = {"png": "PNG", "svg": "SVG", "csv": "CSV"}
DOWNLOAD = "Hent »{title}« som {kind}"


@dataclass(frozen=True)
class Leading:
    """A number in a figure's table that leads to the lines behind it."""

    n: int
    href: str


Cell = str | int | Leading


def show_plot(figure: go.Figure, key: str, title: str, alt: str, numbers: Element, note: str = "") -> None:
    """Show a Plotly figure, and under it a note, its numbers and its files; ``key`` is its own on the page."""
    with st.container(gap="xxsmall"):
        st.plotly_chart(figure, theme=None, config=PLOTLY, alt=alt, key=key)
        st.html(fragment[note and p(".quiet")[note], figure_foot(key, title, numbers)])


def drawn_figure(key: str, title: str, drawing: Node, numbers: Element, alt: str | None = None) -> Fragment:
    """Put a figure that is drawn as HTML together with its numbers and its files."""
    figure = div(".drawn-figure", data_drawn=key, role=alt and "group", aria_label=alt)[drawing]
    return fragment[figure, figure_foot(key, title, numbers)]


def figure_foot(key: str, title: str, numbers: Element) -> Element:
    """Offer a figure's numbers as a table, and the figure as PNG, SVG and CSV."""
    return div(".figure-foot", data_figure=key, data_title=title)[
        details[summary[AS_TABLE], div(".scroll")[numbers]],
        span(".figure-files")[
            (
                button(type="button", data_download=kind, title=DOWNLOAD.format(title=title, kind=name))[name]
                for kind, name in FILES.items()
            )
        ],
    ]


def figure_table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Element:
    """Write a figure's numbers as a table; whole numbers stand to the right."""
    return table(".list.figure-table")[
        thead[tr[(th(scope="col")[name] for name in heads)]],
        tbody[(tr[th(scope="row")[str(row[0])], map(_cell, row[1:])] for row in rows)],
    ]


def _cell(value: Cell) -> Element:
    if isinstance(value, str):
        return td[value]
    if isinstance(value, int):
        return td(".number")[number(value)]
    return td(".number")[a(".list-link", href=value.href)[number(value.n)]]
