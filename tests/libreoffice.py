"""LibreOffice without a screen: what a workbook becomes when someone opens and saves it there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def convert(paths: list[Path], suffix: str, folder: Path) -> list[Path]:
    """Save files as another kind into a folder; the test is skipped without LibreOffice, and fails so in CI."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice er ikke installeret, og CI skal prøve skabelonen i det")
        pytest.skip("LibreOffice (soffice) er ikke installeret")
    folder.mkdir(exist_ok=True)
    profile = (folder / "profile").absolute().as_uri()
    subprocess.run(
        [
            program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir", str(folder),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip
    return [folder / f"{path.stem}.{suffix}" for path in paths]
