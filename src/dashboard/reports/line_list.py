"""A list of lines as it leaves the house: the columns of its documents, and the one as CSV."""

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from dashboard.charts.palette import word
from dashboard.domain.light import Light

HEADERS = (
    "Lys", "Var", "Måneder i træk", "Indsats", "Kode", "Mærker", "Udvalg", "Tema", "Art", "Ansvarlig", "Tidsplan",
    "Politisk behandling", "Status", "Årsag", "Hvad bedes direktionen om", "OBS", "Forventet afslutning",
    "Procent færdig", "Bemærkning i celle", "Delopgaver",
)  # fmt: skip
ABSENT = "Udgået"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class ListedLine:
    """A line as it is listed. ``light`` is None where it is gone, ``was`` where nothing is told of a light before."""

    light: Light | None
    was: Light | None
    in_row: int | None
    title: str
    code: str = ""
    marks: str = ""
    udvalg: str = ""
    tema: str = ""
    art: str = ""
    responsible: str = ""
    schedule: str = ""
    political_treatment: str = ""
    status_text: str = ""
    red_reason: str = ""
    ask: str = ""
    obs: str = ""
    expected_end: str = ""
    percent_done: str = ""
    remark: str = ""
    subtasks: str = ""

    def values(self) -> tuple[str | int | None, ...]:
        """Give what stands under HEADERS."""
        light, was, *rest = astuple(self)
        return (ABSENT if light is None else word(light), None if was is None else word(was), *rest)


def line_csv(lines: Sequence[ListedLine]) -> bytes:
    """Write the lines as CSV the way Danish Excel opens it: semicolons, UTF-8 with its mark, and no formulas."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADERS)
    for line in lines:
        writer.writerow([_harmless(value) for value in line.values()])
    return written.getvalue().encode("utf-8-sig")


def _harmless(value: str | int | None) -> str | int:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
