"""Opening a file that calls itself a workbook."""

import warnings
import zipfile
from io import BytesIO

from openpyxl import load_workbook

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.grid import Grid, read_grids

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"


def open_grids(content: bytes) -> list[Grid] | Issue:
    """Read every sheet of a file's bytes, or say in one Issue why that cannot be done."""
    if content.startswith(OLE_SIGNATURE):
        return issue("not-a-workbook", detail="den er beskyttet med adgangskode eller gemt i det gamle .xls-format")
    if not zipfile.is_zipfile(BytesIO(content)):
        return issue("not-a-workbook", detail="den er tom, afbrudt eller af en anden slags")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(BytesIO(content), data_only=True)
            grids = read_grids(workbook)
    except Exception as error:  # openpyxl raises a dozen kinds for damaged parts; each means the same to the sender
        return issue("not-a-workbook", detail=f"en del af den er beskadiget eller usædvanlig: {type(error).__name__}")
    return grids or issue("no-sheets")
