"""Overblik and Udvikling in Dash, one callback a page; run by benchmarks/pages.py."""

import sys

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
from dash import Dash, Input, Output, callback, dash_table, dcc, html

COLUMN = {"width": "50%"}


def overblik(lines):
    """Draw the counts, what changed, where it is red, and the signals."""
    cards = [html.Div([html.Div(word), html.H2(n), html.Div(f"{more:+}")]) for word, n, more in counts(lines)]
    rows = [
        html.Details(
            [
                html.Summary(f"{change} ({len(rows)})"),
                *(html.P([html.B(t), f" {udvalg} ", x]) for t, udvalg, x in rows),
            ],
            open=True,
        )
        for change, rows in changed(lines)
    ]
    found = signals(lines).to_dict("records")
    return [
        html.H1("Overblik"),
        html.P(f"{months()[-1]} sammenlignet med {months()[-2]}"),
        html.Div(cards, id="counts", style={"display": "flex", "gap": "80px"}),
        html.Div(
            [
                html.Div([html.H3("Ændret"), *rows], style=COLUMN),
                html.Div(
                    [html.H3("Hvor er der rødt?"), dcc.Graph(figure=where(lines)), dash_table.DataTable(found)],
                    style=COLUMN,
                ),
            ],
            style={"display": "flex"},
        ),
    ]


def udvikling(lines):
    """Draw how it went by month, by tema and for each line, and what moved."""
    left = [dcc.Graph(figure=by_month(lines)), dcc.Graph(figure=by_tema(lines))]
    right = [dash_table.DataTable(moves(lines).to_dict("records")), dcc.Graph(figure=strips(lines))]
    return [
        html.H1("Udvikling"),
        html.Div([html.Div(left, style=COLUMN), html.Div(right, style=COLUMN)], style={"display": "flex"}),
    ]


app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Location(id="url"),
        html.Div(
            [
                dcc.Link("Overblik", href="/"),
                dcc.Link("Udvikling", href="/udvikling", id="to-udvikling"),
                *(dcc.Dropdown(values(name), multi=True, id=name, placeholder=name) for name in FILTERS),
            ],
            style={"width": "250px", "flex": "none"},
        ),
        html.Div(id="page", style={"flex": 1}),
    ],
    style={"display": "flex"},
)


@callback(Output("page", "children"), Input("url", "pathname"), *[Input(name, "value") for name in FILTERS])
def show(path, *chosen):
    """Draw the page that the address names, of what the filters let through."""
    lines = let_through(dict(zip(FILTERS, chosen, strict=True)))
    return udvikling(lines) if path == "/udvikling" else overblik(lines)


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
