"""What a workbook speaks for: the whole plan, the cross-cutting lines, or one udvalg's part."""

import re
from collections.abc import Sequence

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.workbook.words import find_named, mentioned_udvalg


def sheet_art(sheet: str, terms: Terms) -> str | None:
    """Recognise the art that a sheet's name gives its rows ("Råderumsforslag 2025", "2. Anlæg")."""
    words = normalised(re.sub(r"\b20\d\d(-20\d\d)?\b", "", sheet))
    exact = find_named(words, terms.art)
    if exact is not None:
        return exact.key
    inside = [art.key for art in terms.art if any(_says(words, spelling) for spelling in art.spellings)]
    return inside[0] if len(inside) == 1 else None


def sheet_udvalg(sheet: str, terms: Terms) -> str | None:
    """Recognise the udvalg that a sheet's name gives its rows ("BUU", "Voksen- og Plejeudvalget")."""
    found = mentioned_udvalg(sheet, terms)
    return found.pop() if len(found) == 1 else None


def is_cross_cutting_sheet(sheet: str, terms: Terms) -> bool:
    """Tell whether a sheet's name says that its rows are the cross-cutting ones."""
    return any(_says(normalised(sheet), word) for word in terms.scope_cross_cutting)


def decide_scope(
    sheets: Sequence[str], heading: Sequence[str], file_name: str, rows: Sequence[StatusRow], terms: Terms
) -> tuple[Scope | None, list[Issue]]:
    """Decide from the sheets with tables, the text above the tables and the file name, strongest evidence first."""
    arts = {art for sheet in sheets if (art := sheet_art(sheet, terms)) is not None}
    if len(arts) >= 2:
        return PLAN, []
    stem = re.sub(r"[_.]", " ", file_name.rsplit(".", 1)[0])
    texts = [normalised(text) for text in (*heading, *sheets, stem)]
    if any(_says(text, word) for text in texts for word in terms.scope_plan):
        return PLAN, []
    if any(_says(text, word) for text in texts for word in terms.scope_cross_cutting):
        return CROSS_CUTTING, []
    named = {key for text in (*heading, *sheets, stem) for key in mentioned_udvalg(text, terms)}
    if len(named) == 1:
        return Scope(named.pop()), []
    kinds = {
        "arter": len({row.art for row in rows if row.art}),
        "temaer": len({row.tema for row in rows if row.tema}),
        "udvalg": len({udvalg for row in rows for udvalg in row.udvalg}),
    }
    several = next((name for name, count in kinds.items() if count >= 2), None)
    if several is not None:
        return PLAN, [issue("scope-assumed", detail=several)]
    return None, [issue("no-scope")]


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}\w*(?!\w)", text) is not None
