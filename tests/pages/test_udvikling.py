"""Udvikling, opened the way a viewer opens it."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.queries import Lasting, RedSpell
from dashboard.web.lasting import lasting_sentence, trend
from dashboard.web.progress.months import FIRST
from drawn_page import html, seen

JUNE = [("Flådestyring", "ØK", "green"), ("Aktindsigt", "ØK, KB", "red"), ("Taskforce", "AU", "green")]
AUGUST = [("Flådestyring", "ØK", "green"), ("Aktindsigt", "ØK, KB", "yellow"), ("Taskforce", "AU", "green")]
SEPTEMBER = [
    ("Flådestyring", "ØK", "red"),
    ("Aktindsigt", "ØK, KB", "green"),
    ("Taskforce", "AU", "not_reported"),
    ("Skovrejsning", "KB", "green"),
]


@pytest.fixture
def open_page(switch_to: Callable[[str], AppTest]) -> Callable[..., AppTest]:
    """Open the page, perhaps with something in its address."""

    def opened(**asked: Any) -> Any:
        app = switch_to("udvikling")
        for key, value in asked.items():
            app.query_params[key] = value
        return app.run()

    return opened


@pytest.fixture
def three_months(report: Callable[..., None]) -> None:
    report("2026-06", *JUNE)
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER, without_tema=("Skovrejsning",))


def plots(page: AppTest) -> list[dict[str, Any]]:
    return [json.loads(plot.proto.spec) for plot in page.get("plotly_chart")]


def bars(plot: Any, name: Any) -> Any:
    return next(trace for trace in plot["data"] if trace.get("name") == name)


def numbers(page: AppTest, figure: str) -> list[list[Any]]:
    """Give the rows of the table that a figure opens as."""
    (told,) = re.findall(rf'data-figure="{figure}"[^>]* data-numbers="([^"]*)"', html(page))
    rows: list[list[Any]] = json.loads(unescape(told))[1]
    return rows


def test_an_empty_database_says_how_to_begin(open_page: Callable[..., AppTest]) -> None:
    assert "Der er endnu ikke indlæst nogen status" in seen(open_page())


def test_the_answer_stands_first_in_one_sentence(open_page: Callable[..., AppTest], three_months: None) -> None:
    assert (
        "33 % (1 af 3) af de aktive er røde eller gule mod 33 % (1 af 3) i august: 1 forværret og 1 forbedret."
        in seen(open_page())
    )


def test_every_delivered_month_has_its_bar_and_the_one_between_is_said_to_be_missing(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    page = open_page()
    plot = plots(page)[0]
    assert bars(plot, "Grøn")["x"] == [0, 2, 3]
    assert bars(plot, "Ikke leveret")["x"] == [1]
    assert ["Juli 2026", "ikke leveret"] in [row[:2] for row in numbers(page, "maaneder")]


def test_counts_can_be_shown_in_the_place_of_shares_and_that_is_in_the_address(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    page = open_page()
    page.segmented_control(key="vis").set_value("antal").run()
    assert page.query_params["vis"] == "antal"
    assert bars(plots(page)[0], "Rød")["y"] == [1, 0, 1]
    page.segmented_control(key="vis").set_value("andel").run()
    assert "vis" not in page.query_params


def test_a_link_opens_the_view_it_names(open_page: Callable[..., AppTest], three_months: None) -> None:
    page = open_page(vis="antal", per="udvalg")
    assert page.segmented_control(key="vis").value == "antal"
    assert "Pr. udvalg" in seen(page)


def test_a_link_to_a_view_that_does_not_exist_opens_the_usual_one(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    assert "Pr. tema" in seen(open_page(per="<script>"))


def test_a_segment_leads_to_its_lines_as_of_its_month(open_page: Callable[..., AppTest], three_months: None) -> None:
    assert bars(plots(open_page())[0], "Rød")["customdata"] == [
        "./indsats?maaned=2026-06&lys=red",
        "./indsats?maaned=2026-08&lys=red",
        "./indsats?lys=red",
    ]


def test_a_filter_on_lights_turns_shares_into_counts_and_says_so(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    page = open_page(lys="red")
    assert "her vises antal og ikke andele" in seen(page)
    assert bars(plots(page)[0], "Rød")["y"] == [1, 0, 1]


def test_all_seven_temaer_have_a_panel_in_their_order_and_those_without_come_last(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    names = re.findall(r'<section class="panel"><h3><a[^>]*>([^<]+)</a>', html(open_page()))
    assert names[:2] == ["Økonomisk Politik", "Politiske visioner"]
    assert names[-1] == "Uden tema"
    assert len(names) == 8


def test_a_panel_can_be_for_udvalg_and_says_that_lines_count_in_both(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    page = open_page()
    page.segmented_control(key="per").set_value("udvalg").run()
    said = seen(page)
    assert "Økonomiudvalget 50 % røde/gule af 2" in said
    assert "En indsats i to udvalg tæller i begge." in said
    assert "Arbejdsmarkedsudvalget ingen aktive" in said


def test_who_gets_better_and_worse_is_said_with_the_counts_behind(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    page = open_page(per="udvalg", sammenlign="2026-08")
    said = seen(page)
    assert "Ingen af dem har fem indsatser, der kan sammenlignes" in said
    assert "Kommunalbestyrelsen 1 af 1 → 0 af 2 under fem 1 forbedret, 0 forværret, 1 ny grøn" in said
    assert "Økonomiudvalget 1 af 2 → 1 af 2 under fem 1 forbedret, 1 forværret" in said


def test_better_and_worse_are_said_of_the_lines_that_moved_and_not_of_those_that_came(
    open_page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    calm, busy = [(f"Ro {n}", "ØK", "green") for n in range(5)], [(f"Uro {n}", "BUU", "green") for n in range(5)]
    report("2026-08", *calm, *busy, ("Sag", "ØK", "red"))
    report("2026-09", *calm, *busy[1:], ("Uro 0", "BUU", "red"), ("Sag", "ØK", "yellow"), ("Nyt", "BUU", "green"))
    said = seen(open_page(per="udvalg"))
    assert "Bedre : Økonomiudvalget (1 forbedret, 0 forværret)" in said
    assert "Værre : Børne- og Ungdomsudvalget (0 forbedret, 1 forværret)" in said
    assert "Økonomiudvalget 1 af 6 → 1 af 6 bedre 1 forbedret, 0 forværret" in said
    assert "Børne- og Ungdomsudvalget 0 af 5 → 1 af 6 værre 0 forbedret, 1 forværret, 1 ny grøn" in said


def test_every_number_of_the_matrix_opens_its_list(open_page: Callable[..., AppTest], three_months: None) -> None:
    told = html(open_page())
    assert 'href="./indsats?fra=green&amp;til=red">1</a>' in told
    assert 'href="./indsats?aendring=new&amp;til=green">1</a>' in told
    assert '<td class="worsened" title="1: Grøn → Rød">' in told


def test_the_matrix_adds_up_to_what_was_and_what_is(open_page: Callable[..., AppTest], three_months: None) -> None:
    table = re.findall(r'<table class="matrix">(.*?)</table>', html(open_page()))[0]
    rows = [re.findall(r">(\d+|–)(?:</a>)?</td>", row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table)[1:]]
    assert [row[-1] for row in rows] == ["0", "1", "2", "0", "0", "1", "4"]
    assert rows[-1] == ["1", "0", "2", "1", "0", "0", "4"]


def test_a_strip_leads_from_the_name_to_the_card_and_from_a_cell_to_the_card_as_of_its_month(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    told = html(open_page())
    assert re.search(r'class="line-link" href="./indsats\?indsats=\d+">Flådestyring</a>', told)
    assert re.search(r'class="lit yellow" href="./indsats\?maaned=2026-08&amp;indsats=\d+"', told) or re.search(
        r'class="lit yellow" href="./indsats\?indsats=\d+&amp;maaned=2026-08"', told
    )
    assert told.index("Flådestyring</a>") < told.index("Skovrejsning</a>")


def test_what_left_the_plan_comes_last_and_is_explained(
    open_page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-08", *AUGUST)
    report("2026-09", *SEPTEMBER[:2])
    told = html(open_page())
    assert 'class="strip-row is-gone"' in told
    assert re.search(r'<i class="gone"></i></span>Udgået', told)


def test_only_the_first_lines_are_drawn_until_all_are_asked_for(
    open_page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    many = [(f"Indsats nummer {chr(65 + n % 26)}{n}", "ØK", "green") for n in range(FIRST + 7)]
    report("2026-09", *many)
    page = open_page()
    assert html(page).count("strip-name") == FIRST
    assert f"Vis alle {FIRST + 7}" in seen(page)
    page.query_params["strimler"] = "alle"
    assert html(page.run()).count("strip-name") == FIRST + 7
    assert f"Vis kun de første {FIRST}" in seen(page)


def test_one_month_alone_says_what_is_missing(open_page: Callable[..., AppTest], report: Callable[..., None]) -> None:
    report("2026-09", *SEPTEMBER)
    said = seen(open_page())
    assert "Der er kun én status for dette omfang." in said
    assert "Der er ingen tidligere måned at sammenligne med" in said
    assert "33 % (1 af 3) af de aktive er røde eller gule." in said


def test_without_a_comparison_the_matrix_says_how_to_get_one(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    assert "Vælg en måned under »Sammenlign med«" in seen(open_page(sammenlign="ingen"))


def test_filters_that_never_had_any_lines_offer_a_way_back(
    open_page: Callable[..., AppTest], three_months: None
) -> None:
    page = open_page(udvalg="AU", tema="ingen")
    assert "Ingen indsatser passer til filtrene" in seen(page)


def test_the_page_is_as_of_the_month_that_is_asked_for(open_page: Callable[..., AppTest], three_months: None) -> None:
    page = open_page(maaned="2026-08")
    assert bars(plots(page)[0], "Rød")["x"] == [0, 2]
    assert "Skovrejsning" not in seen(page)
    assert "Fra juni til august 2026" in seen(page)


def test_a_narrower_scope_goes_through_the_months_of_the_wider(
    open_page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-08", ("Flådestyring", "ØK", "green"), scope=CROSS_CUTTING)
    report("2026-09", ("Flådestyring", "ØK", "red"), scope=CROSS_CUTTING)
    page = open_page(omfang="tvaergaaende")
    assert bars(plots(page)[0], "Rød")["y"] == [0, 1]


def test_every_figure_has_words_a_table_and_its_files(open_page: Callable[..., AppTest], three_months: None) -> None:
    page = open_page()
    told = html(page)
    assert all(plot.proto.alt for plot in page.get("plotly_chart"))
    assert told.count('class="figure-foot"') == told.count("Vis som tabel") == 8
    assert told.count('data-download="csv"') == told.count('data-download="png"') == 8
    assert told.count('data-download="svg"') == len(page.get("plotly_chart")) == 3


def test_how_long_red_lasts_is_said_with_those_that_are_red_still() -> None:
    told = Lasting(
        n=26, out=15, still=9, longest=7, half_out=3, half_of_out=2.5, soon=9, not_followed=4, soon_share=0.5
    )
    assert lasting_sentence(told) == (
        "Halvdelen er ude efter 3 statusser, af 26 i alt. De 9, der er røde nu, er regnet med så længe, "
        "de har været røde. "
        "Ser man kun på de 15, der er kommet ud, er det 2,5 statusser. "
        "2 blev ikke indberettet eller udgik, mens de var røde, og er regnet med til da."
    )
    assert lasting_sentence(replace(told, half_out=None)).startswith("Mere end halvdelen varer længere end 7 statusser")
    assert lasting_sentence(replace(told, n=0, out=0)) == "Ingen har været røde."


def test_the_last_year_is_set_beside_what_was_before_where_both_are_enough() -> None:
    before = [RedSpell(Month(2025, 3), lasted, is_out=True, is_red=False) for lasted in (1, 2, 3, 4, 4)]
    since = [RedSpell(Month(2026, 3), 4, is_out=False, is_red=True) for _ in range(5)]
    assert trend(before + since, Month(2026, 8)) == (
        "Af de 5, der er blevet røde det seneste år, er 0 % ude inden for tre statusser; af de 5 før var det 60 %."
    )
    assert trend(before[:4] + since, Month(2026, 8)).startswith("Der er for få røde")


def test_no_leftovers_of_code_and_no_strangers_html_are_on_the_page(
    open_page: Callable[..., AppTest], report: Callable[..., None]
) -> None:
    report("2026-08", ("<b>fed</b>", "ØK", "red"), *AUGUST)
    report("2026-09", ("<b>fed</b>", "ØK", "green"), *SEPTEMBER)
    page = open_page()
    assert "<b>fed" not in html(page)
    assert not re.search(r"\b(None|nan|NaN|NaT|<NA>|not_reported|absent)\b", seen(page))
