"""What a workbook speaks for: the whole plan, the cross-cutting lines, or one udvalg's part."""

import re
from collections.abc import Sequence

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.workbook.words import find_named, mentioned_udvalg

# A name after these words is a receiver or an earlier decision, not what the workbook is about.
RECEIVER = re.compile(
    r"\b(?:til|i|af|ved|på|forel\w+|behandl\w+|godkend\w+|vedtag\w+|møde\w*|drøft\w+|orienter\w+)"
    r"(?: \w+)? [^.,;]*$"
)
PART_OF_PLAN = re.compile(r"\b(?:udsnit|uddrag|del|andel) af (?:den |hele )?$")


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
    sheets: Sequence[str],
    heading: Sequence[str],
    file_name: str,
    rows: Sequence[StatusRow],
    sections: int,
    terms: Terms,
) -> tuple[Scope | None, list[Issue]]:
    """Decide from what stands above the tables, in the sheets' names and in the file name, checked against the rows.

    ``sections`` counts the section rows of the tables. What is said twice over, or not at all, is not guessed.
    """
    if len({art for sheet in sheets if (art := sheet_art(sheet, terms)) is not None}) >= 2:
        return PLAN, []
    stem = re.sub(r"[_.]", " ", file_name.rsplit(".", 1)[0])
    texts = [normalised(text) for text in (*heading, stem)]
    if all(is_cross_cutting_sheet(sheet, terms) for sheet in sheets):
        texts += [normalised(sheet) for sheet in sheets]
    marked = {row.cross_cutting for row in rows}
    some_only = marked == {True, False}
    says_cross = not some_only and any(_says(text, word) for text in texts for word in terms.scope_cross_cutting)
    says_plan = any(_speaks_of_plan(text, word) for text in texts for word in terms.scope_plan)
    udvalg = _udvalg_meant([*heading, stem, *sheets], rows, terms)
    if len(udvalg) == 1 and not says_plan:
        return Scope(udvalg.pop()), []
    if says_plan and says_cross:
        return None, [issue("no-scope")]
    if says_plan or says_cross:
        return (PLAN if says_plan else CROSS_CUTTING), []
    arts = {row.art for row in rows if row.art}
    if len(arts) >= 2 or some_only or sections >= 2:
        what = "arter" if len(arts) >= 2 else "slags indsatser" if some_only else "afsnit"
        return PLAN, [issue("scope-assumed", detail=what)]
    return None, [issue("no-scope")]


def _udvalg_meant(texts: Sequence[str], rows: Sequence[StatusRow], terms: Terms) -> set[str]:
    """Give the udvalg that the texts are about, unless the rows belong to several others."""
    held = {key for row in rows for key in row.udvalg}
    meant = set()
    for text in texts:
        for key in mentioned_udvalg(text, terms):
            name = next(udvalg for udvalg in terms.udvalg if udvalg.key == key)
            spelled = re.search(
                "|".join(map(re.escape, sorted(name.spellings, key=len, reverse=True))), normalised(text)
            )
            before = normalised(text)[: spelled.start()] if spelled else ""
            if not RECEIVER.search(before) and (key in held or len(held) <= 1):
                meant.add(key)
    return meant


def _speaks_of_plan(text: str, word: str) -> bool:
    match = re.search(rf"(?<!\w){re.escape(word)}\w*(?!\w)", text)
    return match is not None and PART_OF_PLAN.search(text[: match.start()]) is None


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}\w*(?!\w)", text) is not None
