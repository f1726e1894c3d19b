"""New lines of a workbook that may be lines that left, as text, each with the commands that answer it."""

from collections.abc import Sequence
from typing import Any

from dashboard.cli.decisions import row_name
from dashboard.cli.output import out, paragraph, quoted
from dashboard.domain.month import Month
from dashboard.domain.similarity import in_words

Document = dict[str, Any]


def print_suggestions(suggestions: Sequence[Document], command: str, shown: int | None) -> None:
    """Ask of each new line whether it is one that left, best first; ``command`` imports the workbook."""
    ordered = sorted(suggestions, key=lambda each: -each["score"])
    rows = list(dict.fromkeys((each["sheet"], each["cell"]) for each in ordered))
    out.print()
    paragraph(f"Er det samme indsats? ({len(rows)})", style="bold")
    for row in rows[:shown]:
        _print_row([each for each in ordered if (each["sheet"], each["cell"]) == row], command)
    if shown is not None and len(rows) > shown:
        paragraph(f"… og {len(rows) - shown} til. Vis alle med --all.", indent=4)


def _print_row(likely: Sequence[Document], command: str) -> None:
    """Write a new line, the lines it may be, and what to type."""
    row = likely[0]
    place = row_name(row["sheet"], row["cell"])
    paragraph(f"{row['sheet']} {row['cell']}: {_name(row, '')}", indent=4)
    for line in likely:
        month = Month.parse(line["other_month"]).label
        paragraph(f"{in_words(line['score'])}: {_name(line, 'other_')}, sidst set {month}", indent=6)
        if row["indsats_id"] is None:
            answer = f"{place}={line['other_id']}"
            _print_command(f"{command} --same {quoted(answer)}")
        else:
            _print_command(f"dashboard same {row['indsats_id']} {line['other_id']}")
    if row["indsats_id"] is None:
        paragraph("ingen af dem:", indent=6)
        _print_command(f"{command} --new {quoted(place)}")
    else:
        paragraph("ingen af dem, eller en fortsættelse:", indent=6)
        for verb in ("different", "continues"):
            for line in likely:
                _print_command(f"dashboard {verb} {row['indsats_id']} {line['other_id']}")


def _print_command(command: str) -> None:
    """Write a command unbroken, to be copied."""
    out.print(f"        {command}", markup=False)


def _name(pair: Document, side: str) -> str:
    name = " ".join(filter(None, (pair[f"{side}title"], pair[f"{side}code"])))
    return f"{name} ({', '.join(pair[f'{side}udvalg']) or 'uden udvalg'})"
