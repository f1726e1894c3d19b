"""What meetings decided about the lines of an udvalg."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from html import escape

from dashboard.web import phrases
from dashboard.web.links import line_link
from dashboard.web.markup import tag, text
from dashboard.web.red.texts import DECISION_STATES
from dashboard.web.udvalg import texts

FIRST = 6
Decision = Mapping[Hashable, object]


def decision_list(decisions: Sequence[Decision]) -> str:
    """Draw the decisions, newest first, or say that there are none."""
    heading = tag("h2", escape(texts.DECISIONS) + " " + text(phrases.number(len(decisions)), "count"))
    if not decisions:
        return heading + tag("p", escape(texts.NO_DECISIONS), "quiet")
    drawn = "".join(map(_decision, decisions[:FIRST]))
    if len(decisions) > FIRST:
        more = tag("summary", escape(phrases.show_all(len(decisions))))
        drawn += tag("details", more + "".join(map(_decision, decisions[FIRST:])), "rest")
    return heading + tag("div", drawn, "part-decisions")


def _decision(decision: Decision) -> str:
    name = " ".join(str(decision[key]) for key in ("title", "code") if isinstance(decision[key], str))
    about = [_day(decision["held_on"]), str(decision["body"]), DECISION_STATES.get(str(decision["state"]), "")]
    if isinstance(decision["responsible"], str) and decision["responsible"]:
        about.append(f"{texts.RESPONSIBLE} {decision['responsible']}")
    if _day(decision["due"]):
        about.append(f"{texts.DUE} {_day(decision['due'])}")
    told = tag("p", line_link(name, int(str(decision["indsats_id"]))) + " " + escape(str(decision["text"])))
    return tag("div", told + tag("p", escape(" · ".join(filter(None, about))), "quiet"), "part-decision")


def _day(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) and value == value else ""
