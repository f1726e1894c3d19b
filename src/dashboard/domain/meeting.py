"""A meeting that goes through the lights: its agenda, and what it says of each item."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope

DIREKTIONEN = "direktionen"
Reason = Literal[
    "highlighted",
    "follow_up",
    "new_red",
    "known_red",
    "still_red",
    "focus",
    "obs",
    "worse_yellow",
    "back_yellow",
    "focus_area",
    "obs_point",
    "added",
    "kept",
    "closed",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
CHOSEN: tuple[Reason, ...] = ("focus_area", "obs_point", "added", "closed")  # by hand, the others follow from the plan
CASE = "case"
Kind = Literal["decision", "noted", "material", "help"]
KINDS: tuple[Kind, ...] = ("decision", "noted", "material", "help")
State = Literal["open", "done", "dropped"]
STATES: tuple[State, ...] = ("open", "done", "dropped")


@dataclass(frozen=True)
class Meeting:
    """A meeting of a body ("direktionen", an udvalg's key, or another name), and the status it looks at.

    ``plan`` is whose status that is (None: the newest plan's), ``cross_month`` the month of the cross-cutting points
    beside the own part where that is another one, ``kept_plan`` the newest plan that it was chosen not to look at.
    ``invited`` is who is called in for the whole case; a text of the case that is None is the one that terms.toml has
    for the body.
    """

    body: str
    held_on: date
    month: Month
    scope: Scope
    plan: str | None = None
    participants: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    case_number: str | None = None
    route: str | None = None
    background: str | None = None
    presentation: str | None = None
    recommendation: str | None = None
    locked: bool = False
    cross_month: Month | None = None
    kept_plan: str | None = None


@dataclass(frozen=True)
class AgendaItem:
    """One point of an agenda: a line of the plan, or (without ``indsats_id``) a topic of its own or the whole case.

    ``reasons`` say why it is here (``CASE``: it is the whole case, which stands beside the points), ``light`` how the
    meeting sees the line when otherwise than reported, ``documents`` which papers belong to it.
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
    documents: tuple[str, ...] = ()


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
