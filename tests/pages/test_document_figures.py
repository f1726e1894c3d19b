"""The figures of a document are the page's: the same questions, the same numbers."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.documents.appendix import appendix
from dashboard.domain.light import Light
from dashboard.queries import Selection
from dashboard.reports.document import Bars, Document, Together
from dashboard.web.database import database
from drawn_page import html

FILTERS: tuple[dict[str, tuple[str, ...] | str], ...] = (
    {},
    {"udvalg": ("ØK",)},
    {"udvalg": ("KB", "BUU")},
    {"text": "vej"},
)


def bars(document: Document) -> list[Bars]:
    blocks = [b for block in document.blocks for b in (block.blocks if isinstance(block, Together) else (block,))]
    return [block for block in blocks if isinstance(block, Bars)]


@pytest.mark.parametrize("filters", FILTERS)
def test_the_bars_of_the_appendix_are_the_cards_and_the_table_of_the_overview(
    app: AppTest, report: Callable[..., None], filters: dict[str, tuple[str, ...] | str]
) -> None:
    report("2026-04", ("Flådestyring", "ØK, KB", "green"), ("Skolevej", "BUU", "red"))
    report("2026-05", ("Flådestyring", "ØK, KB", "red"), ("Skolevej", "BUU", "yellow"), ("Cykelsti", "ØK", "green"))
    for key, value in filters.items():
        app.query_params["tekst" if key == "text" else key] = list(value) if isinstance(value, tuple) else value
    drawn = html(app.run())
    on_cards = {light: int(n) for light, n in re.findall(r'data-light="(\w+)">.*?(\d+)</', drawn)}
    selection = queries.default_selection(database().cursor())
    assert isinstance(selection, Selection)
    selection = replace(selection, **filters)  # type: ignore[arg-type]
    now, parts, months = bars(appendix(queries.asks(database().cursor()), selection))
    assert {str(light): now.bars[0][1].get(light, 0) for light in Light} == on_cards
    assert months.bars == now.bars[::-1]
    numbers = re.search(r'data-figure="fordeling"[^>]*data-numbers="([^"]*)"', drawn)
    assert numbers
    rows = {name: [n for n, _ in cells] for name, *cells in json.loads(unescape(numbers[1]))[1]}
    assert rows == {name: [counts.get(light, 0) for light in Light] for name, counts in parts.bars}


def test_the_overview_offers_the_appendix_in_either_order_and_slides(app: AppTest, report: Callable[..., None]) -> None:
    report("2026-05", ("Flådestyring", "ØK, KB", "red"), ("Skolevej", "BUU", "yellow"))
    app.session_state["hent_status"] = True
    html(app.run())
    assert [button.proto.label for button in app.get("download_button")] == [
        "Bilag til direktionen, røde først (PDF)",
        "Bilag til direktionen, røde først (Word)",
        "Bilag til direktionen, planens rækkefølge (PDF)",
        "Bilag til direktionen, planens rækkefølge (Word)",
        "Slides til mødet (PowerPoint)",
    ]
