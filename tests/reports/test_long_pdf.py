"""A long PDF is set in parts, and is no other than one that is set at once."""

import io
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

import pytest
from pypdf import PdfReader

from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.reports.document import (
    Bars,
    Block,
    Column,
    Document,
    Heading,
    Row,
    Strong,
    Table,
    Together,
    paragraph,
    row,
)
from dashboard.reports.long_pdf import parts, places
from dashboard.reports.long_pdf.apart import apart
from dashboard.reports.long_pdf.part import Wanted, set_part
from dashboard.reports.pdf import pdf
from dashboard.reports.writing import write
from pdf_structure import elements, faults

Given = ParamSpec("Given")
Made = TypeVar("Made")
COLUMNS = (Column("Indsats", 4), Column("Lys", 2), Column("Status", 5))
RUNS = (TextRun("Udbuddet er klart i "), TextRun("maj", struck=True), TextRun("juni", red=True))
BARS = Bars("Lys i alt", (("ØK", {Light.GREEN: 12, Light.RED: 1}),))


def document(*blocks: Block, is_landscape: bool = False) -> Document:
    made = datetime(2026, 11, 3, 8, 14)
    return Document("Bilag på tværg", ("Oktober 2026",), blocks, made, "bilag", "Eksempel", is_landscape=is_landscape)


def table(n: int, name: str = "R") -> Table:
    rows = [row(f"{name}{number:03}", Light.RED, (*RUNS, f" {number}" * (number % 9))) for number in range(n)]
    return Table("Planen", COLUMNS, (Row((("Norddjurs i bevægelse",),), across=True), *rows))


def listed(n: int) -> tuple[Block, ...]:
    return tuple(paragraph(f"Punkt {number}", is_listed=True) for number in range(n))


def sections(n: int) -> tuple[Block, ...]:
    """Tell sections below others, so that a part begins below several headings."""
    told = list[Block]()
    for number in range(n):
        told += [Heading(f"Del {number}")] if number % 9 == 0 else []
        group = (Heading(f"Gruppe {number}", 3), paragraph("Et. " * 40), *listed(2), BARS)
        told += [Heading(f"Afsnit {number}", 2), Together(group)]
    return tuple(told)


MIXED = (
    Heading("Fordeling"), BARS, *listed(90), Heading("Indsatser", is_on_new_page=True), table(70),
    Heading("Bilag"), Together((Heading("Lys", 2), table(3, "T"), BARS)), table(60, "S"), *sections(20),
    paragraph("Slut"),
)  # fmt: skip
LIKE_PDF = (
    "se 12 0 R",
    "(12 0 R",
    "a) 12 0 R (b",
    "\\) 3 0 R",
    "<AB12> << /K 5 0 R >>",
    "\\",
    "endobj\nstream",
    "😀 \u0378 å 7 0 R",
)
TOLD = {
    "texts that look like what a PDF is written in": tuple(
        block
        for n in range(9)
        for text in LIKE_PDF
        for block in (Heading(f"{text} {n}"), Bars(text, ((text, {Light.RED: 1}),)), paragraph(text, is_listed=True))
    ),
    "a table that goes on over several parts": (table(150),),
    "a list that goes on over several parts": (Heading("Punkter"), *listed(300), paragraph("Slut")),
    "sections below other headings": sections(30),
    "tables, lists, headings and pictures": MIXED,
    "rows that are longer than a page": (
        Table(
            "Planen", COLUMNS, tuple(row(f"R{n}", Light.RED, "tekst " * (900 if n % 7 == 3 else 9)) for n in range(90))
        ),
    ),
    "nothing that a part may end before": tuple(paragraph(f"Afsnit {n} " * 20) for n in range(120)),
    "a table of names and of cells that say nothing": (
        Table(
            "Planen", COLUMNS, tuple(row((), (), ()) if n % 3 else row((Strong(f"R{n}"),), "", "") for n in range(200))
        ),
    ),
}


def read(told: Document) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(told)))


@pytest.fixture
def part_of_thirty(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Any]]:
    """Give what lets documents of more than thirty rows be written in parts, in this process, and what is done then."""
    done = list[Any]()

    def here(do: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
        done.append(do)
        return do(*given, **named)

    def begin() -> list[Any]:
        monkeypatch.setattr(places, "PART", 30)
        monkeypatch.setattr(parts, "apart", here)
        return done

    return begin


def shown(reader: PdfReader) -> list[Any]:
    """List the tags in the order they are read: which they stand in, where, and what is said of each."""
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}

    def told(element: Any) -> Iterator[Any]:
        yield pages[element.raw_get("/Pg").idnum] if "/Pg" in element else None
        below = element["/K"].get_object() if "/K" in element else []
        yield [each for each in (below if isinstance(below, list) else [below]) if isinstance(each, int)]
        yield from (str(element.get(name)) for name in ("/Alt", "/ActualText", "/Lang"))
        for each in element.get("/A", []):
            yield sorted((name, str(said)) for name, said in each.get_object().items() if name != "/Headers")

    return [(element["/S"], above, list(told(element))) for element, above in elements(reader)]


def outline(reader: PdfReader) -> list[tuple[int, str, int | None]]:
    def below(entries: Any, level: int) -> Iterator[tuple[int, str, int | None]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from below(entry, level + 1)
            else:
                yield level, entry.title, reader.get_destination_page_number(entry)

    return list(below(reader.outline, 1))


@pytest.mark.parametrize("told", TOLD)
def test_a_document_in_parts_is_the_same_page_for_page_and_tag_for_tag(
    told: str, part_of_thirty: Callable[[], list[Any]]
) -> None:
    at_once = read(document(*TOLD[told], is_landscape=True))
    part_of_thirty()
    in_parts = read(document(*TOLD[told], is_landscape=True))
    assert [page.extract_text() for page in in_parts.pages] == [page.extract_text() for page in at_once.pages]
    assert shown(in_parts) == shown(at_once)
    assert outline(in_parts) == outline(at_once)
    assert faults(in_parts) == []
    assert in_parts.metadata == at_once.metadata


def test_a_long_document_is_one_with_one_title_and_all_its_rows_and_pages(
    part_of_thirty: Callable[[], list[Any]],
) -> None:
    done = part_of_thirty()
    reader = read(document(*MIXED))
    assert done.count(set_part) > 5, "typst names its tags otherwise, so that no end of a part is found"
    assert faults(reader) == []
    for number, page in enumerate(reader.pages, start=1):
        said = " ".join(page.extract_text().split())
        assert f"Side {number} af {len(reader.pages)}" in said
        assert "Dannet 3. november 2026 kl. 09.14" in said
        assert "Eksempel" in said
    assert reader.metadata is not None
    assert reader.metadata.title == "Bilag på tværg"
    tags = [str(element["/S"]) for element, _ in elements(reader)]
    assert (tags.count("/Title"), tags.count("/Document"), tags.count("/Table")) == (1, 1, 3)
    assert tags.count("/TR") == sum(n + 2 for n in (70, 3, 60)), "the head of a table and the row across all of it too"
    assert [each["/Alt"] for each, _ in elements(reader) if each["/S"] == "/Figure"] == [
        "Lys i alt. ØK: 12 grøn, 1 rød"
    ] * 22
    names = [title for _, title, _ in outline(reader)]
    assert names[:4] == ["Fordeling", "Indsatser", "Bilag", "Lys"]
    assert [name for name in names if "Afsnit" in name] == [f"Afsnit {number}" for number in range(20)]
    words = " ".join(page.extract_text() for page in reader.pages)
    for name, n in (("R", 70), ("S", 60)):
        found = [words.index(f"{name}{number:03}") for number in range(n)]
        assert found == sorted(found)


def test_names_of_the_cells_of_heads_are_each_tables_own(part_of_thirty: Callable[[], list[Any]]) -> None:
    part_of_thirty()
    reader = read(document(table(70), table(60, "S")))
    root: Any = reader.root_object
    named = root["/StructTreeRoot"]["/IDTree"]["/Names"]
    by_name = dict(zip(named[::2], named[1::2], strict=True))
    assert list(by_name) == sorted(by_name)
    tables = [element for element, _ in elements(reader) if element["/S"] == "/Table"]
    for each in tables:
        head, body = (part.get_object() for part in each["/K"])
        names = [cell.get_object()["/ID"] for cell in head["/K"][0].get_object()["/K"]]
        assert [by_name[name].get_object()["/S"] for name in names] == ["/TH"] * 3
        for told in body["/K"][1:]:
            cells = [cell.get_object() for cell in told.get_object()["/K"]]
            assert [cell["/A"][0].get_object()["/Headers"] for cell in cells] == [[name] for name in names]


def test_whoever_waits_is_told_of_every_part_in_a_process_of_its_own() -> None:
    told, far = document(Heading("Indsatser"), table(460)), list[tuple[int, int]]()
    reader = PdfReader(io.BytesIO(write(told, "pdf", lambda done, n: far.append((done, n)))))
    assert faults(reader) == []
    assert (far[0], far[-1]) == ((4, 462), (460, 462))
    assert f"af {len(reader.pages)}" in reader.pages[0].extract_text()


def test_a_part_that_cannot_be_set_says_why() -> None:
    with pytest.raises(RuntimeError, match="does not contain key"):
        apart(set_part, Wanted({}, 1))


def test_a_process_that_was_ended_says_so() -> None:
    with pytest.raises(RuntimeError, match="a part was ended with"):
        apart(os._exit, 9)
