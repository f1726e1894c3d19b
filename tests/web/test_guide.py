"""Vejledning: every issue is explained, and what it says of workbooks is what the reader does."""

import re
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from dashboard.domain.amount import read_amount
from dashboard.domain.issue import ISSUE_KINDS, Severity
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reported_month import find_months
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.domain.terms import terms
from dashboard.domain.words import light_word
from dashboard.web.guide.sections import (
    SECTIONS,
    documents_section,
    lights_section,
    meeting_section,
    month_section,
    signals_section,
)
from dashboard.web.guide.workbook_format import (
    AMOUNTS,
    FIELDS,
    MONTHS,
    example_sheet,
    format_section,
    light_words,
    understood_section,
)
from dashboard.web.issue_explanations import explanations, find_explanations, issue_href, issue_list, nothing_found
from dashboard.workbook.parse import parse_workbook

EVERY = {each.kind: each for group in explanations().values() for each in group}


def read(html: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(html))).strip()


def test_every_issue_kind_is_explained_and_every_explanation_is_of_a_kind() -> None:
    assert set(EVERY) == set(ISSUE_KINDS)


@pytest.mark.parametrize("kind", EVERY)
def test_an_explanation_has_a_title_sentences_and_the_message_of_its_example(kind: str) -> None:
    given = EVERY[kind]
    assert given.title
    assert not given.title.endswith(".")
    assert given.meaning.endswith(".")
    assert given.example.endswith(".")
    assert "None" not in given.message
    assert "()" not in given.message
    assert "''" not in given.message
    assert not re.search(r"  | [.,](?!xls)|\{", given.message)
    assert given.is_error is (ISSUE_KINDS[kind].severity is Severity.ERROR)


def test_titles_differ_and_no_group_is_empty() -> None:
    assert len({each.title for each in EVERY.values()}) == len(EVERY)
    assert all(explanations().values())


def test_each_kind_has_an_anchor_that_other_pages_can_link_to() -> None:
    html = str(issue_list(explanations()))
    assert re.findall(r' id="([^"]+)"', html) == list(EVERY)
    assert issue_href("unknown-light") == "vejledning#unknown-light"


def test_a_search_finds_by_words_anywhere_and_by_the_message_itself() -> None:
    def found(search: str) -> set[str]:
        return {each.kind for group in find_explanations(search).values() for each in group}

    assert found("") == set(ISSUE_KINDS)
    assert found("lilla status") == {"unknown-light"}
    assert found(" 'orangegul' er ikke en kendt status. Skriv Grøn, Gul eller Rød, eller X for afsluttet. ") == {
        "unknown-light"
    }
    assert found("ADGANGSKODE") == {"encrypted"}
    assert found("giraf") == set()


def test_what_is_found_is_open_and_what_is_not_is_said_as_text() -> None:
    assert str(issue_list(find_explanations("lilla"), is_open=True)).count(' open=""') == 1
    assert " open" not in str(issue_list(explanations()))
    assert "&lt;b&gt;" in str(nothing_found("<b>"))


def test_the_lights_are_told_word_for_word_worst_first() -> None:
    said = read(lights_section())
    assert "Rød Der er behov for, at direktionen zoomer ind Gul Der ses udfordringer, som kan give" in said
    assert "Grøn Følger planen - der er ikke behov for at zoome ind" in said
    assert said.index("Ikke indberettet Indsatsen") < said.index("Afsluttet Mærkes med X")
    assert all(reason.name in said for reason in terms().reasons)


def test_everyone_who_takes_part_is_named() -> None:
    said = read(month_section())
    for who in ("Fagcheferne", "Økonomi ", "Direktørerne", "Direktionen", "Økonomiudvalget", "fagudvalg"):
        assert who in said


def test_every_signal_is_told_with_its_name_and_sentence_and_what_settling_it_means() -> None:
    said = read(signals_section())
    assert all(f"{rule.name} {rule.about}" in said for rule in terms().signals)
    assert "Et signal kan afklares med en note" in said
    assert "kommer det igen" in said


def test_every_field_and_header_word_that_is_read_is_told() -> None:
    assert set(FIELDS) == set(terms().columns)
    said = read(understood_section())
    assert all(word in said for words in terms().columns.values() for word in words)


def test_every_udvalg_tema_and_art_is_told() -> None:
    said = read(understood_section())
    assert all(f"{udvalg.key}, {udvalg.name}" in said for udvalg in terms().udvalg)
    assert all(named.name in said for named in (*terms().tema, *terms().art))


@pytest.mark.parametrize("light", Light)
def test_every_word_told_for_a_light_is_read_as_it(light: Light) -> None:
    assert light_words(light)
    assert {light_word(word) for word in light_words(light)} == {light}


@pytest.mark.parametrize("written", MONTHS)
def test_every_month_told_is_read_as_may(written: str) -> None:
    assert find_months(written)[0].month == Month(2025, 5)


@pytest.mark.parametrize(("written", "told"), AMOUNTS.items())
def test_every_amount_told_is_read_so(written: str, told: str) -> None:
    assert read_amount(written) == read_amount(told)


def test_the_contents_lead_to_sections_that_are_there() -> None:
    ours = (lights_section, month_section, meeting_section, documents_section, signals_section)
    drawn = (*ours, format_section, understood_section)
    html = "".join(str(section()) for section in drawn)
    assert {*re.findall(r'<h2 id="([^"]+)"', html), "fejl"} == set(SECTIONS)


def test_the_recommended_workbook_is_read_without_an_issue() -> None:
    parsed = parse_workbook(written_example(), "status.xlsx")
    assert parsed.issues == ()
    assert (parsed.month, parsed.scope) == (Month(2025, 5), CROSS_CUTTING)
    assert [row.shown_light for row in parsed.rows] == [
        Light.RED,
        Light.YELLOW,
        Light.GREEN,
        Light.DONE,
        Light.NOT_REPORTED,
    ]
    first, second = parsed.rows[:2]
    assert (first.title, first.code, first.marks, first.udvalg) == ("Flådestyring", "R003", "(I)(B)", ("ØK", "KB"))
    assert (first.red_reason, first.tema) == ("Sagen er gået i stå", terms().tema[0].name)
    assert second.status_text is not None
    assert "1. september." in second.status_text
    assert "juni" not in second.status_text


def written_example() -> bytes:
    """Write the drawn sheet as a real workbook."""
    drawn = example_sheet()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = drawn.sheet
    for row in drawn.rows:
        for cell in row.cells:
            target = sheet.cell(cell.row, cell.column)
            if len(cell.runs) > 1:
                blocks = [
                    TextBlock(InlineFont(strike=run.struck or None, color="FFFF0000" if run.red else None), run.text)
                    for run in cell.runs
                ]
                target.value = CellRichText(*blocks)
            elif cell.runs:
                target.value = cell.runs[0].text
            target.font = Font(bold=cell.bold, color="FF{:02X}{:02X}{:02X}".format(*cell.ink) if cell.ink else None)
            if cell.fill:
                target.fill = PatternFill("solid", fgColor="FF{:02X}{:02X}{:02X}".format(*cell.fill))
            if cell.column_span > 1:
                sheet.merge_cells(start_row=cell.row, end_row=cell.row, start_column=1, end_column=cell.column_span)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def test_what_an_expected_end_a_percentage_a_part_and_a_comment_are_is_told() -> None:
    said = read(understood_section())
    assert "De gør aldrig en indsats afsluttet" in said
    assert "Delopgaver Rækker under en indsats" in said
    assert "tælles ikke med" in said
    assert "Kommentarer i celler Vises som bemærkninger på indsatsens kort." in said
