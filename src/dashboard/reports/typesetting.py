"""Setting what a document says on pages: typst, its template ``document.typ`` and the fonts that come with the app."""

import json
from pathlib import Path
from typing import Any, Literal

import typst

HERE = Path(__file__).parent
TEMPLATE, FONTS = HERE / "document.typ", HERE / "fonts"
PICTURE_PPI = 200.0


def typeset(told: dict[str, Any], kind: Literal["pdf", "png"]) -> bytes:
    """Set what a document says as the bytes of a PDF, or of a picture."""
    return typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS]),
        ignore_system_fonts=True,
        format=kind,
        ppi=PICTURE_PPI,
        sys_inputs={"document": json.dumps(told, ensure_ascii=False)},
        pdf_standards="ua-1",
    )
