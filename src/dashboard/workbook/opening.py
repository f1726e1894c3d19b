"""Opening a file that calls itself a workbook."""

import re
import warnings
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from xml.etree.ElementTree import fromstring

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import ARC_CORE, SHARED_STRINGS

from dashboard.domain.clock import in_denmark
from dashboard.domain.issue import Issue, issue
from dashboard.workbook.cell_text import as_written
from dashboard.workbook.colour import Looks
from dashboard.workbook.formula import Place
from dashboard.workbook.grid import Grid, read_grid
from dashboard.workbook.notes_and_drawings import (
    read_drawings,
    read_notes,
    read_old_shapes,
    read_table,
    read_threads,
)  # fmt: skip
from dashboard.workbook.sheet_part import SheetPart, Text, read_shared_texts
from dashboard.workbook.word import is_document, open_document

UNCALCULATED = re.compile(rb"""<(?:\w+:)?calcPr\s[^<>]*fullCalcOnLoad=["'](?:1|true)["']""")


def open_grids(content: bytes) -> list[Grid] | Issue:
    """Read every sheet of a file's bytes, or say in one Issue why that cannot be done. A document is one sheet."""
    if is_document(content):
        return open_document(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = _opened(content)
            grids = _grids(reader)
    except MemoryError:
        raise
    except Exception:  # openpyxl raises a dozen kinds for damaged parts; each means the same to the sender
        return issue("damaged", detail="en del af den er beskadiget eller usædvanlig")
    lost = [sheet.name for sheet, part in reader.parser.find_sheets() if part.target not in reader.valid_files]
    if lost:  # to pass over them in silence would let their lines seem to have left the plan
        return issue("damaged", detail=f"arket '{lost[0]}' mangler i filen")
    return grids or issue("no-sheets")


def _opened(content: bytes) -> ExcelReader:
    """Have openpyxl read what the sheets share: which there are, theme and styles. The sheets are read by us."""
    reader = ExcelReader(BytesIO(content), data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    reader.read_theme()
    reader.wb.properties.modified = _saved(reader)
    apply_stylesheet(reader.archive, reader.wb)
    return reader


def _saved(reader: ExcelReader) -> datetime | None:
    """Give when the file was saved last, as it says itself."""
    if ARC_CORE not in reader.valid_files:
        return None
    stored = fromstring(reader.archive.read(ARC_CORE)).findtext("{*}modified")
    with suppress(ValueError):
        return in_denmark(datetime.fromisoformat(stored or "").replace(tzinfo=None)).replace(tzinfo=None)
    return None


def _grids(reader: ExcelReader) -> list[Grid]:
    looks, texts, grids = Looks(reader.wb), list[Text](), []
    if (shared := reader.package.find(SHARED_STRINGS)) is not None:
        with reader.archive.open(shared.PartName[1:]) as source:
            texts = read_shared_texts(source)
    # XlsxWriter stores nought for every formula, and asks for all to be worked out by the program that opens the file
    is_uncalculated = UNCALCULATED.search(reader.archive.read(reader.parser.workbook_part_name)) is not None
    for sheet, relation in reader.parser.find_sheets():
        if relation.target in reader.valid_files and "chartsheet" not in relation.Type:
            with reader.archive.open(relation.target) as source:
                part = SheetPart(source, texts, reader.wb, is_uncalculated=is_uncalculated)
            grid = read_grid(as_written(sheet.name), part, looks, is_hidden=sheet.state != "visible")
            grids.append(_with_what_lies_on_it(grid, reader, relation.target, looks))
    return grids


def _with_what_lies_on_it(grid: Grid, reader: ExcelReader, target: str, looks: Looks) -> Grid:
    """Add the comments, drawings and coloured tables of a sheet. A thread counts before the note that repeats it."""
    notes: dict[Place, str] = {}
    threads: dict[Place, str] = {}
    drawings, coloured = list(grid.drawings), list[str]()
    relations = get_rels_path(target)
    for relation in get_dependents(reader.archive, relations) if relations in reader.valid_files else ():
        if relation.target in reader.valid_files:
            with reader.archive.open(relation.target) as source:
                match relation.Type.rpartition("/")[2]:
                    case "comments":
                        notes |= read_notes(source)
                    case "threadedComment":
                        threads |= read_threads(source)
                    case "drawing":
                        drawings += read_drawings(source)
                    case "vmlDrawing":
                        drawings += read_old_shapes(source)
                    case "table":
                        area, style, shown = read_table(source)
                        coloured += [area] if area and looks.lit_parts(style) & shown else []
    comments = notes | threads
    return replace(grid, comments=comments, drawings=tuple(drawings), coloured_tables=tuple(coloured))
