"""Workbooks that other programs wrote, kept as they were made."""

from pathlib import Path

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.snapshot import count_lights
from fixture_types import Read

FOLDER = Path(__file__).with_name("made_elsewhere")


def test_a_workbook_from_libreoffice_with_other_words_and_colours_has_the_right_counts(read: Read) -> None:
    """Its headers are Lb.nr., Emne, Fagudvalg, Tovholder, Lys; its colours LibreOffice's; its sections are merged."""
    parsed = read(FOLDER / "libreoffice.xlsx")
    assert (parsed.month, parsed.scope, parsed.issues) == (Month(2025, 5), PLAN, ())
    assert count_lights(parsed.rows) == {
        Light.RED: 3, Light.YELLOW: 2, Light.GREEN: 3, Light.NOT_REPORTED: 1, Light.DONE: 1,
    }  # fmt: skip
    rows = {row.title: row for row in parsed.rows}
    assert rows["Havnens udvikling"].code == "R101"
    assert rows["Havnens udvikling"].udvalg == ("ØK", "KB")
    assert rows["Grønne indkøb"].tema == "Klima, miljø, natur og den grønne omstilling"
    assert rows["Skoleveje"].udvalg == ("BUU",)
