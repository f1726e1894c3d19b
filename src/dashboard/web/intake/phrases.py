"""Sentences about a workbook that arrives and about a revision, put together."""

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.intake import Compared, Difference, Preview, Receipt
from dashboard.web import phrases
from dashboard.web.intake import texts
from dashboard.web.issue_explanations import explanation_of


def place(month: Month | None, scope: Scope | None) -> str:
    """Say what something speaks for: "Maj 2025 · Hele planen"."""
    when = phrases.month_name(month) if month else texts.MONTH_UNKNOWN
    return f"{when} · {phrases.scope_name(scope) if scope else texts.SCOPE_UNKNOWN}"


def spoken_for(receipt: Receipt) -> str:
    """Say what a workbook speaks for, or that it could not be read at all."""
    if not (receipt.rows or receipt.month or receipt.scope):
        return texts.NOT_READ_AT_ALL
    return place(receipt.month, receipt.scope)


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
    changed = difference.of_kind("changed")
    recoloured = sum(line.light_before is not line.light_now for line in changed)
    return texts.differs(len(changed), recoloured, len(difference.of_kind("new")), gone)


def verdict(preview: Preview) -> str:
    """Say whether a workbook can be saved."""
    errors = len(preview.receipt.errors)
    warnings = len(preview.receipt.issues) - errors
    if preview.is_stored:
        return "Er allerede indlæst"
    if preview.questions:
        return texts.OPEN_QUESTIONS
    if not preview.can_be_saved:
        return f"Nej: {_reason(preview)}"
    if errors:
        return f"Kun med {texts.wrong(errors, warnings)}"
    return f"Ja, {texts.wrong(0, warnings)}"


def _reason(preview: Preview) -> str:
    """Say what keeps a workbook from being saved: the name of its one error, or how many there are."""
    errors = preview.receipt.errors
    explained = explanation_of(errors[0].kind) if len(errors) == 1 else None
    return explained.title[:1].lower() + explained.title[1:] if explained else texts.wrong(len(errors), 0)


def saved(receipt: Receipt) -> str:
    """Say what was saved: "Gemt: Maj 2025 · Hele planen · revision 2 · 142 indsatser"."""
    return (
        f"Gemt: {place(receipt.month, receipt.scope)} · revision {receipt.revision} · {texts.lines(len(receipt.rows))}"
    )
