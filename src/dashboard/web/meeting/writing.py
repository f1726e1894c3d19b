"""The decision that is being written: saved at every pause, over the version it was made from and no other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.meeting import Decision
from dashboard.queries import StandingDecision
from dashboard.records import MeetingError, OverwriteError, write_decision
from dashboard.web.database import database
from dashboard.web.sign_in import acting

FIELDS = ("text", "responsible", "due", "kind")


@dataclass(frozen=True)
class Draft:
    """What this viewer writes at an item: a new decision (no id yet), or one that was ``told`` before.

    ``round`` renews the fields, which begin with what is ``shown``; ``told`` is what stands as it was written last,
    ``taken_back`` what was before it.
    """

    item_id: int
    round: int = 0
    decision_id: int | None = None
    version: int = 0
    shown: Decision | None = None
    told: Decision | None = None
    saved_at: datetime | None = None
    refused: bool = False
    error: str | None = None
    taken_back: "Draft | None" = None

    def key(self, field: str) -> str:
        """Name a field's widget."""
        return f"beslutning_{field}_{self.item_id}_{self.round}"

    @property
    def begins(self) -> Decision:
        """Give what the fields hold before anything is typed in them: what was put into them, or saved of them last.

        It is drawn with them, and not set in the session: a browser that first sees a later run than the one which set
        it, or draws them anew after a break, draws them empty, and its next word to the server would save that.
        """
        return self.shown or Decision(self.item_id, "decision", "")


def draft(item_id: int) -> Draft:
    """Give what this viewer writes at an item."""
    held: Draft = st.session_state.setdefault(f"draft_{item_id}", Draft(item_id))
    return held


def gone_on_with(item_id: int, here: Iterable[StandingDecision]) -> Draft:
    """Give what this viewer writes at an item, as it stands when the item was not on the screen meanwhile.

    Streamlit forgets a field that is not drawn: come back as it began, it would be saved over what was written.
    """
    now = draft(item_id)
    was_drawn = st.session_state.get(f"drawn_{item_id}") == now.round
    if now.decision_id is not None and was_drawn and now.key("text") not in st.session_state:
        begin(item_id, next((told for told in here if told.decision_id == now.decision_id), None))
    return draft(item_id)


def begin(item_id: int, told: StandingDecision | None = None) -> None:
    """Begin another decision at an item, or go on with one that was written before."""
    begun = Draft(item_id, draft(item_id).round)
    if told is None:
        _in_new_fields(begun, Decision(item_id, "decision", ""))
    else:
        begun = replace(begun, decision_id=told.decision_id, version=told.version, saved_at=told.written_at)
        _in_new_fields(replace(begun, told=told.decision), told.decision)


def save(item_id: int) -> None:
    """Save what stands in the fields; a decision of no words is one only when its kind says something."""
    now = draft(item_id)
    told = _told(now)
    says_nothing = not told.text and told.kind == "decision"
    if now.decision_id is not None or not says_nothing:
        _write(now, replace(told, withdrawn=says_nothing))


def fill(item_id: int, proposed: Mapping[str, Any]) -> None:
    """Put what is proposed into the fields, and save it.

    Into new ones: a browser that is asked before it has drawn them answers with what the old ones hold.
    """
    now = draft(item_id)
    _in_new_fields(now, replace(_told(now), **proposed))
    save(item_id)


def _in_new_fields(now: Draft, told: Decision) -> None:
    st.session_state[f"draft_{now.item_id}"] = replace(now, round=now.round + 1, shown=told)


def note_drawn(now: Draft) -> None:
    """Note that the fields are on the screen: what is missing of them later was forgotten."""
    st.session_state[f"drawn_{now.item_id}"] = now.round


def take_back(item_id: int) -> None:
    """Take back the decision that is being written: it stays as a version, and a held meeting's minutes tell of it."""
    now = draft(item_id)
    _write(now, replace(_told(now), withdrawn=True))
    taken = draft(item_id)
    if not taken.refused:
        begin(item_id)
        st.session_state[f"draft_{item_id}"] = replace(draft(item_id), taken_back=taken)


def bring_back(item_id: int) -> None:
    """Let the decision that was taken back last count again."""
    now = draft(item_id)
    if now.taken_back is not None and now.taken_back.told is not None:
        _in_new_fields(replace(now.taken_back, round=now.round), replace(now.taken_back.told, withdrawn=False))
        save(item_id)


def save_mine(item_id: int, newest: int) -> None:
    """Save over what somebody else wrote, which stays as a version before it."""
    now = replace(draft(item_id), version=newest)
    _write(now, _told(now))


def clock(moment: datetime) -> str:
    """Write a stored time as a clock in Denmark shows it, to the second: what is confirmed is saved."""
    return f"{in_denmark(moment):%H.%M.%S}"


def _write(now: Draft, told: Decision) -> None:
    try:
        decision_id, version = write_decision(database(), told, now.decision_id, now.version, acting("decide"))
        saved = replace(now, decision_id=decision_id, version=version, told=told, shown=told, saved_at=utc_now())
        after = replace(saved, refused=False, error=None)
    except OverwriteError:
        after = replace(now, refused=True)
    except MeetingError as error:
        after = replace(now, error=str(error))
    st.session_state[f"draft_{now.item_id}"] = after


def _told(now: Draft) -> Decision:
    fields = (st.session_state.get(now.key(field), getattr(now.begins, field)) for field in FIELDS)
    text, responsible, due, kind = fields
    told = now.told or Decision(now.item_id, "decision", "")
    who = (responsible or "").strip() or None
    return replace(told, kind=kind or "decision", text=(text or "").strip(), responsible=who, due=due)
