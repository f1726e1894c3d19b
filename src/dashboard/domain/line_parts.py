"""What has a light of its own beside a line's: sub-tasks and other lights, as they are stored and said in one text."""

import json
import re
from collections.abc import Iterable, Mapping

from dashboard.domain.light import Light
from dashboard.domain.line_fields import PARTS
from dashboard.domain.status_row import LinePart
from dashboard.domain.terms import terms


def part_field(field: str, number: int) -> str:
    """Give the field that one part is, counted from 1, wherever a value is found by its field: "subtask1"."""
    return f"{field.removesuffix('s')}{number}"


def part_of(field: str) -> tuple[str, int] | None:
    """Give the field of parts and the number that a field of one part means, or None for any other field."""
    told = re.fullmatch(r"([a-z_]+)(\d+)", field)
    return (f"{told[1]}s", int(told[2])) if told and f"{told[1]}s" in PARTS else None


def written_parts(parts: Iterable[LinePart]) -> str | None:
    """Write what parts say as JSON, without their cells; None without any."""
    said = [{"title": part.title, "light": part.light, "done": part.done, "text": part.text} for part in parts]
    return json.dumps(said, ensure_ascii=False) if said else None


def read_parts(written: object, field: str = "", cells: Mapping[str, str] | None = None) -> tuple[LinePart, ...]:
    """Read what ``written_parts`` wrote, with the cells by field; anything but a text means that there are none."""
    if not isinstance(written, str) or not written:
        return ()
    return tuple(
        LinePart(**said | {"light": Light(said["light"]), "cell": (cells or {}).get(part_field(field, number), "")})
        for number, said in enumerate(json.loads(written), start=1)
    )


def part_text(part: LinePart) -> str:
    """Say a part: "Udbud (Gul): afventer"; one that was not reported has no light."""
    light = f" ({terms().lights[part.shown_light].word})" if part.shown_light is not Light.NOT_REPORTED else ""
    return f"{part.title}{light}" + (f": {part.text}" if part.text else "")


def parts_text(parts: Iterable[LinePart]) -> str:
    """Say parts one after the other."""
    return "; ".join(map(part_text, parts))
