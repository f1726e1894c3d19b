"""What a workbook holds and what saving it changes, as text: the same as page Indlæsning shows."""

from collections.abc import Sequence
from datetime import datetime
from textwrap import shorten

from dashboard.cli.counted import counts, print_counted, print_counted_in_short
from dashboard.cli.left_open import answered, print_questions, print_questions_in_short, print_suggestions
from dashboard.cli.output import Document, count_of, lights_text, out, paragraph, print_rest, scope_label
from dashboard.domain.cell_name import column_name, is_in_document, place_name, place_of, row_place
from dashboard.domain.clock import in_denmark
from dashboard.domain.light import Light
from dashboard.domain.line_fields import field_name
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.wording.phrases import capitalised

FIRST, FEW = 12, 3
LONG = 160
KINDS = {
    "changed": ("ændret", "ændrede"),
    "reopened": ("genåbnet", "genåbnede"),
    "not_reported": ("ikke længere indberettet", "ikke længere indberettede"),
    "new": ("ny", "nye"),
    "returned": ("tilbage", "tilbage"),
    "gone": ("udgået", "udgåede"),
    "left_when_done": ("udgået efter at være afsluttet", "udgåede efter at være afsluttet"),
}
NOT_KEPT = {"number": "løbenumre er ikke koder"}  # what only tells lines from their parts


def print_preview(document: Document, importing: str, *, saved: bool, shown: int | None) -> None:
    """Write everything about a workbook, of each list the first ``shown`` (None: all).

    ``importing`` is the command that does, for the answers that can be given with it. What is asked stands first, then
    what is wrong, then what it holds.
    """
    _print_head(document, saved=saved)
    if document.get("questions"):
        print_questions(document["questions"], importing)
    if document["suggestions"]:
        print_suggestions(document["suggestions"], answered(importing, document.get("questions", ())), shown)
    out.print()
    if document["issues"]:
        paragraph(f"Fejl og bemærkninger: {_wrong(document['issues'])}", style="bold")
        _print_issues(document["issues"], shown, indent=4)
    else:
        paragraph("Ingen fejl og ingen bemærkninger.")
    _print_months(document.get("months", ()))
    _print_readings(document["tables"], document.get("answers", ()))
    if document["difference"]:
        _print_difference(document, shown)
    elif document["rows"] and document["scope"]:
        out.print()
        paragraph("Der er intet gemt for dette omfang at sammenligne med. Alle indsatser er nye.")
    if document["counted"]:
        print_counted(document, shown)


def print_in_short(document: Document, importing: str, *, saved: bool) -> None:
    """Write a workbook that is one of many: what is asked, the first of what is wrong, and how much it changes."""
    _print_head(document, saved=saved)
    print_questions_in_short(document.get("questions", ()), importing)
    _print_issues(document["issues"], FEW, indent=2)
    if document["difference"]:
        paragraph(f"Mod {_against(document)}: {_counts(document['difference'])}")
    if document["counted"]:
        paragraph(f"Lys, der gælder for måneden: {counts(document)}.")
    new = {(each["sheet"], each["cell"]) for each in document["suggestions"]}
    if new:
        said = count_of(len(new), "ny indsats ligner en, der udgår", "nye indsatser ligner nogle, der udgår")
        paragraph(f"Er det samme indsats? {said}.")
    out.print()


def _print_head(document: Document, *, saved: bool) -> None:
    accepted = document["accepted"]
    verdict = ("Indlæst" if saved else "Kan indlæses") if accepted else "Afvist"
    if any(found["kind"] == "already-imported" for found in document["issues"]):
        verdict = "Allerede indlæst"
    out.print(f"{verdict}: {document['file']}", style="bold" if accepted else "bold red", markup=False)
    if document.get("months"):
        months = [Month.parse(each["month"]).label for each in document["months"]]
        paragraph(f"{count_of(len(months), 'måned', 'måneder')}: {' – '.join(dict.fromkeys((months[0], months[-1])))}")
        return
    if not (document["month"] or document["scope"] or document["rows"]):
        return
    month = Month.parse(document["month"]).label if document["month"] else "måned ukendt"
    scope = scope_label(document["scope"]) if document["scope"] else "omfang ukendt"
    revision = [f"revision {document['revision']}"] if document["revision"] else []
    beside = [document["plan"]] if document.get("plans") and document["plan"] else []
    paragraph(" · ".join([month, scope, *beside, *revision, count_of(document["rows"], "indsats", "indsatser")]))
    if document["rows"]:
        paragraph(lights_text(document))
    if document["lost_lines"] and not saved and not document.get("questions"):
        lost = count_of(document["lost_lines"], "indsats bliver", "indsatser bliver")
        paragraph(f"{lost} ikke indberettet, hvis den gemmes med fejl (--accept-errors).")


def _print_months(months: Sequence[Document]) -> None:
    """Write a workbook with a sheet for each month month by month, each beside the one before it."""
    for each in months:
        sheets = ", ".join(dict.fromkeys(f"'{found['sheet']}'" for found in each["tables"]))
        stored = any(found["kind"] == "already-imported" for found in each["issues"])
        differs = f"mod {_against(each)}: {_counts(each['difference'])}" if each["difference"] else "ingen tidligere"
        month, lines = Month.parse(each["month"]).label, count_of(each["rows"], "indsats", "indsatser")
        paragraph(f"{month}, ark {sheets}: {lines} · {lights_text(each)}", indent=4)
        paragraph(f"{'allerede indlæst' if stored else differs} · {_wrong(each['issues'])}", indent=6)
        if each["counted"]:
            print_counted_in_short(each, indent=6)


def _print_readings(tables: Sequence[Document], answers: Sequence[Document]) -> None:
    """Write every table, and the answers it was read with; columns that are as in one before are not told again."""
    out.print()
    if not tables:
        paragraph("Der blev ikke fundet en tabel at læse.")
        return
    paragraph("Sådan er den læst", style="bold")
    told: dict[tuple[object, ...], str] = {}
    for table in tables:
        place = f"{capitalised(place_name(table['sheet'], None))}: overskrifter i {row_place(table['header_row'])}"
        lines = count_of(table["lines"], "indsats", "indsatser")
        columns = _columns_of(table)
        as_before = f", kolonner som {told[columns]}" if columns in told else ""
        paragraph(f"{place}, {lines}{as_before}", indent=4)
        if not as_before:
            is_document = is_in_document(table["sheet"], None)
            told[columns] = f"i {row_place(table['header_row'])}" if is_document else f"på '{table['sheet']}'"
            _print_columns(table["columns"])
    for answer in answers:
        paragraph(f"{answer['said']} ({_by(answer)}).", indent=4)


def _print_columns(columns: Sequence[Document]) -> None:
    read = [_read(column) for column in columns if column["field"] and column["field"] not in NOT_KEPT]
    if read:
        paragraph(", ".join(read), indent=6)
    for column in columns:
        note = NOT_KEPT.get(column["field"], column["note"])
        if not column["field"] or column["field"] in NOT_KEPT:
            why = f": {note}" if note else ""
            paragraph(f"Ikke læst: {_column_name(column['cell'])} '{column['header']}'{why}", indent=6)


def _read(column: Document) -> str:
    """Say what a column was read as: "B10 Indsats = Titel"; once when the two are the same word."""
    header, became = " ".join(column["header"].split()), field_name(column["field"])
    as_what = "" if header.casefold() == became.casefold() else f" = {became}"
    note = f" ({column['note']})" if column["note"] else ""
    return f"{_column_name(column['cell'])} {header}{as_what}{note}"


def _column_name(cell: str) -> str:
    """Name a column by its heading's cell, in a document by its number alone."""
    row, column = place_of(cell)
    return column_name(row, column) if is_in_document(None, cell) else cell


def _columns_of(table: Document) -> tuple[object, ...]:
    """Give what tells one table's columns from another's, wherever its header row stands."""
    return tuple((place_of(each["cell"])[1], each["header"], each["field"], each["note"]) for each in table["columns"])


def _by(answer: Document) -> str:
    """Say who answered: now, or before, with the day."""
    if answer["given_by"] is None:
        return "svaret nu"
    given = in_denmark(datetime.fromisoformat(answer["given_at"]))
    return f"læst som svaret af {answer['given_by']} den {given:%d.%m.%Y}"


def _print_difference(document: Document, shown: int | None) -> None:
    difference = document["difference"]
    out.print()
    paragraph(f"Forskel fra {_against(document)}: {_counts(difference)}", style="bold")
    for kind, (_, several) in KINDS.items():
        lines = [line for line in difference["lines"] if line["kind"] == kind]
        if lines:
            paragraph(f"{several.capitalize()} ({len(lines)})", indent=4)
        for line in lines[:shown]:
            _print_line(line, whole=shown is None)
        print_rest(len(lines), shown, indent=6)
    if difference["left_out"]:
        paragraph(f"Filen fortæller ikke længere om: {', '.join(difference['left_out'])}.", indent=4)


def _print_line(line: Document, *, whole: bool) -> None:
    lights = [terms().lights[Light(light)].word for light in (line["light_before"], line["light_now"]) if light]
    udvalg = f" ({', '.join(line['udvalg'])})" if line["udvalg"] else ""
    paragraph(f"{' → '.join(dict.fromkeys(lights))}: {line['name']}{udvalg}", indent=6)
    for field in line["fields"]:
        before, now = (
            (said if whole else shorten(said, LONG, placeholder=" …")) or "intet"
            for said in (field["before"], field["now"])
        )
        told = f"{before} → {now}" if field["before"] != field["now"] else f"{', '.join(field['notes'])}: {now}"
        paragraph(f"{field['name']}: {told}", indent=8)


def _print_issues(issues: Sequence[Document], shown: int | None, indent: int) -> None:
    ordered = sorted(issues, key=lambda found: found["severity"] != "error")
    for found in ordered[:shown]:
        sheet, cell, value = found["sheet"], found["cell"], found["value"]
        place = place_name(sheet, cell, between=" ")
        grade = "FEJL" if found["severity"] == "error" else "Bemærk"
        # most messages quote the value themselves
        quoted = f" '{shorten(value, 60, placeholder=' …')}':" if value and value not in found["message"] else ""
        paragraph(f"{grade}{', ' + place if place else ''}:{quoted} {found['message']}", indent=indent)
    print_rest(len(ordered), shown, indent=indent)


def _against(document: Document) -> str:
    """Name what it is compared with: an earlier month, or the revision of its own month that it would replace."""
    compared = document["compared_with"]
    if compared["month"] == document["month"]:
        return f"revision {compared['revision']}"
    wider = "" if compared["scope"] == document["scope"] else f" ({scope_label(compared['scope'])})"
    return f"{Month.parse(compared['month']).label}{wider}"


def _counts(difference: Document) -> str:
    lines = difference["lines"]
    n = {kind: sum(line["kind"] == kind for line in lines) for kind in KINDS}
    recoloured = sum(line["kind"] == "changed" and line["light_before"] != line["light_now"] for line in lines)
    parts = {kind: count_of(n[kind], *words) for kind, words in KINDS.items() if n[kind]}
    if recoloured:
        parts["changed"] += f" ({recoloured} med ny farve)"
    return " · ".join([*parts.values(), count_of(difference["unchanged"], "uændret", "uændrede")])


def _wrong(issues: Sequence[Document]) -> str:
    errors = sum(found["severity"] == "error" for found in issues)
    return f"{errors or 'ingen'} fejl, {count_of(len(issues) - errors, 'bemærkning', 'bemærkninger')}"
