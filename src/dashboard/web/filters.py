"""The filters in the sidebar, the same on every page and in the address.

A filter nobody has touched holds nothing and shows its default as placeholder, so it follows when the month changes.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import streamlit as st
from htpy import Element, a, span

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.line_fields import FILTERS
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.queries import FilterOption, ListedLine, Part
from dashboard.web import address
from dashboard.web.database import Selection, ask
from dashboard.wording import phrases, texts

PLAN_KEY, MONTH_KEY, COMPARE_KEY, SCOPE_KEY = "plan", "maaned", "sammenlign", "omfang"
SEVERAL = {each.filter: each.key for each in FILTERS} | {"behandling": "treated_by", "lys": "light"}
TRAIT_KEY, TRAIT = "kendetegn", "trait"
KEY_OF = {field: key for key, field in SEVERAL.items()}
PART_GROUPS = {KEY_OF[part]: texts.PARTS[part] for part in queries.PARTS}
CROSS_CUTTING_KEY, WITHOUT_DONE_KEY, TEXT_KEY = "tvaergaaende", "uden_afsluttede", "tekst"
FIELDS: Mapping[str, address.Kind] = {
    PLAN_KEY: "one",
    MONTH_KEY: "one",
    COMPARE_KEY: "one",
    SCOPE_KEY: "one",
    **dict.fromkeys([*SEVERAL, TRAIT_KEY], "several"),
    CROSS_CUTTING_KEY: "yes",
    WITHOUT_DONE_KEY: "yes",
    TEXT_KEY: "words",
}
WITHOUT = "ingen"
STATE = "selection"
NOTES = "filter_notes"


def show_filters(*, of_half_year: bool = False) -> None:
    """Draw the filters and remember what they select for the page; draw none while the database is empty.

    A half-year status is of the whole plan, where it was delivered, and compared with the last one.
    """
    plans = ask(queries.plans)
    st.session_state[NOTES] = []
    if not plans:
        st.session_state[STATE] = None
        return
    address.adopt(FIELDS)
    st.session_state[STATE] = _show(plans, of_half_year=of_half_year)
    address.write(FIELDS)


def selected() -> Selection | None:
    """Give what the filters select, or None while nothing is imported."""
    selection: Selection | None = st.session_state[STATE]
    return selection


def notes() -> list[str]:
    """Give a sentence for each thing that was asked for, by a link or before the month changed, and does not exist."""
    sentences: list[str] = st.session_state[NOTES]
    return sentences


def leave_out(label: str, value: str) -> None:
    """Note that something was asked for that cannot be chosen here."""
    st.session_state[NOTES].append(phrases.left_out(label, value))


def reset() -> None:
    """Let go of every filter."""
    for key in (MONTH_KEY, COMPARE_KEY, SCOPE_KEY):
        st.session_state[key] = None
    for key in (*SEVERAL, TRAIT_KEY):
        st.session_state[key] = []
    st.session_state[CROSS_CUTTING_KEY] = st.session_state[WITHOUT_DONE_KEY] = False
    st.session_state[TEXT_KEY] = ""


def shown_plan() -> str:
    """Name the plan that is shown, or that pages open on; without its years while nothing is stored."""
    selection: Selection | None = st.session_state.get(STATE)
    plan = selection.plan if selection else next(iter(ask(queries.plans)), None)
    return " ".join(filter(None, [texts.PLAN_NAME, plan]))


def plan_beside(plan: str | None) -> tuple[str, ...]:
    """Name a plan, for what is not shown under the filters; nothing where there is only one."""
    return (plan,) if plan is not None and {*ask(queries.plans), plan} != {plan} else ()


def _show(plans: Sequence[str], *, of_half_year: bool) -> Selection:
    with st.sidebar:
        plan = _plan(plans)
        offered = ask(queries.deliveries, plan=plan)
        if of_half_year:
            offered = tuple(one for one in offered if one.scope.is_plan) or offered
        months, newest = list(dict.fromkeys(str(one.month) for one in offered)), str(queries.opening(offered).month)
        chosen = _one(texts.MONTH, MONTH_KEY, months, newest, lambda key: phrases.month_name(Month.parse(key)))
        month = Month.parse(chosen)
        compare_place = st.container()
        scopes = [one.scope.key for one in offered if one.month == month]
        scope = Scope(_one(texts.SCOPE, SCOPE_KEY, scopes, scopes[0], lambda key: phrases.scope_name(Scope(key))))
        with compare_place:
            earlier = [one.month for one in offered if one.scope == scope and one.month < month]
            usual = ask(queries.last_half_year, month, plan) if of_half_year else next(iter(earlier), None)
            compare = _compare(earlier, usual)
        selection = Selection(month, compare, scope, plan=plan)
        options = ask(queries.filter_options, selection)
        several = {field: _several(key, field, options) for key, field in SEVERAL.items()}
        trait = _trait()
        text = st.text_input(texts.TEXT, key=TEXT_KEY, placeholder=texts.TEXT_PLACEHOLDER)
        cross_cutting = st.checkbox(
            _counted(options, "cross_cutting", "true", texts.ONLY_CROSS_CUTTING), key=CROSS_CUTTING_KEY
        )
        without_done = st.checkbox(_counted(options, "light", "done", texts.WITHOUT_DONE), key=WITHOUT_DONE_KEY)
        st.button(texts.RESET, on_click=reset, type="tertiary", key="nulstil")
    return replace(
        selection,
        trait=trait,
        lines=_lines_with(trait, selection) if trait else None,
        text=text,
        cross_cutting=cross_cutting,
        with_done=not without_done,
        **several,  # type: ignore[arg-type]  # by the names of their fields
    )


def _plan(plans: Sequence[str]) -> str:
    """Let the plan be chosen where there are several, first and always in the address; else give the one.

    An address without it may be from when there was one plan: it means the oldest that has its month.
    """
    held, month = st.session_state[PLAN_KEY], st.session_state[MONTH_KEY]
    if held is not None and held not in plans:
        leave_out(texts.PLAN, held)
        held = None
    if len(plans) == 1:
        st.session_state[PLAN_KEY] = None
        return plans[0]
    if held is None:
        held = next((plan for plan in sorted(plans) if month in _months(plan)), plans[0])
    st.session_state[PLAN_KEY] = held
    chosen: str = st.selectbox(texts.PLAN, sorted(plans, reverse=True), key=PLAN_KEY)
    return chosen


def _months(plan: str) -> list[str]:
    return [str(one.month) for one in ask(queries.deliveries, plan=plan)]


def _compare(earlier: Sequence[Month], usual: Month | None) -> Month | None:
    choice = _one(
        texts.COMPARE,
        COMPARE_KEY,
        [*map(str, earlier), WITHOUT],
        str(usual) if usual else WITHOUT,
        lambda key: texts.NO_COMPARISON if key == WITHOUT else phrases.month_name(Month.parse(key)),
    )
    return None if choice == WITHOUT else Month.parse(choice)


def _one(label: str, key: str, options: Sequence[str], default: str, name: Callable[[str], str]) -> str:
    held = st.session_state[key]
    if held is not None and held not in options:
        st.session_state[key] = None
        leave_out(label, _name_of(held, name))
    chosen: str | None = st.selectbox(
        label, options, index=None, format_func=name, key=key, placeholder=name(default), filter_mode="contains"
    )
    return default if chosen is None else chosen


def _several(key: str, field: str, options: Sequence[FilterOption]) -> tuple[str, ...]:
    """Let several values be chosen; WITHOUT stands in the address for the lines that have none."""
    n = {option.value or WITHOUT: option.n for option in options if option.field == field}

    def name(value: str) -> str:
        return phrases.part_name(field, "" if value == WITHOUT else value)

    held = st.session_state[key]
    for value in held:
        if value not in n:
            leave_out(texts.PARTS[field], _name_of(value, name))
    st.session_state[key] = [value for value in held if value in n]
    chosen = st.multiselect(
        texts.PARTS[field],
        list(n),
        format_func=lambda value: f"{name(value)} ({phrases.number(n[value])})",
        key=key,
        placeholder=texts.ALL,
        filter_mode="contains",
        select_all=False,
    )
    return tuple("" if value == WITHOUT else value for value in chosen)


def _trait() -> tuple[str, ...]:
    held = st.session_state[TRAIT_KEY]
    for value in held:
        if value not in texts.TRAITS:
            leave_out(texts.PARTS[TRAIT], value)
    st.session_state[TRAIT_KEY] = [value for value in held if value in texts.TRAITS]
    return tuple(
        st.multiselect(
            texts.PARTS[TRAIT],
            list(texts.TRAITS),
            format_func=texts.TRAITS.__getitem__,
            key=TRAIT_KEY,
            placeholder=texts.ALL,
            filter_mode="contains",
            select_all=False,
        )
    )


def _lines_with(trait: Sequence[str], unfiltered: Selection) -> tuple[int, ...]:
    """Give the lines that are one of these, or have one of these signals open."""
    found = {line.indsats_id for line in ask(queries.line_traits, unfiltered) if line.trait in trait}
    if any(rule.rule in trait for rule in terms().signals):
        signals = ask(queries.scope_signals, unfiltered)
        found |= {each.indsats_id for each in signals if each.rule_key in trait and each.settled is None}
    return tuple(sorted(found))


def _counted(options: Sequence[FilterOption], field: str, value: str, label: str) -> str:
    n = sum(option.n for option in options if (option.field, option.value) == (field, value))
    return f"{label} ({phrases.number(n)})"


def _name_of(value: str, name: Callable[[str], str]) -> str:
    try:
        return name(value)
    except ValueError:  # written by hand in the address
        return value


def choose_part(label: str, key: str, parts: Sequence[Part] = queries.PARTS) -> Part:
    """Let a part of the plan be chosen, the first unless another is; the address calls it as its filter."""
    names = {KEY_OF[part]: texts.PARTS[part] for part in parts}
    chosen = address.choose(label, key, names, KEY_OF[parts[0]])
    return next(part for part in parts if KEY_OF[part] == chosen)


def parted(lines: Sequence[ListedLine], field: str) -> list[tuple[str, list[ListedLine]]]:
    """Put lines under each value that they have of a field, those with most red first; "" has those without."""
    parts: dict[str, list[ListedLine]] = {}
    for line in lines:
        said = line.told[field]
        for value in (said or ("",)) if isinstance(said, list | tuple) else (said or "",):
            parts.setdefault(value, []).append(line)

    def rank(part: tuple[str, list[ListedLine]]) -> tuple[list[int], bool, str]:
        n = Counter(line.light_now for line in part[1])
        return [-n[light] for light in Light], part[0] == "", part[0]

    return sorted(parts.items(), key=rank)


def chips(selection: Selection) -> list[Element]:
    """Draw a chip for each value that a filter holds."""
    return [chip(f"{label}: {value}", value, without) for label, value, without in _active(selection)]


def chip(named: str, shown: str, without: dict[str, address.Values]) -> Element:
    """Draw a chip that takes off what it is named after; ``without`` is what the address holds then."""
    said = texts.REMOVE_FILTER.format(filter=named)
    cross = span(".chip-cross", aria_hidden="true")["×"]
    return a(".chip", href=address.href(**without), title=said, aria_label=said)[shown, cross]


def _active(selection: Selection) -> Iterator[tuple[str, str, dict[str, address.Values]]]:
    for key, field in (SEVERAL | {TRAIT_KEY: TRAIT}).items():
        values: tuple[str, ...] = getattr(selection, field)
        for value in values:
            rest = tuple(other or WITHOUT for other in values if other != value)
            yield texts.PARTS[field], phrases.part_name(field, value), {key: rest}
    if selection.text.strip():
        yield texts.TEXT, f"»{selection.text.strip()}«", {TEXT_KEY: ()}
    if selection.cross_cutting:
        yield texts.SHOWN, texts.ONLY_CROSS_CUTTING, {CROSS_CUTTING_KEY: ()}
    if not selection.with_done:
        yield texts.SHOWN, texts.WITHOUT_DONE, {WITHOUT_DONE_KEY: ()}
