"""The process that opens workbooks: it answers the requests of ``isolated`` about one file after the other."""

import gc
import pickle
import sys
from collections.abc import Callable
from typing import Any, cast

import psutil

from dashboard.domain.document_words import of_document
from dashboard.domain.issue import Issue, issue
from dashboard.workbook.annotate import annotate
from dashboard.workbook.excerpt import excerpt, opened
from dashboard.workbook.isolated import Act, ReadLimits, Request, send
from dashboard.workbook.package import inspect_package
from dashboard.workbook.parse import parse_workbook
from dashboard.workbook.word import is_document
from dashboard.workbook.word.annotate import annotate_document


def write_annotated(content: bytes, issues: tuple[Issue, ...]) -> bytes:
    """Write issues into a copy of a workbook or a document."""
    return annotate_document(content, issues) if is_document(content) else annotate(content, issues)


ACTS: dict[Act, Callable[..., object]] = {
    "parse_workbook": parse_workbook,
    "excerpt": excerpt,
    "write_annotated": write_annotated,
}


def serve() -> None:
    """Answer what comes in until the other end closes."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    _limit_memory(ReadLimits.as_set().megabytes)
    gc.freeze()  # what was imported stays: no file's garbage is looked for in it
    while True:
        try:
            content, act, given = cast(Request, pickle.load(sys.stdin.buffer))
        except EOFError:
            return
        if act != "excerpt":
            opened.cache_clear()
        send(answers, _answer(content, act, given))


def _limit_memory(megabytes: int) -> None:
    """Let the operating system refuse memory past the limit, where it can; elsewhere the parent watches."""
    if sys.platform != "win32":
        import resource

        already = psutil.Process().memory_info().vms
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (already + megabytes * 1_000_000, hard))


def _answer(content: bytes, act: Act, given: dict[str, Any]) -> object:
    """Look at a file and answer a request; what goes wrong with one file is that file's Issue."""
    try:
        refused = inspect_package(content)
        if refused is not None:
            return of_document(refused) if is_document(content) else refused
        return ACTS[act](content, **given)
    except MemoryError:
        return issue("too-much-memory", detail=f"{ReadLimits.as_set().megabytes} MB")
    except Exception:
        return issue("damaged", detail="den har et indhold, som læseren ikke var forberedt på")


if __name__ == "__main__":
    serve()
