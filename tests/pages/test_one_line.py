"""One of anything is said as one: "1 indsats", never "1 indsatser"."""

import re
from collections.abc import Callable

import openpyxl
import openpyxl.comments
import pytest
from streamlit.testing.v1 import AppTest

from drawn_page import html
from fixture_types import MakeWorkbook, Run

SEVERAL = (
    "indsatser|linjer|røde|gule|grønne|afsluttede|indberettede|aktive|nye|ændrede|uændrede|forværrede|forbedrede|udgåede"
    "|projektmapper|filer|måneder|gange|statusser|kommentarer|bemærkninger|punkter|beslutninger|signaler|møder|navne|andre"
    "|celler|rækker|kolonner|dage|lister|figurer|billeder|titler"
)
WRONG = re.compile(rf"(?<![\d.,/–-])1 (?:<[^>]*>|\s)*(?:{SEVERAL})\b")


@pytest.mark.parametrize(
    "name",
    ["overblik", "roede_indsatser", "udvikling", "udvalg", "indsats", "signaler", "indlaesning", "direktionsmoede"],
)
def test_no_page_counts_one_as_several(
    switch_to: Callable[[str], AppTest], report: Callable[..., None], name: str
) -> None:
    for month, light in (("2026-07", "green"), ("2026-08", "yellow"), ("2026-09", "red")):
        report(month, ("Flådestyring", "ØK", light, f"Tekst fra {month}"))
    page = switch_to(name)
    for asked in ({}, {"indsats": "1"}) if name == "indsats" else ({},):
        for key, value in asked.items():
            page.query_params[key] = value
        page.run()
        labels = [str(getattr(each, "label", "")) for kind in ("button", "expander", "tab") for each in page.get(kind)]
        said = " ".join([html(page), *labels, *(plot.proto.spec for plot in page.get("plotly_chart"))])
        assert not WRONG.findall(said)


def test_no_remark_of_the_reader_speaks_of_one_as_of_several(run: Run, make_workbook: MakeWorkbook) -> None:
    rows = [["Status på hele planen pr. ultimo maj 2025"], ["Nr.", "Indsats", "Udvalg", "Status"]]
    path = make_workbook([*rows, ["1", "Ny ruteplan", "ØK", "Grøn"], ["1.1", "Udbud", None, None]])
    book = openpyxl.load_workbook(path)
    book.active["B3"].comment = openpyxl.comments.Comment("Afventer", "AB")
    book.save(path)
    said = " ".join(run("check", path).stdout.split())
    assert "Læst som bemærkning ved indsatsen: 1 kommentar (B3)." in said
    assert re.search(r"1 række \(.4\) er læst som en del af indsatsen over den\.", said)
    assert not WRONG.findall(said)


def test_no_verb_counts_one_as_several(run: Run, make_workbook: MakeWorkbook) -> None:
    def told(month: str, title: str, light: str) -> str:
        rows = [[f"Status på hele planen pr. ultimo {month}"], ["Indsats", "Udvalg", "Status"], [title, "ØK", light]]
        path = make_workbook(rows, name=f"{month}.xlsx")
        return str(run("check", path).stdout) + str(run("import", path).stdout)

    said = [
        told("maj 2025", "Flådestyring", "Grøn"),
        told("juni 2025", "Flådestyring", "Rød"),
        told("juli 2025", "Ny bro", "Gul"),
    ]
    said += [str(run(verb).stdout) for verb in ("status", "revisions", "signals", "who", "answers", "verify")]
    assert "1 indsats" in said[0]
    assert not WRONG.findall("\n".join(said))
