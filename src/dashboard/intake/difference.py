"""What differs between the lines that are stored and those of a workbook: line by line, field by field."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from dashboard.domain.kept_words import same_words
from dashboard.domain.light import ABSENT, Light
from dashboard.domain.line_fields import FIELDS, PARTS, field_name
from dashboard.domain.line_parts import part_text, parts_text
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import MarkChange, TextRun, mark_changes, runs_of

Kind = Literal["changed", "reopened", "not_reported", "new", "returned", "gone", "left_when_done"]
ChangeKinds = Mapping[tuple[str, str], str]  # by light before and now, as the view change_kind says
KINDS: tuple[Kind, ...] = get_args(Kind)
UNKNOWN = "unknown"  # before any workbook told of it
MARKUP_NAMES: dict[MarkChange, str] = {
    "marked_new": "tekst markeret som ny",
    "struck": "tekst streget over",
    "no_longer_new": "tekst ikke længere markeret som ny",
    "struck_left_out": "overstreget tekst fjernet",
}
NEWS: tuple[MarkChange, ...] = ("marked_new", "struck")


@dataclass(frozen=True)
class FieldChange:
    """One field of a line that is told otherwise: its Danish name, and what it said and says ("" for nothing).

    ``markup`` is what was done to its marks, text in red or struck; where that is all, ``before`` is ``now``. ``runs``
    are the text as it is marked now.
    """

    name: str
    before: str
    now: str
    markup: tuple[MarkChange, ...] = ()
    runs: tuple[TextRun, ...] = ()

    @property
    def is_only_markup(self) -> bool:
        """Tell whether the text says what it said, and only its marks differ."""
        return self.before == self.now

    @property
    def notes(self) -> tuple[str, ...]:
        """Say in Danish what was done to the marks."""
        return tuple(MARKUP_NAMES[change] for change in self.markup)


@dataclass(frozen=True)
class LineDifference:
    """One line that is new, told otherwise, or no longer there; a light is None on the side where the line is not.

    ``kind`` is what its lights are called by change_kind, "changed" for what else is told otherwise.
    """

    kind: Kind
    name: str
    udvalg: tuple[str, ...]
    light_before: Light | None
    light_now: Light | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def is_only_markup(self) -> bool:
        """Tell whether the line says what it said, and only the marks in its texts differ."""
        return self.light_before is self.light_now and all(change.is_only_markup for change in self.fields)


@dataclass(frozen=True)
class Difference:
    """Everything that differs. ``left_out`` names fields that were told before and that no line tells now."""

    lines: tuple[LineDifference, ...]
    unchanged: int
    left_out: tuple[str, ...] = ()

    def of_kind(self, kind: Kind) -> list[LineDifference]:
        """List the lines of a kind."""
        return [line for line in self.lines if line.kind == kind]


class _Line(NamedTuple):
    """A line and what it tells by Danish name, said once for all that is asked of it."""

    row: StatusRow
    told: Mapping[str, str]


def compare(
    kinds: ChangeKinds,
    before: Mapping[int, StatusRow],
    now: Sequence[tuple[int | None, StatusRow]],
    columns: Collection[str] = (),
    *,
    known: Collection[int] = (),
    is_correction: bool = False,
) -> Difference:
    """Compare stored lines, by id, with lines whose id is known or (None) that are new.

    ``kinds`` is what a change of light is called. ``columns`` are the fields that the workbook has a column for: where
    one is empty, that is told of each line. ``known`` are lines that stood before the stored ones and may be back.
    That marks are gone is told in a correction of the same month only: from month to month what was new no longer is.
    """
    then = {known_id: _Line(row, _told(row)) for known_id, row in before.items()}
    lines_now = [(known_id, _Line(row, _told(row))) for known_id, row in now]
    left_out = _left_out(then.values(), [line for _, line in lines_now], columns)
    there = {known_id for known_id, _ in now}
    held = [(None if known_id is None else then.get(known_id), line, known_id in known) for known_id, line in lines_now]
    gone = [(stored, None, True) for known_id, stored in then.items() if known_id not in there]
    found = [_difference(kinds, *each, left_out, is_correction) for each in (*held, *gone)]
    lines = [line for line in found if line is not None]
    order = list(Light)
    lines.sort(
        key=lambda line: (
            KINDS.index(line.kind),
            line.light_before is line.light_now,
            line.is_only_markup,
            order.index(line.light_now or line.light_before or Light.DONE),
            line.name.casefold(),
        )
    )
    return Difference(tuple(lines), len(found) - len(lines), left_out)


def _difference(
    kinds: ChangeKinds,
    before: _Line | None,
    now: _Line | None,
    is_known: bool,
    left_out: Collection[str],
    is_correction: bool,
) -> LineDifference | None:
    """Tell one line before and now (None: not there), or nothing where it says what it said."""
    there = now or before
    assert there is not None
    lights = (before.row.shown_light if before else None, now.row.shown_light if now else None)
    changes = _changes(before, now, is_correction) if before and now else []
    fields = tuple(change for change in changes if change.name not in left_out)
    step = kinds[lights[0] or (ABSENT if is_known else UNKNOWN), lights[1] or ABSENT]
    if step == "unchanged" and not fields:
        return None
    kind = next((kind for kind in KINDS if kind == step), KINDS[0])
    return LineDifference(kind, there.row.name, there.row.udvalg, *lights, fields)


def _changes(before: _Line, now: _Line, is_correction: bool) -> list[FieldChange]:
    then, told, markup = dict(before.told), dict(now.told), _markup(before.row, now.row)
    name = field_name("other_lights")
    then[name], told[name] = _other_lights(before.row, now.row)
    changes = []
    for name in dict.fromkeys((*told, *then)):
        was, says = then.get(name, ""), told.get(name, "")
        done, runs = markup.get(name, ((), ()))
        if was != says or not is_correction:
            done = tuple(change for change in done if change in NEWS)
        if (was != says and not same_words(was, says)) or done:
            changes.append(FieldChange(name, was, says, done, runs_of(says, runs) if done else ()))
    return changes


def _other_lights(before: StatusRow, now: StatusRow) -> tuple[str, str]:
    """Say the other lights that differ, where both have the heading: last month's has another name each time."""
    then = {part.title: part for part in before.other_lights}
    pairs = [(then[part.title], part) for part in now.other_lights if part.title in then]
    unlike = [(was, part) for was, part in pairs if part_text(was) != part_text(part)]
    return parts_text(was for was, _ in unlike), parts_text(part for _, part in unlike)


def _markup(before: StatusRow, now: StatusRow) -> dict[str, tuple[tuple[MarkChange, ...], tuple[TextRun, ...]]]:
    """Give what was done to the marks of each text, and the text as it is marked now, by Danish name."""
    marked = {field: (before.runs.get(field, ()), now.runs.get(field, ())) for field in {**before.runs, **now.runs}}
    return {field_name(field): (mark_changes(*runs), runs[1]) for field, runs in marked.items()}


def _left_out(before: Iterable[_Line], now: Iterable[_Line], columns: Collection[str]) -> tuple[str, ...]:
    """Name what the workbook has no column for, so that it is said once and not for every line."""
    told_now = {name for line in now for name, value in line.told.items() if value}
    told_now |= {field_name(field) for field in columns}
    told_then = dict.fromkeys(name for line in before for name, value in line.told.items() if value)
    return tuple(name for name in told_then if name not in told_now)


def _told(row: StatusRow) -> dict[str, str]:
    values = {field: getattr(row, field) for field in FIELDS if field not in PARTS}
    values["subtasks"] = parts_text(row.subtasks)
    told = {field_name(field): _written(value) for field, value in values.items()}
    return told | {f"Beløb {year} (1.000 kr.)": _amount(amount) for year, amount in row.amounts.items()}


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "Ja" if value else ""
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _amount(amount: Decimal) -> str:
    written = f"{amount:,.3f}".rstrip("0").rstrip(".")
    return written.translate(str.maketrans(",.", ".,"))
