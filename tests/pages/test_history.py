"""What is imported, on Indlæsning: listed, opened, withdrawn and brought back."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from drawn_page import seen
from intake_page import A, B, press, stored


@pytest.fixture
def page(switch_to: Callable[[str], AppTest]) -> AppTest:
    """Give the page, opened."""
    return switch_to("indlaesning").run()


def opened(page: AppTest, revision: str) -> str:
    """Follow the link that opens a revision."""
    page.query_params["revision"] = revision
    page.run()
    return seen(page)


def errors_after(page: AppTest, key: str) -> list[str]:
    """Press a button, and give the errors that are shown."""
    press(page, key)
    return [error.value for error in page.error]


def test_the_history_can_be_listed_by_month_and_scope(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for month in ("april 2025", "maj 2025"):
        drop(workbook(month, A))
        press(page, "indlaes")
    drop(workbook("maj 2025", B))
    next(box for box in page.selectbox if box.label == "Omfang").select("Økonomiudvalget").run()
    press(page, "indlaes")
    drop()
    assert page.selectbox(key="indlaest_maaned").options == ["Maj 2025", "April 2025"]
    page.selectbox(key="indlaest_maaned").select("April 2025").run()
    assert listed(page) == ["?revision=2025-04.plan.1"]
    assert page.selectbox(key="indlaest_omfang").options == ["Hele planen"]
    page.selectbox(key="indlaest_maaned").select("Maj 2025").run()
    page.selectbox(key="indlaest_omfang").select("Økonomiudvalget").run()
    assert listed(page) == ["?revision=2025-05.%C3%98K.1"]
    page.selectbox(key="indlaest_maaned").select("April 2025").run()
    assert listed(page) == ["?revision=2025-04.plan.1"]


def listed(page: AppTest) -> list[str]:
    """Give the links of the revisions in the list."""
    return re.findall(r'<a class="open" href="([^"]+)"', " ".join(html.value for html in page.html))


def test_the_history_lists_every_revision_and_what_differed(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for light in ("Grøn", "Rød"):
        drop(workbook("maj 2025", [*A[:2], light]))
        press(page, "indlaes")
    said = seen(page)
    heads = "Tilstand Rød Gul Grøn Ikke indberettet Afsluttet Forskel fra revisionen før"
    assert heads in said
    assert "Maj 2025 · Hele planen revision 2 Gælder 1 0 0 0 0 1 ændret (1 med ny farve)" in said
    assert "Maj 2025 · Hele planen revision 1 Afløst 0 0 1 0 0 første revision" in said


def test_a_revision_opens_with_its_events_difference_and_issues(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for light in ("Grøn", "Rød"):
        drop(workbook("maj 2025", [A[0], "QQ", light]))
        press(page, "indlaes")
    said = opened(page, "2025-05.plan.2")
    assert "Forskel fra revision 1 Ændret 1 Grøn → Rød Flådestyring R003" in said
    assert re.search(r"Indlæst \d+\. \w+ \d{4} kl\. \d\d\.\d\d af ", said)
    assert "Bemærk Ark1 B4 QQ" in said


def test_a_revision_is_withdrawn_and_brought_back(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for light in ("Grøn", "Rød"):
        drop(workbook("maj 2025", [*A[:2], light]))
        press(page, "indlaes")
    opened(page, "2025-05.plan.2")
    assert "Skriv først, hvorfor den trækkes tilbage." in errors_after(page, "skift")
    assert stored() == [("2025-05", "counts", 2), ("2025-05", "replaced", 1)]
    page.text_input(key="hvorfor").set_value("Sendt fra det forkerte ark")
    said = press(page, "skift")
    assert stored() == [("2025-05", "withdrawn", 2), ("2025-05", "counts", 1)]
    assert "revision 2 Trukket tilbage Sendt fra det forkerte ark" in said
    assert re.search("Trukket tilbage .* af .*: »Sendt fra det forkerte ark«", opened(page, "2025-05.plan.2"))
    assert page.button(key="skift").label == "Hent frem igen"
    press(page, "skift")
    assert stored() == [("2025-05", "counts", 2), ("2025-05", "replaced", 1)]


def test_every_way_into_a_revision_has_a_name_and_an_address_of_its_own(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    for month in ("april 2025", "maj 2025"):
        drop(workbook(month, A))
        press(page, "indlaes")
    drawn = " ".join(html.value for html in page.html)
    links = re.findall(r'<a class="open" href="([^"]+)" aria-label="([^"]+)"', drawn)
    assert links == [
        ("?revision=2025-05.plan.1", "Åbn Maj 2025 · Hele planen, revision 1"),
        ("?revision=2025-04.plan.1", "Åbn April 2025 · Hele planen, revision 1"),
    ]


def test_withdrawing_is_said_and_closes_the_revision(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    opened(page, "2025-05.plan.1")
    page.text_input(key="hvorfor").set_value("Forkert måned")
    press(page, "skift")
    assert page.toast[0].value == "Maj 2025 · Hele planen, revision 1 er trukket tilbage og tæller ikke længere."
    assert "revision" not in page.query_params


@pytest.mark.parametrize("asked", ["2025-05.plan.9", "kat", "2025-05.<b>.1"])
def test_a_link_to_a_revision_that_is_not_there_is_explained(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]], asked: str
) -> None:
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    page.query_params["revision"] = asked
    page.run()
    assert "findes ikke. Linket er måske fra en anden database." in seen(page)
    assert "<b>.1" not in " ".join(html.value for html in page.html)


def test_a_link_to_a_page_of_the_history_that_is_not_there_is_explained(
    page: AppTest, drop: Callable[..., str], workbook: Callable[..., tuple[str, bytes, str]]
) -> None:
    drop(workbook("maj 2025", A))
    press(page, "indlaes")
    page.query_params["side"] = "99"
    page.run()
    assert "Historikken har ingen side »99«." in seen(page)
