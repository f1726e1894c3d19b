"""What sets a document: a process of its own, for typst keeps what it took to set the last ten in memory.

``document.typ`` is the whole program; what a document says comes on stdin as JSON, and the file goes out on stdout.
"""

import subprocess
import sys
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent
TEMPLATE, FONTS = HERE / "document.typ", HERE / "fonts"
PICTURE_PPI = 200.0
SECONDS = 300  # 4,000 lines take ten
File = Literal["pdf", "png"]


def typeset(told: str, kind: File) -> bytes:
    """Set a document that is told in JSON, and give the file's bytes."""
    command = [sys.executable, "-m", __spec__.name, kind]
    done = subprocess.run(command, input=told.encode(), capture_output=True, timeout=SECONDS, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def _set(told: str, kind: File) -> bytes:
    import typst

    return typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS]),
        ignore_system_fonts=True,
        format=kind,
        ppi=PICTURE_PPI,
        sys_inputs={"document": told},
        pdf_standards="ua-1",
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(_set(sys.stdin.buffer.read().decode(), "png" if sys.argv[1] == "png" else "pdf"))
