"""How a sheet names its columns and cells: 7 is "G", the seventh column's cell in row 7 "G7"."""

from collections.abc import Sequence
from functools import lru_cache

LETTERS = 26
MOST_LISTED = 12


@lru_cache(maxsize=1024)
def column_letter(number: int) -> str:
    """Name a column by its number: 28 is "AB"."""
    rest, place = divmod(number - 1, LETTERS)
    return (column_letter(rest) if rest else "") + chr(ord("A") + place)


def column_number(letters: str) -> int:
    """Give the number of a column by its letters: "AB" is 28."""
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """Name a cell by row and column number: 7, 7 is "G7"."""
    return f"{column_letter(column)}{row}"


def listed(cells: Sequence[str], between: str = ", ") -> str:
    """List the first of what is said of cells: "C4, C5 m.fl."."""
    return between.join(cells[:MOST_LISTED]) + " m.fl." * (len(cells) > MOST_LISTED)
