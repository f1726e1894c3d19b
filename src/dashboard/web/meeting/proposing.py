"""What the next meeting would be: when, on which status, and with which agenda."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dashboard import queries
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.web.plan import Selection, ask

WEEK = timedelta(days=7)
FRIDAY = 4


def today() -> date:
    """Give the day it is in Denmark."""
    return in_denmark(utc_now()).date()


def next_day(last: date | None, now: date) -> date:
    """Propose a day: about a month after the last one on the same weekday, or in a week; never one that has passed."""
    if last is None:
        return _weekday(now + WEEK)
    day = last + 4 * WEEK
    if (day.year, day.month) == (last.year, last.month):
        day += WEEK
    while day < now:
        day += WEEK
    return day


def _weekday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day


def proposed_day(body: str) -> date:
    """Propose when a body meets next."""
    told = ask(queries.meetings)
    days = told.loc[told["body"] == body, "held_on"]
    return next_day(None if days.empty else days.max().date(), today())


def bodies() -> list[str]:
    """List who can meet: direktionen, every udvalg of the newest status, and names that have met before."""
    newest = ask(queries.default_selection)
    options = ask(queries.filter_options, newest) if newest else None
    found = set() if options is None else set(options.loc[options["field"] == "udvalg", "value"]) - {""}
    known = [udvalg.key for udvalg in terms().udvalg]
    told = [body for body in ask(queries.meetings)["body"] if body != DIREKTIONEN]
    udvalg = [*(key for key in known if key in found), *sorted(found - set(known))]
    return list(dict.fromkeys([DIREKTIONEN, *udvalg, *told]))


def months() -> dict[Month, list[Scope]]:
    """List the months that can be looked at, newest first, each with its scopes, widest first."""
    offered: dict[Month, list[Scope]] = {}
    for row in ask(queries.deliveries).to_dict("records"):
        offered.setdefault(Month.parse(row["month"]), []).append(Scope(row["scope"]))
    return offered


def proposal(meeting: Meeting) -> list[dict[Hashable, Any]]:
    """List the lines that a meeting should go through; an udvalg's are its own, with the cross-cutting among them."""
    compare = ask(queries.previous_month, meeting.month, meeting.scope)
    selection = Selection(meeting.month, compare, meeting.scope)
    options = ask(queries.filter_options, selection)
    if meeting.body in set(options.loc[options["field"] == "udvalg", "value"]) or _is_udvalg(meeting.body):
        selection = replace(selection, udvalg=(meeting.body,))
    return ask(queries.agenda_proposal, selection, meeting.body, meeting.held_on).to_dict("records")


def _is_udvalg(body: str) -> bool:
    return any(udvalg.key == body for udvalg in terms().udvalg)
