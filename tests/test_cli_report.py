"""The command that writes documents, as people use it."""

from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.records import plan_meeting
from dashboard.store.database import open_database
from fixture_types import MakeWorkbook, Run
from plan_workbook import sound


@pytest.fixture
def run(tmp_path: Path, make_workbook: MakeWorkbook) -> Run:
    """Run the command line on a plan of May 2025, and a meeting that looks at it."""
    path = tmp_path / "plan.duckdb"

    def invoke(*arguments: Any, code: int = 0) -> Any:
        result = CliRunner().invoke(app, [*map(str, arguments), "--database", str(path)])
        assert result.exit_code == code, result.output
        return result

    invoke("import", make_workbook(sound(light="Rød")))
    database = open_database(path)
    plan_meeting(database, Meeting(DIREKTIONEN, date(2025, 6, 4), Month(2025, 5), PLAN), [(1, ["new_red"])], "Anna")
    database.close()
    return invoke


def test_a_meetings_documents_are_written_in_the_format_that_the_name_ends_in(run: Run, tmp_path: Path) -> None:
    run("report", "dagsorden", tmp_path / "d.pdf", "--month", "2025-05")
    assert "Flådestyring" in PdfReader(tmp_path / "d.pdf").pages[0].extract_text()
    run("report", "referat", tmp_path / "r.docx", "--month", "2025-05")
    said = [paragraph.text for paragraph in docx.Document(str(tmp_path / "r.docx")).paragraphs]
    assert "Beslutning i Direktionen den 04-06-2025" in said


@pytest.mark.parametrize(
    ("kind", "chosen", "name"),
    [
        ("direktion", (), "bilag-til-direktionen_2025-05_hele-planen_1-indsats_*.pdf"),
        ("udvalg", ("--udvalg", "ØK"), "udsnit-øk_2025-05_hele-planen_1-eg*.pdf"),
        ("liste", ("--udvalg", "ØK"), "indsatser_2025-05_hele-planen_udvalg-økonomiudvalget_1-indsats_*.pdf"),
        ("direktion", ("--format", "pptx", "--order", "plan"), "moedeslides_2025-05_hele-planen_1-indsats_*.pptx"),
        ("halvaar", (), "halvaarsstatus_2025-05_hele-planen_1-indsats_*.pdf"),
        ("halvaar", ("--format", "csv"), "halvaarsstatus_2025-05_hele-planen_1-indsats_*.csv"),
        ("liste", ("--format", "xlsx"), "indsatser_2025-05_hele-planen_1-indsats_*.xlsx"),
    ],
)
def test_each_document_says_in_its_name_what_it_is_of(
    run: Run, tmp_path: Path, kind: str, chosen: tuple[str, ...], name: str
) -> None:
    folder = tmp_path / "ud"
    folder.mkdir()
    run("report", kind, folder, "--month", "2025-05", *chosen)
    assert [path.match(name) for path in folder.iterdir()] == [True]


def test_in_a_folder_the_file_is_named_after_what_it_shows(run: Run, tmp_path: Path) -> None:
    printed = run("report", "dagsorden", tmp_path, "--month", "2025-05", "--format", "docx").stdout
    (written,) = tmp_path.glob("dagsorden_direktionen-2025-06-04_status-2025-05-hele-planen_1-punkt_*.docx")
    assert written.name in printed


def test_a_document_that_may_have_been_worked_on_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "d.docx"
    path.write_bytes(b"rettet")
    assert "findes allerede" in run("report", "dagsorden", path, "--month", "2025-05", code=2).stderr
    assert path.read_bytes() == b"rettet"


def test_what_cannot_be_written_is_refused_with_a_sentence(run: Run, tmp_path: Path) -> None:
    none = run("report", "dagsorden", tmp_path, "--month", "2025-06", code=1).stderr
    assert "Der er intet møde i Direktionen, der ser på status for juni 2025." in none
    assert "juni 2025" in run("report", "liste", tmp_path, "--month", "2025-06", code=1).stderr
    assert "med --udvalg" in run("report", "udvalg", tmp_path, "--month", "2025-05", code=1).stderr
    assert "Kun en liste" in run("report", "referat", tmp_path / "r.csv", "--month", "2025-05", code=1).stderr
    whole = run("report", "halvaar", tmp_path, "--month", "2025-05", "--scope", "tvaergaaende", code=1).stderr
    assert "En halvårsstatus er for hele planen." in whole
    assert "--format" in run("report", "dagsorden", tmp_path / "d.txt", "--month", "2025-05", code=2).stderr
    assert "findes ikke" in run("report", "dagsorden", tmp_path / "x" / "d.pdf", "--month", "2025-05", code=2).stderr
    for kind in ("udvalg", "liste"):
        given = ("report", kind, tmp_path, "--udvalg", "BUUU", "--month", "2025-05")
        assert "intet udvalg, der hedder BUUU" in run(*given, code=1).stderr


def test_only_an_earlier_month_with_a_status_is_compared_with(run: Run, tmp_path: Path) -> None:
    for kind, compare in (("direktion", "2025-04"), ("liste", "2025-05"), ("halvaar", "2025-06")):
        given = ("report", kind, tmp_path / "x.pdf", "--month", "2025-05", "--compare", compare)
        assert "ingen tidligere status for »Hele planen« i" in " ".join(run(*given, code=1).stderr.split())


def test_a_file_is_not_written_as_another_kind_than_its_name_says(run: Run, tmp_path: Path) -> None:
    refused = run("report", "liste", tmp_path / "l.xlsx", "--month", "2025-05", "--format", "csv", code=2)
    assert "l.xlsx" in refused.output
    assert not (tmp_path / "l.xlsx").exists()


def test_two_orders_of_one_document_are_not_files_of_one_name(run: Run, tmp_path: Path) -> None:
    for kind in ("direktion", "udvalg"):
        for order in ("red_first", "plan"):
            run(
                "report",
                kind,
                tmp_path,
                "--month",
                "2025-05",
                *(("--udvalg", "ØK") if kind == "udvalg" else ()),
                "--order",
                order,
            )
    ends = [("_røde-først_" in path.name, "_planens-rækkefølge_" in path.name) for path in tmp_path.glob("*.pdf")]
    assert sorted(ends) == [(False, True), (False, True), (True, False), (True, False)]


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("halvaar", ("--udvalg", "ØK")),
        ("halvaar", ("--order", "plan")),
        ("liste", ("--order", "plan")),
        ("dagsorden", ("--compare", "2025-04")),
        ("referat", ("--scope", "plan")),
    ],
)
def test_what_means_nothing_for_a_document_is_refused(
    run: Run, tmp_path: Path, kind: str, option: tuple[str, str]
) -> None:
    refused = run("report", kind, tmp_path / "x.pdf", "--month", "2025-05", *option, code=1).stderr
    assert f"{option[0]} betyder intet for {kind}. Udelad det." in " ".join(refused.split())
