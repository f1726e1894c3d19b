"""Where the red is: the lights of each part of the plan."""

import streamlit as st
from htpy import h2

from dashboard import queries
from dashboard.charts.distribution import describe_distribution, distribution_figure
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.web import address
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, Leading, figure_table, show_plot
from dashboard.web.filters import KEY_OF, WITHOUT, choose_part
from dashboard.wording import phrases, texts


def show_distribution(selection: Selection) -> None:
    """Show the distribution by the part of the plan that the viewer chooses."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="hvor"):
        st.html(h2[texts.WHERE_RED], width="content")
        by = choose_part(texts.GROUP_BY, "fordel")
    counts = ask(queries.distribution, selection, by)
    values = list(counts["value"])
    names = [phrases.part_name(by, value) for value in values]
    explained = [texts.OF_ACTIVE] + ([texts.IN_BOTH] if by == "udvalg" else [])

    def lead(row: int, light: Light) -> str:
        return address.href(address.INDSATS, **{KEY_OF[by]: values[row] or WITHOUT, "lys": str(light)})

    rows: list[list[Cell]] = [
        [name, *[Leading(int(counts[light].iloc[row]), lead(row, light)) for light in Light]]
        for row, name in enumerate(names)
    ]
    show_plot(
        distribution_figure(counts, names, lead),
        "fordeling",
        texts.WHERE_RED,
        describe_distribution(counts, names),
        figure_table([texts.PARTS[by], *[word(light) for light in Light]], rows),
        " ".join(explained),
    )
