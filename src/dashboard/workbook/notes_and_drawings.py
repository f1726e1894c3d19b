"""The parts of a file that lie on a sheet: notes and threads of comments, what is drawn or inserted, and tables."""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse, parse

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.xml.constants import DRAWING_NS, SHEET_DRAWING_NS, SHEET_MAIN_NS

from dashboard.workbook.annotate import AUTHOR, GRADES
from dashboard.workbook.cell_text import as_written
from dashboard.workbook.formula import Place

NOTE_AUTHOR, NOTE, TEXT = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("author", "comment", "text"))
THREAD = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
OF_A_THREAD = "tc="  # as author of the note that is there for programs without threads
LABEL = re.compile(r"^(?:Kommentar|Comment|Svar|Reply):\n *", re.MULTILINE)
NAME = re.compile(r"[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*){1,4}:\n")
FROM, TO, ROW, COLUMN, POSITION, EXTENT = (
    f"{{{SHEET_DRAWING_NS}}}{name}" for name in ("from", "to", "row", "col", "pos", "ext")
)
WORDS = f"{{{DRAWING_NS}}}t"
USUAL_ROW = 190_500  # of Excel's units
SHAPE, PICTURE, CHART, LINE, CONTROL, SPARKLINE = (
    "figur", "billede", "diagram", "streg", "kontrolelement", "minidiagram",
)  # fmt: skip
KINDS = {"sp": SHAPE, "pic": PICTURE, "graphicFrame": CHART, "cxnSp": LINE}
OLD = "{urn:schemas-microsoft-com:office:excel}"
OLD_SHAPES = ("Shape", "Rect", "RectA", "Oval", "Arc", "Group", "Pict")  # not "Note", and no controls
UNCLOSED = re.compile(rb"<br ?>", re.IGNORECASE)
STRIPES = {
    "showRowStripes": ("firstRowStripe", "secondRowStripe"), "showFirstColumn": ("firstColumn",),
    "showColumnStripes": ("firstColumnStripe", "secondColumnStripe"), "showLastColumn": ("lastColumn",),
}  # fmt: skip


class Drawing(NamedTuple):
    """One thing that lies on a sheet: the cell below its middle, over how many more rows it reaches, and what it is.

    What hangs on no cell has row and column 0.
    """

    row: int
    column: int
    height: int
    kind: str
    has_words: bool = False


def read_notes(source: IO[bytes]) -> dict[Place, str]:
    """Read the notes of a sheet, without the name that Excel puts before them and without what we wrote ourselves."""
    notes: dict[Place, str] = {}
    authors: list[str] = []
    for _, element in iterparse(source):
        if element.tag == NOTE_AUTHOR:
            authors.append(element.text or "")
        elif element.tag == NOTE:
            author = authors[int(element.get("authorId", 0))] if authors else ""
            stored = "".join(part.text or "" for part in element.iterfind(f"{TEXT}//{{{SHEET_MAIN_NS}}}t"))
            notes[coordinate_to_tuple(element.attrib["ref"])] = _written(as_written(stored), author)
            element.clear()
    return notes


def _written(text: str, author: str) -> str:
    if author.startswith(OF_A_THREAD):
        return LABEL.sub("", text.split("\n\n", 2)[-1]).strip()
    if text.startswith(f"{author}:\n"):
        text = text[len(author) + 2 :]
    named = NAME.match(text)
    ours = tuple(f"{grade}: " for is_error, grade in GRADES.items() if is_error or author == AUTHOR)
    parts = text[named.end() if named else 0 :].split("\n\n")
    return "\n\n".join(part for part in parts if not part.startswith(ours)).strip()


def read_threads(source: IO[bytes]) -> dict[Place, str]:
    """Read the threads of a sheet, each with the answers below it."""
    threads: dict[Place, str] = {}
    for element in parse(source).iter(f"{THREAD}threadedComment"):
        place, said = coordinate_to_tuple(element.attrib["ref"]), as_written(element.findtext(f"{THREAD}text") or "")
        threads[place] = "\n".join(filter(None, [threads.get(place), said.strip()]))
    return threads


def read_drawings(source: IO[bytes]) -> list[Drawing]:
    """Read what is drawn or inserted on a sheet."""
    inside = list(_inside(parse(source).getroot()))
    drawings = [drawing for element in inside if element.find(FROM) is not None for drawing in _anchored(element)]
    for anchor in (element for element in inside if element.find(POSITION) is not None):  # on no cell
        extent = anchor.find(EXTENT)
        rows = int(extent.get("cy", 0)) // USUAL_ROW if extent is not None else 0
        drawings += [Drawing(0, 0, rows, kind) for kind in _kinds(anchor)]
    return drawings


def read_old_shapes(source: IO[bytes]) -> list[Drawing]:
    """Read the filled shapes that an older program drew on a sheet: not the boxes of comments, nor the page's head."""
    try:
        shapes = list(fromstring(UNCLOSED.sub(b"<br/>", source.read())))
    except ParseError:  # these parts need not be XML, and Excel draws what it can
        return []
    drawings = []
    for shape in (each for each in shapes if any(map(_is_filled, each.iter()))):
        data = shape.find(f"{OLD}ClientData")
        if data is not None and data.get("ObjectType") in OLD_SHAPES:
            anchor = [int(number) for number in re.findall(r"\d+", data.findtext(f"{OLD}Anchor") or "")]
            left, _, top, _, right, _, bottom, _ = anchor if len(anchor) == 8 else [-1, 0] * 4
            drawings.append(Drawing((top + bottom) // 2 + 1, (left + right) // 2 + 1, bottom - top, SHAPE))
    return drawings


def _is_filled(shape: Element) -> bool:
    return shape.get("fillcolor") is not None and shape.get("filled") not in ("f", "false")


def read_table(source: IO[bytes]) -> tuple[str, str, set[str]]:
    """Read a table's range, the name of its style, and the parts of the style that are shown in its lines."""
    table = parse(source).getroot()
    info = table.find("{*}tableStyleInfo")
    told = {} if info is None else info.attrib
    shown = [part for flag, parts in STRIPES.items() if told.get(flag) in ("1", "true") for part in parts]
    return table.get("ref", ""), told.get("name", ""), {"wholeTable", *shown}


def _anchored(anchor: Element) -> Iterator[Drawing]:
    """Give what hangs on two cells; the members of a group lie evenly between them."""
    first, first_column = _cell(anchor, FROM)
    last, last_column = _cell(anchor, TO if anchor.find(TO) is not None else FROM)
    kinds = _kinds(anchor)
    has_words = any((words.text or "").strip() for words in anchor.iter(WORDS))
    for place, kind in enumerate(kinds):
        row = first + ((last - first + 1) * (2 * place + 1) - 1) // (2 * len(kinds))
        yield Drawing(row, (first_column + last_column) // 2, (last - first) // len(kinds), kind, has_words)


def _kinds(anchor: Element) -> list[str]:
    names = [element.tag.rpartition("}")[2] for element in _inside(anchor)]
    return [CONTROL] if "compatExt" in names else [KINDS[name] for name in names if name in KINDS]


def _cell(anchor: Element, end: str) -> Place:
    return int(anchor.findtext(f"{end}/{ROW}", "0")) + 1, int(anchor.findtext(f"{end}/{COLUMN}", "0")) + 1


def _inside(element: Element) -> Iterator[Element]:
    """Walk all that is inside an element, but for what is there for older programs."""
    for child in element:
        if not child.tag.endswith("}Fallback"):
            yield child
            yield from _inside(child)
