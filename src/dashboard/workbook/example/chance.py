"""Chance that falls the same way on every machine and in every Python: a seed and a name give a stream of picks."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of picks for one purpose. Only random() is used: its sequence is promised never to change."""

    def __init__(self, seed: int, name: str) -> None:
        self._random = random.Random(f"{seed}:{name}")

    def happens(self, probability: float) -> bool:
        """Tell whether something of this probability happens."""
        return self._random.random() < probability

    def pick(self, among: Sequence[T]) -> T:
        """Pick one of several."""
        return among[int(self._random.random() * len(among))]

    def number(self, low: int, high: int) -> int:
        """Pick a whole number, both ends included."""
        return low + int(self._random.random() * (high - low + 1))
