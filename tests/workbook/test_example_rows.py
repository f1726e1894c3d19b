"""An example that somebody left in a template: it looks like a line, and is none."""

import pytest

from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
HEAD = ["Indsats", "Udvalg", "Status", "Bemærkning"]
LINES = [["Ruteplan", "ØK", G, "a"], ["Haller", "AU", R, "b"], ["Skoler", "BUU", Y, "c"]]
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow"}


@pytest.mark.parametrize(
    "title",
    [
        "Eksempel: Ny skole", "Eksempel - Ny skole", "Eksempel", "Eksempel 1: Ny skole", "Eks.: Ny skole",
        "Fx Ny skole", "F.eks. Ny skole", "(eksempel) Ny skole",
        "Ny skole (eksempel)", "Skabelon", "Udfyldes sådan:", "Sådan udfyldes skemaet",
        "[Skriv titel her]", "Skriv indsatsens navn her", "Indsæt titel", "<Navn på indsats>", "xxx",
        "Example: New school", "Eksempel på indsats", "Eksempel på en indsats", "Eksempel på udfyldt linje",
        "Eksempel på udfyldning", "Eksempelindsats", "Eksempel-indsats", "Eksempelrække", "Eksempel indsats",
        "[Titel]", "<Titel>", "(Titel)", "[Indsæt]", "[Slet denne række]",
        "{Titel}", "[Indsats]", "[Indsats 1]", "[Navn]", "<Projektnavn>", "[Overskrift]",
        "[Eksempel på titel]", "Ny skole   -   Eksempel", "Eksempel til udfyldning", "Skriv titel", "<Vælg indsats>",
        "[Udfyldes af forvaltningen]", "[Udfyld her]", "[Slet]", "Eksempel på projekt", "Eksempel på et projekt",
        "Klik her for at angive titel", "Click here to add title",
        "Titel her", "Klik eller tryk her for at skrive tekst.", "Click or tap here to enter text.",
        "Ny skole - eksempel", "Ny skole – eks.", "Ny skole, eksempel", "Ny skole (fx)", "Ny skole [eks.]",
    ],
)  # fmt: skip
def test_an_example_left_in_the_template_is_no_line_and_is_told(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([HEAD, [title, "ØK", G, "Følger planen"], *LINES])
    assert lights(parsed) == READ
    assert kinds(parsed) == [("A3", "example-row")]


@pytest.mark.parametrize(
    "title",
    [
        "Eksempler på god praksis samles", "Eksempelskole i Allingåbro", "Skabelon til referater indføres",
        "Fx-projektet", "Skabeloner: fælles standard", "Testcenter i Glesborg", "Navn på ny skole findes",
        "Indsætning af sluser", "Eksempel-bibliotek", "Skriv sammen med borgerne",
        "Eksempel på god praksis deles", "Skole som eksempel", "Skolen er et eksempel", "Eksempler på indsatser samles",
        "Eksempelsamling", "Skabelonprojekt",
        "[Ny skole]", "Referater - skabelon", "[Fase 2] Indsats mod fravær", "Indsats 1", "Titel på museum",
        "Eksempel på indsats deles", "Projekt", "Nyt navn - eksempelvis Kystvejen",
        "Vælg den rigtige indsats", "Klik og hent",
        "[Slettet]", "[Skriveværksted]", "[Udfyldt i juni]", "[Slettes i 2026]", "[Indsættelse af sluser]",
        "Vision - fx", "Klasser, f.eks.", "Klasser - feks", "Haller, fx.", "Eksempelprojekt", "Eksempel-projekt",
        "Eksempelopgaver", "Klik her for at lære dansk", "Klik eller tryk her for at melde dig", "Click here to vote",
    ],
)  # fmt: skip
def test_a_title_that_speaks_of_examples_or_templates_is_a_line(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([HEAD, [title, "ØK", G, "Følger planen"], *LINES])
    assert lights(parsed) == {title: "green", **READ}
    assert kinds(parsed) == []


@pytest.mark.parametrize("label", ["Eksempel", "Fx", "eks.", "Eksempel:"])
@pytest.mark.parametrize("heading", ["Nr.", None])
def test_a_line_that_is_called_an_example_beside_its_title_is_none(
    read_table: ReadTable, label: str, heading: str | None
) -> None:
    numbered = [[n, *row] for n, row in enumerate(LINES, 1)]
    parsed, _ = read_table([[heading, *HEAD], [label, "Ny skole", "ØK", G, "a"], *numbered])
    assert lights(parsed) == READ
    assert ("B3", "example-row") in kinds(parsed)


@pytest.mark.parametrize(
    ("heading", "said"), [("Produkt", "Skabelon"), ("Ansvarlig", "FX"), ("Bemærkning", "Eksempel")]
)
def test_a_line_with_such_a_word_in_another_column_is_a_line(read_table: ReadTable, heading: str, said: str) -> None:
    parsed, _ = read_table([["Indsats", "Udvalg", "Status", heading], ["Fælles referater", "ØK", R, said], *LINES])
    assert lights(parsed) == {"Fælles referater": "red", **READ}


def test_the_line_below_a_lone_word_for_an_example_is_one(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, ["Eksempel:"], ["Ny skole", "ØK", G, "Følger planen"], [], *LINES])
    assert lights(parsed) == READ
    assert kinds(parsed) == [("A3", "example-row"), ("A4", "example-row")]


def test_lines_right_below_a_word_for_an_example_are_not_all_lost(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, ["Eksempel:"], *LINES])
    assert lights(parsed) == READ
    assert kinds(parsed) == [("A3", "example-row")]


@pytest.mark.parametrize(
    "titles",
    [
        ("(Projekt 1)", "(Projekt 2)", "(Projekt 3)"),
        ("[Indsats 1]", "[Indsats 2]"),
        ("Ny skole (fx)", "Eksempel: Ny hal"),
        ("Fx Ny skole", "Fx Ny hal"),
    ],
)
def test_where_all_lines_would_be_examples_they_are_lines(read_table: ReadTable, titles: tuple[str, ...]) -> None:
    parsed, _ = read_table([HEAD, *([title, "ØK", G, "a"] for title in titles)])
    assert [row.title for row in parsed.rows] == [*titles]


@pytest.mark.parametrize("titles", [("[Titel]", "[Titel]"), ("Eksempel: Ny skole",)])
def test_a_template_with_nothing_but_one_example_has_no_lines(read_table: ReadTable, titles: tuple[str, ...]) -> None:
    parsed, _ = read_table([HEAD, *([title, "ØK", G, "a"] for title in titles)])
    assert {kind for _, kind in kinds(parsed)} >= {"example-row"}
    assert not parsed.rows


@pytest.mark.parametrize("placeholder", ["[Indsats]", "Eksempel på indsats", "[Titel]"])
def test_the_line_below_a_lone_title_that_nobody_filled_in_is_a_line(read_table: ReadTable, placeholder: str) -> None:
    parsed, _ = read_table([HEAD, [placeholder], LINES[0], ["Anlæg"], *LINES[1:]])
    assert lights(parsed) == READ
