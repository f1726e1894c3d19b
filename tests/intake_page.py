"""The page Indlæsning as tests use it: what is dropped there, what is read off it, what is stored then."""

import re
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from dashboard import queries
from dashboard.web.database import database
from drawn_page import seen

HEAD = ["Indsats", "Udvalg", "Farve", "Statustekst"]
A = ["Flådestyring R003", "ØK, KB", "Grøn", "Udbud i gang"]
B = ["Aktindsigt", "ØK", "Gul", ""]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def counts(page: AppTest) -> list[int]:
    html = " ".join(html.value for html in page.html)
    return [int(n) for n in re.findall(r'data-light="\w+">(\d+)<', html)]


def chosen(select: Selectbox[Any]) -> str:
    assert select.index is not None
    return select.options[select.index]


def roles(page: AppTest) -> dict[str, str]:
    """Give what each column is read as, by its heading."""
    selects = [select for select in page.selectbox if select.label.startswith("Kolonne ")]
    headings = [select.label.removesuffix(" er læst som").split(" ", 2)[2] for select in selects]
    return dict(zip(headings, map(chosen, selects), strict=True))


def stored() -> list[tuple[str, str, int]]:
    found = queries.revisions(database().cursor())
    return [(str(each.month), each.state, each.revision) for each in found]


def press(page: AppTest, key: str) -> str:
    page.button(key=key).click().run()
    return seen(page)
