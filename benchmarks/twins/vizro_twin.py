"""Overblik and Udvikling in Vizro, with its own filters and pages; run by benchmarks/pages.py."""

import sys

import vizro.models as vm
from content import by_month, by_tema, changed, counts, moves, read, signals, strips, where
from dash import dash_table, html
from vizro import Vizro
from vizro.models.types import capture

DATA = read("lines").assign(udvalg=lambda rows: rows["udvalg"].str.join(", "))


def _lines(frame):
    return frame.assign(udvalg=frame["udvalg"].str.split(", "))


@capture("figure")
def shown_counts(data_frame):
    """Draw the counts."""
    cards = [
        html.Div([html.Div(word), html.H2(n), html.Div(f"{more:+}")]) for word, n, more in counts(_lines(data_frame))
    ]
    return html.Div(cards, id="counts", style={"display": "flex", "gap": "80px"})


@capture("figure")
def shown_changes(data_frame):
    """Draw what changed."""
    return html.Div(
        [
            html.Details([html.Summary(change), *(html.P([html.B(t), f" {u} ", x]) for t, u, x in rows)], open=True)
            for change, rows in changed(_lines(data_frame))
        ],
        style={"overflow": "auto"},
    )


def _plotted(draw):
    def drawn(data_frame):
        return draw(_lines(data_frame))

    return capture("graph")(drawn)


@capture("figure")
def shown_signals(data_frame):
    """Draw the signals of each rule."""
    return dash_table.DataTable(signals(data_frame).to_dict("records"))


@capture("figure")
def shown_moves(data_frame):
    """Draw what moved."""
    return dash_table.DataTable(moves(data_frame).to_dict("records"))


def _filters():
    return [vm.Filter(column=name) for name in ("udvalg", "tema", "art", "responsible", "light")]


overblik = vm.Page(
    title="Overblik",
    layout=vm.Grid(grid=[[0, 0], [1, 2], [1, 3]], row_min_height="240px"),
    components=[
        vm.Figure(figure=shown_counts(DATA)),
        vm.Figure(figure=shown_changes(DATA)),
        vm.Graph(figure=_plotted(where)(DATA)),
        vm.Figure(figure=shown_signals(DATA)),
    ],
    controls=_filters(),
)
udvikling = vm.Page(
    title="Udvikling",
    layout=vm.Grid(grid=[[0, 3], [1, 2], [1, 2]], row_min_height="400px"),
    components=[
        vm.Graph(figure=_plotted(by_month)(DATA)),
        vm.Graph(figure=_plotted(by_tema)(DATA)),
        vm.Graph(figure=_plotted(strips)(DATA)),
        vm.Figure(figure=shown_moves(DATA)),
    ],
    controls=_filters(),
)
app = Vizro().build(vm.Dashboard(pages=[overblik, udvikling]))

if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
