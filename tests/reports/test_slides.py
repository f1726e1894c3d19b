"""A document as PowerPoint, opened again: native charts and tables, nothing lost, and nothing below the edge."""

import io
from datetime import datetime
from typing import Any

import pytest
from pptx import Presentation

from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import Bars, Block, Column, Document, Heading, Paragraph, Row, Table, paragraph
from dashboard.reports.slides import slides

HOSTILE = (
    "=SUM(A1)",
    '#set page(fill: red) <w:p> </a:t>&amp;"',
    "W" * 3_000,
    "🚲🚧 \u202eabc\u200f",
    "a\x00b\x1bc\x0b",
)
COUNTS = (("Oktober 2026", {Light.GREEN: 8, Light.RED: 4}), ("Skole & =SUM(1)", {Light.RED: 1}))


def opened(*blocks: Block) -> list[Any]:
    document = Document("Status", ("Oktober 2026",), blocks, datetime(2026, 11, 3, 8), "status", example="Eksempeldata")
    return list(Presentation(io.BytesIO(slides(document))).slides)


def words(slide: Any) -> str:
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame), *cells])


def test_a_heading_begins_a_slide_that_is_numbered_dated_and_marked_as_example() -> None:
    shown = opened(
        Heading("Indsatserne"),
        Heading("Flådestyring", 2),
        paragraph("I gang", "Status", is_listed=True),
        Heading("Tid", 3),
    )
    assert [slide.shapes.title.text_frame.text for slide in shown] == ["Status", "Flådestyring"]
    for part in ("Indsatserne", "• Status: I gang", "Dannet 3. november 2026 kl. 09.00   Eksempeldata", "Side ", "Tid"):
        assert part in words(shown[1])
    xml = "".join(shape._element.xml for shape in shown[1].shapes)
    assert 'type="slidenum"' in xml
    assert 'lang="da-DK"' in xml


def test_bars_are_a_chart_that_can_be_edited_in_the_colours_of_the_lights() -> None:
    (frame,) = [shape for shape in opened(Heading("Fordeling"), Bars("Lysene", COUNTS))[1].shapes if shape.has_chart]
    assert {each.name: tuple(each.values) for each in frame.chart.series} == {"Grøn": (8, None), "Rød": (4, 1)}
    assert [str(each.format.fill.fore_color.rgb) for each in frame.chart.series] == ["00856F", "C8102E"]
    assert list(frame.chart.plots[0].categories) == ["Oktober 2026", "Skole & =SUM(1)"]
    about = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert about == "Lysene. Oktober 2026: 8 grøn, 4 rød\nSkole & =SUM(1): 1 rød"


def test_lights_have_sign_and_word_and_marks_are_runs_that_can_be_worked_on() -> None:
    told = Paragraph((Light.YELLOW, TextRun("maj", struck=True), TextRun("juni", red=True)), "Tid")
    box = next(shape for shape in opened(Heading("Flådestyring", 2), told)[1].shapes if "juni" in shape.text_frame.text)
    label, light, struck, new = box.text_frame.paragraphs[0].runs
    assert (label.text, light.text) == ("Tid: ", " ▲ Gul ")
    assert 'val="F5B700"' in light._r.xml.split("highlight")[1]
    assert struck._r.rPr.get("strike") == "sngStrike"
    assert (str(new.font.color.rgb), new.font.bold) == ("C8102E", True)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_stranger_wrote_is_only_itself(text: str) -> None:
    kept = text.replace("\x00", "").replace("\x1b", "").replace("\x0b", "")
    table = Table("Om", (Column("Status", 1), Column("Lys", 1)), (Row(((text,), (Light.RED,))),))
    shown = opened(Heading(text, 2), paragraph(text), table)
    everything = "".join(map(words, shown[1:]))
    assert everything.replace("\n", "").count(kept) >= 2 if len(kept) < 100 else everything.count("W") > 6_000


def test_what_is_too_long_for_a_slide_goes_on_over_and_nothing_is_lost() -> None:
    text = " ".join(f"ord{n}" for n in range(3_000))
    lines = "\n".join(f"linje{n}" for n in range(200))
    table = Table("Om", (Column("Lys", 1), Column("Status", 1)), (Row(((Light.RED,), (text,))), Row(((), (lines,)))))
    shown = opened(Heading("Lang", 2), paragraph(text), paragraph(lines), table)
    assert {slide.shapes.title.text_frame.text for slide in shown[1:]} == {"Lang", "Lang (fortsat)"}
    everything = "\n".join(map(words, shown)).replace("\v", "\n").split()
    assert all(everything.count(word) == 2 for word in (*text.split(), *lines.split()))
    for slide in shown:
        assert max(shape.top + shape.height for shape in slide.shapes) <= 6_858_000
        for shape in slide.shapes:
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) <= shape.height + 20_000
