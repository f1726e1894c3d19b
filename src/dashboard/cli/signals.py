"""What smells wrong, on the command line: every rule with its lines, and who settled what."""

from collections.abc import Sequence
from typing import Any

from dashboard import queries
from dashboard.cli.asking import asked_selection, plan_beside
from dashboard.cli.options import (
    DatabaseOption,
    JsonOption,
    KnownAtOption,
    MonthOption,
    PlanOption,
    ScopeOption,
    UdvalgOption,
)
from dashboard.cli.output import count_of, out, paragraph, print_json, scope_label
from dashboard.cli.program import app, open_questions
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.queries import Signal


@app.command()
def signals(
    plan: PlanOption = None,
    month: MonthOption = None,
    udvalg: UdvalgOption = None,
    scope: ScopeOption = None,
    known_at: KnownAtOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis, hvad der ser forkert ud: hver regel med de indsatser, den rammer."""
    with open_questions(database) as con:
        selection = asked_selection(con, plan, month, None, scope, known_at, udvalg)
        document = _document(selection, queries.signals(con, selection))
        beside = plan_beside(con, selection.plan)
    if as_json:
        print_json(document)
    else:
        _print(document, beside)


def _document(selection: queries.Selection, found: Sequence[Signal]) -> dict[str, Any]:
    """Give the signals by rule as plain values; rules that catch nothing stand there, too."""
    still = [signal for signal in found if signal.settled is None]
    return {
        "plan": selection.plan,
        "month": str(selection.month),
        "scope": str(selection.scope),
        "open": len(still),
        "lines": len({signal.indsats_id for signal in still}),
        "rules": [
            {
                "rule": rule.rule,
                "name": rule.name,
                "about": rule.about,
                "open": sum(signal.rule == rule for signal in still),
                "signals": [_signal(signal) for signal in found if signal.rule == rule],
            }
            for rule in terms().signals
        ],
    }


def _signal(signal: Signal) -> dict[str, Any]:
    settled = signal.settled
    return {
        "indsats_id": signal.indsats_id,
        "title": signal.title,
        "code": signal.code,
        "udvalg": signal.udvalg,
        "light": signal.light or "absent",
        "said": signal.said,
        "settled": {"note": settled.note, "at": settled.at, "by": settled.by} if settled else None,
    }


def _print(document: dict[str, Any], beside: Sequence[str]) -> None:
    counted = count_of(document["open"], "åbent signal", "åbne signaler")
    lines = count_of(document["lines"], "indsats", "indsatser")
    where = " · ".join([Month.parse(document["month"]).label, scope_label(document["scope"]), *beside])
    out.print(f"{where} · {counted}" + (f" på {lines}" if document["open"] else ""), style="bold", markup=False)
    for rule in document["rules"]:
        still = [signal for signal in rule["signals"] if signal["settled"] is None]
        if still:
            paragraph(f"{rule['name']} ({len(still)}): {rule['about']}", style="bold")
        for signal in still:
            name = f"{signal['title']} {signal['code'] or ''}".strip()
            paragraph(f"{_light(signal['light'])}: {name} ({', '.join(signal['udvalg'])}). {signal['said']}", indent=4)
    settled = sum(len(rule["signals"]) - rule["open"] for rule in document["rules"])
    if settled:
        paragraph(f"Afklaret: {settled}")


def _light(value: str) -> str:
    return terms().lights[Light(value)].word if value in list(Light) else "Udgået"
