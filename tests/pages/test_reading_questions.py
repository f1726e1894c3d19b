"""What is asked on Indlæsning about how a workbook is read, and what is remembered of the answers."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from asking_workbooks import own_words, two_lights
from drawn_page import seen
from fixture_types import MakeWorkbook
from intake_page import HEAD, XLSX, A, B, counts, press, roles, stored


@pytest.fixture
def page(switch_to: Callable[[str], AppTest]) -> AppTest:
    """Give the page, opened."""
    return switch_to("indlaesning").run()


@pytest.fixture
def asking(make_workbook: MakeWorkbook) -> Callable[..., tuple[str, bytes, str]]:
    """Write a workbook that asks something; its rows are those of asking_workbooks."""
    return lambda rows, name="spørger.xlsx": (name, make_workbook(rows, name=name).read_bytes(), XLSX)


def choose(page: AppTest, label: str, value: str) -> str:
    next(select for select in page.selectbox if select.label == label).select(value).run()
    return seen(page)


def offers_saving(page: AppTest) -> bool:
    return any(button.key == "indlaes" for button in page.button)


def test_a_question_is_shown_first_with_the_columns_and_saving_is_not_offered(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(asking(two_lights()))
    assert "Et spørgsmål skal besvares, før filen kan indlæses" in said
    assert "Hvilken kolonne er lyset? Ark1, celle C3" in said
    assert "A Indsats C Status tid D Status økonomi Flådestyring R003" in said
    assert page.radio[0].options == ["C »Status tid«", "D »Status økonomi«", "Ingen kolonne er lyset"]
    assert counts(page) == []
    assert not offers_saving(page)


def test_a_question_left_open_is_asked_again(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(own_words("maj 2025", "Fase A", "Fase B", "Fase A")))
    assert "Vælg et svar på hvert spørgsmål." in press(page, "laes_igen")


def test_lights_that_would_go_are_asked_about_of_the_one_file(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B))
    press(page, "indlaes")
    empty = [workbook("maj 2025", A[:2], B[:2], name=name) for name in ("skabelon.xlsx", "skabelon igen.xlsx")]
    said = drop(empty[0])
    assert "Svaret gælder denne fil." in said
    assert "Filen har intet lys for 2 af de 2 indsatser, der har et i maj 2025." in said
    assert not offers_saving(page)
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    assert offers_saving(page)
    drop(empty[1])
    assert not offers_saving(page)


def test_our_proposal_is_chosen_in_advance(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    assert page.radio[0].value == 0


def test_the_answer_is_used_saved_and_remembered_for_the_next_month(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    said = press(page, "laes_igen")
    assert counts(page) == [1, 1, 1, 0, 0]
    assert "Kolonnen »Status tid« er Trafiklys. Huskes, når filen indlæses." in said
    said = press(page, "indlaes")
    assert "Svar, der huskes" in said
    assert "Overskrifter: Indsats · Udvalg · Status tid · Status økonomi Kolonnen »Status tid« er Trafiklys" in said
    said = drop(asking(two_lights("juni 2025"), "juni.xlsx"))
    assert "skal besvares" not in said
    assert re.search(r"C Status tid Læst som svaret af .+ den \d\d\.\d\d\.\d{4}", said)
    press(page, "indlaes")
    assert stored() == [("2025-06", "counts", 1), ("2025-05", "counts", 1)]


def test_each_word_of_a_house_is_asked_for_and_can_be_changed_afterwards(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(own_words()))
    lights = ["Rød", "Gul", "Grøn", "Ikke indberettet", "Afsluttet"]
    assert [(radio.label, radio.options) for radio in page.radio] == [
        ("»i gang« betyder", lights), ("»på hold« betyder", lights),
    ]  # fmt: skip
    page.radio[0].set_value(2)
    page.radio[1].set_value(0)
    press(page, "laes_igen")
    assert counts(page) == [1, 0, 2, 0, 0]
    choose(page, "»på hold« betyder", "yellow")
    assert counts(page) == [0, 1, 2, 0, 0]


def test_a_single_word_that_is_no_light_can_be_explained_where_the_table_stands(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B, ["Taskforce", "AU", "Standset"]))
    assert page.button(key="indlaes").label == "Indlæs alligevel"
    choose(page, "»standset« betyder", "red")
    assert page.button(key="indlaes").label == "Indlæs"
    assert counts(page) == [1, 1, 1, 0, 0]


def test_rows_read_as_parts_of_a_line_can_be_said_to_be_lines(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    above = [["Hele planen, status pr. ultimo maj 2025"], [], ["Nr.", "Indsats", "Status"]]
    lines = [["1", "Ny ruteplan", "Grøn"], ["1.1", "Udbud", "Gul"], ["1.2", "Kontrakt", "Gul"], ["2", "Vaskeri", "Rød"]]
    said = drop(asking([*above, *lines]))
    assert "4 Grøn 2 dele 7 Rød" in said
    assert counts(page) == [1, 0, 1, 0, 0]
    assert offers_saving(page)
    choose(page, "Rækkerne under en indsats", "lines")
    assert counts(page) == [1, 2, 1, 0, 0]
    choose(page, "Rækkerne under en indsats", "parts")
    assert counts(page) == [1, 0, 1, 0, 0]


def test_an_answer_for_one_file_holds_for_the_others_with_the_same_headings(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(asking(two_lights(), "maj.xlsx"), asking(two_lights("juni 2025"), "juni.xlsx"))
    assert said.count("Når spørgsmål er besvaret") == 2
    page.radio[0].set_value(1)
    assert "Når spørgsmål er besvaret" not in press(page, "laes_igen")
    assert page.button(key="indlaes_alle").label == "Indlæs 2 filer uden fejl"


def test_every_role_can_be_chosen_by_hand_and_taken_back(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A, B))
    said = choose(page, "Kolonne D Statustekst er læst som", "other")
    assert roles(page)["Statustekst"] == "Læses ikke"
    assert "Kolonnen »Statustekst« læses ikke. Huskes, når filen indlæses." in said
    press(page, next(button.key or "" for button in page.button if button.label == "Fortryd"))
    assert roles(page)["Statustekst"] == "Statustekst"
    choose(page, "Kolonne D Statustekst er læst som", "previous")
    assert roles(page)["Statustekst"] == "Forrige status"
    choose(page, "Kolonne D Statustekst er læst som", "light")
    assert roles(page)["Farve"] != "Trafiklys"


def test_the_first_lines_stand_there_with_the_light_that_each_counts_as(
    drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    said = drop(workbook("maj 2025", A, [*B[:2], "X"]))
    assert "Række 3 Tæller som 4 Grøn 5 Afsluttet" in said
    assert "A Indsats Flådestyring R003 Aktindsigt" in said


def test_a_click_from_before_the_list_was_another_answers_nothing(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    before = press(page, "laes_igen")
    role = next(select for select in page.selectbox if select.label.startswith("Kolonne D"))
    role.options.append("En rolle, der ikke findes")
    role.set_value("En rolle, der ikke findes").run()
    assert not page.exception
    assert seen(page) == before


def test_a_table_is_chosen_where_there_are_several(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]], make_workbook: MakeWorkbook
) -> None:
    rows = [["Hele planen, status pr. ultimo maj 2025"], [], HEAD]
    path = make_workbook(sheets={"Drift": [*rows, A], "Anlæg": [*rows, B]})
    assert "Drift overskrifter i række 3" in drop(("a.xlsx", path.read_bytes(), XLSX))
    next(select for select in page.selectbox if select.label == "Vis tabel").select_index(1).run()
    assert "Anlæg overskrifter i række 3" in seen(page)


def test_what_is_remembered_can_be_forgotten_and_is_kept_among_the_former_answers(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    press(page, "indlaes")
    drop(asking(two_lights("juni 2025"), "juni.xlsx"))
    said = press(page, next(button.key or "" for button in page.button if button.label == "Glem"))
    assert "Ingen svar gælder lige nu." in said
    assert re.search(r"Tidligere svar \(1\) Kolonnen »Status tid« er Trafiklys .+ Glemt \d+\. \w+ \d{4}", said)
    assert "Hvilken kolonne er lyset?" in said
    assert "Glemt: Kolonnen »Status tid« er Trafiklys." in said
    assert "Hvilken kolonne er lyset?" not in press(page, "fortryd")


def test_a_changed_answer_shows_with_what_was_answered_before(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(asking(two_lights()))
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    press(page, "indlaes")
    drop(asking(two_lights("juni 2025"), "juni.xlsx"))
    choose(page, "Kolonne D Status økonomi er læst som", "light")
    said = press(page, "indlaes")
    assert "Kolonnen »Status økonomi« er Trafiklys" in said
    assert re.search(r"Tidligere svar \(1\) Kolonnen »Status tid« er Trafiklys .+ Erstattet", said)


def test_headings_and_cells_that_strangers_write_are_never_html(
    page: AppTest, drop: Callable[..., str], asking: Callable[..., tuple[str, bytes, str]]
) -> None:
    rows = [[cell if cell != "Udvalg" else "<b>Udvalg" for cell in row] for row in two_lights()]
    rows[3][0] = "<img src=x>"
    drop(asking(rows))
    page.radio[0].set_value(0)
    press(page, "laes_igen")
    press(page, "indlaes")
    drawn = " ".join(html.value for html in page.html)
    assert "<b>Udvalg" not in drawn.replace("<b>&lt;b", "")
    assert "<img src=x" not in drawn
