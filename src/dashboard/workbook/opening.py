"""Opening a file that calls itself a workbook."""

import re
import warnings
from io import BytesIO

from openpyxl.reader.excel import ExcelReader

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.grid import Grid, read_grids

# A cell that has a formula but neither a stored result nor an inline text.
UNCOMPUTED = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def open_grids(content: bytes) -> list[Grid] | Issue:
    """Read every sheet of a file's bytes, or say in one Issue why that cannot be done."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = ExcelReader(BytesIO(content), data_only=True, keep_links=False, rich_text=True)
            reader.read()
            grids = read_grids(reader.wb, _uncomputed(content, reader))
    except MemoryError:
        raise
    except Exception as error:  # openpyxl raises a dozen kinds for damaged parts; each means the same to the sender
        return issue("damaged", detail=f"en del af den er beskadiget eller usædvanlig ({type(error).__name__})")
    lost = [sheet.name for sheet, part in reader.parser.find_sheets() if part.target not in reader.valid_files]
    if lost:  # openpyxl passes over them in silence, and their lines would seem to have left the plan
        return issue("damaged", detail=f"arket '{lost[0]}' mangler i filen")
    return grids or issue("no-sheets")


def _uncomputed(content: bytes, reader: ExcelReader) -> dict[str, frozenset[str]]:
    archive = type(reader.archive)(BytesIO(content))
    return {
        sheet.name: frozenset(cell.decode() for cell in UNCOMPUTED.findall(archive.read(part.target)))
        for sheet, part in reader.parser.find_sheets()
        if part.target in reader.valid_files
    }
