"""What is wrong in a folder of settings is said with file, line and remedy, and such settings are not used."""

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.domain.settings import read_settings

SU = '[[udvalg]]\nkey = "SU"\nname = "Socialudvalget"\n'


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("kommune.toml", 'name = "Fjordby"\ncase_numer = "1"\n', "kommune.toml, linje 2: »case_numer« kendes ikke."),
        ("kommune.toml", 'name = "Fjordby"\ncase_number = 24\n', "kommune.toml, linje 2: »case_number« skal være"),
        ("kommune.toml", 'name = "Fjordby\n', "kommune.toml, linje 1:"),
        ("kommune.toml", '[colours]\naccent = "#CC1030"\n', "ligner det røde lys"),
        ("kommune.toml", '[colours]\naccent = "#B8C8D8"\n', "for lille kontrast"),
        ("kommune.toml", '[colours]\naccent = "blå"\n', "er ikke en farve"),
        ("kommune.toml", 'logo = "vaaben.png"\n', "kommune.toml, linje 1:"),
        ("kommune.toml", '[[body]]\nkey = "direktionen"\nscopes = ["tvaers"]\n', "kommune.toml, linje 3:"),
        (
            "terms.toml",
            '[[udvalg]]\nkey = "SU"\nname = "A"\n[[udvalg]]\nkey = "SU"\nname = "B"\n',
            "linje 4: To [[udvalg]]",
        ),
        (
            "terms.toml",
            '[[signal]]\nrule = "red_long"\nlimit = "to"\n',
            "linje 3: »limit« skal være et helt tal.",
        ),
        ("terms.toml", '[[signal]]\nrule = "red_lang"\nlimit = 2\n', "»red_lang« kendes ikke."),
        ("terms.toml", 'plans = ["2027"]\n', "»2027« er ikke en plan."),
        ("terms.toml", 'half_year_months = ["juni", "desember"]\n', "linje 1: »desember« er ikke en måned."),
        ("terms.toml", 'replace = ["temaer"]\n', "Der er ingen liste »temaer«."),
        ("term.toml", "", "Filen bliver ikke læst."),
    ],
)
def test_a_fault_is_said_with_its_line_and_a_remedy(tmp_path: Path, file: str, text: str, said: str) -> None:
    folder = tmp_path / "indstillinger æøå"
    folder.mkdir()
    (folder / file).write_text(text, "utf-8")
    told = CliRunner().invoke(app, ["settings", "check", str(folder)])
    assert told.exit_code == 1
    assert said in " ".join(told.output.split())
    found = read_settings(folder)
    assert all(fault.remedy for fault in found.faults)
    assert found.kommune["name"] == "Norddjurs Kommune"


def test_another_encoding_than_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "kommune.toml").write_bytes('name = "Fjordby"\ncase_number = "Æ1"\n'.encode("latin-1"))
    (fault,) = read_settings(tmp_path).faults
    assert str(fault).startswith("kommune.toml, linje 2: Filen er ikke")


def test_a_new_folder_is_explained_in_order_and_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "egne"
    assert CliRunner().invoke(app, ["settings", "new", str(folder)]).exit_code == 0
    assert read_settings(folder).faults == ()
    (folder / "kommune.toml").write_text('name = "Fjordby Kommune"\n', "utf-8")
    assert "er ladt i fred" in CliRunner().invoke(app, ["settings", "new", str(folder)]).output
    told = CliRunner().invoke(app, ["settings", "check", str(folder)])
    assert "er i orden: Fjordby Kommune." in " ".join(told.output.split())


def test_a_folder_that_is_not_there_is_told_with_how_to_make_it(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["settings", "check", str(tmp_path / "nej")])
    assert told.exit_code == 2
    assert "findes ikke. Lav den med: dashboard settings new" in " ".join(told.output.split())


def test_everything_that_the_start_offers_may_be_said(tmp_path: Path) -> None:
    CliRunner().invoke(app, ["settings", "new", str(tmp_path)])
    for file in tmp_path.glob("*.toml"):
        lines = file.read_text("utf-8").splitlines()
        said = [line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in lines]
        file.write_text("\n".join(line for line in said if line), "utf-8")
    assert [str(fault) for fault in read_settings(tmp_path).faults] == []


def test_a_logo_is_a_picture_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "kommune.toml").write_text('logo = "logo.png"\n', "utf-8")
    (tmp_path / "logo.png").write_bytes(_png())
    found = read_settings(tmp_path)
    assert found.faults == ()
    assert (found.logo or "").startswith("data:image/png;base64,")
    (tmp_path / "logo.png").write_text("ikke et billede", "utf-8")
    assert len(read_settings(tmp_path).faults) == 1


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels: Any = zlib.compress(b"\0\xff\xff\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is nothing there that is read for ever")
@pytest.mark.parametrize("leads_to", ["ingen.toml", "kommune.toml", "/dev/zero", "."])
def test_a_file_that_leads_nowhere_or_to_what_is_no_file_is_told_and_not_passed_over(
    tmp_path: Path, leads_to: str
) -> None:
    (tmp_path / "kommune.toml").symlink_to(leads_to)
    (fault,) = read_settings(tmp_path).faults
    assert "kan ikke læses" in str(fault)
