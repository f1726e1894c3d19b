"""Views saved under a name: in the sidebar of every page with filters, the same for everybody."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.records import save_view
from dashboard.web.database import database
from drawn_page import html, seen

LINES = [("Flådestyring", "ØK", "red"), ("Aktindsigt", "BUU", "green")]


def saved() -> list[tuple[str, str, str]]:
    views = queries.saved_views(database().cursor())
    return [(view.name, view.page, view.query) for view in views]


def save(page: AppTest, name: str) -> AppTest:
    page.text_input(key="visning_navn").input(name)
    return page.button(key="visning_gem").click().run()


@pytest.fixture
def page(app: AppTest, report: Callable[..., None]) -> AppTest:
    report("2026-08", *LINES)
    report("2026-09", *LINES)
    return app.run()


def test_without_a_saved_view_it_is_said_what_one_is(page: AppTest) -> None:
    assert "En visning er en side med dens filtre." in seen(page)


def test_a_view_is_saved_with_its_page_its_filters_and_what_only_the_page_has(
    page: AppTest, switch_to: Callable[[str], AppTest]
) -> None:
    page.query_params["udvalg"] = "BUU"
    switch_to("signaler").run()
    page.query_params["vis"] = "indsats"
    page.query_params["afklar"] = "red_long-1"
    page.run()
    assert "»BUU, signaler« er gemt." in seen(save(page, " BUU,  signaler "))
    ((name, path, query),) = saved()
    assert (name, path) == ("BUU, signaler", "signaler")
    assert set(query.split("&")) == {"udvalg=BUU", "vis=indsats"}
    assert re.search(r'class="saved-view" href="signaler\?[^"]*" title="Gemt af \w+ \d', html(page))
    assert page.text_input(key="visning_navn").value == ""


def test_a_view_without_filters_is_the_page_itself(page: AppTest) -> None:
    save(page, "Forsiden")
    assert saved() == [("Forsiden", "", "")]
    assert 'href=".?"' in html(page)


def test_two_views_cannot_have_one_name_and_none_can_be_without(page: AppTest) -> None:
    save(page, "Kun røde")
    assert "Der er allerede en visning, der hedder »kun RØDE«" in seen(save(page, "kun RØDE"))
    assert "Giv visningen et navn." in seen(save(page, "  "))
    assert len(saved()) == 1


def test_a_view_is_taken_away_only_when_that_is_confirmed_and_can_be_brought_back(page: AppTest) -> None:
    save(page, "Kun røde")
    page.button(key="visning_fjern_1").click().run()
    assert "Fjern »Kun røde« for alle?" in seen(page)
    page.button(key="visning_nej_1").click().run()
    assert len(saved()) == 1
    page.button(key="visning_fjern_1").click().run()
    page.button(key="visning_ja_1").click().run()
    assert saved() == []
    assert "saved-view" not in html(page)
    page.button(key="visning_fortryd").click().run()
    assert len(saved()) == 1


def test_what_a_saved_view_asks_for_and_does_not_exist_any_more_is_noted(page: AppTest) -> None:
    save_view(database(), "Gammel", "", "maaned=2025-01&udvalg=BUU", "Ane")
    page.query_params["maaned"] = "2025-01"
    page.query_params["udvalg"] = "BUU"
    said = seen(page.run())
    assert "»Januar 2025« kan ikke vælges under Måned her og er udeladt." in said
    assert "Børne- og Ungdomsudvalget" in said


def test_every_page_with_filters_has_the_saved_views_and_no_other(
    page: AppTest, switch_to: Callable[[str], AppTest]
) -> None:
    save(page, "Kun røde")
    switch_to("udvalg").run()
    assert "Kun røde" in seen(page)
    switch_to("vejledning").run()
    assert "Kun røde" not in seen(page)


def test_names_are_strangers_texts(page: AppTest) -> None:
    save(page, "<b>fed</b>")
    assert "<b>fed" not in html(page)


def test_a_name_is_no_markdown_where_a_button_tells_it(page: AppTest) -> None:
    save(page, ":red[*ØK*] »a_b« ![x](http://ude)")
    told = page.button(key="visning_fjern_1").help
    assert "\\:red\\[\\*ØK\\*\\] »a\\_b« !\\[x\\](http\\:\u2060//ude)" in told
