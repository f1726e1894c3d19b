"""Writing a document as a file in a process of its own: what PDF, Word and PowerPoint take of memory goes with it."""

import pickle
import subprocess
import sys
from typing import Literal

from dashboard.reports.document import Document

SECONDS = 300  # 4,000 lines take up to forty
File = Literal["pdf", "docx", "pptx"]


def write(document: Document, kind: File) -> bytes:
    """Write a document as PDF, Word or PowerPoint, and give the file's bytes."""
    command = [sys.executable, "-m", __spec__.name, kind]
    done = subprocess.run(command, input=pickle.dumps(document), capture_output=True, timeout=SECONDS, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def _written(document: Document, kind: str) -> bytes:
    if kind == "pptx":
        from dashboard.reports.slides import slides  # each of these packages takes a while

        return slides(document)
    if kind == "docx":
        from dashboard.reports.word import word_file

        return word_file(document)
    from dashboard.reports.pdf import pdf

    return pdf(document)


if __name__ == "__main__":
    sys.stdout.buffer.write(_written(pickle.load(sys.stdin.buffer), sys.argv[1]))
