from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dashboard.domain.month import Month
from dashboard.domain.period import months_of_heading
from dashboard.domain.scope import PLAN
from dashboard.domain.sheet_name import read_sheet_name
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

MAY = Month(2025, 5)
HEADING = ["Status på udmøntningsplanen - hele planen"]
HEAD = ["Indsats", "Udvalg", "Status"]
TITLES = [
    "Ny ruteplan for skolebusser",
    "Samling af vaskerier",
    "Digital post til foreninger",
    "Energirenovering af haller",
]
GONE = ["Lærlinge i hjemmeplejen", "Fælles indkøb af møbler"]
G, Y, R = Cell("Grøn", GREEN), Cell("Gul", YELLOW), Cell("Rød", RED)


def table(*lights: Any, titles: Any = (), heading: Any = HEADING) -> list[Any]:
    lines = [[title, "BUU", light] for title, light in zip(titles or [*TITLES, *GONE], lights, strict=False)]
    return [heading, [], HEAD, *lines]


FULL = table(G, Y, R, G, G, Y)  # March and April: six lines, the fourth green
SHORT = table(G, Y, R, None)  # May: four lines, the fourth not reported


def months(*names: Any) -> dict[Any, Any]:
    return dict(zip(names, [FULL, FULL, SHORT], strict=True))


def counts(parsed: ParsedWorkbook) -> Counter[str]:
    return Counter(row.shown_light.value for row in parsed.rows)


def told(parsed: ParsedWorkbook, kind: Any) -> list[Any]:
    return [issue.sheet for issue in parsed.issues if issue.kind == kind]


def asked(parsed: ParsedWorkbook) -> list[Any]:
    return [issue.value for issue in parsed.issues if issue.kind == "which-sheet"]


WAYS = [
    ("Marts", "April", "Maj"), ("marts", "april", "maj"), ("Marts 25", "April 25", "Maj 25"),
    ("2025-03", "2025-04", "2025-05"), ("03-2025", "04-2025", "05-2025"), ("03.2025", "04.2025", "05.2025"),
    ("Mar-2025", "Apr-2025", "Maj-2025"), ("Ult. marts", "Ult. april", "Ult. maj"),
    ("MartsStatus2025", "AprilStatus2025", "MajStatus2025"), ("martsstatus", "aprilstatus", "majstatus"),
    ("M3", "M4", "M5"), ("Md. 3", "Md. 4", "Md. 5"),
    ("3", "4", "5"), ("03", "04", "05"), ("Status marts", "Status april", "Status maj"),
    ("01 Marts", "02 April", "03 Maj"), ("31.03.25", "30.04.25", "31.05.25"), ("202503", "202504", "202505"),
    ("BUU marts", "BUU april", "BUU maj"), ("Ultimo_marts", "Ultimo_april", "Ultimo_maj"),
    ("4. kvartal 2024", "1. kvartal 2025", "2. kvartal 2025"), ("Q4", "Q1", "Q2"),
    ("2. halvår 2024", "3. kvt. 2024", "1. halvår 2025"), ("2023", "2024", "2025"),
    ("Lyskurv marts 2025", "Lyskurv april 2025", "Lyskurv maj 2025"), ("DIR marts", "DIR april", "DIR maj"),
    ("Direktionen, marts", "Direktionen, april", "Direktionen, maj"), ("Vej 4. kvt.", "Vej 1. kvt.", "Vej 2. kvt."),
]  # fmt: skip


@pytest.mark.parametrize("names", WAYS)
def test_sheets_of_several_periods_are_asked_about_and_never_joined(
    make_workbook: MakeWorkbook, read: Read, names: Any
) -> None:
    parsed = read(make_workbook(sheets=months(*names)))
    assert (parsed.month, parsed.rows) == (None, ())
    assert asked(parsed) == [f"{names[0]}, {names[1]} og {names[2]}"]
    assert {issue.kind for issue in parsed.issues} == {"which-sheet"}


@pytest.mark.parametrize("names", WAYS)
def test_of_several_periods_the_one_of_the_given_month_is_read_and_the_others_are_told(
    make_workbook: MakeWorkbook, read: Read, names: Any
) -> None:
    parsed = read(make_workbook(sheets=months(*names)), month=MAY)
    assert counts(parsed) == {"green": 1, "yellow": 1, "red": 1, "not_reported": 1}
    assert told(parsed, "sheet-of-another-month") == list(names[:2])
    assert not [issue for issue in parsed.issues if issue.kind == "duplicate-line" or issue.is_error]


def test_the_file_name_says_which_of_the_months_is_read(make_workbook: MakeWorkbook, read: Read) -> None:
    for name in ("Status maj 2025.xlsx", "2025-05.xlsx"):
        parsed = read(make_workbook(sheets=months("Marts", "April", "Maj"), name=name))
        assert (parsed.month, len(parsed.rows)) == (MAY, 4)


def test_a_file_name_without_a_year_takes_it_from_the_sheets(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook(sheets=months("Marts 2025", "April 2025", "Maj 2025"), name="Status maj.xlsx"))
    assert (parsed.month, len(parsed.rows)) == (MAY, 4)


def test_a_month_that_none_of_the_sheets_is_for_is_asked_about(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook(sheets=months("Marts", "April", "Maj")), month=Month(2025, 6))
    assert (asked(parsed), parsed.rows) == (["Marts, April og Maj"], ())


def test_a_sheet_of_another_year_is_not_the_months(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook(sheets={"Maj 2024": FULL, "Maj 2025": SHORT}), month=MAY)
    assert (len(parsed.rows), told(parsed, "sheet-of-another-month")) == (4, ["Maj 2024"])


def test_headings_tell_the_months_of_sheets_with_other_names(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {
        f"Ark{n}": table(*lights, heading=[f"Status ultimo {month} - hele planen"])
        for n, (month, lights) in enumerate({"april": (G, Y, R, G), "maj": (G, Y, R, None)}.items(), start=1)
    }
    assert asked(read(make_workbook(sheets=sheets))) == ["Ark1 og Ark2"]
    assert counts(read(make_workbook(sheets=sheets), month=MAY))["not_reported"] == 1


def test_a_heading_copied_from_the_month_before_does_not_make_two_sheets_one_month(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    stale = ["Status ultimo april 2025 - hele planen"]
    sheets = {"April": table(G, Y, R, G, heading=stale), "Maj": table(G, Y, R, None, heading=stale)}
    parsed = read(make_workbook(sheets=sheets), month=MAY)
    assert (counts(parsed)["not_reported"], told(parsed, "sheet-of-another-month")) == (1, ["April"])


@pytest.mark.parametrize(
    ("name", "heading", "file"),
    [
        ("Maj", HEADING, "Status 2025.xlsx"),
        ("Maj", ["Status 2025 - hele planen"], "Status.xlsx"),
        ("05.2025", HEADING, "Status.xlsx"),
        ("MajStatus2025", HEADING, "Status.xlsx"),
    ],
)
def test_a_bare_month_takes_the_one_year_that_stands_around_it(
    make_workbook: MakeWorkbook, read: Read, name: str, heading: Any, file: str
) -> None:
    parsed = read(make_workbook(table(G, Y, heading=heading), sheet=name, name=file))
    assert (parsed.month, len(parsed.rows)) == (MAY, 2)


@pytest.mark.parametrize("heading", [HEADING, ["Udmøntningsplan 2025-2028"], ["Budget 2026, status 2025"]])
def test_a_bare_month_without_one_certain_year_is_asked_for(
    make_workbook: MakeWorkbook, read: Read, heading: Any
) -> None:
    parsed = read(make_workbook(table(G, Y, heading=heading), sheet="Maj", name="Status.xlsx"))
    assert parsed.month is None
    assert "no-month" in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize("old", ["Arkiv", "Arkiv 2024", "Historik", "Gammel", "Kopi af Status", "Backup", "Udgåede"])
def test_an_archive_or_a_copy_is_left_out_and_told_once(make_workbook: MakeWorkbook, read: Read, old: str) -> None:
    parsed = read(make_workbook(sheets={"Status": SHORT, old: FULL}), month=MAY)
    assert len(parsed.rows) == 4
    assert [issue.sheet for issue in parsed.issues] == [old]
    assert told(parsed, "sheet-left-out") == [old]


@pytest.mark.parametrize(
    "old", ["SLETTES", "Kladde", "Baseline", "Afviste forslag", "Sidste måned", "Gl. status", "Før"]
)
def test_a_sheet_that_is_set_aside_is_left_out_also_where_its_lines_are_its_own(
    make_workbook: MakeWorkbook, read: Read, old: str
) -> None:
    parsed = read(make_workbook(sheets={"Status": SHORT, old: table(R, R, titles=GONE)}), month=MAY)
    assert (len(parsed.rows), told(parsed, "sheet-left-out")) == (4, [old])
    assert len(read(make_workbook(SHORT, sheet=old), month=MAY).rows) == 4


@pytest.mark.parametrize("name", ["Maj (kladde)", "Status udkast", "Anlæg før 2026"])
def test_a_draft_of_a_part_or_of_a_month_is_not_set_aside(name: str) -> None:
    assert not read_sheet_name(name).is_archive


def test_an_archive_says_nothing_of_the_month_and_the_scope(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {
        "Status": table(G, heading=["Status pr. ultimo maj 2025 - hele planen"]),
        "Arkiv": table(R, heading=["Tværgående indsatser, status pr. ultimo april 2025"]),
    }
    parsed = read(make_workbook(sheets=sheets))
    assert (parsed.month, parsed.scope, counts(parsed)) == (MAY, PLAN, {"green": 1})


def test_the_only_sheet_is_read_also_when_it_is_a_copy(make_workbook: MakeWorkbook, read: Read) -> None:
    assert len(read(make_workbook(SHORT, sheet="Kopi af Status"), month=MAY).rows) == 4


def test_what_stands_on_a_sheet_of_what_is_done_is_done_and_told(make_workbook: MakeWorkbook, read: Read) -> None:
    done = table(G, None, titles=GONE)
    parsed = read(make_workbook(sheets={"Igangværende": SHORT, "Afsluttede indsatser": done}), month=MAY)
    assert counts(parsed) == {"green": 1, "yellow": 1, "red": 1, "not_reported": 1, "done": 2}
    assert told(parsed, "done-by-sheet") == ["Afsluttede indsatser"]


def test_marks_on_a_sheet_of_what_is_done_need_no_word(make_workbook: MakeWorkbook, read: Read) -> None:
    done = table("X", "Afsluttet", titles=GONE)
    parsed = read(make_workbook(sheets={"Igangværende": SHORT, "Afsluttede": done}), month=MAY)
    assert (counts(parsed)["done"], parsed.issues) == (2, ())


def test_a_line_that_is_done_on_one_sheet_and_not_on_another_is_not_settled_in_silence(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    done = table(G, titles=TITLES[1:2])
    parsed = read(make_workbook(sheets={"Igangværende": SHORT, "Afsluttede": done}), month=MAY)
    assert len(parsed.rows) == 4
    assert "Samling af vaskerier" in {issue.value for issue in parsed.issues if issue.is_error}


def test_snapshots_of_former_months_beside_the_running_sheet_are_left_out(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    running = table(G, Y, R, None, heading=["Status pr. ultimo maj 2025 - hele planen"])
    parsed = read(make_workbook(sheets={"Status": running, "Marts": FULL, "April": FULL}))
    assert (parsed.month, counts(parsed)["not_reported"], len(parsed.rows)) == (MAY, 1, 4)
    assert told(parsed, "sheet-of-another-month") == ["Marts", "April"]


def test_one_former_month_beside_a_running_sheet_does_not_say_the_month(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    path = make_workbook(sheets={"Status": SHORT, "April 2025": FULL})
    assert read(path).month is None
    assert counts(read(path, month=MAY)) == {"green": 1, "yellow": 1, "red": 1, "not_reported": 1}


def test_the_running_sheet_is_left_out_when_the_month_has_a_sheet_of_its_own(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    parsed = read(make_workbook(sheets={"Status": SHORT, "April 2025": FULL}), month=Month(2025, 4))
    assert (len(parsed.rows), told(parsed, "sheet-left-out")) == (6, ["Status"])


def test_the_months_own_sheet_is_read_rather_than_its_quarters(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook(sheets={"2. kvartal 2025": FULL, "Maj 2025": SHORT}))
    assert (parsed.month, len(parsed.rows), told(parsed, "sheet-left-out")) == (MAY, 4, ["2. kvartal 2025"])


@pytest.mark.parametrize(
    "part", ["Anlæg", "BUU", "Majbrit", "Apr-projektet", "2. Partnerskaber", "Ark2", "Marts og venner"]
)
def test_sheets_that_only_sound_like_a_period_are_parts_of_the_plan(
    make_workbook: MakeWorkbook, read: Read, part: str
) -> None:
    rest = table(G, R, titles=GONE)
    parsed = read(make_workbook(sheets={"Maj 2025": SHORT, part: rest}))
    assert (parsed.month, len(parsed.rows)) == (MAY, 6)
    assert not told(parsed, "sheet-of-another-month") + told(parsed, "sheet-left-out")


def test_numbered_sheets_with_lines_of_their_own_are_parts_of_the_plan(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {"1": table(G, Y, titles=TITLES[:2]), "2": table(R, G, titles=TITLES[2:]), "3": table(G, Y, titles=GONE)}
    assert len(read(make_workbook(sheets=sheets), month=MAY).rows) == 6


def test_a_person_called_jan_is_no_january(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {"Jan": table(G, Y, titles=TITLES[:2]), "Mette": table(R, G, titles=TITLES[2:])}
    assert len(read(make_workbook(sheets=sheets), month=MAY).rows) == 4


def test_sheets_for_years_of_the_budget_are_parts_when_their_heading_says_the_month(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    heading = ["Status pr. ultimo maj 2025 - hele planen"]
    sheets = {"2025": table(G, Y, titles=TITLES[:2], heading=heading), "2026": table(R, titles=GONE, heading=heading)}
    parsed = read(make_workbook(sheets=sheets))
    assert (parsed.month, len(parsed.rows)) == (MAY, 3)


def test_a_hidden_sheet_of_a_former_month_does_not_make_the_month_doubtful(
    tmp_path: Path, make_workbook: MakeWorkbook, read: Read
) -> None:
    path = make_workbook(sheets={"Maj 2025": SHORT, "April 2025": FULL})
    workbook = openpyxl.load_workbook(path)
    workbook["April 2025"].sheet_state = "hidden"
    workbook.save(path)
    assert (read(path).month, len(read(path).rows)) == (MAY, 4)


@pytest.mark.parametrize("name", ["Råderumsforslag 2025", "Udmøntningsplan 2025-2028", "Budget 2025", "Gammel Estrup"])
def test_names_of_parts_are_no_periods_and_no_archives(name: str) -> None:
    found = read_sheet_name(name)
    assert (found.period, found.is_archive) == (None, False)


@pytest.mark.parametrize(
    ("heading", "dated", "bare"),
    [
        ("Status 30.04.2025", {"2025-04"}, set()),
        ("Status pr. 31-05-2025", {"2025-05"}, set()),
        ("Status ult. maj", set(), {5}),
        ("pr. 31.05", set(), {5}),
        ("31/5", set(), {5}),
        ("5/25", {"2025-05"}, set()),
        ("2025-05", {"2025-05"}, set()),
        ("05.2025", {"2025-05"}, set()),
        ("Farve maj 25", {"2025-05"}, set()),
        ("Status Q2", set(), {4, 5, 6}),
        ("1. kvartal 2025", {"2025-01", "2025-02", "2025-03"}, set()),
        ("Status (opdateret 04.06.2025)", set(), set()),
        ("Budget 2025", set(), set()),
        ("2025", set(), set()),
        ("Status 2.1", set(), set()),
        ("Majbrits vurdering", set(), set()),
    ],
)
def test_a_columns_heading_names_its_months_also_in_dates_and_quarters(heading: str, dated: Any, bare: Any) -> None:
    found, numbers = months_of_heading(heading)
    assert ({str(month) for month in found}, numbers) == (dated, bare)


def test_dates_in_the_headings_say_which_column_is_the_months(make_workbook: MakeWorkbook, read: Read) -> None:
    head = ["Indsats", "Udvalg", "Status 30.04.2025", "Status 31.05.2025"]
    rows = [HEADING, [], head, [TITLES[0], "BUU", R, G], [TITLES[1], "BUU", G, None]]
    for given, expected in ((MAY, {"green": 1, "not_reported": 1}), (Month(2025, 4), {"red": 1, "green": 1})):
        assert counts(read(make_workbook(rows), month=given)) == expected
    assert read(make_workbook(rows)).month == MAY


@pytest.mark.parametrize(
    "names",
    [("Version 1", "Version 2"), ("Backlog", "Status"), ("ØK 1", "ØK 2"), ("Uge 18", "Uge 22")],
)
def test_two_versions_of_the_same_lines_are_asked_about_once_and_not_per_line(
    make_workbook: MakeWorkbook, read: Read, names: tuple[str, str]
) -> None:
    old, new = table(G, R, R, G, G, Y), table(G, Y, R)
    parsed = read(make_workbook(sheets=dict(zip(names, (old, new), strict=True))), month=MAY)
    errors = [(issue.kind, issue.sheet, issue.value) for issue in parsed.issues if issue.is_error]
    assert errors == [("same-lines-on-sheets", names[1], f"'{names[0]}' og '{names[1]}'")]
    assert not told(parsed, "duplicate-line")
    assert len(parsed.rows) == 6


@pytest.mark.parametrize("names", [("BUU", "ØK"), ("Anlæg", "Status"), ("Tværgående", "Plan"), ("Afsluttede", "Plan")])
def test_sheets_of_different_parts_may_share_lines(
    make_workbook: MakeWorkbook, read: Read, names: tuple[str, str]
) -> None:
    parsed = read(make_workbook(sheets=dict.fromkeys(names, table("X", "X", "X", "X"))), month=MAY, scope=PLAN)
    assert not told(parsed, "same-lines-on-sheets")
    assert told(parsed, "duplicate-line")


def test_a_sheet_without_lights_that_only_adds_facts_is_no_version(make_workbook: MakeWorkbook, read: Read) -> None:
    facts = [HEADING, [], ["Indsats", "Udvalg", "Ansvarlig"], *([title, "BUU", "Mette Hansen"] for title in TITLES)]
    parsed = read(make_workbook(sheets={"Status": table(G, Y, R, G), "Ansvar": facts}), month=MAY)
    assert (len(parsed.rows), told(parsed, "same-lines-on-sheets")) == (4, [])
    assert {row.responsible for row in parsed.rows} == {"Mette Hansen"}


def test_lines_with_other_codes_are_other_lines_though_their_titles_are_alike(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    sheets = {
        sheet: table(G, Y, R, titles=[f"{title} R{place}0{n}" for n, title in enumerate(TITLES[:3])])
        for place, sheet in enumerate(("Del 1", "Del 2"), start=1)
    }
    parsed = read(make_workbook(sheets=sheets), month=MAY)
    assert (len(parsed.rows), told(parsed, "same-lines-on-sheets")) == (6, [])


JUNE = Month(2025, 6)


def headed(**months: Any) -> dict[str, Any]:
    """Make a sheet for each month of 2025, with the month that its heading says."""
    return {
        f"{name} 2025": table(G, Y, R, None, heading=[f"Status {said} - hele planen"]) for name, said in months.items()
    }


@pytest.mark.parametrize(
    ("sheets", "left"),
    [
        (headed(Maj="maj 2025", Juni="maj 2025"), "maj 2025"),
        (headed(April="ultimo april 2025", Maj="pr. 31.05.2025", Juni="ult. april"), "april"),
        (
            headed(Maj="maj 2025") | {"Juni 2025": table(G, Y, R, None, heading=["Hele planen", "Lyskurv, maj 25"])},
            "maj 2025",
        ),
    ],
)
@pytest.mark.parametrize("given", [JUNE, None])
def test_a_heading_left_from_another_months_sheet_is_told(
    make_workbook: MakeWorkbook, read: Read, sheets: Any, left: str, given: Any
) -> None:
    parsed = read(make_workbook(sheets=sheets, name="Status juni 2025.xlsx"), month=given)
    (found,) = [each for each in parsed.issues if each.kind == "heading-left"]
    assert (parsed.month, len(parsed.rows), found.sheet, found.value) == (JUNE, 4, "Juni 2025", left)
    assert not [each for each in parsed.issues if each.is_error]


@pytest.mark.parametrize(
    "sheets",
    [
        headed(April="april 2025", Juni="maj 2025"),
        headed(Maj="maj 2025", Juni="juni 2024"),
        headed(Maj="juni 2025", Juni="maj 2025"),
    ],
)
def test_a_heading_that_no_other_sheet_explains_is_asked_about_until_the_month_is_given(
    make_workbook: MakeWorkbook, read: Read, sheets: Any
) -> None:
    path = make_workbook(sheets=sheets, name="Status juni 2025.xlsx")
    assert told(read(path), "heading-disagrees") == ["Juni 2025"]
    given = read(path, month=JUNE)
    assert (told(given, "heading-left"), [each for each in given.issues if each.is_error]) == (["Juni 2025"], [])
    assert told(given, "overruled") == []  # it is told once


def test_the_only_sheets_heading_counts_and_that_its_name_says_another_month_is_told(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    parsed = read(make_workbook(sheets=headed(April="maj 2025")))
    assert (parsed.month, told(parsed, "heading-left")) == (MAY, ["April 2025"])
