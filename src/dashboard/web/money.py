"""Økonomi: how many kroner lie under each light, year by year, part by part and month by month."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.charts.money import WORSE, describe_money, months_figure, parts_figure, years_figure
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.queries import Part
from dashboard.web import address, money_words, phrases, places, texts
from dashboard.web.choice import choose
from dashboard.web.figure import Cell, figure_table, show_plot
from dashboard.web.filters import WITHOUT
from dashboard.web.links import list_address
from dashboard.web.markup import light, tag
from dashboard.web.money_words import SIDES
from dashboard.web.plan import Selection, ask
from dashboard.web.strips import strip_months

TITLE = "Økonomi"
BY, YEAR = "Fordel beløb efter", "År"
YEARS = "Beløb pr. år efter lys"
PER = {"udvalg": "Beløb pr. udvalg i {year}", "tema": "Beløb pr. tema i {year}", "art": "Beløb pr. art i {year}"}
MONTHS = "Beløb i røde og gule, måned for måned ({year})"
IN_RED, NO_RED = "I røde indsatser {year}:", "ingen er røde"
NONE = "Ingen af indsatserne har beløb."
SAVINGS_BELOW = "Besparelser under stregen, udgifter over."
SAVINGS_LEFT = "Besparelser til venstre, udgifter til højre."
IN_BOTH = "En indsats i to udvalg tæller i begge."
LIGHT, MONTH = "Lys", "Måned"
LONGEST = 12
PARTS: tuple[Part, ...] = ("udvalg", "tema", "art")


def show_money(selection: Selection, parts: Sequence[Part] = PARTS) -> None:
    """Show the amounts of the lines that are selected: by year, by the part that is chosen, and over time."""
    money = ask(queries.money, selection)
    with st.container(horizontal=True, vertical_alignment="center", key="oekonomi"):
        st.html(tag("h2", escape(TITLE)), width="content")
        if not money["with_amounts"].sum():
            st.html(tag("p", escape(NONE), "quiet"))
            return
        answer = st.empty()
        by = choose(BY, "beloeb", {part: texts.PARTS[part] for part in parts}, parts[0])
        years = {str(year): str(year) for year in sorted(set(money["year"]))}
        year = int(choose(YEAR, "aar", years, str(money_words.year_of(selection))))
    answer.html(_answer(money, year))
    st.html(_key())
    with st.container(key="beloebsfigurer"):
        left, middle, right = st.columns([1, 1.25, 1.1], gap="large")
    with left:
        _show_years(money)
    with middle:
        _show_parts(ask(queries.money, selection, _part(by)), _part(by), year)
    with right:
        _show_months(ask(queries.money_history, selection), selection, year)


def _answer(money: pd.DataFrame, year: int) -> str:
    """Say what lies in red in the year, and how many lines have amounts at all."""
    red = money[money["light"] == Light.RED]
    in_red = tag("b", escape(IN_RED.format(year=year))) + " " + (money_words.sums(red, year) if len(red) else NO_RED)
    return tag("p", in_red, "money-answer") + tag("p", escape(f"{money_words.coverage(money)}."), "quiet")


def _part(name: str) -> Part:
    return next(part for part in PARTS if part == name)


def _key() -> str:
    return tag("p", "".join(map(light, Light)), "money-key")


def _show_years(money: pd.DataFrame) -> None:
    names = {str(year): str(year) for year in sorted(set(money["year"]))}
    st.html(tag("h3", escape(YEARS)))
    figure = years_figure(money, phrases.thousands, lambda _, light: address.href(places.INDSATS, lys=light))
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
    title = PER[by].format(year=year)

    def lead(value: str, light: Light) -> str:
        return address.href(places.INDSATS, **{by: value or WITHOUT, "lys": light})

    st.html(tag("h3", escape(title)))
    show_plot(
        parts_figure(of_year, values, [_with_coverage(of_year, value, name) for value, name in names.items()],
                     phrases.thousands, lead),
        "beloeb-del", title, describe_money(of_year, "value", names, phrases.thousands),
        _table(texts.PARTS[by], of_year, "value", names), f"{SAVINGS_LEFT} {IN_BOTH if by == 'udvalg' else ''}".strip(),
    )  # fmt: skip


def _with_coverage(money: pd.DataFrame, value: str, name: str) -> str:
    held = money[money["value"] == value].drop_duplicates("light")
    return f"{name}\n({int(held['with_amounts'].sum())} af {int(held['lines'].sum())})"


def _show_months(history: pd.DataFrame, selection: Selection, year: int) -> None:
    of_year = history[(history["year"] == year) & history["light"].isin([str(value) for value in WORSE])]
    months = strip_months(ask(queries.delivered_months, selection), longest=LONGEST)
    names = {str(month): phrases.month_name(month) for month in months if str(month) in set(history["month"])}
    shown = history[(history["year"] == year) & history["month"].isin(list(names))]
    title = MONTHS.format(year=year)

    def lead(month: str, light: Light) -> str:
        return list_address(Month.parse(month), light, selection)

    st.html(tag("h3", escape(title)))
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
