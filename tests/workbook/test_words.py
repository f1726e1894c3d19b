from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.amount import read_amount
from dashboard.domain.terms import terms
from dashboard.domain.words import find_named, light_word, read_udvalg, split_title
from fixture_types import MakeWorkbook, Read


@pytest.mark.parametrize(
    ("written", "title", "code", "marks"),
    [
        ("Flådestyring R003(I)(B)", "Flådestyring", "R003", "(I)(B)"),
        ("Skriftlige fremstillinger R101 (I)(B)", "Skriftlige fremstillinger", "R101", "(I)(B)"),
        ("R003 - Flådestyring", "Flådestyring", "R003", None),
        ("Flådestyring (R003)", "Flådestyring", "R003", None),
        ("Samling af demensindsatsen i Glesborg R706", "Samling af demensindsatsen i Glesborg", "R706", None),
        ("Investering i\nfraværsindsatsen R307(B)", "Investering i fraværsindsatsen", "R307", "(B)"),
        ("Bosætningskampagne", "Bosætningskampagne", None, None),
    ],
)
def test_code_and_marks_are_taken_out_of_the_title(
    written: str, title: str, code: str | None, marks: str | None
) -> None:
    split = split_title(written)
    assert (split.title, split.code, split.marks) == (title, code, marks)


def test_a_title_hyphenated_over_two_lines_is_put_together() -> None:
    assert split_title("voksen-\nhandicapområdet").title == "voksen-handicapområdet"


@pytest.mark.parametrize(
    ("written", "keys", "unknown"),
    [
        ("ØK, KB", ("ØK", "KB"), ()),
        ("BUU og VPU", ("BUU", "VPU"), ()),
        ("BUU/VPU", ("BUU", "VPU"), ()),
        ("KB\nØK", ("KB", "ØK"), ()),
        ("Børne- og Ungdomsudvalget", ("BUU",), ()),
        ("Børne- og Ungdomsudvalget og Voksen- og Plejeudvalget", ("BUU", "VPU"), ()),
        ("Økonomiudvalget, KB", ("ØK", "KB"), ()),
        ("Teknik- og Klimaudvalget", ("Teknik- og Klimaudvalget",), ("Teknik- og Klimaudvalget",)),
        ("AU og Landdistriktsudvalget", ("AU", "Landdistriktsudvalget"), ("Landdistriktsudvalget",)),
        ("økonomiudvalget (ØK)", ("ØK",), ()),
    ],
)
def test_several_udvalg_in_one_cell_are_several_and_one_with_og_is_one(written: str, keys: Any, unknown: Any) -> None:
    assert read_udvalg(written) == (keys, unknown)


@pytest.mark.parametrize(
    "written",
    [
        "Sociale investeringer, Fremtidens velfærd, Skoler og dagtilbud",
        "SOCIALE INVESTERINGER, fremtidens velfærd,\nskoler og dagtilbud",
        "Tema: Sociale investeringer, Fremtidens velfærd, Skoler og dagtilbud",
    ],
)
def test_a_tema_is_never_split_on_its_commas_or_its_og(written: str) -> None:
    named = find_named(written, terms().tema)
    assert named is not None
    assert named.name == "Sociale investeringer, Fremtidens velfærd, Skoler og dagtilbud"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (1250.5, "1250.5"), ("1.250,5", "1250.5"), ("-1.250", "-1250"), ("−300", "-300"), ("(1.250)", "-1250"),
        ("1.250 t.kr.", "1250"), ("250 kr.", "250"), ("1,5 mio. kr.", "1500"), ("1,250.5", "1250.5"), ("0", "0"),
        ("1.000", "1000"), ("11.000 kr.", "11000"), ("-21.000", "-21000"), ("5 1.000 kr.", "5"),
    ],
)  # fmt: skip
def test_amounts_are_read_in_danish_notation(written: Any, amount: str) -> None:
    assert read_amount(written) == Decimal(amount)


@pytest.mark.parametrize("written", ["mange penge", "#REF!", "2. kvartal", True])
def test_what_is_no_amount_is_none(written: Any) -> None:
    assert read_amount(written) is None


@pytest.mark.parametrize(
    ("written", "light"),
    [
        ("○ Ikke indberettet", "not_reported"), ("● Ikke indberettet", "not_reported"), ("○ Følger planen", None),
        ('-"-', None), ("do.", None), ("Grøn ✓", None), ("Rød x", None), ("Grøn - afsluttet", "done"), ("!!", None),
        ("Rød ↑", "red"), ("↗ Gul", "yellow"), ("Grøn →", "green"), ("grønt lys", "green"), ("Rødt lys", "red"),
        ("Lys: gul", "yellow"), ("⚪", "not_reported"), ("lys", None), ("Grøn ↑ gul", None), ("gul lystavle", None),
    ],
)  # fmt: skip
def test_an_arrow_or_the_word_light_beside_a_colour_takes_nothing_from_it(written: str, light: str | None) -> None:
    assert light_word(written) == light


@pytest.mark.parametrize("written", [["Rod", "Guld", "Gron", "grönn"], [None, None, "gull", None]])
@pytest.mark.parametrize("head", ["Status", "Lys"])
def test_misspelt_lights_are_never_lost_without_a_word(
    make_workbook: MakeWorkbook, read: Read, written: list[str | None], head: str
) -> None:
    lines = [[f"Linje {n}", "ØK", word] for n, word in enumerate(written)]
    parsed = read(make_workbook([["Indsats", "Udvalg", head], *lines]))
    assert {issue.value for issue in parsed.issues if issue.kind == "unknown-light"} == {*written} - {None}


def test_squares_are_lights_and_which_of_three_signs_is_filled_is_asked_about(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    head = ["Indsats", "Udvalg", "Status"]
    parsed = read(make_workbook([head, *([f"L{n}", "ØK", sign] for n, sign in enumerate("🟥🟨🟩"))]))
    assert [str(row.light) for row in parsed.rows] == ["red", "yellow", "green"]
    lamps = [[f"L{n}", "ØK", sign] for n, sign in enumerate(["●○○", "○●○", "○○●", "●○○", "○○●"])]
    assert [len(read(make_workbook([head, *lamps])).questions)] == [3]
