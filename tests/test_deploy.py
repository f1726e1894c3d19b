"""What deploy/ says is true of the code: each path, port, variable and command there is one that exists."""

import configparser
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import streamlit.config

from dashboard.domain.settings import our_text
from dashboard.domain.settings.server import VARIABLES
from dashboard.web import startup

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
FILES = sorted(DEPLOY.iterdir())
TEXTS = {path.name: path.read_text("utf-8") for path in FILES}
DOCS = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")}
SERVER = tomllib.loads(our_text("kommune.toml"))["server"]
PORT = str(SERVER["port"])
READ = {*VARIABLES.values(), "DASHBOARD_SETTINGS"}


@pytest.mark.parametrize("name", TEXTS)
def test_every_variable_it_sets_is_read(name: str) -> None:
    options = {f"STREAMLIT_{key.replace('.', '_').upper()}" for key in streamlit.config.get_config_options()}
    told = set(re.findall(r"(?:DASHBOARD|STREAMLIT)_[A-Z_]+", TEXTS[name]))
    assert told <= READ | options


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_in_docs_tells_how_it_is_used(name: str) -> None:
    assert any(f"deploy/{name}" in said or name in said for said in DOCS.values())


def test_every_setting_stands_in_kommune_toml_and_docs_with_its_variable() -> None:
    assert set(SERVER) == set(VARIABLES)
    for key, variable in VARIABLES.items():
        assert f"`{key}`" in DOCS["settings"]
        assert variable in DOCS["settings"]
        assert variable in our_text("kommune.toml")


def test_the_unit_starts_what_there_is_and_writes_where_it_may() -> None:
    unit = configparser.RawConfigParser(strict=False, dict_type=_Repeated)
    unit.optionxform = str  # type: ignore[assignment]
    unit.read_string(TEXTS["dashboard.service"])
    service = unit["Service"]
    python, script, verb = shlex.split(service["ExecStart"].strip())
    at = service["WorkingDirectory"].strip()
    assert python == f"{at}/.venv/bin/python"
    assert (ROOT / script).exists()
    assert f'"{verb}"' in (ROOT / script).read_text("utf-8")
    assert f"SIGTERM, lambda *_: sys.exit({service['SuccessExitStatus'].strip()})" in (ROOT / script).read_text("utf-8")
    set_to = dict(line.split("=", 1) for line in service["Environment"].split("\n") if line)
    assert set_to["STREAMLIT_SERVER_PORT"] == PORT
    assert set_to["STREAMLIT_SERVER_ADDRESS"] == "127.0.0.1", "nginx alone is reached from outside"
    assert set_to["DASHBOARD_DATABASE"].startswith(f"/var/lib/{service['StateDirectory'].strip()}/")
    assert service["User"].strip() not in ("root", "0")


class _Repeated(dict[str, Any]):
    """Keeps what a key says each time that it stands there."""

    def __setitem__(self, key: str, value: Any) -> None:
        if isinstance(value, list) and isinstance(self.get(key), list):
            value = [*self[key], *value]
        super().__setitem__(key, value)


def test_nginx_sends_everything_to_the_app_and_lets_in_what_the_app_does() -> None:
    said = TEXTS["nginx.conf"]
    assert f"proxy_pass         http://127.0.0.1:{PORT};" in said
    for header in (
        "Host $http_host",
        "X-Forwarded-Proto $scheme",
        "Upgrade $http_upgrade",
        "Connection $connection_upgrade",
    ):
        assert re.search(rf"proxy_set_header\s+{re.escape(header)};", said)
    most = re.search(r"client_max_body_size (\d+)m", said)
    assert most
    assert int(most[1]) > streamlit.config.get_option("server.maxUploadSize"), "the app says it better"


def test_the_container_takes_what_there_is_and_asks_the_address_that_answers() -> None:
    said = TEXTS["Containerfile"].replace("\\\n", " ")
    for line in re.findall(r"^COPY (.+)$", said, re.MULTILINE):
        *named, _ = line.split()
        assert all((ROOT / each).exists() for each in named), line
    needed = {"start.py", "app.py", "pyproject.toml", "requirements.txt", "pages", "src", ".streamlit/config.toml"}
    assert needed <= set(said.split())
    source = (ROOT / "start.py").read_text("utf-8")
    for verb in re.findall(r"(?:RUN python3 start\.py |\"start\.py\", \")([a-z]+)", said):
        assert f'"{verb}"' in source
    assert f"http://127.0.0.1:{PORT}{startup.HEALTH.path}" in said
    assert f"EXPOSE {PORT}" in said
    user = re.findall(r"^USER (\S+)$", said, re.MULTILINE)
    assert user
    assert user[-1] not in ("0", "root")
    assert "VOLUME /data" in said
    assert all(path.startswith("/data/") for path in re.findall(r"DASHBOARD_(?:DATABASE|SETTINGS)=(\S+)", said))


def test_the_windows_service_starts_what_start_py_makes() -> None:
    service = ElementTree.fromstring(TEXTS["dashboard-service.xml"])
    script, verb = str(service.findtext("arguments")).split()
    assert (ROOT / script).exists()
    assert f'"{verb}"' in (ROOT / script).read_text("utf-8")
    assert service.findtext("executable") == r"%BASE%\..\.venv\Scripts\python.exe", "as start.py names it on Windows"
    names = {str(each.get("name")) for each in service.findall("env")}
    assert names <= READ | {"PYTHONUTF8"}
