"""What the template says of itself: the scope in words, which decide how it is read when it comes back."""

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms

GUIDE = "Vejledning"
NEW_LINES = "nye indsatser"
OTHERS = "Øvrige indsatser"
OTHER_REASON = "Anden"


def subject(scope: Scope) -> str:
    """Say above a table what it holds."""
    if scope.is_plan:
        return "Samlet status for hele planen"
    return "Strategiske og tværgående indsatser" if scope.is_cross_cutting else f"Indsatser i {udvalg_label(scope)}"


def speaks_for(scope: Scope) -> str:
    """Say in a sentence what the workbook speaks for."""
    if scope.is_plan:
        return "Omfang: hele planen"
    return "Omfang: de tværgående indsatser" if scope.is_cross_cutting else f"Omfang: {udvalg_label(scope)}"


def udvalg_label(scope: Scope) -> str:
    """Give an udvalg's name and key: "Børne- og Ungdomsudvalget (BUU)"."""
    return f"{terms().udvalg_name(scope.key)} ({scope.key})"


def status_of(month: Month) -> str:
    """Say which month the status is of."""
    return f"Status pr. ultimo {month.label}"


def template_name(month: Month, scope: Scope, end: str = "xlsx") -> str:
    """Name the file as it is sent out: "skabelon-BUU-2026-11.xlsx"."""
    return f"skabelon-{'hele-planen' if scope.is_plan else scope.key}-{month}.{end}"
