"""What is new and what no longer holds in a text, as eyes see it and as ears hear it."""

from typing import Any

import pytest

from browser.visiting import Visit, box_of
from fixture_types import MakeWorkbook

HEAD = ["Indsats", "Udvalg", "Farve", "Tidsplan"]

pytestmark = pytest.mark.browser


def look(element: Any, *properties: Any) -> Any:
    return element.evaluate(
        "(element, names) => names.map((name) => getComputedStyle(element).getPropertyValue(name))", list(properties)
    )


def test_new_words_are_red_and_bold_and_old_ones_struck_and_both_are_said(
    visit: Visit, address: str, make_workbook: MakeWorkbook
) -> None:
    heading = [["Udmøntningsplan 2025-2028 - tværgående indsatser"], ["Status pr. ultimo november 2026"], HEAD]
    path = make_workbook([*heading, ["Flådestyring R003", "ØK", "Rød", "Uvist"]], name="november.xlsx")
    page = visit.open(address + "/indlaesning")
    page.set_input_files("input[type=file]", str(path))
    line = page.locator(".told-row", has_text="Flådestyring").first
    line.wait_for()
    new, old = line.locator("ins.new").first, line.locator("del.struck").first
    assert look(new, "color", "font-weight", "text-decoration-line") == ["rgb(200, 16, 46)", "600", "none"]
    assert look(old, "text-decoration-line") == ["line-through"]
    assert (new.text_content(), (old.text_content() or "")[:8]) == ("ny tekst: Uvist", "udgået: ")
    assert box_of(new.locator(".unseen"))["width"] <= 1
