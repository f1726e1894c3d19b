"""A meeting that goes through the lights: its agenda, and what it says of each item."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope

DIREKTIONEN = "direktionen"
Reason = Literal["follow_up", "new_red", "still_red", "focus", "obs", "worse_yellow", "added"]
REASONS: tuple[Reason, ...] = ("follow_up", "new_red", "still_red", "focus", "obs", "worse_yellow", "added")
Kind = Literal["decision", "noted", "material", "help"]
KINDS: tuple[Kind, ...] = ("decision", "noted", "material", "help")
State = Literal["open", "done", "dropped"]
STATES: tuple[State, ...] = ("open", "done", "dropped")


@dataclass(frozen=True)
class Meeting:
    """A meeting of a body ("direktionen", an udvalg's key, or another name), and the status it looks at.

    ``plan`` is whose status that is (None: the newest plan's).
    """

    body: str
    held_on: date
    month: Month
    scope: Scope
    plan: str | None = None

    @classmethod
    def read(cls, body: str, held_on: date, month: str, scope: str) -> "Meeting":
        """Make one of what is stored."""
        return cls(body, held_on, Month.parse(month), Scope(scope))


@dataclass(frozen=True)
class AgendaItem:
    """One point of an agenda: a line of the plan, or (without ``indsats_id``) a topic of its own.

    ``reasons`` say why it is here, ``light`` how the meeting sees the line when otherwise than reported.
    """

    meeting_id: int
    indsats_id: int | None
    topic: str | None
    reasons: tuple[str, ...]
    position: float
    invited: str | None = None
    focus: bool = False
    light: Light | None = None
    removed: bool = False


@dataclass(frozen=True)
class Decision:
    """What a meeting said of an item; ``note`` says what became of it."""

    item_id: int
    kind: Kind
    text: str
    responsible: str | None = None
    due: date | None = None
    state: State = "open"
    note: str | None = None
    withdrawn: bool = False
