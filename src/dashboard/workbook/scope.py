"""What a workbook speaks for: the whole plan, the cross-cutting lines, or one udvalg's part."""

import re
from collections.abc import Sequence

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.sheet_name import part_called
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.domain.words import find_named, mentioned_udvalg

# A name after these words is a receiver or an earlier decision, not what the workbook is about.
RECEIVER = re.compile(
    r"\b(?:til|i|af|ved|på|forel\w+|behandl\w+|godkend\w+|vedtag\w+|møde\w*|drøft\w+|orienter\w+)"
    r"(?: \w+)? "
)
STATED, PART = re.compile(r"omfang\b"), re.compile(r"omfang\W+(?:et )?(?:udsnit|uddrag)")
EXTRACT = re.compile(r"(?:dagsorden|referat|udsnit|uddrag)\b|.*\(ud(?:snit|drag)\)")
# who is asked, which is left out, or where it is treated
BESIDE_UDVALG = re.compile(r"\b(?:kontakt\w*|\w*sekretariat\w*|undtagen|bortset|punkt \d+)\b")
# what is named only to say how many there are, or that they are not in it
IN_PASSING = re.compile(r"\b(?:heraf|ekskl\w*|undtagen|uden|bortset|markeret|markerede)\b")
PART_OF_PLAN = re.compile(r"\b(?:udsnit|uddrag|del|andel) af (?:den |hele )?$")


def sheet_art(sheet: str, *, is_of_done: bool = True) -> str | None:
    """Recognise the art that a sheet's name gives its rows ("Råderumsforslag 2025", "Færdige anlæg").

    Beside it there is no more than other names of parts, periods and filling: "Drift og vedligehold" is no art, and no
    more is "I drift", unless ``is_of_done`` tells that the lines are not done.
    """
    words = normalised(re.sub(r"\b20\d\d(-20\d\d)?\b", "", sheet))
    exact = find_named(words, terms().art)
    if exact is not None:
        return exact.key
    called = part_called(sheet, is_of_done=is_of_done)
    inside = [art.key for art in terms().art if any(_says(called, spelling) for spelling in art.spellings)]
    return inside[0] if len(inside) == 1 else None


def sheet_udvalg(sheet: str) -> tuple[str, ...]:
    """Recognise the udvalg that a sheet's name gives its rows ("BUU", "Voksen- og Plejeudvalget"), or none."""
    found = tuple(mentioned_udvalg(sheet))
    return found if len(found) == 1 else ()


def is_cross_cutting_sheet(sheet: str) -> bool:
    """Tell whether a sheet's name, or another text, says that its rows are the cross-cutting ones."""
    return any(_says(normalised(sheet), word) for word in terms().scope_cross_cutting)


def decide_scope(
    sheets: Sequence[str],
    heading: Sequence[str],
    file_name: str,
    rows: Sequence[StatusRow],
    sections: int,
) -> tuple[Scope | None, list[Issue]]:
    """Decide from what stands above the tables, in the sheets' names and in the file name, checked against the rows.

    ``sections`` counts the section rows of the tables. What is said twice over, or not at all, is not guessed.
    """
    if len({sheet_art(sheet) for sheet in sheets} - {None}) >= 2:
        return PLAN, []
    stem = re.sub(r"[_.]", " ", file_name.rsplit(".", 1)[0])
    notices = [terms().example_marker, *(light.definition for light in terms().lights.values())]  # they name no scope
    texts = [text for text in heading if not any(normalised(notice) in normalised(text) for notice in notices)]
    said_above = [normalised(text) for text in texts]
    stated = [text for text in texts if STATED.match(normalised(text))]
    if any(PART.match(normalised(text)) for text in stated) or (not stated and any(map(EXTRACT.match, said_above))):
        return None, [issue("no-scope")]
    if stated and (_said(stated, []) or mentioned_udvalg(" ".join(stated))):
        texts, stem, sheets = stated, "", []
    about = [*texts, stem]
    some_only = {row.cross_cutting for row in rows} == {True, False}
    said = _said(about, sheets) - ({CROSS_CUTTING} if some_only else set())
    udvalg = _udvalg_meant([*about, *sheets], rows)
    if len(udvalg) == 1 and PLAN not in said:
        return Scope(udvalg.pop()), []
    if len(said) == 1:
        return said.pop(), []
    kinds = {"arter": len({row.art for row in rows} - {None, ""}), "slags indsatser": 2 * some_only, "afsnit": sections}
    several = next((kind for kind, count in kinds.items() if count >= 2), None)
    if said or several is None:
        return None, [issue("no-scope")]
    return PLAN, [issue("scope-assumed", detail=several)]


def tell_others(scope: Scope | None, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell of lines of other udvalg in the workbook of one, which are stored and shown nowhere."""
    key = scope.udvalg if scope else None
    known = {each.key for each in terms().udvalg}
    beside = [row for row in rows if key and key not in row.udvalg and not row.cross_cutting]
    others = [row for row in beside if known & {*row.udvalg}]
    if not others:
        return []
    count = f"{len(others)} indsats{'er' * (len(others) > 1)}"
    place = {"sheet": others[0].sheet, "cell": others[0].cells.get("udvalg", others[0].title_cell)}
    return [issue("of-other-udvalg", value=count, detail=str(scope), **place)]


def _said(about: Sequence[str], sheets: Sequence[str]) -> set[Scope]:
    """Give which of the whole plan and the cross-cutting lines the texts name, or all of the sheets."""
    texts = [normalised(text) for text in about]
    crossing = [*texts, *sheets] if all(is_cross_cutting_sheet(sheet) for sheet in sheets) else texts
    spoken_of = [text for text in map(normalised, crossing) if not IN_PASSING.search(text)]
    said = {CROSS_CUTTING for text in spoken_of if is_cross_cutting_sheet(text)}
    plan = [(text, found) for text in texts for word in terms().scope_plan if (found := _says(text, word))]
    return said | {PLAN for text, found in plan if not PART_OF_PLAN.search(text[: found.start()])}


def _udvalg_meant(texts: Sequence[str], rows: Sequence[StatusRow]) -> set[str]:
    """Give the udvalg that the texts are about, unless the rows belong to several others."""
    held = {key for row in rows for key in row.udvalg}
    spellings = {udvalg.key: sorted(udvalg.spellings, key=len, reverse=True) for udvalg in terms().udvalg}
    meant = set()
    about = [text for text in texts if not BESIDE_UDVALG.search(normalised(text))]
    for words, key in ((normalised(text), key) for text in about for key in mentioned_udvalg(text)):
        spelled = re.search("|".join(map(re.escape, spellings[key])), words)
        if spelled is None or not RECEIVER.search(re.split("[.,;]", words[: spelled.start()])[-1]):
            meant.add(key)
    return meant if len(held) <= 1 else meant & held


def _says(text: str, word: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(word)}", text)
