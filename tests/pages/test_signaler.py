"""Signaler, opened the way a viewer opens it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.terms import terms
from dashboard.queries import SignalOutcome, Went
from dashboard.web.database import database
from dashboard.web.signals import outcome_sentence
from drawn_page import html, seen

MONTHS = ("2026-06", "2026-07", "2026-08", "2026-09")
LONG_RED, SILENT, FINE = "Nedbringelse af ventetid", "Aktindsigt", "Flådestyring"


def asked(rule: str, line: str = LONG_RED, month: str = MONTHS[-1]) -> str:
    """Give what a link to settle asks for in the address."""
    found = queries.signals(database().cursor(), queries.Selection(Month.parse(month), None, PLAN))
    return next(signal.key for signal in found if (signal.rule_key, signal.title) == (rule, line))


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    for number, month in enumerate(MONTHS):
        report(
            month,
            (LONG_RED, "BUU", "green" if number == 0 else "red", f"Tekst {number}"),
            (SILENT, "ØK, KB", "not_reported" if number == 3 else "green", f"Tekst {number}"),
            (FINE, "ØK", "green", f"Tekst {number}"),
        )
    return switch_to("signaler")


def settle(page: AppTest, case: str, note: str) -> AppTest:
    page.query_params["afklar"] = case
    page.run()
    page.text_area(key="afklar_note").input(note)
    return page.button(key="afklaret").click().run()


def test_the_answer_is_how_many_signals_on_how_many_lines_and_the_most_serious(page: AppTest) -> None:
    said = seen(page.run())
    assert "3 åbne signaler på 2 af 3 indsatser Mest alvorligt: Rød uden årsag (1)" in said


def test_each_rule_says_what_it_means_and_what_it_found(page: AppTest) -> None:
    said = seen(page.run())
    assert f"Rød længe 1 Indsatsen har været rød i mindst 3 statusser i træk. Rød {LONG_RED} Rød i 3 statusser" in said
    assert f"Ikke indberettet {SILENT} Ikke indberettet ved denne status ØK, KB" in said
    assert FINE not in said


def test_how_good_the_rules_are_is_a_click_away_with_what_it_is_of(page: AppTest) -> None:
    page.query_params["vis"] = "hvor-gode"
    said = seen(page.run())
    assert "Rød længe 1 for få (0) for få (0)" in said
    assert "Hvor der er under ti, siges intet." in said
    went = {"with_it": Went(8, 25), "without": Went(2, 40)}
    red, green = (rule for rule in terms().signals if rule.rule in ("red_long", "date_passed"))
    assert outcome_sentence(SignalOutcome(red, 31, **went)) == (
        "Slået til 31 gange: stadig rød efter tre statusser 32 % (8 af 25), uden signalet 5 % (2 af 40)."
    )
    assert outcome_sentence(SignalOutcome(green, 31, **went)).startswith(
        "Slået til 31 gange: værre inden for tre statusser 32 %"
    )
    assert outcome_sentence(SignalOutcome(green, 1, Went(1, 1), Went(2, 40))).startswith(
        "Slået til 1 gang; der er for få"
    )


def test_rules_without_hits_are_named_in_one_line_and_no_rule_is_missing(page: AppTest) -> None:
    said = seen(page.run())
    silent = said[said.index("Uden signaler:") :]
    assert "Fra grøn direkte til rød · " in silent
    assert "Rød længe" not in silent
    assert all(rule.name in said for rule in terms().signals)


def test_the_address_can_ask_for_one_rule_and_a_chip_lets_go_of_it(page: AppTest) -> None:
    page.query_params["regel"] = "not_reported"
    said = seen(page.run())
    assert SILENT in said
    assert LONG_RED not in said
    assert re.search(r'class="chip" href="./signaler\?" [^>]*aria-label="Fjern filteret Signal: Ikke indb', html(page))


def test_a_rule_that_does_not_exist_is_noted_and_everything_is_shown(page: AppTest) -> None:
    page.query_params["regel"] = "green_<b>"
    page.run()
    assert "»green_&lt;b&gt;« kan ikke vælges under Signal her og er udeladt." in html(page)
    assert LONG_RED in seen(page)


def test_a_line_with_several_signals_can_be_seen_as_one(page: AppTest) -> None:
    page.query_params["vis"] = "indsats"
    said = seen(page.run())
    assert f"Rød {LONG_RED} Rød uden angivet årsag Afklar Rød i 3 statusser i træk Afklar BUU" in said
    assert said.index(LONG_RED) < said.index(SILENT)


def test_a_signal_is_settled_with_a_note_that_everybody_sees_and_can_be_opened_again(page: AppTest) -> None:
    case = asked("red_long")
    said = seen(settle(page, case, "Aftalt med fagchefen"))
    assert "2 åbne signaler" in said
    assert re.search(
        rf"Afklarede 1 .* Rød {LONG_RED} Rød længe Aftalt med fagchefen \w+, \d\d\.\d\d\.\d{{4}} kl\.", said
    )
    assert "afklar" not in page.query_params
    page.query_params["afklar"] = case
    said = seen(page.run())
    assert "Afklaret af" in said
    page.button(key="aabn_igen").click().run()
    assert "3 åbne signaler" in seen(page)
    assert "Afklarede" not in seen(page)
    page.button(key="fortryd").click().run()
    assert "2 åbne signaler" in seen(page)
    assert "Aftalt med fagchefen" in seen(page)


def test_a_settled_signal_comes_back_when_what_it_rests_on_changes(page: AppTest, report: Callable[..., None]) -> None:
    settle(page, asked("not_reported", SILENT), "Kommer i næste måned")
    assert "2 åbne signaler" in seen(page)
    report("2026-10", (SILENT, "ØK, KB", "not_reported", "Tekst 4"))
    assert "Afklarede 1" in seen(page.run())
    report("2026-11", (SILENT, "ØK, KB", "green", "Tekst 5"))
    report("2026-12", (SILENT, "ØK, KB", "not_reported", "Tekst 6"))
    page.query_params["maaned"] = "2026-12"  # which may lie ahead, and is not opened by itself
    said = seen(page.run())
    assert f"Ikke indberettet {SILENT} Ikke indberettet ved denne status" in said
    assert "Afklarede" not in said


def test_a_signal_is_not_settled_without_a_word(page: AppTest) -> None:
    said = seen(settle(page, asked("red_long"), "  "))
    assert "Skriv kort, hvad der er afklaret" in said
    assert "3 åbne signaler" in said


@pytest.mark.parametrize("case", ["red_long-999", "kat", "-", "red_long-"])
def test_a_link_to_a_signal_that_is_not_there_is_explained(page: AppTest, case: str) -> None:
    page.query_params["afklar"] = case
    assert "Signalet findes ikke i den valgte måned" in seen(page.run())


def test_without_signals_the_page_says_so(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> None:
    report("2026-09", (FINE, "ØK", "green"))
    said = seen(switch_to("signaler").run())
    assert "0 åbne signaler" in said
    assert "Ingen åbne signaler i september 2026." in said


def test_strangers_texts_are_text_and_no_leftovers_of_code_are_seen(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Plan <img src=x>", "ØK", "red"))
    page = switch_to("signaler").run()
    settle(page, asked("red_without_reason", "Plan <img src=x>"), "<b>fed</b>")
    assert "<img src=x" not in html(page)
    assert "<b>fed" not in html(page)
    assert not re.search(r"\b(None|nan|NaN|NaT|NA|not_reported)\b|\{\w*\}", seen(page))


@pytest.fixture
def card(page: AppTest, switch_to: Callable[[str], AppTest]) -> AppTest:
    """Give the card of the line that is red for long, still to be run."""
    page.query_params["indsats"] = asked("red_long").rpartition("-")[2]
    return switch_to("indsats")


def test_the_card_of_a_line_tells_its_signals_whatever_the_filters_and_settles_them_there(
    page: AppTest, card: AppTest
) -> None:
    page.query_params["udvalg"] = "ØK"
    said = seen(card.run())
    assert "Signaler 2 Rød uden årsag Indsatsen er rød, men der står ikke hvorfor. Afklar Rød længe Rød i 3" in said
    said = seen(settle(page, asked("red_long"), "Aftalt"))
    assert "Rød længe Rød i 3 statusser i træk Afklaret: Aftalt" in said
    assert "Åbn igen" in said


def test_a_list_of_lines_marks_those_with_signals_by_the_weightiest(
    page: AppTest, switch_to: Callable[[str], AppTest]
) -> None:
    switch_to("indsats").run()
    marks = re.findall(r'class="signal-mark" href="([^"]+)" title="([^"]+)"[^>]*>(.+?)</a>', html(page))
    assert [(title, re.sub(r"<[^>]+>", " ", shown).strip()) for _, title, shown in marks] == [
        ("Rød uden angivet årsag. Rød i 3 statusser i træk", "Rød uden årsag +1"),
        ("Ikke indberettet ved denne status", "Ikke indberettet"),
    ]
    assert "regel=red_without_reason" in marks[0][0]


def test_overblik_counts_the_signals_by_rule_each_the_way_to_its_lines(
    page: AppTest, switch_to: Callable[[str], AppTest]
) -> None:
    switch_to("overblik").run()
    assert "Signaler Se 3 åbne signaler på 2 indsatser Rød uden årsag 1 Rød længe 1 Ikke indberettet 1" in seen(page)
    assert re.search(r'href="./signaler\?[^"]*regel=red_long"', html(page))


def test_the_count_of_a_signal_opens_its_lines_as_a_list(page: AppTest) -> None:
    assert 'href="./indsats?kendetegn=not_reported"' in html(page.run())
