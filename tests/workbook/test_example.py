"""The example workbooks, read with openpyxl alone: what they promise to whoever builds on them."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import TextBlock

from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.workbook.example import PLAN_MONTHS, write_example_workbooks
from dashboard.workbook.example.plan import MONTHS, NEXT_PLAN, NEXT_PLAN_MONTHS, plan_lines
from dashboard.workbook.example.state import months_of_the_plan
from dashboard.workbook.example.stories import course_of

COMMITTED = Path(__file__).parents[2] / "data" / "eksempel"
NEXT_PLANS = [f"plan-{NEXT_PLAN}-{month}.xlsx" for month in NEXT_PLAN_MONTHS]
CROSSING = [f"tvaergaaende-{month}.xlsx" for month in MONTHS]
PLANS = [f"hele-planen-{month}.xlsx" for month in PLAN_MONTHS]
MARKED = ("Tidsplan", "Politisk behandling", "Status", "Hvad bedes direktionen om", "OBS-punkt")
FILLS = {"FF92D050": "green", "FFFFC000": "yellow", "FFFFFF00": "yellow", "FFFF0000": "red"}


@dataclass(frozen=True)
class Row:
    """One line as it stands in a workbook: what still holds in each cell, and all that is written in it with its look.

    A look is "new", "struck" or "plain".
    """

    sheet: str
    section: str
    cells: dict[str, object]
    light: str
    looks: dict[str, list[tuple[str, str]]]

    @property
    def title(self) -> str:
        return str(self.cells["Indsats"])


@cache
def rows(name: str) -> tuple[Row, ...]:
    found = []
    for sheet in load_workbook(COMMITTED / name, rich_text=True):
        section, headers = "", None
        for cells in sheet.iter_rows():
            if cells[0].value == "Nr.":
                headers = [str(cell.value) for cell in cells]
            elif headers and isinstance(cells[0].value, str):
                section = cells[0].value
            elif headers:
                values = {header: holds(cell) for header, cell in zip(headers, cells, strict=True)}
                looks = {header: looks_of(cell) for header, cell in zip(headers, cells, strict=True)}
                found.append(Row(sheet.title, section, values, light_of(cells[headers.index("Farve")], values), looks))
    return tuple(found)


def looks_of(cell: Cell) -> list[tuple[str, str]]:
    """Give what is written in a cell, a stretch for each look of its words."""
    if cell.value is None:
        return []
    parts = cell.value if isinstance(cell.value, list) else [cell.value]
    found = []
    for part in parts:
        font = part.font if isinstance(part, TextBlock) else cell.font
        is_new = font.color is not None and font.color.rgb == "FFFF0000"
        found.append(("struck" if font.strike else "new" if is_new else "plain", str(part)))
    return found


def holds(cell: Cell) -> object:
    looks = looks_of(cell)
    if all(look == "plain" for look, _ in looks):
        return cell.value
    return "".join(text for look, text in looks if look != "struck").strip() or None


def light_of(cell: Cell, values: dict[str, object]) -> str:
    assert cell.value is None, "the light is a fill, never a word"
    fill = FILLS[cell.fill.start_color.rgb] if cell.fill.fill_type == "solid" else None
    if values["Afsluttet (X)"] == "X":
        assert fill is None, "a line that is done has no colour"
        return "done"
    return fill or "not_reported"


def courses(names: list[str]) -> dict[str, str]:
    """Give each title's lights over workbooks, a letter each, "." where it is missing and "x" where it is done."""
    letters = {"not_reported": "n", "done": "x"}
    shown = [{row.title: letters.get(row.light, row.light[0]) for row in rows(name)} for name in names]
    return {title: "".join(month.get(title, ".") for month in shown) for title in set().union(*shown)}


def history(names: list[str], column: str) -> dict[str, list[object]]:
    titles = {row.title for row in rows(names[-1])}
    found: dict[str, list[object]] = {title: [] for title in titles}
    for name in names:
        for row in rows(name):
            if row.title in found:
                found[row.title].append(row.cells[column])
    return found


# ---- the files


def test_generating_again_gives_the_bytes_that_are_committed(tmp_path: Path) -> None:
    written = write_example_workbooks(tmp_path)
    assert sorted(path.name for path in written) == sorted([*CROSSING, *PLANS, *NEXT_PLANS])
    assert [path.name for path in written if path.read_bytes() != (COMMITTED / path.name).read_bytes()] == []


def test_another_seed_tells_other_texts_of_the_same_lines() -> None:
    ours, other = (months_of_the_plan(seed)[MONTHS[-1]] for seed in (2025, 7))
    assert [line.title for line in ours] == [line.title for line in other]
    assert [line.text for line in ours] != [line.text for line in other]


@pytest.mark.parametrize("name", [*CROSSING, *PLANS])
def test_every_sheet_says_what_it_is_and_that_it_is_invented(name: str) -> None:
    month = next(month for month in MONTHS if str(month) in name)
    for sheet in load_workbook(COMMITTED / name):
        assert sheet["A1"].value.startswith("Udmøntningsplan 2025-2028 - ")
        assert sheet["A2"].value == f"Status pr. ultimo {month.label}"
        assert sheet["A3"].value == "Eksempeldata - farver og tekster er opdigtede"
        definitions = [sheet.cell(row, 2).value for row in (4, 5, 6)]
        assert definitions == [terms().lights[light].definition for light in (Light.GREEN, Light.YELLOW, Light.RED)]
        assert sheet["B7"].value == "X = Afsluttet"


def test_the_next_plan_goes_on_with_a_third_of_its_lines() -> None:
    here = {row.title for name in PLANS for row in rows(name)}
    for name in NEXT_PLANS:
        assert load_workbook(COMMITTED / name).worksheets[0]["A1"].value.startswith("Udmøntningsplan 2026-2029 - ")
        titles = {row.title for row in rows(name)}
        assert (len(titles), len(titles & here)) == (54, 18)


@pytest.mark.parametrize("name", [CROSSING[-1], PLANS[-1]])
def test_a_workbook_is_plain_and_ready_to_print(name: str) -> None:
    for sheet in load_workbook(COMMITTED / name):
        values = [cell.value for cells in sheet.iter_rows() for cell in cells]
        assert not any(str(value).startswith("=") for value in values)
        assert not sheet.conditional_formatting
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
        header = next(cell.row for cells in sheet.iter_rows() for cell in cells if cell.value == "Nr.")
        assert sheet.freeze_panes == f"C{header + 1}"
        assert sheet.print_title_rows == f"${header}:${header}"


# ---- the plan


def test_october_2026_has_every_art_every_tema_and_every_udvalg() -> None:
    newest = rows(PLANS[-1])
    assert {row.sheet for row in newest} == {art.name for art in terms().art}
    assert {row.section for row in newest if row.sheet == "Hensigtserklæringer"} == {t.name for t in terms().tema}
    written = " ".join(str(row.cells["Udvalg"]) for row in newest).replace(",", " ").split()
    assert {udvalg.key for udvalg in terms().udvalg} <= set(written)


def test_october_2026_stands_as_the_pictures_show_it_and_may_2025_had_far_fewer_done() -> None:
    newest = Counter(row.light for row in rows(PLANS[-1]))
    assert newest == {"red": 9, "yellow": 27, "green": 68, "not_reported": 5, "done": 33}
    assert Counter(row.light for row in rows(PLANS[0]))["done"] < 12


def test_the_numbers_run_through_the_whole_plan() -> None:
    for name in PLANS:
        assert [row.cells["Nr."] for row in rows(name)] == list(range(1, len(rows(name)) + 1))


def test_both_workbooks_of_a_month_agree_on_every_line_they_share() -> None:
    for month in PLAN_MONTHS:
        plan = {row.title: row for row in rows(f"hele-planen-{month}.xlsx") if row.cells["Tværgående"] == "X"}
        crossing = {row.title: row for row in rows(f"tvaergaaende-{month}.xlsx")}
        assert plan.keys() == crossing.keys()
        for title, row in crossing.items():
            shared = row.cells.keys() & plan[title].cells.keys() - {"Nr."}
            assert row.light == plan[title].light
            assert {name: row.cells[name] for name in shared} == {name: plan[title].cells[name] for name in shared}


def test_the_workbooks_show_the_state_they_are_written_from() -> None:
    for month, state in months_of_the_plan(2025).items():
        crossing = {line.title: line.light.value for line in state if line.cross_cutting}
        assert {row.title: row.light for row in rows(f"tvaergaaende-{month}.xlsx")} == crossing
        if month in PLAN_MONTHS:
            assert Counter(row.light for row in rows(f"hele-planen-{month}.xlsx")) == Counter(
                line.light.value for line in state
            )


def test_infrastruktur_came_in_june_2025_and_every_month_has_two_to_five_red_cross_cutting_lines() -> None:
    assert [len(rows(name)) for name in CROSSING] == [18] * 3 + [19] * 17
    assert "Infrastruktur" in {row.title for row in rows(CROSSING[3])}
    assert all(2 <= Counter(row.light for row in rows(name))["red"] <= 5 for name in CROSSING)


def test_the_code_r307_is_two_lines() -> None:
    assert sum("R307" in row.title for row in rows(CROSSING[0])) == 2


# ---- the texts


def test_a_light_has_a_text_that_fits_it() -> None:
    for name in [*CROSSING, *PLANS]:
        for row in rows(name):
            explained = row.cells["Årsag til rød"], row.cells["Hvad bedes direktionen om"]
            assert (row.cells["Status"] is None) == (row.light == "not_reported"), row.title
            assert row.light == "red" or explained == (None, None), row.title
            assert "{" not in str(row.cells["Status"])


def test_a_red_gives_one_of_the_three_reasons_or_none() -> None:
    reasons = {reason.name for reason in terms().reasons}
    given = [row.cells["Årsag til rød"] for name in PLANS for row in rows(name) if row.light == "red"]
    assert {reason for reason in given if reason} == reasons
    assert 2 <= sum(row.cells["Årsag til rød"] is None for row in rows(PLANS[-1]) if row.light == "red") < 4


def test_what_is_told_by_hand_is_told_of_a_line_that_is_in_the_plan_and_a_reason_of_one_that_is_red() -> None:
    told = tomllib.loads(files("dashboard.workbook.example").joinpath("told.toml").read_text("utf-8"))
    lines = {line.key: line for line in plan_lines()}
    for key, months in told.items():
        course = dict(zip(map(str, MONTHS), course_of(lines[key], 2025), strict=True))
        assert [month for month in months if course[month] == "."] == [], key
        assert [month for month, entry in months.items() if course[month] not in "rn" and "reason" in entry] == [], key


def test_a_cross_cutting_line_is_told_anew_whenever_its_light_changes() -> None:
    told = tomllib.loads(files("dashboard.workbook.example").joinpath("told.toml").read_text("utf-8"))
    for line in plan_lines():
        if line.cross_cutting:
            course = list(zip(map(str, MONTHS), course_of(line, 2025), strict=True))
            lit = [(month, letter) for month, letter in course if letter not in "n."]
            turns = [month for (_, before), (month, letter) in pairwise(lit) if before != letter]
            assert [month for month in turns if month not in told[line.key]] == [], line.key


def test_a_code_in_the_data_is_the_code_in_the_title() -> None:
    data = tomllib.loads(files("dashboard.workbook.example").joinpath("lines.toml").read_text("utf-8"))
    for line in data["line"]:
        assert line["title"].replace(" ", "").endswith(line.get("code", "") + line.get("marks", ""))


# ---- what is marked in them


@cache
def told_before() -> tuple[tuple[Row, Row], ...]:
    """Pair each line with itself in the last workbook that spoke for it; one that was renamed just then is left out."""
    pairs = [(row, before) for names in (CROSSING, PLANS) for row, before in paired(names)]
    return tuple(pair for pair in pairs if pair[0].cells.get("Tværgående") is None)


def paired(names: list[str]) -> Iterator[tuple[Row, Row]]:
    for earlier, name in pairwise(names):
        before = {row.title: row for row in rows(earlier)}
        yield from ((row, before[row.title]) for row in rows(name) if row.title in before)


def words(row: Row, column: str, look: str) -> list[str]:
    return " ".join(text for found, text in row.looks[column] if found == look).split()


def stood(wanted: list[str], row: Row, column: str) -> bool:
    """Tell whether words stood in a cell, in this order."""
    old = iter(re.findall(r"\w+", str(row.cells[column] or "")))
    return all(word in old for word in re.findall(r"\w+", " ".join(wanted)))


def test_a_text_is_marked_only_where_it_was_told_otherwise_in_the_workbook_before() -> None:
    for row, before in told_before():
        for column, looks in row.looks.items():
            is_marked = any(look != "plain" for look, _ in looks)
            assert not is_marked or column in MARKED
            assert not is_marked or row.cells[column] != before.cells[column], row.title


def test_the_words_that_are_not_red_stood_there_before_and_so_did_those_that_are_struck() -> None:
    for row, before in told_before():
        for column in MARKED:
            for look in ("plain", "struck"):
                assert stood(words(row, column, look), before, column) or row.light == "not_reported", row.title


def test_a_text_with_words_it_did_not_have_before_has_some_in_red() -> None:
    for row, before in told_before():
        for column in MARKED:
            added = set(str(row.cells[column] or "").split()) - set(str(before.cells[column] or "").split())
            assert words(row, column, "new") or not added or row.light == "not_reported", row.title


def test_both_workbooks_of_a_month_are_marked_alike() -> None:
    for month in PLAN_MONTHS:
        plan = {row.title: row.looks for row in rows(f"hele-planen-{month}.xlsx")}
        for row in rows(f"tvaergaaende-{month}.xlsx"):
            assert {name: row.looks[name] for name in MARKED} == {name: plan[row.title][name] for name in MARKED}


@pytest.mark.parametrize("name", [CROSSING[0], PLANS[0]])
def test_the_first_workbook_of_a_kind_has_nothing_to_mark_in_the_lines_it_is_the_first_to_tell(name: str) -> None:
    first = [row for row in rows(name) if name == CROSSING[0] or row.cells["Tværgående"] is None]
    assert {look for row in first for looks in row.looks.values() for look, _ in looks} == {"plain"}


def test_a_line_that_comes_into_the_plan_is_red_throughout() -> None:
    (came,) = (row for row in rows(PLANS[-1]) if row.title == "Nye nære sundhedsopgaver fra 2027")
    assert {look for column in MARKED for look, _ in came.looks[column]} == {"new"}


def test_some_departments_strike_what_no_longer_holds_and_the_others_leave_it_out() -> None:
    looks: dict[object, Counter[bool]] = {}
    for row in rows(PLANS[-1]):
        if any(look == "new" for look, _ in row.looks["Status"]):
            strikes = any(look == "struck" for look, _ in row.looks["Status"])
            looks.setdefault(row.cells["Ansvarlig"], Counter())[strikes] += 1
    striking = {responsible for responsible, found in looks.items() if found[True]}
    assert 3 <= len(striking) <= len(looks) - 3
    assert any(looks[responsible][False] for responsible in striking), "they forget now and then"


def test_some_cells_are_struck_whole_where_the_line_needs_no_help_any_more() -> None:
    struck = [
        column
        for row in rows(PLANS[-1])
        for column in MARKED
        if row.looks[column] and all(look == "struck" for look, _ in row.looks[column])
    ]
    assert {"Hvad bedes direktionen om", "OBS-punkt"} <= set(struck)
    assert "Status" not in struck


# ---- the stories


def test_some_lines_went_green_to_red_in_one_month_and_some_slid_through_yellow() -> None:
    monthly = courses(PLANS[2:])
    assert sum("gr" in course for course in monthly.values()) >= 3
    assert sum("gyr" in course or "gyyr" in course or "gyyyr" in course for course in monthly.values()) >= 2


def test_some_lines_are_red_six_months_or_more() -> None:
    assert sum("rrrrrr" in course for course in courses(PLANS[2:]).values()) >= 2
    assert "rrrrrr" in courses(CROSSING)["Aktindsigt"]


def test_some_lines_recover_and_some_flap() -> None:
    monthly = courses(PLANS[2:]).values()
    assert sum("yg" in course or "ry" in course for course in monthly) >= 8
    assert sum(course.count("yg") >= 2 for course in monthly) >= 2


def test_a_line_that_was_done_is_open_again() -> None:
    assert courses(CROSSING)["Pulje til udvikling og velfærdsteknologi"] == "gggggggggxxxgggggggg"
    reopened = [title for title, course in courses(PLANS).items() if course.endswith("xy") or course.endswith("xg")]
    assert reopened == ["Havnebad i Grenaa"]


def test_a_line_leaves_without_being_done_and_another_one_comes() -> None:
    september, october = ({row.title: row.light for row in rows(name)} for name in PLANS[-2:])
    assert {title: september[title] for title in september.keys() - october.keys()} == {"Multihal i Ørsted": "yellow"}
    assert october.keys() - september.keys() == {"Nye nære sundhedsopgaver fra 2027"}


def test_lines_are_renamed_on_the_way() -> None:
    first, last = ({row.title for row in rows(name)} for name in (CROSSING[0], CROSSING[-1]))
    assert {"Aktindsigt R001(I)(B)", "Arbejde med kloge m2", "Samling af demensindsatsen i Glesborg R706"} <= first
    assert {"Aktindsigt", "Arbejde med kloge m²", "Skriftlige fremstillinger R101(I)(B)"} <= last
    assert any(title.startswith("Samling af Demensindsatsen i Glesborg (etablering af") for title in last)


def test_some_lines_moved_to_another_udvalg() -> None:
    moved = {title for title, udvalg in history(PLANS, "Udvalg").items() if len(set(udvalg)) > 1}
    assert {"Fjellerup Udvikling", "Lokale udviklingsplaner for landsbyerne"} <= moved
    assert len(moved) <= 6


def test_some_dates_moved_twice_or_more_while_the_line_was_green() -> None:
    lights = courses(PLANS)
    moves = {title: sum(a != b for a, b in pairwise(dates)) for title, dates in history(PLANS, "Tidsplan").items()}
    green = [title for title, count in moves.items() if count >= 2 and set(lights[title]) <= set("gn")]
    assert len(green) >= 3
    assert len(set(history(CROSSING, "Tidsplan")["Norddjurs i bevægelse"])) == 4


def test_some_texts_are_copied_unchanged_for_three_months_or_more() -> None:
    lights = courses(PLANS)
    texts = history(PLANS[-3:], "Status")
    copied = [title for title, said in texts.items() if len(set(said)) == 1 and lights[title][-1] in "gyr"]
    assert 8 <= len(copied) <= 14


def test_some_lines_are_green_though_their_date_has_passed() -> None:
    passed = [row for row in rows(PLANS[-1]) if row.light == "green" and row.cells["Tidsplan"] == "2. kvartal 2026"]
    assert len(passed) == 3


def test_some_lines_are_not_reported_two_months_in_a_row() -> None:
    assert sum(course.endswith("nn") for course in courses(PLANS).values()) == 2
