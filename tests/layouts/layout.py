"""A layout: the workbook of a seed, what it was made of, and what is right."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from types import ModuleType

import openpyxl

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from layouts import (
    coloured,
    composition,
    division,
    doneness,
    dressing,
    levels,
    light_columns,
    lights,
    lines,
    other_lights,
    plain,
    plans,
    sounding_done,
    surroundings,
)
from layouts.catalogue import CATALOGUE, drawn_features
from layouts.draft import Draft, Line
from layouts.paper import newer_theme

STAGES: tuple[ModuleType, ...] = (
    lines, levels, lights, light_columns, other_lights, doneness,
    plain, sounding_done, plans, coloured, dressing, surroundings, division,
)  # fmt: skip
COLOURED_LIKE_LIGHTS = {"percent_coloured", "month_bars", "week_bars"}
ENDS_OF_QUARTERS = (6, 9, 12)


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


def make_layout(seed: int, features: Sequence[str] | None = None) -> Layout:
    """Draw the workbook of a seed: usual in most things and odd in a few, which are drawn or given."""
    rng = Random(seed)
    drawn = drawn_features(rng)
    if features is not None:
        drawn = list(features)
    months = ENDS_OF_QUARTERS if "quarter_sheets" in drawn else range(3, 13)
    draft = Draft(rng, rng.choice([2025, 2026]), rng.choice(months), "en" if rng.random() < 0.2 else "da")
    for stage in STAGES:
        if hasattr(stage, "begin"):
            stage.begin(draft)
        for name in drawn:
            if CATALOGUE[name].__module__ == stage.__name__:
                CATALOGUE[name](draft)
        if hasattr(stage, "settle"):
            stage.settle(draft)
    if "no_lights" in drawn and not COLOURED_LIKE_LIGHTS.isdisjoint(drawn):
        draft.doubts.append("other things coloured and no status")
    content = _written(draft)
    name = {"da": "Statusoversigt.xlsx", "en": "Project status.xlsx"}[draft.language]
    month = Month(draft.year, draft.month)
    return Layout(seed, name, month, tuple(drawn), content, _expected(draft.lines), tuple(draft.doubts))


def _written(draft: Draft) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for paper in composition.compose(draft):
        paper.write(workbook.create_sheet(paper.name))
    if not draft.older_theme:
        workbook.loaded_theme = newer_theme()
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _expected(drawn: Sequence[Line]) -> tuple[ExpectedLine, ...]:
    """Give the lines that count; struck ones are out, and an equal copy may be told once."""
    seen: set[int] = set()
    expected = []
    for line in drawn:
        title = f"{line.title} {line.tail}" if line.tail else line.title
        titles = (f"{line.parent}: {title}", title) if line.parent else (title,)
        if not line.struck:
            expected.append(ExpectedLine(titles, line.light, optional=id(line) in seen))
        seen.add(id(line))
    return tuple(expected)
