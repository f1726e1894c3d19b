"""Opening a file that calls itself a workbook."""

import warnings
from io import BytesIO

from openpyxl import load_workbook

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.grid import Grid, read_grids


def open_grids(content: bytes) -> list[Grid] | Issue:
    """Read every sheet of a file's bytes, or say in one Issue why that cannot be done."""
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            workbook = load_workbook(BytesIO(content), data_only=True)
            grids = read_grids(workbook)
    except MemoryError:
        raise
    except Exception as error:  # openpyxl raises a dozen kinds for damaged parts; each means the same to the sender
        return issue("damaged", detail=f"en del af den er beskadiget eller usædvanlig ({type(error).__name__})")
    if any("will be removed" in str(warning.message) for warning in warned):
        return issue("damaged", detail="et eller flere af dens ark mangler")
    return grids or issue("no-sheets")
