"""The objects of a PDF that are taken over into another, under numbers of their own there."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Pdf, Stream

REFERENCE = re.compile(rb"(?s)\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|\b(\d+) \d+ R\b")  # strings are passed over


class Objects:
    """Objects of a PDF with the numbers that they have in another, and all that they need."""

    def __init__(self, pdf: Pdf, free: int) -> None:
        self.pdf, self.free = pdf, free
        self._numbers: dict[int, int] = {}
        self._waiting: deque[int] = deque()

    def reserve(self, number: int | None = None) -> Any:
        """Give a new object that stands for one written elsewhere, under a number that is free unless one is given."""
        stands = self.pdf.make_indirect(Dictionary())
        self.stand_for(stands, number)
        return stands

    def stand_for(self, object_: Any, number: int | None = None) -> int:
        """Let an object be the one of a number (None: a free one), written elsewhere; give the number."""
        number = self._next() if number is None else number
        self._numbers[object_.objgen[0]] = number
        return number

    def number(self, object_: Any) -> int:
        """Take an object over and give its number."""
        return self._number(object_.objgen[0])

    def has(self, object_: Any) -> bool:
        """Tell whether an object is taken over."""
        return object_.objgen[0] in self._numbers

    def text(self, object_: Any) -> bytes:
        """Give an object as it is written, and take over what it refers to."""
        if isinstance(object_, Stream):
            return self.text(object_.stream_dict) + b"\nstream\n" + object_.read_raw_bytes() + b"\nendstream"
        return REFERENCE.sub(self._renumbered, object_.unparse(resolved=True))

    def waiting(self) -> Iterator[tuple[int, Any]]:
        """Give what is taken over and not written yet, with its number."""
        while self._waiting:
            old = self._waiting.popleft()
            taken = self.pdf.get_object(old, 0)
            assert not isinstance(taken, Dictionary) or taken.get("/Type") != "/Page", "it leads to a page left out"
            yield self._numbers[old], taken

    def _renumbered(self, found: re.Match[bytes]) -> bytes:
        return found[0] if found[1] is None else b"%d 0 R" % self._number(int(found[1]))

    def _number(self, old: int) -> int:
        if old not in self._numbers:
            self._numbers[old] = self._next()
            self._waiting.append(old)
        return self._numbers[old]

    def _next(self) -> int:
        self.free += 1
        return self.free - 1
