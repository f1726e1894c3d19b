"""Several plans on the command line: answers say whose they are, and where two have a month it is asked."""

from pathlib import Path
from typing import Any

import pytest

from fixture_types import MakeWorkbook, Run

HEAD = ["Indsats", "Udvalg", "Farve"]
OLD, NEW = "2025-2028", "2026-2029"
PLACE = ["--month", "2026-03", "--scope", "plan"]


@pytest.fixture
def write(make_workbook: MakeWorkbook) -> MakeWorkbook:
    def workbook(plan: Any, month: Any = "marts 2026", light: Any = "Grøn") -> Path:
        rows = [
            [f"Udmøntningsplan {plan} - hele planen"],
            [f"Status pr. ultimo {month}"],
            HEAD,
            ["Havnen", "ØK", light],
        ]
        return make_workbook(rows, name=f"{plan} {month}.xlsx")

    return workbook


@pytest.fixture
def both(run: Run, write: MakeWorkbook) -> None:
    assert OLD not in run("import", write(OLD)).stdout.partition("Ingen fejl")[0].replace(f"{OLD} marts", "")
    said = run("import", write(NEW, light="Rød"), "--plan", NEW).stdout
    assert f"marts 2026 · hele planen · {NEW} · revision 1 · 1 indsats" in said


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("verb", ["status", "signals", "rows", "original", "withdraw", "restore", "template"])
def test_where_two_plans_have_the_month_every_verb_asks_which(run: Run, verb: str, tmp_path: Path) -> None:
    more: dict[str, list[Any]] = {"original": [tmp_path / "ud.xlsx"], "withdraw": ["--revision", 1, "--note", "Fejl"]}
    of_month: list[Any] = ["--month", "2026-04", tmp_path / "ny.xlsx"] if verb == "template" else PLACE
    place = [*of_month, *more.get(verb, []), *["--revision", 1] * (verb == "restore")]
    told = run(verb, *place, code=1).stderr
    assert told.startswith("Flere planer har ")
    assert f": {OLD}, {NEW}. Vælg med --plan." in told
    if verb != "restore":
        run(verb, *place, "--plan", OLD)


@pytest.mark.usefixtures("both")
def test_what_is_answered_names_its_plan(run: Run, tmp_path: Path) -> None:
    assert f"marts 2026 · hele planen · {NEW} · 1 indsats" in run("status").stdout
    assert f"marts 2026 · hele planen · {OLD}" in run("signals", "--plan", OLD).stdout
    assert f", {NEW}, revision 1" in run("original", *PLACE, "--plan", NEW, tmp_path / "ud.xlsx").stdout
    assert f"{NEW} · marts 2026" in run("revisions").stdout
    withdrawn = run("withdraw", *PLACE, "--plan", OLD, "--revision", 1, "--note", "Fejl").stdout
    assert f"marts 2026 · hele planen · {OLD}: Nu gælder ingen revision." in withdrawn
    listed = run("revisions").stdout
    assert f"{NEW} · marts 2026" in listed
    assert f"{OLD} · marts 2026" in listed


@pytest.mark.usefixtures("both")
def test_a_month_that_one_plan_has_is_answered_from_it(run: Run, write: MakeWorkbook) -> None:
    run("import", write(OLD, "december 2025"))
    assert f"december 2025 · hele planen · {OLD} · 1 indsats" in run("status", "--month", "2025-12").stdout


def test_with_one_plan_nobody_sees_a_plan(run: Run, write: MakeWorkbook, tmp_path: Path) -> None:
    run("import", write(OLD))
    said = [run(verb).stdout for verb in ("status", "signals")]
    said.append(run("original", *PLACE, tmp_path / "ud.xlsx").stdout.partition("indlæst")[2])
    said.append(run("revisions").stdout.partition(" · gælder")[0])
    assert not [each for each in said if OLD in each]


def test_two_uploads_of_one_name_are_told_apart(run: Run, write: MakeWorkbook, tmp_path: Path) -> None:
    run("import", write(OLD))
    run("import", write(OLD, light="Rød"))
    assert "(indlæst " in run("original", *PLACE, tmp_path / "ud.xlsx").stdout
    assert "(indlæst " in run("withdraw", *PLACE, "--revision", 2, "--note", "Fejl").stdout


@pytest.mark.usefixtures("both")
def test_the_documents_of_two_plans_are_two_files_that_name_their_plan(run: Run, tmp_path: Path) -> None:
    (folder := tmp_path / "hentet").mkdir()
    for plan in (OLD, NEW):
        run("report", "liste", "--month", "2026-03", "--plan", plan, "--format", "csv", folder)
    named = [path.name.partition("_2026-03_")[0] for path in sorted(folder.iterdir())]
    assert named == [f"indsatser_{OLD}", f"indsatser_{NEW}"]
