"""What each column is: decided from words and values together, and asked about when two readings are near."""

from datetime import date
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.line_fields import ROLES
from dashboard.domain.reading_answer import ANY_LAYOUT, Answer
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

ABOVE = ["Status på udmøntningsplanen pr. ultimo maj 2025 - hele planen"]
TITLES = ["Ny ruteplan", "Samling af vaskerier", "Digital post", "Energirenovering"]
LIGHTS = ["Grøn", "Gul", "Rød", "Grøn"]
G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
RIGHT = dict(zip(TITLES, ("green", "yellow", "red", "green"), strict=True))
MONTHS = ["Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug"]


@pytest.fixture
def read_table(make_workbook: MakeWorkbook, read: Read) -> Read:
    """Read a table given as headings with the values below each; the lights are words where no heading is for them."""

    def read_columns(columns: Any, **given: Any) -> Any:
        rows = [list(line) for line in zip(*columns.values(), strict=True)]
        return read(make_workbook([ABOVE, [], list(columns), *rows]), **given)

    return read_columns


def lights(parsed: ParsedWorkbook) -> dict[str, str]:
    return {row.title: str(row.shown_light) for row in parsed.rows}


def errors(parsed: ParsedWorkbook) -> list[str]:
    return [issue.kind for issue in parsed.issues if issue.is_error]


def bars(first: Any, fill: Any = GREEN) -> list[list[Any]]:
    return [[Cell(fill=fill) if line <= month - first <= line + 3 else None for line in range(4)] for month in range(8)]


@pytest.mark.parametrize(
    "beside",
    [
        {"Forventet færdig": [date(2026, month, 28) for month in range(1, 5)]},
        {"Afsluttet senest": ["1. juni 2025"] * 4},
        {"Skal være gennemført": ["X", None, "X", None]},
        {"Ikke afsluttet": [None, "X", "X", None]},
        {"% færdig": [1, 50, 100, 0]},
        {"% complete": [1.0, 0.5, 0.25, 0]},
        {"Heraf gennemført": [1, 2, 3, 4]},
        {"Antal opgaver": [3, 4, 5, 6]},
        {"Samlet budget": [Cell(1000, RED), Cell(1000, GREEN), Cell(900, RED), Cell(800, GREEN)]},
        {"Vurdering af risiko": [R, G, G, Y]},
        {"Prioritet": [Cell("Høj", RED), Cell("Lav", GREEN), Cell("Lav", GREEN), Cell("Høj", RED)]},
        {"Forrige status": [R, R, G, G]},
        {"Næste status": ["juni", "juni", "juli", "juli"]},
        {"Startdato indsats": [date(2025, 3, day) for day in range(1, 5)]},
        {"2025": [-100] * 4, "2026": [-200] * 4, "Samlet": [Cell(-300, RED)] * 4},
        dict(zip(MONTHS, bars(0), strict=True)),
        dict(zip(MONTHS, [["X"] * 4] * 8, strict=True)),
        dict(zip(MONTHS, [[100, 101, 102, 103]] * 8, strict=True)),
        {"Status økonomi": [R, G, G, Y], "Status tid": [Y, Y, G, G]},
        {"Status 30.04.2025": [R, G, G, Y]},
    ],
    ids=lambda beside: ", ".join(beside)[:40],
)
@pytest.mark.parametrize("first", [True, False])
def test_status_in_so_many_words_is_the_light_whatever_stands_beside_it(
    read_table: Read, beside: Any, first: bool
) -> None:
    status = {"Status": [Cell(word, fill) for word, fill in zip(LIGHTS, (GREEN, YELLOW, RED, GREEN), strict=True)]}
    columns = {"Indsats": TITLES} | (status | beside if first else beside | status)
    parsed = read_table(columns)
    assert lights(parsed) == RIGHT
    assert errors(parsed) == []


@pytest.mark.parametrize(
    "columns",
    [
        {"": TITLES, "Startdato indsats": [date(2025, 3, day) for day in range(1, 5)], "Status": LIGHTS},
        {"Navn": TITLES, "Antal opgaver": [3, 4, 5, 6], "Status": LIGHTS},
        {"Sag": TITLES, "Opgave": [1, 2, 3, 4], "Lys": LIGHTS},
        {"Owner": ["Finance"] * 4, "Project": TITLES, "RAG": LIGHTS, "Due": [date(2026, 1, 1)] * 4},
        {"Budgetinitiativ": TITLES, "Fagchef": ["NN"] * 4, "Statusfarve": LIGHTS},
        {"Handling": TITLES, "Statusfarve": LIGHTS, "Mål": ["Færre bilture", None, None, None]},
    ],
    ids=lambda columns: ", ".join(columns),
)
def test_the_title_is_the_column_of_words_and_never_one_of_dates_or_numbers(
    read_table: Read, columns: dict[str, Any]
) -> None:
    assert lights(read_table(columns)) == RIGHT


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({"Ansvarlig": ["NN"] * 4, "% færdig": [Cell(n / 9, GREEN if n else RED) for n in range(4)]}, "which-light"),
        ({"Status tid": [G, Y, R, G], "Status økonomi": [R, G, G, Y]}, "which-light"),
        ({"Tid": [G, Y, R, G], "Økonomi": [R, G, G, Y], "Kvalitet": [Y, Y, G, G]}, "which-light"),
        ({"Ansvarlig": ["NN"] * 4, **dict(zip(MONTHS, bars(0), strict=True))}, "which-light"),
        ({"Fagchefens vurdering": [G, Y, R, G], "Direktionens vurdering": [R, G, G, Y]}, "two-light-columns"),
        ({"Status": ["I gang", "Ikke startet", "I gang", "Afventer"]}, "unknown-words"),
        ({"Status": [1, 2, 3, 1]}, "unknown-words"),
        ({"Status (G/G/R)": [1, 2, 3, "Færdig"]}, "which-light"),
        ({"Status på indsatsen": [1, 2, 3, "Færdig"]}, "which-light"),
        ({"Status": ["🙂", "😐", "🙁", "🙂"]}, "unknown-words"),
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_is_asked_and_names_the_columns(
    read_table: Read, columns: dict[str, Any], kind: str
) -> None:
    parsed = read_table({"Indsats": TITLES} | columns)
    assert kind in errors(parsed)
    assert parsed.questions
    assert all(len(question.choices) > 1 for question in parsed.questions)


def test_the_answer_about_a_column_is_used_for_the_next_month_of_the_same_layout(
    read_table: Read, make_workbook: MakeWorkbook, read: Read
) -> None:
    columns = {"Indsats": TITLES, "Status tid maj": [G, Y, R, G], "Status økonomi": [R, G, G, Y]}
    asked = read_table(columns)
    (question,) = asked.questions
    chosen = next(choice for choice in question.choices if "Status tid" in choice.name)
    answer = Answer(question.layout, chosen.subject, chosen.value)
    assert lights(read_table(columns, answers=[answer])) == RIGHT
    june = [["Status pr. ultimo juni 2025 - hele planen"], [], ["Indsats", "Status tid juni", "Status økonomi"]]
    parsed = read(make_workbook([*june, ["Ny sag", Y, G], ["Anden sag", R, G]]), answers=[answer])
    assert lights(parsed) == {"Ny sag": "yellow", "Anden sag": "red"}
    assert parsed.questions == ()
    assert parsed.answers == (answer,)


def test_words_that_were_explained_once_are_lights_from_then_on(read_table: Read) -> None:
    columns = {"Indsats": TITLES, "Status": ["I gang", "På hold", "Stoppet", "I gang"]}
    asked = read_table(columns).questions
    meant = {"i gang": Light.GREEN, "på hold": Light.YELLOW, "stoppet": Light.RED}
    answers = [Answer(asked[0].layout, f"word {word}", str(light)) for word, light in meant.items()]
    assert {question.choices[0].subject for question in asked} == {f"word {word}" for word in meant}
    assert lights(read_table(columns, answers=answers)) == RIGHT


def test_a_column_named_by_its_letter_is_the_light_in_whatever_table_it_stands(read_table: Read) -> None:
    columns = {"Indsats": TITLES, "Status tid": [R, R, R, R], "Status økonomi": [G, Y, R, G]}
    parsed = read_table(columns, answers=[Answer(ANY_LAYOUT, "letter C", "light")])
    assert lights(parsed) == RIGHT
    assert [answer.subject for answer in parsed.answers] == ["column 3"]


@pytest.mark.parametrize("role", ROLES)
def test_any_column_can_be_given_any_role_by_hand(read_table: Read, role: str) -> None:
    columns = {
        "Indsats": TITLES,
        "Udvalg": ["ØK"] * 4,
        "Farve": LIGHTS,
        "Statustekst": TITLES[::-1],
        "2025": [1, 2, 3, 4],
    }
    for place, letter in enumerate("ABCDE"):
        parsed = read_table(columns, answers=[Answer(ANY_LAYOUT, f"letter {letter}", role)])
        roles = [column.field for column in parsed.tables[0].columns]
        assert roles[place] in (role, None)
        assert [answer.value for answer in parsed.answers] == [role]


def test_a_column_that_is_said_to_be_no_light_is_none(read_table: Read) -> None:
    columns = {"Indsats": TITLES, "Status": LIGHTS, "Farve": [R, R, R, R]}
    parsed = read_table(columns, answers=[Answer(ANY_LAYOUT, "letter C", "other")])
    assert lights(parsed) == RIGHT


def test_a_legend_explains_the_words_of_a_house(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [ABOVE, ["Indsats", "Status"], ["A", "Igangværende"], ["B", "Afventer"], ["C", "Igangværende"], []]
    rows += [["Igangværende = grøn, afventer = gul"]]
    assert lights(read(make_workbook(rows))) == {"A": "green", "B": "yellow", "C": "green"}


def test_names_merged_over_the_lines_below_are_no_words_to_explain(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [ABOVE, ["Indsats", "Udvalg", "Farve"], ["Børne- og Ungdomsudvalget"], ["A", "BUU", G]]
    rows += [["Økonomiudvalget"], ["B", "ØK", R], ["Arbejdsmarkedsudvalget"], ["C", "AU", "Gul"]]
    parsed = read(make_workbook(rows, merge=["A3:C3", "A5:C5", "A7:C7"]))
    assert lights(parsed) == {"A": "green", "B": "red", "C": "yellow"}
    assert errors(parsed) == []


@pytest.mark.parametrize("head", ["Udbud gennemført", "Færdig pr.", "Aftalt afsluttet", "Lukket for redigering"])
@pytest.mark.parametrize("marked", ["X", date(2025, 4, 1)])
def test_a_heading_that_says_more_than_done_is_asked_about(read_table: Read, head: str, marked: Any) -> None:
    columns = {"Indsats": TITLES, head: [marked, None, marked, None], "Status": LIGHTS}
    asked = read_table(columns)
    assert errors(asked) == ["which-done"]
    assert lights(asked) == RIGHT
    yes = next(choice for choice in asked.questions[0].choices if choice.value == "done")
    answered = read_table(columns, answers=[Answer(asked.questions[0].layout, yes.subject, yes.value)])
    assert [row.done for row in answered.rows] == [True, False, True, False]


@pytest.mark.parametrize(
    "head", ["Afsluttet (X)", "Dato for afslutning", "Projektet er afsluttet", "Opgaven er udført (sæt X)"]
)
def test_a_heading_that_only_says_done_is_not_asked_about(read_table: Read, head: str) -> None:
    parsed = read_table({"Indsats": TITLES, head: ["X", None, None, None], "Status": LIGHTS})
    assert [row.done for row in parsed.rows] == [True, False, False, False]
    assert errors(parsed) == []


@pytest.mark.parametrize(
    "foot", [["Samlet status", G], ["I alt", R], ["Gennemsnit", Y], ["Subtotal BUU", G], ["Heraf røde", R]]
)
def test_a_total_with_a_light_is_no_line(make_workbook: MakeWorkbook, read: Read, foot: list[Any]) -> None:
    rows = [ABOVE, ["Indsats", "Status"], ["A", G], ["B", R], foot]
    assert lights(read(make_workbook(rows))) == {"A": "green", "B": "red"}


def test_a_title_that_ends_open_above_a_line_that_begins_small_is_asked_about(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [ABOVE, ["Indsats", "Status"], ["Samling af vaskerier og", None], ["afvikling af lejemål", R], ["C", G]]
    assert errors(read(make_workbook(rows))) == ["open-title"]


@pytest.mark.parametrize("head", ["Forventet status", "Status efter tiltag", "Ønsket status"])
def test_the_light_of_another_time_is_never_this_months(read_table: Read, head: str) -> None:
    parsed = read_table({"Indsats": TITLES, head: [G, Y, R, G]})
    assert "which-light" in errors(parsed)
    assert set(lights(parsed).values()) == {"not_reported"}


def test_an_x_in_place_of_the_word_on_several_colours_is_asked_about(read_table: Read) -> None:
    status = [Cell("X", GREEN), Cell("X", GREEN), Cell("Gul", YELLOW), Cell("Grøn", GREEN)]
    assert errors(read_table({"Indsats": TITLES, "Status": status})) == ["unknown-words"]


def test_a_few_letters_among_lines_that_are_not_reported_are_lights(read_table: Read) -> None:
    status = ["Ikke indberettet", "Gu", "Rø", "Ikke indberettet"]
    expected = ["not_reported", "yellow", "red", "not_reported"]
    assert list(lights(read_table({"Indsats": TITLES, "Status maj": status})).values()) == expected


def test_of_two_columns_of_lights_the_one_with_the_colour_for_done_is_read(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    blue = Cell(fill="FF5B9BD5")
    rows = [["A", "KB", None, blue], ["B", "ØK", G, "Grøn"], ["C", "AU", R, "Rød"], ["D", "KB", Y, "Gul"]]
    head = ["Indsats", "Udvalg", "Markering", "Rød/gul/grøn"]
    parsed = read(make_workbook([ABOVE, ["Blå = afsluttet"], [], head, *rows]))
    assert lights(parsed) == {"A": "done", "B": "green", "C": "red", "D": "yellow"}


def test_a_table_whose_lines_are_all_green_or_done_keeps_its_lights(read_table: Read) -> None:
    done = Cell("Færdig", GREEN)
    expected = ["done", "green", "green", "done"]
    assert list(lights(read_table({"Indsats": TITLES, "Lyskurv": [done, G, G, done]})).values()) == expected


def test_a_column_called_text_is_no_title_beside_one_that_asks_what_is_to_be_done(read_table: Read) -> None:
    texts = {"Tekst": ["I gang", "Følger planen", "Afventer svar", "I udbud"], "Bemærkning": ["Ja", None, "Nej", None]}
    assert lights(read_table({"Hvad skal der ske?": TITLES, "Lyskurv": [G, Y, R, G], **texts})) == RIGHT
