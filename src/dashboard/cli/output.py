"""What the verbs write: sentences for people, one JSON document for programs."""

import json
import re
import shlex
import shutil
import sys
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import Any, NoReturn

import typer
from rich.console import Console

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.terms import terms

Document = dict[str, Any]
NAMED_DATABASE: ContextVar[Path | None] = ContextVar("named_database", default=None)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def lights_text(document: Document) -> str:
    """Count the lights of a document in words, worst first."""
    counts = document["lights"] | {"done": document["done"]}
    return " · ".join(terms().lights[light].count(int(counts[light])) for light in Light)


def count_of(n: int, one: str, many: str) -> str:
    """Count in words: "1 indsats", "2 indsatser"."""
    return f"{n} {one if n == 1 else many}"


def scope_label(scope: str) -> str:
    """Give what a scope is called within a sentence."""
    labels = {PLAN.key: "hele planen", CROSS_CUTTING.key: "tværgående indsatser"}
    return labels.get(scope) or terms().udvalg_name(scope)


def paragraph(said: str, indent: int = 2, style: str | None = None) -> None:
    """Write a text no wider than the screen, its lines under each other."""
    margin = " " * indent
    filled = fill(
        " ".join(said.split()),
        width=out.width,
        initial_indent=margin,
        subsequent_indent=margin + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    out.print(filled, style=style, markup=False)


def print_rest(n: int, shown: int | None, indent: int) -> None:
    """Say how many more there are, and how to see them."""
    if shown is not None and n > shown:
        paragraph(f"… og {n - shown} til. Vis alle med --all.", indent=indent)


def quoted(word: str) -> str:
    """Write a word so that every shell takes it as one, and reads nothing into it."""
    if re.fullmatch(r"[\w./\\:=+~-]+", word):
        return word
    return shlex.quote(word) if re.search(r'["$`!]', word) else f'"{word}"'


def command(said: str) -> str:
    """Write a command to be copied: the program as it was called here, on the database that was named here."""
    database = NAMED_DATABASE.get()
    return f"{program()} {said}" + (f" --database {quoted(str(database))}" if database else "")


def program() -> str:
    """Name the program as it was called here: by its path where its name alone would not be found."""
    called = sys.argv[0]
    is_found = Path(called).stem != "dashboard" or shutil.which("dashboard") == shutil.which(called)
    return "dashboard" if is_found else quoted(called)


def print_json(document: object) -> None:
    """Write one JSON document and nothing else."""
    print(json.dumps(document, ensure_ascii=False, indent=2, default=plain))


def plain(value: Any) -> Any:
    """Turn a value of an answer into one that JSON has."""
    import pandas as pd  # takes long to load, and is there already when the answer is a table

    if isinstance(value, Month | Scope):
        return str(value)
    if isinstance(value, dict):
        return {str(key): float(amount) for key, amount in value.items()}
    if hasattr(value, "tolist"):
        return value.tolist()
    if value is None or pd.isna(value):
        return None
    return value.isoformat() if isinstance(value, date) else value


def fail(message: str, code: int = 1) -> NoReturn:
    """End with a sentence on stderr."""
    err.print(message, markup=False)
    raise typer.Exit(code)
