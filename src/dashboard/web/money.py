"""Økonomi: how many kroner lie under each light, year by year, part by part and month by month; savings apart."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st
from htpy import Fragment, Node, b, fragment, h2, h3, p
from markupsafe import Markup

from dashboard import queries
from dashboard.charts.money import WORSE, describe_money, months_figure, parts_figure, years_figure
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month, calendar_months
from dashboard.queries import PARTS, Part
from dashboard.web import address
from dashboard.web.address import choose
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, figure_table, show_plot
from dashboard.web.filters import KEY_OF, WITHOUT, choose_part, emptied_by
from dashboard.web.links import list_address
from dashboard.web.markup import light
from dashboard.wording import phrases, texts

TITLE = "Økonomi"
BY, YEAR = "Fordel beløb efter", "År"
YEARS = "Beløb pr. år efter lys"
PER = "Beløb pr. {part} i {year}"
MONTHS = "Beløb i røde og gule, måned for måned ({year})"
IN_RED, NO_RED = "I røde indsatser {year}:", "ingen er røde"
NONE = "Ingen af indsatserne har beløb."
SAVINGS_BELOW = "Besparelser under stregen, udgifter over."
SAVINGS_LEFT = "Besparelser til venstre, udgifter til højre."
NO_AMOUNTS = "ingen af dem har beløb"
UNIT = "1.000 kr."
SIDES = {"savings": "besparelser", "expenses": "udgifter"}
LIGHT, MONTH = "Lys", "Måned"
LONGEST = 12


def show_money(selection: Selection, parts: Sequence[Part] = PARTS) -> None:
    """Show the amounts of the lines that are selected: by year, by the part that is chosen, and over time."""
    history = ask(queries.money_history, selection)
    money = history[history["month"] == str(selection.month)]
    with st.container(horizontal=True, vertical_alignment="center", key="oekonomi"):
        st.html(h2[TITLE], width="content")
        if not money["with_amounts"].sum():
            st.html(p(".quiet")[NONE, " ", emptied_by(selection)])
            return
        answer = st.empty()
        by = choose_part(BY, "beloeb", parts)
        years = {str(year): str(year) for year in sorted(set(money["year"]))}
        year = int(choose(YEAR, "aar", years, str(year_of(money, selection))))
    answer.html(_answer(money, year))
    st.html(p(".money-key")[map(light, Light)])
    with st.container(key="beloebsfigurer"):
        left, middle, right = st.columns([1, 1.25, 1.1], gap="large")
    with left:
        _show_years(money)
    with middle:
        _show_parts(ask(queries.money, selection, by), by, year)
    with right:
        _show_months(history, selection, year)


def money_in_red(selection: Selection, by: Part | None = None) -> pd.DataFrame:
    """Give the amounts of the lines that are red: a part of those of all, where no light is asked for."""
    if selection.light:
        return ask(queries.money, replace(selection, light=(str(Light.RED),)), by)
    money = ask(queries.money, selection, by)
    return money[money["light"] == Light.RED]


def year_of(money: pd.DataFrame, selection: Selection) -> int:
    """Give the year of the plan that the month lies in, or the nearest one that has amounts."""
    return int(min(money["year"], key=lambda year: abs(year - selection.month.year), default=selection.month.year))


def sums(money: pd.DataFrame, year: int) -> Node:
    """Draw the savings and the expenses of a year: "−4.700 besparelser · 2.000 udgifter (1.000 kr.)"."""
    if not money["with_amounts"].sum():
        return NO_AMOUNTS
    of_year = money[money["year"] == year]
    savings, expenses = (
        fragment[b[phrases.thousands(float(of_year[side].sum()))], f" {name}"] for side, name in SIDES.items()
    )
    return [savings, " · ", expenses, " (", Markup(UNIT.replace(" ", "&nbsp;")), ")"]


def _coverage(money: pd.DataFrame) -> str:
    """Say how many lines the sums are of: "42 af 142 indsatser har beløb"."""
    held = money.drop_duplicates(["value", "month", "light"])
    n, of = int(held["with_amounts"].sum()), int(held["lines"].sum())
    return f"{phrases.number(n)} af {phrases.count_of(of, 'indsats', 'indsatser')} har beløb"


def _answer(money: pd.DataFrame, year: int) -> Fragment:
    """Say what lies in red in the year, and how many lines have amounts at all."""
    red = money[money["light"] == Light.RED]
    in_red = sums(red, year) if len(red) else NO_RED
    return fragment[p(".money-answer")[b[IN_RED.format(year=year)], " ", in_red], p(".quiet")[f"{_coverage(money)}."]]


def _show_years(money: pd.DataFrame) -> None:
    names = {str(year): str(year) for year in sorted(set(money["year"]))}
    st.html(h3[YEARS])
    figure = years_figure(money, phrases.thousands, lambda _, light: address.href(address.INDSATS, lys=light))
    show_plot(
        figure, "beloeb-aar", YEARS,
        describe_money(money, "year", names, phrases.thousands), _table(YEAR, money, "year", names), SAVINGS_BELOW,
    )  # fmt: skip


def _show_parts(money: pd.DataFrame, by: Part, year: int) -> None:
    of_year = money[money["year"] == year]
    red = of_year[of_year["light"] == Light.RED].set_index("value")
    size = (red["expenses"] - red["savings"]).to_dict()
    values = sorted(dict.fromkeys(of_year["value"]), key=lambda value: (-size.get(value, 0.0), value == ""))
    names = {value: f"{phrases.part_name(by, value)}" for value in values}
    title = PER.format(part=texts.PARTS[by].lower(), year=year)

    def lead(value: str, light: Light) -> str:
        return address.href(address.INDSATS, **{KEY_OF[by]: value or WITHOUT, "lys": light})

    st.html(h3[title])
    show_plot(
        parts_figure(of_year, values, [_with_coverage(of_year, value, name) for value, name in names.items()],
                     phrases.thousands, lead),
        "beloeb-del", title, describe_money(of_year, "value", names, phrases.thousands),
        _table(texts.PARTS[by], of_year, "value", names),
        f"{SAVINGS_LEFT} {texts.IN_BOTH if by == 'udvalg' else ''}".strip(),
    )  # fmt: skip


def _with_coverage(money: pd.DataFrame, value: str, name: str) -> str:
    held = money[money["value"] == value].drop_duplicates("light")
    return f"{name}\n({int(held['with_amounts'].sum())} af {int(held['lines'].sum())})"


def _show_months(history: pd.DataFrame, selection: Selection, year: int) -> None:
    of_year = history[(history["year"] == year) & history["light"].isin([str(value) for value in WORSE])]
    months = calendar_months(ask(queries.delivered_months, selection), longest=LONGEST)
    names = {str(month): phrases.month_name(month) for month in months if str(month) in set(history["month"])}
    shown = history[(history["year"] == year) & history["month"].isin(list(names))]
    title = MONTHS.format(year=year)

    def lead(month: str, light: Light) -> str:
        return list_address(Month.parse(month), light, selection)

    st.html(h3[title])
    show_plot(
        months_figure(shown, months, phrases.thousands, lead), "beloeb-maaneder", title,
        describe_money(of_year, "month", names, phrases.thousands), _table(MONTH, of_year, "month", names),
        SAVINGS_BELOW,
    )  # fmt: skip


def _table(head: str, money: pd.DataFrame, by: str, names: dict[str, str]) -> str:
    """Write the savings and expenses of each row under each light that is told of."""
    lights = [value for value in Light if value in set(money["light"])]
    keyed = {
        (str(row[by]), str(row["light"])): row
        for row in money.groupby([by, "light"], as_index=False)[list(SIDES)].sum().to_dict("records")
    }
    rows: list[list[Cell]] = []
    for key, name in names.items():
        found = [keyed.get((key, value)) for value in lights]
        rows.append([name, *(phrases.thousands(row[side]) if row else "0" for row in found for side in SIDES)])
    return figure_table([head, *(f"{word(value)}: {side}" for value in lights for side in SIDES.values())], rows)
