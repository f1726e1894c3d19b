"""What is wrong with an installation: programs, settings, sign-in and address, and what intake says of its data."""

import json
import os
import platform
import re
import socket
import ssl
import time
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import typer
from packaging.requirements import Requirement

from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import out
from dashboard.cli.program import app
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.disk import why_not
from dashboard.domain.settings import settings
from dashboard.domain.settings.server import VARIABLES, server_path, server_setting
from dashboard.intake.doctor import Finding, examine_data
from dashboard.intake.inbox import database_path

ROOT = Path(__file__).parents[3]
SECONDS = 5
SHORT_SECRET = 32
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
MARKS = {"ok": "ok    ", "note": "bemærk", "fault": "FEJL  "}
INSTALL = "Hent dem med: python3 start.py install"
NUMBERS = ("backup_days", "read_seconds", "read_megabytes", "port")


@app.command()
def doctor(database: DatabaseOption = None) -> None:
    """Se installationen efter, og sig, hvad der er galt, og hvad man kan gøre. Kode 0: ingen fejl."""
    faults = 0
    for finding in _examine(database or database_path()):
        faults += finding.state == "fault"
        out.print(f"{MARKS[finding.state]}  {finding.about}: {finding.said}", markup=False)
    raise typer.Exit(1 if faults else 0)


def _examine(path: Path) -> Iterator[Finding]:
    yield _python()
    yield _packages()
    yield _settings()
    yield from _variables()
    yield from examine_data(path)
    yield _clock()
    yield _fonts()
    yield from _sign_in()
    yield _address()


def _python() -> Finding:
    said = f"{platform.python_version()} på {platform.system()} {platform.machine()}."
    return Finding("Python", "ok", said)  # an older one cannot read this file, and start.py says so


def _packages() -> Finding:
    pinned = ROOT / "requirements.txt"
    if not pinned.exists():
        return Finding("Pakker", "note", f"{pinned} er der ikke, så udgaverne kan ikke sammenlignes.")
    wrong = []
    lines = [line for line in pinned.read_text("utf-8").splitlines() if re.match(r"[a-z]", line, re.IGNORECASE)]
    for needed in map(Requirement, lines):
        if needed.marker is None or needed.marker.evaluate():
            try:
                found = version(needed.name)
            except PackageNotFoundError:
                wrong.append(f"{needed.name} mangler")
                continue
            if not needed.specifier.contains(found):
                wrong.append(f"{needed.name} er {found} og ikke {needed.specifier}")
    if wrong:
        return Finding("Pakker", "fault", f"{', '.join(wrong)}. {INSTALL}")
    return Finding("Pakker", "ok", f"{len(lines)}, som de står i requirements.txt.")


def _settings() -> Finding:
    found = settings()
    if found.faults:
        return Finding("Indstillinger", "fault", " ".join([f"{found.folder}:", *map(str, found.faults)]))
    rest = "." if found.folder.is_dir() else " er der ikke; vores egne gælder."
    return Finding("Indstillinger", "ok", f"{found.folder}{rest}")


def _variables() -> Iterator[Finding]:
    for name in sorted(os.environ):
        if name.startswith("DASHBOARD_") and name not in {*VARIABLES.values(), "DASHBOARD_SETTINGS"}:
            yield Finding("Miljøet", "note", f"{name} læses ikke. Se navnene i docs/settings.md.")
    for key in NUMBERS:
        said = server_setting(key)
        if not said.isdecimal() or int(said) < 1:
            yield Finding("Miljøet", "fault", f"{VARIABLES[key]} skal være et helt tal og er »{said}«.")


def _clock() -> Finding:
    said = f"{in_denmark(utc_now()):%d.%m.%Y kl. %H.%M} i Danmark; maskinens egen tidszone er {time.tzname[0]}."
    if time.time() < Path(__file__).stat().st_mtime:
        return Finding("Uret", "fault", f"{said} Det er før, appen blev lagt ind. Stil det.")
    return Finding("Uret", "ok", said)


def _fonts() -> Finding:
    found = [each for each in files("dashboard.reports").joinpath("fonts").iterdir() if each.name.endswith(".ttf")]
    if len(found) < 3:
        return Finding("Skrifter", "fault", "Skrifterne til PDF mangler. Læg appens filer ind igen.")
    return Finding("Skrifter", "ok", "Dem til PDF er der.")


# ---- Sign-in


def _sign_in() -> Iterator[Finding]:
    path = server_path("secrets") or ROOT / ".streamlit" / "secrets.toml"
    try:
        said = tomllib.loads(path.read_text("utf-8")).get("auth", {}) if path.exists() else {}
    except OSError as error:
        yield Finding("Log ind", "fault", f"{path} kan ikke læses: {why_not(error)}.")
        return
    except ValueError:
        yield Finding("Log ind", "fault", f"{path} er ikke skrevet rigtigt som TOML, eller ikke som UTF-8.")
        return
    if not said:
        yield _without_sign_in(path)
        return
    if os.name == "posix" and path.stat().st_mode & 0o007:
        yield Finding("Log ind", "fault", f"Alle kan læse {path}. Skriv: chmod 640 {path}")
    providers = [said | each for each in said.values() if isinstance(each, dict)] or [said]
    for provider in providers:
        yield _provider(path, provider)


def _without_sign_in(path: Path) -> Finding:
    access = settings().kommune["access"]
    if not (_is_on_network() or access["hosts"]):
        return Finding("Log ind", "ok", "Ikke sat op; appen svarer kun på denne maskine.")
    if access["without_sign_in"]:
        return Finding("Log ind", "note", "Alle på netværket kan se og ændre alt (without_sign_in = true).")
    return Finding("Log ind", "fault", f"{path} siger intet under [auth], så appen svarer ingen. Se docs/sign-in.md.")


def _provider(path: Path, said: Mapping[str, Any]) -> Finding:
    missing = [name for name in NEEDED if not said.get(name)]
    if missing:
        return Finding("Log ind", "fault", f"I {path} mangler {', '.join(missing)} under [auth].")
    redirect = str(said["redirect_uri"])
    if not redirect.endswith("/oauth2callback"):
        return Finding("Log ind", "fault", "redirect_uri skal ende på /oauth2callback.")
    if len(str(said["cookie_secret"])) < SHORT_SECRET:
        return Finding("Log ind", "fault", f"cookie_secret er kort. Skriv mindst {SHORT_SECRET} tilfældige tegn.")
    where = str(said["server_metadata_url"])
    try:
        with urlopen(where, timeout=SECONDS) as answer:
            told = json.load(answer)
    except (OSError, ValueError) as error:
        return Finding("Log ind", "fault", f"{where} svarer ikke: {_why_no_answer(error)}.")
    if "authorization_endpoint" not in told:
        return Finding("Log ind", "fault", f"{where} siger ikke, hvor man logger ind. Er adressen rigtig?")
    if redirect.startswith("http://") and "//localhost" not in redirect:
        return Finding("Log ind", "note", "redirect_uri er uden https, så alle på netværket kan læse med.")
    return Finding("Log ind", "ok", f"{where} svarer.")


def _why_no_answer(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLError):
        return "dens certifikat blev afvist"
    if isinstance(reason, socket.gaierror):
        return "navnet findes ikke herfra"
    if isinstance(reason, TimeoutError):
        return f"der kom intet svar i {SECONDS} sekunder"
    return "forbindelsen blev afvist" if isinstance(reason, OSError) else "svaret kan ikke forstås"


# ---- The address


def _is_on_network() -> bool:
    host = _host()
    try:
        return host != "localhost" and not ip_address(host).is_loopback
    except ValueError:
        return True


def _host() -> str:
    own = ROOT / ".streamlit" / "config.toml"
    told = tomllib.loads(own.read_text("utf-8")).get("server", {}) if own.exists() else {}
    return server_setting("address") or str(told.get("address", ""))


def _address() -> Finding:
    host, port = _host(), server_setting("port")
    if not port.isdecimal():
        return Finding("Adresse", "fault", f"»{port}« er ikke en port.")
    asked = "127.0.0.1" if host in ("", "0.0.0.0", "::", "localhost") else host
    where = f"{host or 'alle adresser'}, port {port}"
    try:
        with urlopen(f"http://{asked}:{port}/health", timeout=SECONDS) as answer:
            is_ours = answer.read() == b"ok"
        return Finding("Adresse", "ok" if is_ours else "fault", f"{where}: {'appen svarer.' if is_ours else OTHER}")
    except URLError as error:
        if getattr(error, "code", None) == 503:
            return Finding("Adresse", "fault", f"{where}: appen kører, men kan ikke bruges. Se ovenfor, og i dens log.")
        if getattr(error, "code", None):
            return Finding("Adresse", "fault", f"{where}: {OTHER}")
    except (OSError, ValueError):
        return Finding("Adresse", "fault", f"{where}: {OTHER}")
    try:
        socket.create_server((asked, int(port))).close()
    except (OSError, OverflowError) as error:
        said = why_not(error) if isinstance(error, OSError) else "porten findes ikke"
        return Finding("Adresse", "fault", f"{where} kan ikke bruges: {said}. Vælg en anden i [server] i kommune.toml.")
    return Finding("Adresse", "note", f"{where}: appen kører ikke, og porten er fri.")


OTHER = "et andet program svarer her. Vælg en anden port i [server] i kommune.toml."
