"""Rows of DuckDB as frozen dataclasses, read by the types of their fields.

A field is read from the column of its name; columns that no field is named after are left. NULL is None where the type
allows it and an empty tuple where it is one; a struct becomes the dataclass that the type names. A field that is a
mapping has the whole row as it came, for what is asked for by the name of a line's field.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import duckdb

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope

Row = TypeVar("Row")
Read = Callable[[Any], Any]


class Named:
    """What has a title and perhaps a code."""

    title: str
    code: str | None

    @property
    def name(self) -> str:
        """Give title and code."""
        return f"{self.title} {self.code}" if self.code else self.title


def fetch_rows(kind: type[Row], asked: duckdb.DuckDBPyConnection) -> tuple[Row, ...]:
    """Fetch what was asked for as rows of a kind; each column is read as one, for there may be thousands of rows."""
    columns = [column[0] for column in asked.description or ()]
    rows = asked.fetchall()
    if not rows:
        return ()
    told = dict(zip(columns, zip(*rows, strict=True), strict=True))
    readers = _readers(kind)  # type: ignore[arg-type]
    whole = (dict(zip(columns, row, strict=True)) for row in rows)
    given = (whole if read is None else _column(read, told[name]) for name, read in readers)
    if not any(field.kw_only for field in fields(kind)):  # type: ignore[arg-type]
        return tuple(map(kind, *given))
    names = [name for name, _ in readers]
    return tuple(kind(**dict(zip(names, values, strict=True))) for values in zip(*given, strict=True))


def _column(read: Read, values: Iterable[Any]) -> Iterable[Any]:
    return values if read is _as_it_is else map(read, values)


@cache
def _readers(kind: Any) -> tuple[tuple[str, Read | None], ...]:
    """Give how each field is read; None for one that has the whole row."""
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return tuple((name, None if get_origin(types[name]) is Mapping else _reader(types[name])) for name in names)


def _reader(kind: Any) -> Read:
    """Give what reads a value of DuckDB as this type."""
    if get_origin(kind) in (UnionType, Union):
        return _reader_of_one(get_args(kind))
    if get_origin(kind) is tuple:
        read = _reader(get_args(kind)[0])
        return lambda values: () if values is None else tuple(map(read, values))
    if kind is Month:
        return cache(Month.parse)
    if not isinstance(kind, type):
        return _as_it_is
    if issubclass(kind, Enum):
        return cache(kind)
    if issubclass(kind, Scope | float):
        return kind
    return _struct_reader(kind) if is_dataclass(kind) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _struct_reader(kind: type[Any]) -> Read:
    readers = _readers(kind)  # type: ignore[arg-type]
    return lambda struct: kind(*[struct if read is None else read(struct[name]) for name, read in readers])


def _reader_of_one(kinds: tuple[Any, ...]) -> Read:
    """Give what reads a value as the first of these types that has it."""
    readers = [_reader(kind) for kind in kinds if kind is not NoneType]
    if readers == [_as_it_is]:
        return _as_it_is

    def read(value: Any) -> Any:
        if value is None and NoneType in kinds:
            return None
        for reader in readers[:-1]:
            try:
                return reader(value)
            except ValueError:
                continue
        return readers[-1](value)

    return read
