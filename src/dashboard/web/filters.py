"""The filters in the sidebar, the same on every page and in the address.

A filter nobody has touched holds nothing and shows its default as placeholder, so it follows when the month changes.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

import streamlit as st
from htpy import Element, Node, a, span

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


@dataclass(frozen=True)
class Choices:
    """What the filters offer, what they hold of what was asked for, and what that selects.

    ``held`` has what each widget holds, by its key; ``notes`` a sentence for each thing that cannot be chosen.
    """

    held: Mapping[str, object]
    plans: Sequence[str]
    months: Sequence[str]
    newest: str
    compared: Sequence[str]
    usual: str
    scopes: Sequence[str]
    options: Sequence[FilterOption]
    selection: Selection
    notes: Sequence[str]


def show_filters(*, of_half_year: bool = False) -> None:
    """Draw the filters and remember what they select for the page; draw none while the database is empty.

    A half-year status is of the whole plan, where it was delivered, and compared with the last one.
    """
    st.session_state[NOTES], st.session_state[STATE] = [], None
    if not ask(queries.plans):
        return
    address.adopt(FIELDS)
    found = choices({key: st.session_state[key] for key in FIELDS}, of_half_year=of_half_year)
    st.session_state.update({NOTES: [*found.notes], STATE: found.selection, **found.held})
    with st.sidebar:
        _draw(found)
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
    """Name a plan where files of another were imported too, also such as are withdrawn; nothing where none were.

    What is withdrawn may be brought back, and an address must mean the same then.
    """
    plans = {each.plan for each in ask(queries.revision_names)}
    return (plan,) if plan is not None and plans | {plan} != {plan} else ()


def choices(asked: Mapping[str, object], *, of_half_year: bool = False) -> Choices:
    """Say what the filters offer and select when this is asked for, by a link or before the month changed."""
    held, said = dict(asked), list[str]()

    def one(label: str, key: str, options: Sequence[str], default: str, name: Callable[[str], str]) -> str:
        value = held[key]
        if value is not None and value not in options:
            held[key] = None
            said.append(phrases.left_out(label, _name_of(str(value), name)))
        return str(held[key] or default)

    def several(label: str, key: str, options: Collection[str], name: Callable[[str], str]) -> tuple[str, ...]:
        values: list[str] = list(held[key])  # type: ignore[call-overload]  # as FIELDS says
        said.extend(phrases.left_out(label, _name_of(value, name)) for value in values if value not in options)
        held[key] = [value for value in values if value in options]
        return tuple("" if value == WITHOUT else value for value in values if value in options)

    plans = ask(queries.plans)
    plan = one(texts.PLAN, PLAN_KEY, plans, _plan_of(held[MONTH_KEY], plans), str)
    held[PLAN_KEY] = next(iter(plan_beside(plan)), None)
    offered = ask(queries.deliveries, plan=plan)
    if of_half_year:
        offered = tuple(each for each in offered if each.scope.is_plan) or offered
    months, newest = list(dict.fromkeys(str(each.month) for each in offered)), str(queries.opening(offered).month)
    month = Month.parse(one(texts.MONTH, MONTH_KEY, months, newest, _month_name))
    scopes = [each.scope.key for each in offered if each.month == month]
    scope = Scope(one(texts.SCOPE, SCOPE_KEY, scopes, scopes[0], _scope_name))
    earlier = [each.month for each in offered if each.scope == scope and each.month < month]
    usual = ask(queries.last_half_year, month, plan) if of_half_year else next(iter(earlier), None)
    compared, standard = [*map(str, earlier), WITHOUT], str(usual) if usual else WITHOUT
    compare = one(texts.COMPARE, COMPARE_KEY, compared, standard, _compared_name)
    selection = Selection(month, None if compare == WITHOUT else Month.parse(compare), scope, plan=plan)
    options = ask(queries.filter_options, selection)
    chosen = {
        field: several(texts.PARTS[field], key, _counts(options, field), partial(_value_name, field))
        for key, field in SEVERAL.items()
    }
    trait = several(texts.PARTS[TRAIT], TRAIT_KEY, texts.TRAITS, str)
    selection = replace(
        selection,
        trait=trait,
        lines=_lines_with(trait, selection) if trait else None,
        text=str(held[TEXT_KEY]),
        cross_cutting=bool(held[CROSS_CUTTING_KEY]),
        with_done=not held[WITHOUT_DONE_KEY],
        **chosen,  # type: ignore[arg-type]  # by the names of their fields
    )
    return Choices(held, plans, months, newest, compared, standard, scopes, options, selection, said)


def _plan_of(month: object, plans: Sequence[str]) -> str:
    """Name the plan that an address without one means: the oldest with its month, from when there may have been one."""
    return next((plan for plan in sorted(plans) if month in _months(plan)), plans[0])


def _months(plan: str) -> list[str]:
    return [str(one.month) for one in ask(queries.deliveries, plan=plan)]


def _draw(found: Choices) -> None:
    """Draw the widgets; the plan stands first where there are several."""
    if len(found.plans) > 1:
        st.selectbox(texts.PLAN, sorted(found.plans, reverse=True), key=PLAN_KEY)
    _draw_one(texts.MONTH, MONTH_KEY, found.months, found.newest, _month_name)
    _draw_one(texts.COMPARE, COMPARE_KEY, found.compared, found.usual, _compared_name)
    _draw_one(texts.SCOPE, SCOPE_KEY, found.scopes, found.scopes[0], _scope_name)
    for key, field in SEVERAL.items():
        n = _counts(found.options, field)
        named = {value: f"{_value_name(field, value)} ({phrases.number(n[value])})" for value in n}
        _draw_several(texts.PARTS[field], key, named)
    _draw_several(texts.PARTS[TRAIT], TRAIT_KEY, texts.TRAITS)
    st.text_input(texts.TEXT, key=TEXT_KEY, placeholder=texts.TEXT_PLACEHOLDER)
    cross_cutting = _counted(found.options, "cross_cutting", "true", texts.ONLY_CROSS_CUTTING)
    st.checkbox(cross_cutting, key=CROSS_CUTTING_KEY)
    st.checkbox(_counted(found.options, "light", "done", texts.WITHOUT_DONE), key=WITHOUT_DONE_KEY)
    st.button(texts.RESET, on_click=reset, type="tertiary", key="nulstil")


def _draw_one(label: str, key: str, options: Sequence[str], default: str, name: Callable[[str], str]) -> None:
    placeholder = name(default)
    st.selectbox(label, options, index=None, format_func=name, key=key, placeholder=placeholder, filter_mode="contains")


def _draw_several(label: str, key: str, named: Mapping[str, str]) -> None:
    st.multiselect(
        label,
        list(named),
        format_func=named.__getitem__,
        key=key,
        placeholder=texts.ALL,
        filter_mode="contains",
        select_all=False,
    )


def _month_name(key: str) -> str:
    return phrases.month_name(Month.parse(key))


def _compared_name(key: str) -> str:
    return texts.NO_COMPARISON if key == WITHOUT else _month_name(key)


def _scope_name(key: str) -> str:
    return phrases.scope_name(Scope(key))


def _value_name(field: str, value: str) -> str:
    return phrases.part_name(field, "" if value == WITHOUT else value)


def _counts(options: Sequence[FilterOption], field: str) -> dict[str, int]:
    """Give the values of a field with how many lines have each; WITHOUT is for those that have none."""
    return {option.value or WITHOUT: option.n for option in options if option.field == field}


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
    return part_asked_for(address.choose(label, key, names, KEY_OF[parts[0]]), parts)


def part_asked_for(key: str | None, parts: Sequence[Part] = queries.PARTS) -> Part:
    """Give the part of the plan that the address calls so; the first for what is none."""
    return next((part for part in parts if KEY_OF[part] == key), parts[0])


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


def emptied_by(selection: Selection) -> Node:
    """Name the filters that left nothing, and offer to let go of them; nothing where none is chosen."""
    named = ", ".join(f"{label.lower()} »{value.strip('»«')}«" for label, value, _ in _active(selection))
    free = urlencode({key: "" for key in FIELDS if key not in (PLAN_KEY, MONTH_KEY, COMPARE_KEY, SCOPE_KEY)})
    return (
        named and span(".emptied")[texts.EMPTIED_BY.format(filters=named), " ", a(href=f"?{free}")[texts.RESET_FILTERS]]
    )


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
