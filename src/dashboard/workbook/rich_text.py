"""Texts as the file stores them: a plain one stands for itself, one in several looks comes as its runs."""

from typing import IO
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.rich_text import CellRichText
from openpyxl.xml.constants import SHEET_MAIN_NS

STRING, TEXT, RUN = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "t", "r"))
ESCAPED_UNDERSCORE = "x005F_"


def text_of(element: Element) -> str | CellRichText:
    """Read one stored text. Nearly all are plain, and only the others are worth openpyxl's runs."""
    plain = element.findtext(TEXT)
    if plain:
        return plain.replace(ESCAPED_UNDERSCORE, "")
    if element.find(RUN) is None:
        return ""
    rich = CellRichText.from_tree(element)
    return rich[0] if len(rich) == 1 and isinstance(rich[0], str) else rich


def read_shared_texts(source: IO[bytes]) -> list[str | CellRichText]:
    """Read the table of texts that a workbook's cells refer to by number."""
    texts = []
    for _, element in iterparse(source):
        if element.tag == STRING:
            texts.append(text_of(element))
            element.clear()
    return texts
