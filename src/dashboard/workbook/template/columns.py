"""The columns of a table: what each shows, how wide it is, and whether it is open for what is known already."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.kept_words import KEPT
from dashboard.domain.line_fields import LINE_FIELDS
from dashboard.domain.month import Month
from dashboard.domain.municipality import own_words
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.domain.words import CodedTitle, split_title

# What these columns hold is nobody's to write, not even in the row of a new indsats.
FORMER = frozenset({"previous_light", "previous_text"})
ALWAYS_LOCKED = FORMER | {"number"}
THEMED_ART = "hensigtserklæringer"
DONE = "X"
CORRECTED = {each.key: each for each in LINE_FIELDS if each.template_width is not None}  # by anybody who fills it in


@dataclass(frozen=True)
class Column:
    """A column: the field it shows, its header, its width in characters, and whether a known line may change it."""

    field: str
    header: str
    width: float
    is_open: bool = False

    @property
    def year(self) -> int | None:
        """Give the year when this is a column of amounts."""
        return int(self.field.split()[1]) if self.field.startswith("amount ") else None


def columns_of(
    lines: Sequence[StatusRow], scope: Scope, previous: Month | None, *, art: str | None = None
) -> list[Column]:
    """List the columns of a table; ``art`` is what the sheet's name already says of all its lines."""
    themed = art is None or art == THEMED_ART or any(line.tema for line in lines)
    last = f" ({previous.label})" if previous else ""
    years = sorted({year for line in lines for year in line.amounts})
    columns = [
        Column("number", "Nr.", 5),
        Column("title", "Indsats", 36),
        Column("code", "Kode", 9) if any(coded_title(line) is None for line in lines) else None,
        Column("udvalg", "Udvalg", 10, scope.udvalg is None),
        Column("tema", "Tema", 21) if themed else None,
        Column("art", "Art", 18) if art is None else None,
        *(Column(each.key, each.name, each.template_width or 0, is_open=True) for each in CORRECTED.values()),
        Column("previous_light", f"Farve sidst{last}", 12),
        Column("light", "Farve", 9, True),
        Column("done", "Afsluttet (X)", 10, True),
        Column("previous_text", f"Status sidst{last}", 36),
        Column("status_text", "Status", 44, True),
        Column("red_reason", "Årsag til rød", 22, True),
        Column("ask", own_words("Hvad bedes {direktionen} om"), 28, True),
        Column("obs", "OBS-punkt", 24, True),
        None if scope.is_cross_cutting else Column("cross_cutting", "Tværgående", 12, scope.is_plan),
        *(Column(f"amount {year}", f"Beløb {year}", 9) for year in years),
    ]
    return [column for column in columns if column is not None]


def value_of(line: StatusRow, column: Column) -> str | int | float | None:
    """Give what a known line has in a column when the template goes out; light and text of the new status are empty."""
    if column.year is not None:
        amount = line.amounts.get(column.year)
        return None if amount is None else int(amount) if amount == int(amount) else float(amount)
    match column.field:
        case "title":
            return coded_title(line) or line.title
        case "code":
            return f"{line.code}{line.marks or ''}" if coded_title(line) is None else None
        case "udvalg":
            return ", ".join(line.udvalg) or None
        case "art":
            return terms().art_name(line.art) if line.art else None
        case "previous_light":
            return terms().lights[line.shown_light].word
        case "previous_text":
            return line.status_text
        case "done":
            return DONE if line.done else None
        case "cross_cutting":
            return DONE if line.cross_cutting else None
        case "tema":
            return line.tema
        case name if name in CORRECTED or name in KEPT:
            text: str | None = getattr(line, name)
            return text
        case _:
            return None


def coded_title(line: StatusRow) -> str | None:
    """Write title, code and marks in one text that is read back as the same three; None when none is."""
    code = f"{line.code or ''}{line.marks or ''}"
    wanted = CodedTitle(line.title, line.code, line.marks)
    written = (f"{line.title} {code}".strip(), f"{code} {line.title}".strip())
    return next((text for text in written if split_title(text) == wanted), None)
