"""The command line in Danish: the library that reads it speaks English, in its help and of wrong use."""

import getpass
import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from dashboard.cli.output import err, program
from dashboard.domain.disk import why_not
from dashboard.domain.log import log_to
from dashboard.queries import DatabaseError

LOG = Path(gettempdir()) / f"dashboard-{getpass.getuser()}.log"
log = logging.getLogger(__name__)
Function = TypeVar("Function", bound=Callable[..., Any])
HELP = {
    r"^Usage:": "Brug:",
    r"^Options:": "Valg:",
    r"^Arguments:": "Argumenter:",
    r"^Commands:": "Kommandoer:",
    r"\[OPTIONS\]": "[VALG]",
    r"COMMAND \[ARGS\]\.\.\.": "KOMMANDO …",
    r"Show this message and exit\.": "Vis denne hjælp.",
    r"\[default: ([^]]*)\]": r"[ellers \1]",
    r"(; )?x>=(\d+)": r"\1mindst \2",
    r"(; )?required": r"\1skal med",
}
WRONG_USE = {
    r"No such option: (\S+)$": r"Der er intet valg \1.",
    r"No such option: (\S+) \(Possible options: (.*)\)": r"Der er intet valg \1. Mente du \2?",
    r"No such command '(.*)'\.$": r"Der er ingen kommando '\1'.",
    r"No such command '(.*)'\. Did you mean (.*)\?": r"Der er ingen kommando '\1'. Mente du \2?",
    r"Missing command\.": "Skriv en kommando.",
    r"Missing \w+ '(.*)'\.": r"Der mangler \1.",
    r"Option '(.*)' requires .*": r"Efter \1 skal der stå en værdi.",
    r"Option '(.*)' does not take a value\.": r"\1 skal stå uden værdi.",
    r"Got unexpected extra .*? \((.*)\)": r"Der er for meget: \1. Skriv tekster med mellemrum i anførselstegn.",
    r"Invalid value for '(.*)': .* '?(.*?)'? is not one of (.*)\.": r"\1 kan være \3, men ikke '\2'.",
    r"Invalid value for '(.*)': .*valid integer.*": r"\1 skal være et helt tal.",
    r"Invalid value for '(.*)': .*valid number.*": r"\1 skal være et tal.",
    r"Invalid value for '(.*)': .*greater than or equal to (\S+)": r"\1 skal være mindst \2.",
    r"Invalid value for '(.*)': .*": r"Værdien af \1 kan ikke forstås.",
}
NOT_UNDERSTOOD = "Kommandoen kan ikke forstås."
UNEXPECTED = (
    "Der skete en uventet fejl, og kommandoen blev ikke gjort færdig. Sker det samme igen, så giv filen {log} til den, "
    "der passer dashboardet."
)


class _Danish:
    """What gives the help and the usage of a verb, or of them all, in Danish."""

    def get_help(self, context: Any) -> str:
        """Give the help."""
        return _translated(super().get_help(context))  # type: ignore[misc]

    def get_usage(self, context: Any) -> str:
        """Give the one line that says how it is written."""
        return _translated(super().get_usage(context))  # type: ignore[misc]


class Verb(_Danish, TyperCommand):
    """A verb."""


class Program(_Danish, TyperGroup):
    """All verbs: wrong use, what goes wrong and what nobody thought of end with a Danish sentence."""

    def main(self, *arguments: Any, **more: Any) -> Any:
        """Run the verb that is named, and end with its exit code."""
        try:
            code = super().main(*arguments, **more | {"standalone_mode": False})
        except typer.TyperException as error:
            _tell(error)
            code = error.exit_code
        except typer.Abort:
            code = 1
        except DatabaseError as error:
            err.print(str(error), markup=False)
            log.exception("could not use the database")
            code = 1
        except OSError as error:
            err.print(f"{error.filename or 'En fil'}: {why_not(error)}.", markup=False)
            log.exception("could not use a file")
            code = 1
        except Exception:
            log.exception("a verb failed")
            err.print(UNEXPECTED.format(log=LOG), markup=False)
            code = 1
        sys.exit(code or 0)


class Verbs(typer.Typer):
    """The program; each verb that is added to it is a Verb."""

    def command(self, name: str | None = None, **more: Any) -> Callable[[Function], Function]:
        """Add a function as a verb."""
        return super().command(name, cls=Verb, **more)


def log_to_file() -> None:
    """Let warnings of libraries, and what explains an unexpected failure, go to a file instead of the screen."""
    log_to(LOG, "warning", on_screen=False)


def _translated(text: str) -> str:
    for english, danish in HELP.items():
        text = re.sub(english, danish, text, flags=re.MULTILINE)
    return re.sub(r" <[\w\[\]]+>", lambda found: " " * len(found[0]), text)  # the type of an argument


def _tell(error: typer.TyperException) -> None:
    """Say what is wrong with a command, how it is written, and where to see more; with no command, the help."""
    context, english = getattr(error, "ctx", None), error.format_message()
    if context is not None and english == context.get_help():
        err.print(english, markup=False)
        return
    told = (re.sub(pattern, danish, english) for pattern, danish in WRONG_USE.items() if re.match(pattern, english))
    err.print(next(told, NOT_UNDERSTOOD), markup=False)
    if context is not None:
        shown = " ".join([program(), *context.command_path.split()[1:], "--help"])
        err.print(context.get_usage(), f"Se alle valg med: {shown}", sep="\n", markup=False)
