"""A PostgreSQL of the tests' own, from Debian's package."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MISSING = "PostgreSQL (initdb) er ikke installeret"


@contextmanager
def postgres() -> Iterator[dict[str, str]]:
    """Run an empty server, and give the variables that lead to it; skipped without PostgreSQL, and fails so in CI."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    user = "postgres" if os.geteuid() == 0 else None  # it refuses root
    with TemporaryDirectory(prefix="pg") as folder:  # a short path, for its socket
        data = Path(folder, "data")
        if user:
            shutil.chown(folder, user)

        def run(program: str, *arguments: str) -> None:
            command = [str(programs[-1] / program), *arguments]
            subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

        run("initdb", "-D", str(data), "-U", "dashboard", "--auth=trust", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-D", str(data), "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield {"PGHOST": folder, "PGUSER": "dashboard", "PGDATABASE": "postgres"}
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
