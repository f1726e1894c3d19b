"""A template as the departments send it back: some lines green, yellow, red or done, some left empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow

EXAMPLES = Path(__file__).parents[1] / "data" / "eksempel"
REASONS = ("Behov for tværfaglig koordination eller opbakning", "Anden", "Leverandøren er gået konkurs")
Place = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """What is written in one line."""

    light: Light = Light.NOT_REPORTED
    done: bool = False
    status_text: str | None = None
    red_reason: str | None = None
    ask: str | None = None
    obs: str | None = None
    schedule: str | None = None

    @classmethod
    def of(cls, row: StatusRow) -> "Answer":
        """Take from a row that was read what can be written in the template."""
        return cls(row.light, row.done, row.status_text, row.red_reason, row.ask, row.obs, row.schedule)


WORDS = {Light.GREEN: "Grøn", Light.YELLOW: "Gul", Light.RED: "Rød"}


def tables(content: bytes) -> Iterator[tuple[Worksheet, int, dict[str, int]]]:
    """Give each sheet with a table, the row of its headers, and its columns by the first words of their headers."""
    for sheet in load_workbook(BytesIO(content)).worksheets[1:]:
        yield (sheet, *find_table(sheet))


def find_table(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """Find the row of the headers of a sheet, and its columns by header without what stands in brackets at the end."""
    row = next(cells[0].row for cells in sheet.iter_rows() if any(cell.value == "Indsats" for cell in cells))
    headers = {str(cell.value).split(" (2")[0].split(" (okt")[0]: cell.column for cell in sheet[row] if cell.value}
    return row, headers


def fill(content: bytes) -> tuple[bytes, dict[Place, Answer]]:
    """Fill in a template, and give what was written by the sheet and cell of each line's title."""
    book = load_workbook(BytesIO(content))
    answers: dict[Place, Answer] = {}
    for sheet in book.worksheets[1:]:
        header_row, columns = find_table(sheet)
        lines = [cells for cells in sheet.iter_rows(min_row=header_row + 1) if cells[columns["Indsats"] - 1].value]
        for number, cells in enumerate(lines):
            named = {header: cells[column - 1] for header, column in columns.items()}
            answer = _answer(number, named["Tidsplan"].value)
            named["Farve"].value = WORDS.get(answer.light)
            named["Afsluttet (X)"].value = "X" if answer.done else None
            named["Status"].value = answer.status_text
            named["Årsag til rød"].value = answer.red_reason
            named["Hvad bedes direktionen om"].value = answer.ask
            named["OBS-punkt"].value = answer.obs
            named["Tidsplan"].value = answer.schedule
            answers[sheet.title, named["Indsats"].coordinate] = answer
    written = BytesIO()
    book.save(written)
    return written.getvalue(), answers


def _answer(number: int, schedule: str | None) -> Answer:
    text = f"Der er holdt møde {number} om sagen.\nNæste skridt er aftalt."
    match number % 5:
        case 0:
            return Answer(Light.GREEN, status_text=text, schedule="4. kvartal 2027 (vejledende)")
        case 1:
            return Answer(
                Light.YELLOW, status_text=text, obs="Rød bliver aktuel, hvis budgettet 2027 falder", schedule=schedule
            )
        case 2:
            reason = REASONS[number // 5 % len(REASONS)]
            return Answer(Light.RED, False, text, reason, "Direktionen bedes prioritere sagen", None, schedule)
        case 3:
            return Answer(done=True, status_text="Gennemført som besluttet", schedule=schedule)
        case _:
            return Answer(schedule=schedule)
