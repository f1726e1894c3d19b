"""Er det samme indsats? As a viewer sees and answers it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.intake import Suggestion
from dashboard.records import plan_meeting, settle_signal, write_decision
from dashboard.store.indsatser import KnownLine
from dashboard.web.database import database
from drawn_page import seen

OLD, NEW = "Samling af demensindsatsen", "Samling af demensindsatsen i Glesborg"


def suggestions_page() -> None:
    from dashboard.web.who_is_who import show_suggestions

    show_suggestions()


@pytest.fixture
def page(report: Callable[..., None]) -> AppTest:
    report("2026-08", (OLD, "VPU", "green", "Skitser er klar"), ("Flådestyring", "ØK", "green"))
    report("2026-09", (NEW, "VPU", "red", "Udbud er udskudt"), ("Flådestyring", "ØK", "green"))
    return AppTest.from_function(suggestions_page, default_timeout=30)


def button(app: AppTest, label: str) -> Any:
    return next(each for each in app.button if each.label == label)


def links() -> list[str]:
    return [link.kind for link in queries.line_links(database().cursor())]


def test_both_lines_stand_side_by_side_with_their_texts_and_how_likely_it_is(page: AppTest) -> None:
    said = seen(page.run())
    assert "Er det samme indsats?" in said
    assert f"Ny i september 2026 · Hele planen {NEW} Rød VPU · Driftsændringer Udbud er udskudt" in said
    assert f"Sidst set august 2026 {OLD} Grøn VPU · Driftsændringer Skitser er klar" in said
    assert re.search(r"sandsynligt \(\d\d af 100\)", said)


@pytest.mark.parametrize(
    ("label", "kind"), [("Samme", "same"), ("Ny indsats", "different"), ("Fortsætter den", "continues")]
)
def test_an_answer_is_remembered_shown_and_undone(page: AppTest, label: str, kind: str) -> None:
    button(page.run(), label).click().run()
    assert links() == [kind]
    said = seen(page)
    assert "Alle nye indsatser er afklaret." in said
    assert f"»{NEW}«" in said
    button(page, "Fortryd").click().run()
    assert links() == []
    assert "Sidst set august 2026" in seen(page)


def test_the_newest_month_is_asked_about_first_but_for_the_workbook_that_was_just_saved(
    report: Callable[..., None],
) -> None:
    def of_july() -> None:
        from dashboard.domain.month import Month
        from dashboard.web.who_is_who import show_suggestions

        show_suggestions([Month(2026, 7)])

    report("2026-06", ("Arbejde med kloge m2", "ØK", "green"), (OLD, "VPU", "green"))
    report("2026-07", ("Arbejde med klog m2", "ØK", "green"), (OLD, "VPU", "green"))
    report("2026-08", ("Arbejde med klog m2", "ØK", "green"), (NEW, "VPU", "green"))
    said = [seen(AppTest.from_function(page, default_timeout=30).run()) for page in (suggestions_page, of_july)]
    order = [re.findall(r"Ny i (\w+)", each) for each in said]
    assert order == [["august", "juli"], ["juli", "august"]]


def test_one_of_several_is_chosen_and_new_means_none_of_them(report: Callable[..., None]) -> None:
    report("2026-08", ("Arbejde med kloge m2", "ØK", "green"), ("Arbejde med kloge m3", "ØK", "green"))
    report("2026-09", ("Arbejde med klog m2", "ØK", "red"))
    page = AppTest.from_function(suggestions_page, default_timeout=30).run()
    assert [each.label for each in page.button] == ["Ny indsats", "Samme", "Fortsætter den", "Samme", "Fortsætter den"]
    button(page, "Ny indsats").click().run()
    assert links() == ["different", "different"]


def test_an_answer_that_somebody_was_quicker_with_is_explained(page: AppTest) -> None:
    from dashboard.intake import decide

    page.run()
    decide(database(), "different", 3, 1)
    button(page, "Samme").click().run()
    assert not page.exception
    assert "allerede taget stilling" in page.toast[0].value
    assert links() == ["different"]


def test_nothing_to_ask_and_nothing_decided_shows_nothing(report: Callable[..., None]) -> None:
    report("2026-08", (OLD, "VPU", "green"))
    assert seen(AppTest.from_function(suggestions_page, default_timeout=30).run()) == ""


def test_markup_in_a_strangers_workbook_is_text(report: Callable[..., None]) -> None:
    report("2026-08", ("Kloge <img src=x> m2", "ØK", "green", "<b>fed</b>"))
    report("2026-09", ("Klog <img src=x> m2", "ØK", "red", "<i>kursiv</i>"))
    page = AppTest.from_function(suggestions_page, default_timeout=30).run()
    html = " ".join(each.value for each in page.html)
    assert "<img src=x" not in html
    assert "<b>fed" not in html
    assert "<i>" not in html
    button(page, "Samme").click().run()
    assert "<img src=x" not in " ".join(each.value for each in page.html)


def before_saving_page() -> None:
    import streamlit as st

    from dashboard.web.who_is_who import ask_before_saving, chosen_before_saving

    found = st.session_state["suggestions"]
    ask_before_saving("fil", found)
    st.session_state["chosen"] = chosen_before_saving("fil", found)


@pytest.fixture
def before_saving() -> AppTest:
    row = StatusRow(title=NEW, sheet="Ark1", cell="C4", title_cell="A4", light=Light.RED, udvalg=("VPU",))
    line = KnownLine(7, Month(2026, 8), OLD, None, ("VPU",), None, None, None, Light.GREEN, "Skitser er klar", ())
    app = AppTest.from_function(before_saving_page, default_timeout=30)
    app.session_state["suggestions"] = [Suggestion("Ark1!A4", row, line, 94)]
    return app


def test_before_saving_nothing_is_chosen_until_a_person_does(before_saving: AppTest) -> None:
    said = seen(before_saving.run())
    assert f"Ark1 A4 {NEW}" in said
    assert f"Sidst set august 2026 · meget sandsynligt (94 af 100) {OLD}" in said
    assert before_saving.session_state["chosen"] == {}


@pytest.mark.parametrize(
    ("label", "chosen"),
    [(f"Samme som »{OLD}« (94)", {"Ark1!A4": 7}), ("Ny indsats", {"Ark1!A4": None}), ("Afgør senere", {})],
)
def test_before_saving_a_choice_is_the_decision_that_goes_with_the_workbook(
    before_saving: AppTest, label: str, chosen: dict[str, Any]
) -> None:
    radio = before_saving.run().radio[0]
    radio.set_value(radio.options.index(label) if isinstance(radio.value, str) else label).run()
    assert before_saving.session_state["chosen"] == chosen


def test_what_was_written_since_is_told_to_stay_with_the_older_where_the_answer_can_be_undone(page: AppTest) -> None:
    older = queries.suggestions(database().cursor())[0].older.indsats_id
    settle_signal(database(), "red_long", older, PLAN, "2026-08", "Før de blev én", "Anna")
    button(page.run(), "Samme").click().run()
    assert "Skrevet siden" not in seen(page)
    settle_signal(database(), "green_to_red", older, PLAN, "2026-09", "Drøftet", "Anna")
    meeting = plan_meeting(
        database(), Meeting(DIREKTIONEN, date(2026, 9, 30), Month(2026, 9), PLAN), [(older, [])], "Anna"
    )
    (item,) = queries.agenda(database().cursor(), meeting)
    write_decision(database(), Decision(item.item_id, "decision", "Udbuddet sendes"), by="Anna")
    said = seen(page.run())
    assert "Skrevet siden: 2 (beslutninger, fremhævninger, afklarede signaler)" in said
    assert f"Det bliver ved »{OLD}«, hvis det fortrydes." in said
