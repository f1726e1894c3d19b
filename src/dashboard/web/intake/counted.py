"""What saving a workbook changes in what counts of its month, where several workbooks tell it."""

from collections.abc import Sequence
from itertools import groupby

from htpy import Element, Fragment, Node, b, details, div, fragment, h3, span, summary

from dashboard.domain.scope import Scope
from dashboard.intake import Counted, CountedChange, Disagreement
from dashboard.web.intake import phrases
from dashboard.web.markup import ARROW, light
from dashboard.wording import phrases as common

CHANGES, IN_FORCE = "Lys, der gælder, ændres", "denne fil gælder"
ABSENT = "Ikke med"
FIRST = 12


def counted_list(counted: Counted) -> Fragment:
    """Draw every line whose counted light changes, and each other workbook of the month that says something else."""
    others = groupby(counted.disagreements, lambda each: (each.file_name, each.scope))
    return fragment[
        _kind(CHANGES, [_change(each) for each in counted.changes]) if counted.changes else None,
        [_other(*workbook, list(lines)) for workbook, lines in others],
    ]


def counted_in_short(counted: Counted) -> Fragment:
    """Say how many counted lights change in each scope, and which other workbooks of the month say something else."""
    by_scope = counted.changes_by_scope.items()
    scopes = ", ".join(f"{common.scope_name(scope)} {n}" for scope, n in by_scope)
    others = groupby(counted.disagreements, lambda each: (each.file_name, each.scope))
    return fragment[
        phrases.counted(counted),
        div(".quiet")[scopes] if scopes else None,
        (div(".quiet")[_overruled(*workbook, list(lines))] for workbook, lines in others),
    ]


def _change(change: CountedChange) -> Element:
    lights = [span[light(each) if each else ABSENT] for each in (change.light_before, change.light_now)]
    return _row([lights[0], ARROW, lights[1]], change.name, ", ".join(map(common.scope_name, change.scopes)))


def _other(file_name: str, scope: Scope, lines: Sequence[Disagreement]) -> Element:
    return _kind(_overruled(file_name, scope, lines), [_disagreement(line) for line in lines])


def _overruled(file_name: str, scope: Scope, lines: Sequence[Disagreement]) -> str:
    overruled = sum(line.overruled for line in lines)
    return phrases.overruled(f"{file_name} ({common.scope_name(scope).lower()})", overruled, len(lines) - overruled)


def _disagreement(line: Disagreement) -> Element:
    kept, other = (line.own_light, line.other_light) if line.overruled else (line.other_light, line.own_light)
    who = IN_FORCE if line.overruled else f"{line.file_name} gælder"
    return _row(light(kept), line.name, [who, ", ikke ", light(other)])


def _row(lights: Node, name: str, said: Node) -> Element:
    return div(".row.told-row")[span(".row-lights")[span(".from-to")[lights]], b[name], span(".row-udvalg")[said]]


def _kind(heading: str, rows: Sequence[Element]) -> Element:
    more = details(".rest")[summary[common.show_all(len(rows))], rows[FIRST:]]
    return details(".kind", open="")[
        summary[h3[heading], span(".count")[common.number(len(rows))]], rows[:FIRST], more if rows[FIRST:] else None
    ]
