"""Which plan and month a workbook is saved under: as it says, as is given, or asked for where there is a doubt."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from dashboard.domain.clock import this_month
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.plan import covers
from dashboard.domain.reading_answer import ANY_LAYOUT, Choice, Question
from dashboard.domain.reported_month import find_months
from dashboard.domain.terms import terms
from dashboard.intake.answers import Reading
from dashboard.store.snapshots import stored_plans

AS_READ, AS_NAMED, AT_LATEST = "som der står i filen", "som filnavnet siger", "da den ikke kan ligge senere"
WHICH_PLAN, WHICH_MONTH = "Hvilken plan er det status for?", "Hvilken måned er det status for?"


@dataclass(frozen=True)
class PlanAndMonth:
    """The plan (None while it is asked for) with what is wrong and what must be answered about plan and month."""

    plan: str | None
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()


def decide_plan_and_month(con: duckdb.DuckDBPyConnection, reading: Reading) -> PlanAndMonth:
    """Decide the plan with those that are stored beside it, and doubt the month; what was given is not doubted."""
    said, month = reading.parsed.plan, reading.parsed.month
    plan, *others = _plans_meant(reading, stored_plans(con))
    if others:
        told = issue("unknown-plan" if said else "no-plan", value=said, detail=" eller ".join([plan, *others]))
        return PlanAndMonth(None, (told,), (_question(WHICH_PLAN, [Choice("plan", x, x) for x in (plan, *others)]),))
    if month is None:
        return PlanAndMonth(plan)
    if not covers(plan, month):
        return PlanAndMonth(plan, (issue("month-outside-plan", value=month.label, detail=plan),))
    return PlanAndMonth(plan) if reading.month else _doubted(reading, plan, month)


def _plans_meant(reading: Reading, held: Sequence[str]) -> Sequence[str]:
    """List the plans that a workbook may be of: several where it says none, or one that nobody has heard of."""
    said, month = reading.parsed.plan, reading.parsed.month
    if said is not None:
        is_known = reading.plan is not None or not held or said in (*held, *terms().plans)
        return [said] if is_known else [said, *held]
    known = held or terms().plans
    of_month = [plan for plan in known if month and covers(plan, month)] or known[:1]
    return of_month if held else of_month[:1]


def _doubted(reading: Reading, plan: str, month: Month) -> PlanAndMonth:
    """Ask for the month where the file is called for another one, or it lies ahead and nothing says it is invented."""
    months = {month: AS_READ}
    named = [find_months(str(found.value)) for found in reading.parsed.issues if found.kind == "month-disagrees"]
    months |= {each[0].month: AS_NAMED for each in named}
    now, told = this_month(), []
    if month > now and not reading.parsed.is_example:
        told = [issue("future-month", value=month.label)]
        same = Month(now.year - (month.number > now.number), month.number)
        months = {each: AT_LATEST for each in (same, now) if covers(plan, each)} | months
    if not named and not told:
        return PlanAndMonth(plan)
    choices = [Choice("month", str(each), f"{each.label}, {why}") for each, why in months.items()]
    return PlanAndMonth(plan, tuple(told), (_question(WHICH_MONTH, choices, list(months).index(month)),))


def _question(text: str, choices: Sequence[Choice], proposed: int | None = None) -> Question:
    return Question("", "", ANY_LAYOUT, text, tuple(choices), proposed)
