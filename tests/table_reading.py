"""What tests say of a table that was read: its lights, what was found wrong, and the parts of its lines."""

from dashboard.workbook.parsed import ParsedWorkbook

HEADING = ["Status på udmøntningsplanen pr. ultimo maj 2025 - hele planen"]


def lights(parsed: ParsedWorkbook) -> dict[str, str]:
    return {row.title: str(row.shown_light) for row in parsed.rows}


def kinds(parsed: ParsedWorkbook) -> list[tuple[str | None, str]]:
    return [(issue.cell, issue.kind) for issue in parsed.issues]


def parts(parsed: ParsedWorkbook) -> dict[str, list[str]]:
    return {row.title: [part.title for part in row.subtasks] for row in parsed.rows}
