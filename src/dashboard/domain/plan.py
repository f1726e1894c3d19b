"""A plan is called by the years of the budget agreement that it carries out: "2025-2028"."""

import re
from collections.abc import Iterable

from dashboard.domain.month import Month

YEARS = re.compile(
    r"(?P<called>plan(?:en)?(?: for)?:? )?(?<!\d)(?P<first>20\d\d) ?(?:[-–/]|til) ?(?P<last>20\d\d)(?!\d)"
)
YEARS_OF_A_PLAN = 4  # a budget and its three overslagsår


def plan_years(plan: str) -> range:
    """Give the years of a plan."""
    first, last = plan.split("-")
    return range(int(first), int(last) + 1)


def is_plan(text: str) -> bool:
    """Tell whether a text is the name of a plan."""
    return find_plan([text]) == text


def covers(plan: str, month: Month) -> bool:
    """Tell whether a month lies in the years of a plan."""
    return month.year in plan_years(plan)


def which_plan(plans: Iterable[str], has: str) -> str:
    """Ask which of several plans is meant."""
    return f"Flere planer har {has}: {', '.join(plans)}. Vælg med --plan."


def find_plan(texts: Iterable[str]) -> str | None:
    """Find the plan that texts name: the one that is called a plan before other spans of years; None of several."""
    found = [match for text in texts for match in YEARS.finditer(text.lower())]
    spans = [match for match in found if int(match["last"]) - int(match["first"]) == YEARS_OF_A_PLAN - 1]
    called = [match for match in spans if match["called"]] or spans
    named = {f"{match['first']}-{match['last']}" for match in called}
    return named.pop() if len(named) == 1 else None
