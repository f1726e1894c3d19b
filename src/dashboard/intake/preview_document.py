"""What a workbook would change, as plain values: the same for the command line's text, for JSON and for the inbox."""

from collections.abc import Mapping, Sequence

from dashboard.domain.answer_words import answer_said
from dashboard.domain.light import Light
from dashboard.domain.reading_answer import Answer
from dashboard.domain.table_reading import TableReading
from dashboard.intake.answers import Reading, headings_of
from dashboard.intake.difference import Difference, LineDifference
from dashboard.intake.preview import Compared, Preview
from dashboard.intake.questions import question_document
from dashboard.intake.who_is_who import Suggestion
from dashboard.store.rehearsal import Counted

Document = dict[str, object]


def preview_document(preview: Preview, suggestions: Sequence[Suggestion], ids: Mapping[str, int]) -> Document:
    """Give what was read, what differs from what is stored, and the lines that new ones may be.

    ``ids`` are those of the rows that are saved, by row_key; one that is not saved has none. Questions and answers are
    there when there are any.
    """
    compared = preview.compared
    asked = [question_document(each, preview.tables) for each in preview.questions]
    answered = _answers(preview.reading)
    return {
        "lost_lines": preview.lost_lines,
        "tables": [_table(table) for table in preview.tables],
        **({"questions": asked} if asked else {}),
        **({"answers": answered} if answered else {}),
        "compared_with": _compared(compared) if compared else None,
        "difference": _difference(compared.difference) if compared else None,
        "counted": _counted(preview.counted) if preview.counted else None,
        "suggestions": [_suggestion(each, ids) for each in suggestions],
    }


def _table(table: TableReading) -> Document:
    columns = [
        {"cell": column.cell, "header": column.header, "field": column.field, "note": column.note}
        for column in table.columns
    ]
    return {
        "sheet": table.sheet,
        "header_row": table.header_row,
        "lines": table.lines,
        "layout": table.layout,
        "columns": columns,
    }


def _answers(reading: Reading) -> list[Document]:
    """Give the answers a workbook was read with: those remembered, with who gave them and when, and those given now."""
    told: list[tuple[Answer, list[str], str | None, str | None]]
    told = [(each.answer, list(each.headings), each.given_by, each.given_at.isoformat()) for each in reading.remembered]
    told += [(answer, headings_of(answer.layout, reading.parsed.tables), None, None) for answer in reading.given]
    return [
        {
            "layout": answer.layout,
            "subject": answer.subject,
            "value": answer.value,
            "said": answer_said(answer, headings),
            "given_by": by,
            "given_at": at,
        }
        for answer, headings, by, at in told
    ]


def _compared(compared: Compared) -> Document:
    lights = {str(light): compared.lights[light] for light in Light}
    return {
        "month": str(compared.month),
        "scope": str(compared.scope),
        "revision": compared.revision,
        "lights": lights,
    }


def _difference(difference: Difference) -> Document:
    return {
        "unchanged": difference.unchanged,
        "left_out": list(difference.left_out),
        "lines": [_line(line) for line in difference.lines],
    }


def _line(line: LineDifference) -> Document:
    return {
        "kind": line.kind,
        "name": line.name,
        "udvalg": list(line.udvalg),
        "light_before": line.light_before and str(line.light_before),
        "light_now": line.light_now and str(line.light_now),
        "fields": [
            {
                "name": each.name,
                "before": each.before,
                "now": each.now,
                "markup": list(each.markup),
                "notes": list(each.notes),
            }
            for each in line.fields
        ],
    }


def _suggestion(found: Suggestion, ids: Mapping[str, int]) -> Document:
    row, line = found.row, found.line
    return {
        "score": found.score,
        "sheet": row.sheet,
        "cell": row.title_cell,
        "indsats_id": ids.get(found.key),
        "title": row.title,
        "code": row.code,
        "udvalg": list(row.udvalg),
        "light": str(row.shown_light),
        "other_id": line.indsats_id if found.told_in is None or found.key in ids else None,
        "other_row": found.told_in,
        "other_month": str(line.month),
        "other_title": line.title,
        "other_code": line.code,
        "other_udvalg": list(line.udvalg),
        "other_light": str(line.light),
    }


def _counted(counted: Counted) -> Document:
    """Give what changes in what counts, and where other workbooks of the month say something else."""
    return {
        "changes": [
            {
                "name": each.name,
                "light_before": each.light_before and str(each.light_before),
                "light_now": each.light_now and str(each.light_now),
                "scopes": [str(scope) for scope in each.scopes],
            }
            for each in counted.changes
        ],
        "disagreements": [
            {
                "file": each.file_name,
                "scope": str(each.scope),
                "name": each.name,
                "other_light": str(each.other_light),
                "own_light": str(each.own_light),
                "overruled": each.overruled,
            }
            for each in counted.disagreements
        ],
    }
