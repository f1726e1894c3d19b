"""The lines of the page with everything that is told of them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from dashboard import queries
from dashboard.domain.light import Light, State
from dashboard.domain.month import Month
from dashboard.domain.reason import reason_of
from dashboard.web.plan import Selection, ask
from dashboard.web.strips import strip_months

MONTHS_SHOWN = 12
Record = Mapping[Hashable, object]


@dataclass(frozen=True)
class RedLine:
    """A line that is red, or yellow: what it says of itself, its last months, and what was last decided about it."""

    indsats_id: int
    title: str
    code: str
    light: Light
    udvalg: tuple[str, ...]
    tema: str
    reason: str
    said: Mapping[str, str]
    runs: object
    in_row: int
    since: Month
    before: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[Month, State] = field(default_factory=dict)
    decision: Record | None = None

    @property
    def name(self) -> str:
        """Give title and code."""
        return f"{self.title} {self.code}".strip()


SAID = ("red_reason", "ask", "status_text", "responsible", "schedule")


def red_lines(selection: Selection, *, with_yellow: bool) -> list[RedLine]:
    """List the red lines, longest in red first, and perhaps the yellow ones after them."""
    shown = narrowed(selection, with_yellow=with_yellow)
    lines = [_line(row) for row in ask(queries.line_list, shown).to_dict("records")]
    changed, states, decided = _texts_before(shown), _states(shown), _last_decisions(shown)
    return [
        replace(
            line,
            before=changed.get(line.indsats_id, {}),
            states=states.get(line.indsats_id, {}),
            decision=decided.get(line.indsats_id),
        )
        for line in lines
    ]


def narrowed(selection: Selection, *, with_yellow: bool) -> Selection:
    """Narrow a selection to what is red, and perhaps yellow."""
    return replace(selection, light=("red", "yellow") if with_yellow else ("red",))


def shown_months(selection: Selection) -> list[Month]:
    """Give the months of the strips."""
    return strip_months(ask(queries.delivered_months, selection), longest=MONTHS_SHOWN)


def _line(row: Record) -> RedLine:
    said = {name: text.strip() for name in SAID if isinstance(text := row[name], str) and text.strip()}
    udvalg = row["udvalg"]
    return RedLine(
        indsats_id=int(str(row["indsats_id"])),
        title=str(row["title"]),
        code=_text(row["code"]),
        light=Light(str(row["light_now"])),
        udvalg=tuple(map(str, udvalg)) if hasattr(udvalg, "__iter__") else (),
        tema=_text(row["tema"]),
        reason=reason_of(said.get("red_reason")),
        said=said,
        runs=row["runs"],
        in_row=1 if pd.isna(row["in_row"]) else int(str(row["in_row"])),  # type: ignore[call-overload]
        since=Month.parse(str(row["since"])),
    )


def _texts_before(selection: Selection) -> dict[int, dict[str, str]]:
    """Give what was said in the comparison month, by line and field, where it was something else."""
    before: dict[int, dict[str, str]] = {}
    for row in ask(queries.text_changes, selection).to_dict("records"):
        if row["old_text"] != row["new_text"]:
            before.setdefault(int(row["indsats_id"]), {})[str(row["field"])] = str(row["old_text"])
    return before


def _states(selection: Selection) -> Mapping[int, Mapping[Month, State]]:
    return {one: line.by_month for one, line in ask(queries.line_states, selection).items()}


def _last_decisions(selection: Selection) -> dict[int, Record]:
    """Give the newest decision about each line, by meetings about the month shown or earlier."""
    last: dict[int, Record] = {}
    decided: Sequence[Record] = ask(queries.decisions, until=selection.month).to_dict("records")
    for decision in decided:  # newest meeting first
        if not pd.isna(decision["indsats_id"]):  # type: ignore[call-overload]
            last.setdefault(int(str(decision["indsats_id"])), decision)
    return last


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
