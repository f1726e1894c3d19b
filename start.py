"""Sets up the dashboard and starts it, with nothing but Python itself. What it understands: see USAGE.

Python 3.6 must be able to read this file, to say that it is too old: annotations with brackets stand in quotes.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

USAGE = """\
python3 start.py          gør klar første gang, starter dashboardet og åbner browseren
python3 start.py test     kører alle tests; flere ord gives videre til pytest
python3 start.py check    kontrollerer koden: stil, typer og hvem der må bruge hvad
python3 start.py screenshots   tager billeder af alle sider i alle størrelser; ord snævrer ind, fx: overblik 1920
python3 start.py setup    gør kun klar, med det der skal bruges til tests
python3 start.py install  gør kun klar til drift, uden det der skal bruges til tests
python3 start.py serve    kører det som tjeneste: henter intet, lægger ingen eksempeldata ind, åbner ingen browser

--no-browser åbner ingen browser. Andre tilvalg gives videre til Streamlit, fx --server.port 8600."""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "start.json"
LOG = VENV / "install.log"
RUN, DEV = "requirements.txt", "requirements-dev.txt"
CHECKS = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"])

# What may stand in the words of pip or of the system, and what we say then. The first that fits is used.
CAUSES = {
    "certificate_verify_failed|certificate verify failed|sslerror": (
        "Pakkerne kunne ikke hentes: forbindelsens certifikat blev afvist, som det kan ske på et netværk med "
        "egen proxy. Bed it-afdelingen om hjælp."
    ),
    "connectionerror|connecttimeout|timeouterror|timed out|proxyerror|connection refused|network is unreachable"
    "|name resolution|name or service not known|getaddrinfo failed|failed to establish": (
        "Pakkerne kunne ikke hentes: der er ingen forbindelse til pakkelageret. Er der internet? "
        "Bruger netværket en proxy, skal HTTPS_PROXY være sat. Prøv derefter igen."
    ),
    r"errno (28|122)\]|no space left|disk quota|winerror 112\]": "Disken er fuld. Frigør plads, og prøv igen.",
    r"errno (1|13|30)\]|permission denied|winerror (5|32)\]": (
        f"Der kan ikke skrives i {ROOT} eller i databasens mappe. Er den skrivebeskyttet, eller har et andet "
        "program den åben?"
    ),
}


class StartError(Exception):
    """What is wrong, said to someone who does not program."""


def main(words: "list[str]") -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        require_python(sys.version_info[:3])
        return obey(words)
    except StartError as failure:
        print(failure, file=sys.stderr)
    except OSError as error:
        print(cause_of(str(error)) or f"Det gik galt: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        say("\nAfbrudt.")
        return 130
    return 1


def require_python(version: "tuple[int, ...]") -> None:
    if version[:2] < (3, 11):
        raise StartError(
            f"Dashboardet kræver Python 3.11 eller nyere, og dette er Python {version[0]}.{version[1]}. "
            "Hent en nyere på python.org, og prøv igen, fx med: python3.11 start.py"
        )


def obey(words: "list[str]") -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # a raised exit also ends pip, if it is running
    verb, rest = words[0] if words else "", words[1:]
    if verb in ("-h", "--help"):
        say(USAGE)
    elif verb in ("setup", "install"):
        set_up(DEV if verb == "setup" else RUN)
        say("Alt er klar.")
    elif verb == "test":
        python = set_up(DEV)
        say("Kører tests …")
        return hand_over([python, "-m", "pytest", *rest], environment())
    elif verb == "check":
        set_up(DEV)
        return check()
    elif verb == "screenshots":
        python = set_up(DEV)
        return hand_over([python, "-m", "browser.screenshots", *rest], environment(PYTHONPATH=str(ROOT / "tests")))
    elif verb == "serve":
        return serve(rest)
    elif verb == "_browser":
        return show_in_browser(*rest)
    elif verb and not verb.startswith("-"):
        raise StartError(f"Kender ikke ordet “{verb}”. Det her kan skrives:\n\n{USAGE}")
    else:
        return start(words)
    return 0


def check() -> int:
    """Every check, the quick ones first; all are run, so that one look tells all that is to be mended."""
    failed = []
    for words in CHECKS:
        say(f"\n== {' '.join(words)} ==")
        name, *rest = words
        if subprocess.run([program(name), *rest], cwd=ROOT, env=environment()).returncode:
            failed.append(" ".join(words))
    if failed:
        raise StartError(f"\nIkke i orden: {', '.join(failed)}.")
    say("\nAlt er i orden.")
    return 0


def start(words: "list[str]") -> int:
    options = [word for word in words if word != "--no-browser"]
    host, port = address(options)
    url = "http://{}:{}".format("localhost" if host in ("", "0.0.0.0", "::") else host, port)
    require_free_port(host, port, url)
    python = set_up(RUN)
    said = own_settings().get("database")
    own = settings_folder() / str(said) if said else ROOT / "data" / "status.duckdb"
    database = os.environ.get("DASHBOARD_DATABASE") or str(said or "")
    if not database.startswith("ducklake:"):  # which several machines share
        database = str(Path(os.environ.get("DASHBOARD_DATABASE") or own).absolute())
        fill(Path(database))
    say(f"Dashboardet starter på {url} – stop det med Ctrl+C.")
    if options == words and has_screen(options):
        subprocess.Popen([sys.executable, __file__, "_browser", url], stderr=subprocess.DEVNULL)
    told = environment(DASHBOARD_DATABASE=database, STREAMLIT_SERVER_PORT=str(port))
    return hand_over([python, __file__, "serve", *options], told)


def say(line: str) -> None:
    print(line, flush=True)


def cause_of(text: str) -> str:
    return next((sentence for signs, sentence in CAUSES.items() if re.search(signs, text, re.IGNORECASE)), "")


def environment(**more: str) -> "dict[str, str]":
    """Everything is passed on, for proxies and package indexes stand there; we print the address ourselves."""
    return {"STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true", **os.environ, "PYTHONUTF8": "1", **more}


def quietly(command: "list[str]", output: int = subprocess.PIPE) -> "subprocess.CompletedProcess[bytes]":
    null, both = subprocess.DEVNULL, subprocess.STDOUT
    return subprocess.run(command, cwd=ROOT, env=environment(), stdin=null, stdout=output, stderr=both)


def hand_over(command: "list[str]", variables: "dict[str, str]", system: str = os.name) -> int:
    """On Unix the command takes this process's place, so that signals and exit codes are its own."""
    os.chdir(ROOT)
    if system == "posix":
        os.execve(command[0], command, variables)
    child = subprocess.Popen(command, env=variables)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the child too, and it decides
    return child.wait()


# ---- The environment in .venv


def set_up(requirements: str) -> str:
    """The Python of an environment with all that the list names. When the stamp fits, only looked at."""
    python = program("python")
    if read_stamp().get("place") != place() or not works(python):
        make_environment()
    if read_stamp().get(requirements) != fingerprint(requirements):
        install(python, requirements)
    return python


def program(name: str, system: str = os.name) -> str:
    return str(VENV / "Scripts" / f"{name}.exe" if system == "nt" else VENV / "bin" / name)


def place() -> str:
    """An environment can neither be moved nor be used by another Python than the one that made it."""
    return f"{VENV} {sys.version_info[0]}.{sys.version_info[1]}"


def fingerprint(requirements: str) -> str:
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in (requirements, "pyproject.toml"))).hexdigest()


def read_stamp() -> "dict[str, str]":
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def works(python: str) -> bool:
    probe = "import sys, importlib.util as u; sys.exit(not all(map(u.find_spec, ('streamlit', 'duckdb', 'dashboard'))))"
    try:
        return subprocess.run([python, "-c", probe], capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise StartError(
            "Denne Python mangler delen “venv”. På Debian og Ubuntu hentes den med: sudo apt install python3-venv"
        )
    import venv

    say("Laver et Python-miljø i mappen .venv …")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    try:
        venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as error:
        output = (error.output or b"").decode("utf-8", "replace")
        raise StartError(cause_of(output) or f"Python-miljøet kunne ikke laves:\n{last_lines(output)}") from error


def install(python: str, requirements: str) -> None:
    say("Henter og installerer pakkerne – første gang tager det et par minutter …")
    STAMP.unlink(missing_ok=True)  # whoever is interrupted from here on begins anew
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", requirements]
    with LOG.open("wb") as log:
        result = quietly(command, log.fileno())
    if result.returncode:
        raise StartError(pip_failure(LOG.read_text(encoding="utf-8", errors="replace")))
    done = {name: fingerprint(name) for name in {requirements, RUN}}  # DEV holds all of RUN; a test sees to it
    STAMP.write_text(json.dumps({"place": place(), **done}), encoding="utf-8")


def pip_failure(output: str) -> str:
    known = cause_of(last_lines(output, 40))
    if known:
        return f"{known}\nPips egne ord står i {LOG}"
    return f"Pakkerne kunne ikke installeres. Det siger pip til sidst (alt står i {LOG}):\n\n{last_lines(output)}"


def last_lines(text: str, count: int = 15) -> str:
    return "\n".join(text.strip().splitlines()[-count:])


# ---- The database


def fill(database: Path) -> None:
    """The example workbooks into a database that is not there yet. It appears whole or not at all."""
    workbooks = sorted(map(str, (ROOT / "data" / "eksempel").glob("[!~]*.xlsx")))
    if database.exists() or not workbooks:
        return
    say(f"Fylder databasen med eksempeldata ({len(workbooks)} regneark) …")
    database.parent.mkdir(parents=True, exist_ok=True)
    half = database.with_name(database.name + ".halv")
    for leftover in (half, half.with_name(half.name + ".wal")):
        leftover.unlink(missing_ok=True)
    result = quietly([program("dashboard"), "import", *workbooks, "--database", str(half)])
    if result.returncode:
        output = result.stdout.decode("utf-8", "replace")
        raise StartError(f"Eksempeldata kunne ikke lægges ind:\n\n{last_lines(output)}")
    half.replace(database)


# ---- The server


def address(options: "list[str]") -> "tuple[str, int]":
    return setting("server.address", options) or "", port_number(setting("server.port", options) or "8501")


def setting(name: str, options: "list[str]") -> "str | None":
    """As Streamlit reads it (option, environment, the project's file, the person's own), after ours in kommune.toml."""
    for at in reversed(range(len(options))):
        flag, equals, value = options[at].partition("=")
        if flag == f"--{name}" and (equals or at + 1 < len(options)):
            return value if equals else options[at + 1]
    variable = "STREAMLIT_" + name.replace(".", "_").upper()
    section, key = name.split(".")
    files = (ROOT / ".streamlit" / "config.toml", Path.home() / ".streamlit" / "config.toml")
    in_files = (settings_in(file).get(section, {}).get(key) for file in files)
    candidates = (os.environ.get(variable), own_settings().get(key) or None, *in_files)
    return next((str(value) for value in candidates if value is not None), None)


def settings_folder() -> Path:
    return Path(os.environ.get("DASHBOARD_SETTINGS") or ROOT / "data" / "indstillinger")


def own_settings() -> "dict[str, object]":
    """What the municipality says in kommune.toml of how the dashboard runs; the dashboard itself tells its faults."""
    said = settings_in(settings_folder() / "kommune.toml").get("server", {})
    return said if isinstance(said, dict) else {}


def settings_in(file: Path) -> "dict[str, dict[str, object]]":
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig")) if file.exists() else {}
    except ValueError as error:
        raise StartError(f"Indstillingerne i {file} kan ikke læses: {error}") from error


def port_number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise StartError(f"Porten skal være et tal mellem 1 og 65535, ikke “{text}”.")
    return int(text)


def require_free_port(host: str, port: int, url: str) -> None:
    everywhere = not host and socket.has_dualstack_ipv6()  # then the server listens on IPv4 and IPv6 alike
    family = socket.AF_INET6 if everywhere or ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family, dualstack_ipv6=everywhere).close()
    except socket.gaierror as error:
        raise StartError(f"Adressen “{host}” (server.address) findes ikke på denne maskine.") from error
    except OSError as error:
        raise StartError(
            f"Port {port} er optaget eller lukket. Måske kører dashboardet allerede: se {url}\n"
            f"Ellers vælg en anden port: {other_port(port)}"
        ) from error


def other_port(port: int, system: str = os.name) -> str:
    other = 8600 if port != 8600 else 8601
    if system == "nt":
        return f"$env:STREAMLIT_SERVER_PORT={other}; python start.py"
    return f"STREAMLIT_SERVER_PORT={other} python3 start.py"


def has_screen(options: "list[str]") -> bool:
    if (setting("server.headless", options) or "").lower() in ("true", "1", "yes") or not sys.stdout.isatty():
        return False
    graphical = ("DISPLAY", "WAYLAND_DISPLAY")
    return os.name == "nt" or sys.platform == "darwin" or any(os.environ.get(name) for name in graphical)


def show_in_browser(url: str) -> int:
    """A process of its own beside the server's: waits for it to answer, at most a minute."""
    host, port = url.split("//")[1].rsplit(":", 1)
    for _ in range(600):
        time.sleep(0.1)
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            continue
        return 0 if webbrowser.open(url) else 1
    return 1


def serve(options: "list[str]") -> int:
    """In the environment's Python. Streamlit's command calls Ctrl+C an error; here it is how one stops."""
    host, port = address(options)
    os.environ.update(
        {"STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true", "STREAMLIT_SERVER_PORT": str(port)},
        **({"STREAMLIT_SERVER_ADDRESS": host} if host else {}),
    )
    os.environ.setdefault("STREAMLIT_SERVER_HEADLESS", "true")
    os.chdir(ROOT)
    try:
        import click
        from streamlit.web import cli
    except ImportError as error:
        raise StartError(
            f"Pakkerne mangler i denne Python. Gør klar med: python3 start.py install\n"
            f"Start derefter med: {program('python')} start.py serve"
        ) from error

    try:
        cli.main(["run", str(ROOT / "app.py"), *options], prog_name="streamlit", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        say("\nDashboardet er stoppet.")
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
