"""What the minutes say of each point: the same on the page, in Word and as text."""

from collections.abc import Hashable, Mapping
from typing import Any

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.meeting import Decision
from dashboard.reports.minutes import MinutesPoint, Said
from dashboard.web import phrases
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.earlier import decision_of
from dashboard.web.meeting.item_words import given, is_line, lasted, light_of, name
from dashboard.web.plan import ask

AD, SEEN = "Ad. ", "{body} ser den som {light}."
ADDED, TAKEN_AWAY, REWORDED = "Tilføjet efter mødet", "Taget ud efter mødet: »{before}«", "Før stod: »{before}«"
FACTS = "Type, ansvarlig eller frist er ændret efter mødet"
BY = "{what} ({who}, {when})"
Row = Mapping[Hashable, Any]


def minutes_points(asked: AskedMeeting) -> dict[int, MinutesPoint]:
    """Give the points of the minutes in order, each under the id of its item."""
    items = ask(queries.agenda, asked.meeting_id).to_dict("records")
    told = ask(queries.decisions, meeting=asked.meeting_id).to_dict("records")
    corrected = ask(queries.corrections, asked.meeting_id).to_dict("records")
    return {
        int(item["item_id"]): MinutesPoint(
            AD + name(item) if is_line(item) else name(item),
            light_of(item),
            lasted(item, asked.meeting.month),
            _seen(asked, item),
            tuple(_said(decision_of(row)) for row in told if row["item_id"] == item["item_id"] and is_said(row)),
            is_focus=bool(item["focus"]),
            corrections=tuple(_correction(row) for row in corrected if row["item_id"] == item["item_id"]),
        )
        for item in items
    }


def undecided_reds(points: Mapping[int, MinutesPoint]) -> list[str]:
    """Name the red lines that nothing was decided about."""
    return [point.name.removeprefix(AD) for point in points.values() if point.light is Light.RED and not point.said]


def is_said(row: Row) -> bool:
    """Tell whether a decision says anything: one whose text was wiped out again does not, unless its kind does."""
    return bool(given(row["text"])) or row["kind"] != "decision"


def _seen(asked: AskedMeeting, item: Row) -> str:
    if not given(item["seen_light"]) or item["seen_light"] == item["light"]:
        return ""
    body = texts.body_name(asked.meeting.body)
    return SEEN.format(body=body, light=word(Light(item["seen_light"])).lower())


def _said(told: Decision) -> Said:
    due = phrases.short_day(told.due) if told.due else ""
    return Said(texts.KINDS[told.kind], told.text.strip(), told.responsible or "", due)


def _correction(row: Row) -> str:
    before, after = given(row["text_before"]), given(row["text"])
    if not isinstance(row["text"], str):
        what = TAKEN_AWAY.format(before=before)
    elif not isinstance(row["text_before"], str):
        what = ADDED
    else:
        what = FACTS if before == after else REWORDED.format(before=before)
    return BY.format(what=what, who=row["written_by"], when=phrases.moment(row["written_at"]))
