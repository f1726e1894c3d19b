"""What every figure has besides its picture: words for who cannot see it, its numbers as a table, and files.

The files are made in the browser by assets/figures.js, from the picture and the table as they are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go
import streamlit as st

from dashboard.web.markup import tag
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


def show_plot(figure: go.Figure, key: str, title: str, alt: str, table: str, note: str = "") -> None:
    """Show a Plotly figure, and under it a note, its numbers and its files; ``key`` is its own on the page."""
    with st.container(gap="xxsmall"):
        st.plotly_chart(figure, theme=None, config=PLOTLY, alt=alt, key=key)
        st.html((tag("p", escape(note), "quiet") if note else "") + figure_foot(key, title, table))


def drawn_figure(key: str, title: str, drawing: str, table: str, alt: str = "") -> str:
    """Put a figure that is drawn as HTML together with its numbers and its files."""
    said = {"role": "group", "aria_label": alt} if alt else {}
    return tag("div", drawing, "drawn-figure", data_drawn=key, **said) + figure_foot(key, title, table)


def figure_foot(key: str, title: str, table: str) -> str:
    """Offer a figure's numbers as a table, and the figure as PNG, SVG and CSV."""
    files = "".join(
        tag("button", name, type="button", data_download=kind, title=DOWNLOAD.format(title=title, kind=name))
        for kind, name in FILES.items()
    )
    shown = tag("details", tag("summary", AS_TABLE) + tag("div", table, "scroll"))
    return tag("div", shown + tag("span", files, "figure-files"), "figure-foot", data_figure=key, data_title=title)


def figure_table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Write a figure's numbers as a table; texts are escaped, whole numbers stand to the right."""
    head = tag("thead", tag("tr", "".join(tag("th", escape(name), scope="col") for name in heads)))
    return tag("table", head + tag("tbody", "".join(_row(row) for row in rows)), "list figure-table")


def _row(row: Sequence[Cell]) -> str:
    first, *others = row
    return tag("tr", tag("th", escape(str(first)), scope="row") + "".join(_cell(value) for value in others))


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return tag("td", escape(value))
    if isinstance(value, int):
        return tag("td", number(value), "number")
    return tag("td", tag("a", number(value.n), "list-link", href=value.href), "number")
