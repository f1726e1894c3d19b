"""What is said on Indlæsning of files, revisions, questions and what differs, put together."""

from collections.abc import Sequence

from dashboard.domain.cell_name import is_in_document, place_name, row_place
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.intake import Compared, Counted, Difference, Preview, Receipt
from dashboard.web.filters import plan_beside
from dashboard.web.issue_explanations import explanation_of
from dashboard.wording import phrases

SEVERAL_SCOPES = "Flere omfang"
MONTH_UNKNOWN, SCOPE_UNKNOWN = "Måned ukendt", "Omfang ukendt"
NOT_READ_AT_ALL, NOTHING_STORED = "Kan ikke læses", "ingen tidligere"
STORED = "Er allerede indlæst"
OPEN_QUESTIONS = "Når spørgsmål er besvaret"
CHOOSE = "Vælg"
QUOTED, WORD_MEANS = "»{word}«", "{word} betyder"


def place(plan: str | None, month: Month | None, scope: Scope | None) -> str:
    """Say what something speaks for: "Maj 2025 · Hele planen", and of which plan where there are several."""
    when = phrases.month_name(month) if month else MONTH_UNKNOWN
    return " · ".join([when, phrases.scope_name(scope) if scope else SCOPE_UNKNOWN, *plan_beside(plan)])


def spoken_for(preview: Preview) -> str:
    """Say what a workbook speaks for, or that it could not be read at all."""
    receipt = preview.receipt
    if preview.months:
        scopes = {each.receipt.scope for each in preview.months} - {None}
        several = SEVERAL_SCOPES if scopes else SCOPE_UNKNOWN
        scope = phrases.scope_name(receipt.scope) if receipt.scope else several
        return f"{months(preview.months)} · {scope}"
    if not (receipt.rows or receipt.month or receipt.scope or receipt.questions):
        return NOT_READ_AT_ALL
    return place(receipt.plan, receipt.month, receipt.scope)


def months(taken: Sequence[Preview]) -> str:
    """Count months, with the first and the last of them: "24 måneder, november 2024 – oktober 2026"."""
    labels = [each.receipt.month.label for each in taken if each.receipt.month]
    counted = phrases.count_of(len(taken), "måned", "måneder")
    return f"{counted}, {' – '.join(dict.fromkeys((labels[0], labels[-1])))}"


def save(preview: Preview) -> str:
    """Offer to save it: the months that are not there already."""
    if not preview.months:
        return "Indlæs"
    new = sum(not each.is_stored for each in preview.months)
    if new == len(preview.months):
        return f"Indlæs alle {new} måneder" if new > 1 else "Indlæs måneden"
    return f"Indlæs {phrases.count_of(new, 'ny eller ændret måned', 'nye eller ændrede måneder')}"


def compared_with(compared: Compared, receipt: Receipt) -> str:
    """Say what a workbook is compared with: "april 2025", or the revision of its own month that it would replace."""
    if compared.month == receipt.month:
        return f"revision {compared.revision}"
    wider = "" if compared.scope == receipt.scope else f", {phrases.scope_name(compared.scope).lower()}"
    return f"{compared.month.label}{wider}"


def since(compared: Compared, receipt: Receipt) -> str:
    """Say what a count is compared with: "siden april", "mod revision 1"."""
    if receipt.month is None or compared.month == receipt.month:
        return f"mod revision {compared.revision}"
    return phrases.since(compared.month, receipt.month)


def difference_counts(difference: Difference) -> str:
    """Count what differs, those that leave when done among those that leave."""
    gone = len(difference.of_kind("gone")) + len(difference.of_kind("left_when_done"))
    there = [line for line in difference.lines if line.light_before and line.light_now]
    recoloured = sum(line.light_before is not line.light_now for line in there)
    new, back = len(difference.of_kind("new")), len(difference.of_kind("returned"))
    return differs(len(there), recoloured, new, gone, back)


def verdict(preview: Preview) -> str:
    """Say whether a workbook can be saved."""
    errors = sum(found.is_error for found in preview.issues)
    warnings = len(preview.issues) - errors
    if preview.is_stored:
        return STORED
    if preview.questions:
        return OPEN_QUESTIONS
    if not preview.can_be_saved:
        return f"Nej: {_reason(preview)}"
    if errors:
        return f"Kun med {wrong(errors, warnings)}"
    return f"Ja, {wrong(0, warnings)}"


def _reason(preview: Preview) -> str:
    """Say what keeps a workbook from being saved: the name of its one error, or how many there are."""
    errors = preview.receipt.errors
    explained = explanation_of(errors[0].kind) if len(errors) == 1 else None
    return explained.title[:1].lower() + explained.title[1:] if explained else wrong(len(errors), 0)


def saved(receipt: Receipt, seen: Preview) -> str:
    """Say what was saved: "Gemt: Maj 2025 · Hele planen · revision 2 · 142 indsatser", or how many months.

    Somebody else may have been quicker with the same file.
    """
    if any(found.kind == "already-imported" for found in receipt.issues):
        return STORED
    if seen.months:
        return f"Gemt: {months([each for each in seen.months if not each.is_stored])}"
    what = place(receipt.plan, receipt.month, receipt.scope)
    return f"Gemt: {what} · revision {receipt.revision} · {lines(len(receipt.rows))}"


def files(n: int) -> str:
    """Count files: "1 fil", "30 filer"."""
    return phrases.count_of(n, "fil", "filer")


def lines(n: int) -> str:
    """Count lines of the plan: "1 indsats"."""
    return phrases.count_of(n, "indsats", "indsatser")


def wrong(errors: int, warnings: int) -> str:
    """Count what is wrong: "2 fejl, 1 bemærkning"."""
    parts = [f"{errors} fejl"] if errors else []
    parts += [phrases.count_of(warnings, "bemærkning", "bemærkninger")] if warnings else []
    return ", ".join(parts) or "ingen fejl"


def lost(n: int) -> str:
    """Say what saving in spite of errors costs."""
    return f"{lines(n)} bliver ikke indberettet, fordi status ikke kan læses. Fejlene gemmes sammen med revisionen."


def differs(changed: int, recoloured: int, new: int, gone: int, back: int = 0) -> str:
    """Count what differs: "3 ændrede (1 med ny farve), 1 ny, 2 udgår"; "uændret" when nothing does."""
    with_light = f" ({recoloured} med ny farve)" if recoloured else ""
    parts = [f"{phrases.count_of(changed, 'ændret', 'ændrede')}{with_light}"] if changed else []
    parts += [phrases.count_of(new, "ny", "nye")] if new else []
    parts += [f"{back} tilbage"] if back else []
    parts += [f"{gone} udgår"] if gone else []
    return ", ".join(parts) or "uændret"


def undecided(n: int) -> str:
    """Say how many new lines nobody has said of whether they are another."""
    verb = "ligner en" if n == 1 else "ligner nogle"
    return f"{phrases.count_of(n, 'ny indsats', 'nye indsatser')} {verb}, der ikke længere står i planen."


def counted(changed: Counted | None) -> str:
    """Say how many lights that count a workbook changes; nothing where nothing counts of its month."""
    if changed is None:
        return ""
    n = len(changed.changes)
    return f"{n or 'Ingen'} lys, der gælder, ændres."


def overruled(other: str, overruled: int, standing: int) -> str:
    """Say for how many lines another workbook is overruled by this one, and for how many it still counts."""
    parts = [f"tilsidesættes for {lines(overruled)}"] if overruled else []
    parts += [f"gælder fortsat for {lines(standing)}"] if standing else []
    return f"{other} {' og '.join(parts)}"


def unchanged(n: int) -> str:
    """Count what is as before."""
    return f"{lines(n)} er {'uændret' if n == 1 else 'uændrede'}."


def left_out(fields: tuple[str, ...]) -> str:
    """Say once what the workbook has no column for."""
    return f"Filen fortæller ikke længere om: {', '.join(fields)}."


def table_place(header_row: int, n: int) -> str:
    """Say where a table stands and how much was read from it."""
    return f"overskrifter i {row_place(header_row)}, {lines(n)} læst"


def questions(n: int) -> str:
    """Say how much must be answered first."""
    return f"{'Et' if n == 1 else n} spørgsmål skal besvares, før filen kan indlæses"


def words(n: int) -> str:
    """Ask what the words in a column mean."""
    return "Hvad betyder ordet?" if n == 1 else "Hvad betyder ordene?"


def parts(n: int) -> str:
    """Count the parts of a line."""
    return phrases.count_of(n, "del", "dele")


def question_place(sheet: str, cell: str) -> str:
    """Say where what is asked about stands."""
    if is_in_document(sheet, cell):
        return place_name(sheet, cell)
    return f"{sheet}, celle {cell}" if cell else sheet
