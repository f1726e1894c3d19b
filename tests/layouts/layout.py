"""A layout: the workbook of a seed, what it was made of, and what is right."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

import openpyxl

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from layouts import columns, composition, division, done, dressing, lights, rows
from layouts.draft import Draft, Line
from layouts.features import CATALOGUE
from layouts.words import weights

STAGES = (rows, lights, done, columns, dressing, division)


@dataclass(frozen=True)
class ExpectedLine:
    """A line that counts: what it may be called and its light. ``optional`` is the copy of an equal one."""

    titles: tuple[str, ...]
    light: Light
    optional: bool = False


@dataclass(frozen=True)
class Layout:
    """The workbook of a seed. With ``doubts`` no reader can know the lights, and only a question is right."""

    seed: int
    name: str
    month: Month
    features: tuple[str, ...]
    content: bytes
    lines: tuple[ExpectedLine, ...]
    doubts: tuple[str, ...]


def make_layout(seed: int) -> Layout:
    """Draw the workbook of a seed: usual in most things, and odd in a few that are drawn independently."""
    rng = Random(seed)
    drawn = draw_features(rng)
    months = [6, 9, 12] if "quarter_sheets" in drawn else range(3, 13)
    draft = Draft(rng, rng.choice([2025, 2026]), rng.choice(list(months)), "en" if rng.random() < 0.2 else "da")
    for stage in STAGES:
        features = [name for name in drawn if CATALOGUE[name].__module__ == stage.__name__]
        if stage is not done and hasattr(stage, "ordinary"):
            stage.ordinary(draft)
        for name in features:
            CATALOGUE[name](draft)
        if stage is done:
            done.ordinary(draft)
            done.settle(draft)
    return _written(seed, draft, drawn)


def draw_features(rng: Random) -> list[str]:
    """Draw how many oddities a workbook has, and which: at most one of those that exclude each other."""
    data = weights()
    count = rng.choices(range(len(data["oddities"])), data["oddities"])[0]
    group_of = {name: group for group, names in data["exclusive"].items() for name in names}
    weight_of = {**data["free"], **{name: w for names in data["exclusive"].values() for name, w in names.items()}}
    drawn: list[str] = []
    while len(drawn) < count:
        name = rng.choices(list(weight_of), list(weight_of.values()))[0]
        taken = {group_of[other] for other in drawn if other in group_of}
        if name not in drawn and group_of.get(name) not in taken:
            drawn.append(name)
    return [name for name in weight_of if name in drawn]


def _written(seed: int, draft: Draft, drawn: Sequence[str]) -> Layout:
    papers = composition.compose(draft)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.created = workbook.properties.modified = datetime(2025, 1, 1)
    for paper in papers:
        paper.write(workbook.create_sheet(paper.name))
    out = io.BytesIO()
    workbook.save(out)
    name = {"da": "Statusoversigt.xlsx", "en": "Project status.xlsx"}[draft.language]
    lines = _expected(draft)
    month = Month(draft.year, draft.month)
    return Layout(seed, name, month, tuple(drawn), out.getvalue(), lines, tuple(draft.doubts))


def _expected(draft: Draft) -> tuple[ExpectedLine, ...]:
    seen: set[int] = set()
    expected = []
    for line in draft.lines:
        if not line.struck:
            expected.append(ExpectedLine(_titles(line), line.light, optional=id(line) in seen))
        seen.add(id(line))
    return tuple(expected)


def _titles(line: Line) -> tuple[str, ...]:
    title = f"{line.title} {line.tail}" if line.tail else line.title
    return (f"{line.parent}: {title}", title) if line.parent else (title,)


def plain(title: str) -> str:
    """Give a title without numbers in front, codes, marks, dashes and case, which a reader may take away."""
    bare = re.sub(r"^\s*\d+(\.\d+)*[.)]?\s+", "", title)
    bare = re.sub(r"\b[rR] ?\d{3}(\([A-Z]\))*", " ", bare)
    return " ".join(re.findall(r"\w+", bare.casefold()))
