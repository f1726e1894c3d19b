"""The meetings there are, and the next one, which proposes itself."""

from datetime import date

import streamlit as st

from dashboard import queries
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.records import plan_meeting
from dashboard.web.markup import tag
from dashboard.web.meeting.asked import meeting_href
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name


def show_meetings() -> None:
    """List the meetings, and offer the next one."""
    selection = ask(queries.default_selection)
    assert selection is not None
    st.button("Opret møde", on_click=_plan, key="opret")
    rows = ask(queries.meetings).to_dict("records")
    st.html(
        "".join(
            tag("p", tag("a", str(row["held_on"]), href=meeting_href(row["meeting_id"], "gennemgang"))) for row in rows
        )
    )


def _plan() -> None:
    selection = ask(queries.default_selection)
    assert selection is not None
    held_on = date.today()
    proposal = ask(queries.agenda_proposal, selection, DIREKTIONEN, held_on)
    agenda = [(int(row["indsats_id"]), list(row["reasons"])) for row in proposal.to_dict("records")]
    plan_meeting(database(), Meeting(DIREKTIONEN, held_on, selection.month, selection.scope), agenda, viewer_name())
