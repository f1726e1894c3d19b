"""What every figure has besides its picture: words for who cannot see it, its numbers as a table, and files.

The table and the files are made in the browser by assets/figures.js when they are asked for.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from htpy import (
    Element,
    Fragment,
    Node,
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
from plotly.basedatatypes import BaseFigure

from dashboard.charts.frame import Figure

PLOTLY = {"locale": "da", "displayModeBar": False, "responsive": True}
AS_TABLE = "Vis som tabel"
PLOTTED, DRAWN = {"png": "PNG", "svg": "SVG", "csv": "CSV"}, {"png": "PNG", "csv": "CSV"}
DOWNLOAD = "Hent »{title}« som {kind}"


@dataclass(frozen=True)
class Leading:
    """A number in a figure's table that leads to the lines behind it."""

    n: int
    href: str


Cell = str | int | Leading


class _Ready(BaseFigure):  # type: ignore[misc] # Plotly has no types
    """A figure that goes to the browser as it is: the tests of charts/ let Plotly check each kind."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def to_dict(self) -> Figure:
        """Give what is drawn."""
        return self._figure


def show_plot(figure: Figure, key: str, title: str, alt: str, numbers: str, note: str = "", how: str = "") -> None:
    """Show a Plotly figure, and under it a note, how it is used, its numbers and its files.

    ``key`` is its own on the page; how it is used is not printed.
    """
    with st.container(gap="xxsmall"):
        st.plotly_chart(_Ready(figure), theme=None, config=PLOTLY, alt=alt, key=key)
        said = note and p(".quiet")[note, " ", span(".screen-only")[how]]
        st.html(fragment[said, _foot(key, title, numbers, PLOTTED)])


def drawn_figure(key: str, title: str, drawing: Node, numbers: str, alt: str | None = None) -> Fragment:
    """Put a figure that is drawn as HTML together with its numbers and its files."""
    figure = div(".drawn-figure", data_drawn=key, role=alt and "group", aria_label=alt)[drawing]
    return fragment[figure, _foot(key, title, numbers, DRAWN)]


def counts_table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], about: Sequence[str] = ()) -> Element:
    """Draw counts as a table, a row for each of what the first column names; ``about`` tells more of each row."""
    told = about or [""] * len(rows)
    return table(".counts")[
        thead[tr[(th(scope="col")[head] for head in heads)]],
        tbody[
            (
                tr(title=said or None)[th(scope="row")[str(row[0])], (td[str(cell)] for cell in row[1:])]
                for said, row in zip(told, rows, strict=True)
            )
        ],
    ]


def figure_table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Write a figure's numbers as the JSON that its table is made from; whole numbers will stand to the right."""
    return json.dumps(
        [heads, rows], ensure_ascii=False, separators=(",", ":"), default=lambda cell: [cell.n, cell.href]
    )


def _file(kind: str, name: str, title: str) -> Element:
    said = DOWNLOAD.format(title=title, kind=name)
    return button(type="button", data_download=kind, title=said, aria_label=said)[name]


def _foot(key: str, title: str, numbers: str, files: Mapping[str, str]) -> Element:
    """Offer a figure's numbers as a table, and the figure as files."""
    return div(".figure-foot", data_figure=key, data_title=title, data_numbers=numbers)[
        details[summary[AS_TABLE], div(".scroll")],
        span(".figure-files")[(_file(kind, name, title) for kind, name in files.items())],
    ]
