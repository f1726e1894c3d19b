"""How the template looks: what is open is pale blue, what is locked is white or grey."""

from collections.abc import Iterable

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.light import Light

# Strong enough to see, too pale for any reader to take it for a light.
OPEN_RGB, ASKED_RGB = "FFE3EFF9", "FFB4D3EE"
LIGHT_RGB = {Light.GREEN: "FF92D050", Light.YELLOW: "FFFFC000", Light.RED: "FFFF0000"}


def solid(argb: str) -> PatternFill:
    """Make a fill of one colour."""
    return PatternFill("solid", start_color=argb, end_color=argb)


OPEN_FILL, LOCKED_FILL = solid(OPEN_RGB), solid("FFF2F2F2")
LIGHT_FILLS = {light: solid(argb) for light, argb in LIGHT_RGB.items()}
HEADER_FILL, OPEN_HEADER_FILL, SECTION_FILL = solid("FF44546A"), solid("FF1F5C99"), solid("FFE7E6E6")

_NAME = "Calibri"
TITLE_FONT = Font(name=_NAME, size=16, bold=True)
SUBTITLE_FONT = Font(name=_NAME, size=12, bold=True)
HEADER_FONT = Font(name=_NAME, size=11, bold=True, color="FFFFFFFF")
BODY_FONT = Font(name=_NAME, size=11)
NOTICE_FONT = Font(name=_NAME, size=11, italic=True)
FORMER_FONT = Font(name=_NAME, size=10, color="FF404040")

_THIN = Side(style="thin", color="FF808080")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="top", horizontal="center")
RIGHT = Alignment(vertical="top", horizontal="right")
WHOLE_AMOUNT, PRECISE_AMOUNT = "#,##0", "#,##0.0##"
OPEN = Protection(locked=False)
LINE_HEIGHT = 15.0
LETTERS_PER_WIDTH = 1.08  # of ordinary Danish text in Calibri; a column's width counts digits


def font_on(light: Light) -> Font:
    """Give the font that is read on a light's fill."""
    return HEADER_FONT if light is Light.RED else BODY_FONT


def put(cell: Cell, value: str | int | float | None, font: Font = BODY_FONT) -> Cell:
    """Write a value in a cell; a text stays a text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value
    cell.font = font
    return cell


class GrowingRow(RowDimension):  # type: ignore[misc]  # openpyxl has no types
    """A row with a height to begin with, that still grows when more is written in it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the file format's own name
        """Say that the height is nobody's choice."""
        return False


def fit_row(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Make a row as high as the tallest of these texts needs in a column of its width."""
    lines = max((lines_of(text, width * LETTERS_PER_WIDTH) for text, width in texts), default=1)
    sheet.row_dimensions[row] = GrowingRow(sheet, index=row, ht=LINE_HEIGHT * lines + 3)


def lines_of(text: str, room: float) -> int:
    """Count the lines a text takes when it is wrapped between words, in a room of so many letters."""
    lines, left = 1, room
    for word in text.split():
        if len(word) > left and left < room:
            lines, left = lines + 1, room
        left -= len(word) + 1
    return lines


def lock(sheet: Worksheet) -> None:
    """Lock what is not open, without a password; rows and columns may still be made larger."""
    sheet.protection.sheet = True
    sheet.protection.formatRows = sheet.protection.formatColumns = False


def fit_to_width(sheet: Worksheet, orientation: str, paper: str, pages: int = 0) -> None:
    """Print a sheet one page wide, on as many pages as it needs or on so many."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = orientation, paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, pages
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def write_section(sheet: Worksheet, row: int, name: str, width: int) -> None:
    """Write a row that says what the lines below it belong to."""
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    cell = sheet.cell(row, 1, name)
    cell.font, cell.fill, cell.border = SUBTITLE_FONT, SECTION_FILL, BORDER
    sheet.row_dimensions[row].height = LINE_HEIGHT + 5


def set_up_table(sheet: Worksheet, title: str, first_free: int, header_row: int, last_row: int, width: int) -> None:
    """Keep headers and titles in sight, on the screen and on paper; columns before ``first_free`` stay."""
    fit_to_width(sheet, sheet.ORIENTATION_LANDSCAPE, sheet.PAPERSIZE_A3)
    sheet.freeze_panes = f"{get_column_letter(first_free)}{header_row + 1}"
    sheet.sheet_view.zoomScale = 80
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = 0.5
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.print_area = f"A1:{get_column_letter(width)}{last_row}"
    sheet.oddFooter.left.text = title
    sheet.oddFooter.center.text = "Side &P af &N"
    sheet.oddFooter.right.text = sheet.title
