"""How long reds last: those that are red still count for as long as they have been seen (Kaplan and Meier)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from statistics import median

from dashboard.domain.month import Month
from dashboard.queries.answer import selection_rows
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

SOON = 3  # statuses


@dataclass(frozen=True)
class RedSpell:
    """A line that was red, since when and for how many statuses; neither out nor red still: its end was not seen."""

    began: Month
    lasted: int
    is_out: bool
    is_red: bool


@dataclass(frozen=True)
class _Alike(RedSpell):
    n: int


@dataclass(frozen=True)
class Lasting:
    """How long some spells of red last.

    ``half_out`` is after how many statuses half of them are out, None while more than half last longer than anybody
    has seen; ``longest`` is how long that is. ``half_of_out`` is the same of those alone that came out. ``soon`` are
    those out within SOON statuses, ``not_followed`` those not followed so long, and ``soon_share`` the share that is
    out by then, None where it cannot be told.
    """

    n: int
    out: int
    still: int
    longest: int
    half_out: int | None
    half_of_out: float | None
    soon: int
    not_followed: int
    soon_share: float | None

    @property
    def unseen(self) -> int:
        """Give how many ended without its being seen how."""
        return self.n - self.out - self.still


def red_spells(con: Seen, selection: Selection) -> tuple[RedSpell, ...]:
    """List every spell of red up to the month shown, by when it began."""
    found = selection_rows(con, "red_spells", _Alike, selection)
    alike = (repeat(RedSpell(one.began, one.lasted, one.is_out, one.is_red), one.n) for one in found)
    return tuple(chain.from_iterable(alike))


def lasting(spells: Sequence[RedSpell]) -> Lasting:
    """Tell how long spells of red last."""
    out = [spell.lasted for spell in spells if spell.is_out]
    red = _still_red(spells)
    half = next((number for number, share in enumerate(red, 1) if share <= 0.5 + 1e-9), None)
    soon = red[SOON - 1] if len(red) >= SOON else 0.0 if red and red[-1] == 0 else None
    return Lasting(
        n=len(spells),
        out=len(out),
        still=sum(spell.is_red for spell in spells),
        longest=max((spell.lasted for spell in spells), default=0),
        half_out=half,
        half_of_out=median(out) if out else None,
        soon=sum(lasted <= SOON for lasted in out),
        not_followed=sum(not spell.is_out and spell.lasted <= SOON for spell in spells),
        soon_share=None if soon is None else 1 - soon,
    )


def quarters(spells: Sequence[RedSpell]) -> dict[str, Lasting]:
    """Tell how long those that began in each quarter last: "3. kvartal 2026"."""
    by_quarter: dict[str, list[RedSpell]] = {}
    for spell in spells:
        name = f"{(spell.began.number + 2) // 3}. kvartal {spell.began.year}"
        by_quarter.setdefault(name, []).append(spell)
    return {name: lasting(group) for name, group in by_quarter.items()}


def _still_red(spells: Sequence[RedSpell]) -> list[float]:
    """Estimate what share is red still after one status, two, and so on, as far as any was followed.

    Whoever has been red for two statuses and is so still has not been asked the second time whether it is out.
    """
    shares, share, number = [], 1.0, 1
    while followed := sum(spell.lasted > number or (spell.lasted == number and spell.is_out) for spell in spells):
        share *= 1 - sum(spell.is_out and spell.lasted == number for spell in spells) / followed
        shares.append(share)
        number += 1
    return shares
