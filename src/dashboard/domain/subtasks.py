"""The sub-tasks of a line: as they are stored, and as they are said in one text."""

import json
from collections.abc import Iterable, Mapping

from dashboard.domain.light import Light
from dashboard.domain.status_row import Subtask
from dashboard.domain.terms import terms

FIELD = "subtask"


def subtask_field(number: int) -> str:
    """Give the field that a line's sub-task is, counted from 1, wherever a value is found by its field."""
    return f"{FIELD}{number}"


def subtask_number(field: str) -> int | None:
    """Give the number of the sub-task that a field is, or None for any other field."""
    number = field.removeprefix(FIELD)
    return int(number) if number != field and number.isdecimal() else None


def written_subtasks(subtasks: Iterable[Subtask]) -> str | None:
    """Write what sub-tasks say as JSON, without their cells; None without any."""
    said = [{"title": part.title, "light": part.light, "done": part.done, "text": part.text} for part in subtasks]
    return json.dumps(said, ensure_ascii=False) if said else None


def subtask_cells(subtasks: Iterable[Subtask]) -> dict[str, str]:
    """Give where each sub-task stands, by its field."""
    return {subtask_field(number): part.cell for number, part in enumerate(subtasks, start=1)}


def read_subtasks(written: object, cells: Mapping[str, str] | None = None) -> tuple[Subtask, ...]:
    """Read what ``written_subtasks`` wrote, with the cells by field; anything but a text means that there are none."""
    if not isinstance(written, str) or not written:
        return ()
    return tuple(
        Subtask(**said | {"light": Light(said["light"]), "cell": (cells or {}).get(subtask_field(number), "")})
        for number, said in enumerate(json.loads(written), start=1)
    )


def subtask_text(part: Subtask) -> str:
    """Say a sub-task: "Udbud (Gul): afventer"; one that was not reported has no light."""
    light = f" ({terms().lights[part.shown_light].word})" if part.shown_light is not Light.NOT_REPORTED else ""
    return f"{part.title}{light}" + (f": {part.text}" if part.text else "")


def subtasks_text(subtasks: Iterable[Subtask]) -> str:
    """Say sub-tasks one after the other."""
    return "; ".join(map(subtask_text, subtasks))
