"""A document as grids: one for its plan, and one for each table that is none of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from dashboard.domain.cell_name import DOCUMENT, MOST_COLUMNS, cell_name, document_row, listed, paragraph_row
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.reported_month import LIKELY, find_months
from dashboard.domain.words import light_word
from dashboard.workbook.cell_text import is_shape
from dashboard.workbook.colour import Look, is_neutral, light_of
from dashboard.workbook.formula import Place
from dashboard.workbook.grid import Grid, GridCell, Merge, written_cell
from dashboard.workbook.header import find_headers
from dashboard.workbook.legend import explains_a_hue
from dashboard.workbook.notes_and_drawings import Drawing
from dashboard.workbook.sections import sections_of
from dashboard.workbook.word.fields import PLACES, beside, heading_of
from dashboard.workbook.word.months import by_month, month_said
from dashboard.workbook.word.package import Package, W, inside, is_document
from dashboard.workbook.word.styles import TableStyle
from dashboard.workbook.word.tables import TableShape
from dashboard.workbook.word.texts import Content, TextReader, boxed_tables

__all__ = ["is_document", "open_document"]

TABLE = "Tabel {number}"
CAPTION = re.compile(r"^tabel \d+[ .:–-]+|\(?\b(?:fortsat|fortsættes)\)?$|(?<=\S) \(\d+\)$", re.IGNORECASE)
NUMBER = re.compile(r"\d+\. ")
REVISED = "Sporet ændring: {done}{by}{at}"
BETWEEN, OF_OTHER_FILES = ("p", "tbl"), ("altChunk", "subDoc")


@dataclass
class _Rows:
    """Rows on their way to be a grid, and what lies on them."""

    rows: dict[int, dict[int, GridCell]] = field(default_factory=dict)
    merged: dict[Place, Merge] = field(default_factory=dict)
    comments: dict[Place, str] = field(default_factory=dict)
    drawings: list[Drawing] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    edges: dict[int, dict[int, Light]] = field(default_factory=dict)
    told: list[Issue] = field(default_factory=list)
    fields: Mapping[str, Content] = field(default_factory=dict)
    columns: int = 1

    def add(self, other: "_Rows") -> None:
        """Go on with the rows of another."""
        for name in ("rows", "merged", "comments", "edges"):
            getattr(self, name).update(getattr(other, name))
        for name in ("drawings", "unseen", "changed", "hidden", "told"):
            getattr(self, name).extend(getattr(other, name))

    def merge(self, merge: Merge) -> None:
        """Join the cells of a range."""
        self.merged |= dict.fromkeys(merge.places(merge.last_row, merge.last_column), merge)

    def across(self, columns: int) -> "_Rows":
        """Let each row that is one cell reach over a number of columns, as a heading does."""
        for row, cells in self.rows.items() if columns > 1 else ():
            if len(cells) == 1 and 1 in cells and (row, 1) not in self.merged:
                self.merge(Merge(row, 1, row, columns))
        return self

    def grid(self, name: str) -> Grid:
        """Make the grid."""
        errors = tuple(cell for cells in self.rows.values() for cell in cells.values() if cell.is_error)
        told = list(self.told)
        if self.unseen:
            told.append(issue("hidden-text", sheet=name, cell=self.unseen[0], value=listed(self.unseen)))
        if self.changed:
            told.append(issue("tracked-changes", sheet=name, cell=self.changed[0], value=listed(self.changed)))
        return Grid(
            name, dict(sorted(self.rows.items())), tuple(self.hidden), errors=errors, comments=self.comments,
            drawings=tuple(self.drawings), merged_into=self.merged, edges=self.edges, told=tuple(told),
        )  # fmt: skip


def open_document(content: bytes) -> list[Grid] | Issue:
    """Read a document's bytes as grids, or say in one Issue why that cannot be done."""
    try:
        package = Package.of(content)
        found = _Document(package, TextReader.of(package)).grids()
    except MemoryError:
        raise
    except Exception:  # damaged parts fail in as many ways as there are; each means the same to the sender
        return issue("damaged", detail="en del af den er beskadiget eller usædvanlig")
    return found or issue("no-sheets")


@dataclass(frozen=True)
class _Document:
    package: Package
    texts: TextReader

    def grids(self) -> list[Grid]:
        """Part the document into the rows of its plan and tables of other kinds."""
        body = self.package.document.find(f"{W}body")
        blocks = list(self._blocks(body)) if body is not None else []
        if body is not None and any(body.find(f".//{W}{name}") is not None for name in OF_OTHER_FILES):
            blocks.append(_Rows(told=[issue("part-of-another-file", sheet=DOCUMENT)]))
        tables = [block for block in blocks if isinstance(block, tuple)]
        headed = {number for number, rows in tables if find_headers(rows.grid(""))}
        first = min(headed, default=len(tables) + 1)
        plan, others, width, waiting = _Rows(), list[Grid](), 0, _Rows()
        for block in blocks:
            if isinstance(block, _Rows):
                waiting.add(block)
                continue
            number, rows = block
            if number > first and number not in headed and not (rows.columns == 1 or _reads_on(rows, waiting, width)):
                others.append(rows.grid(TABLE.format(number=number)))
                continue
            if number in headed:
                width, plan.columns = rows.columns, rows.columns
            elif number > first and any(map(_is_prose, waiting.rows.values())):
                begin = cell_name(document_row(number, 1), 1)
                plan.told.append(issue("table-read-on", sheet=DOCUMENT, cell=begin, value=str(number)))
            plan.add(_between(waiting, is_above=number <= first).across(max(width, rows.columns)))
            plan.add(rows.across(width) if rows.columns == 1 else rows)
            waiting = _Rows()
        plan.add(_between(waiting, is_above=not tables, is_below=True).across(width))
        self._fill_in(plan, [block for block in blocks if isinstance(block, _Rows)])
        around = self._around(
            [cell.text for row in plan.rows if row < document_row(1, 0) for cell in plan.rows[row].values()]
        )
        around.add(plan)
        whole = around.grid(DOCUMENT)
        if not whole.rows:
            return others
        shared, *alone = _parted(whole, headed)
        return [*by_month(shared), *alone, *others]

    def _blocks(self, body: Element) -> Iterator["_Rows | tuple[int, _Rows]"]:
        """Give each paragraph, and each table with its number, in their order."""
        counts = [0, 0]
        for block in flow(body):
            if block.tag == f"{W}tbl":
                counts[:] = counts[0] + 1, 0
                yield counts[0], self._table(TableShape(block, counts[0]))
            else:
                found = self.texts.read([block], leaves_tables=True)
                counts[1] += bool(found.text)
                yield self._paragraph(found, block, paragraph_row(*counts))

    def _paragraph(self, found: Content, element: Element, row: int) -> _Rows:
        rows = _Rows(fields={key: own for key, own in found.fields.items() if key in PLACES})
        style = element.find(f"{W}pPr/{W}pStyle")
        level = element.find(f"{W}pPr/{W}outlineLvl")
        is_heading = self.texts.styles.outline(None if style is None else style.get(f"{W}val")) or level is not None
        self._keep(rows, (row, 1), found, Look(found.fill, is_heading or found.is_bold))
        cell = rows.rows.get(row, {}).get(1)
        if cell is not None and (text := CAPTION.sub("", cell.text).rstrip(" –-")) != cell.text:
            rows.rows[row][1] = cell._replace(text=text, value=text, runs=())
        if any(element.find(f".//{{*}}{name}") is not None for name in ("anchor", "pict", "object")):
            rows.drawings = [each._replace(row=0, column=0) for each in rows.drawings]  # it may lie over any cell
        return rows

    def _table(self, shape: TableShape) -> _Rows:
        """Read the cells of a table."""
        rows = _Rows(columns=shape.columns)
        style, colours = TableStyle(self.texts.styles, shape.element), self.texts.styles.colours
        for (row, column), cell in shape.cells.items():
            number = row - document_row(shape.number, 0)
            base = dict(style.at(number - 1, len(shape.rows), column - 1, shape.columns))
            fill = base.pop("cell", None)
            told = cell.properties
            shading = None if told is None else told.find(f"{W}shd")
            own = colours.shading(shading)
            if shading is not None and own is None and shading.get(f"{W}fill") == "auto":
                fill = None
            content = self.texts.read(cell.element, base, shape.rows[number - 1].change)
            borders = () if told is None else told.findall(f"{W}tcBorders/*")
            edge = next(filter(None, (light_of(colours.of(each, "color")) for each in borders)), None)
            if edge is not None:
                rows.edges.setdefault(row, {})[column] = edge
            fill = own or colours.shading(shape.rows[number - 1].shading) or fill
            if fill is None or is_neutral(fill):
                fill = content.fill or fill
            self._keep(rows, (row, column), content, Look(fill, content.is_bold))
            for key, said in ((key, said) for key, said in content.fields.items() if key in PLACES):
                at = beside(column, key)
                self._keep(rows, (row, at), said, Look())
                self._keep(rows, (document_row(shape.number, 1), at), heading_of(key), Look(bold=True))
        header = document_row(shape.number, 1)
        used = {column for row, cells in rows.rows.items() if row > header for column in cells}
        for column in {each % MOST_COLUMNS for each in used if each > MOST_COLUMNS} - used:
            rows.rows[header].pop(column, None)  # all that stands under it is of other fields
        rows.columns = max(rows.columns, *rows.rows.get(header, [0]), 0)
        for merge in shape.merges:
            rows.merge(merge)
        hidden = [number for number, row in enumerate(shape.rows, 1) if row.is_hidden]
        rows.hidden += [f"række {', '.join(map(str, hidden))} i tabel {shape.number}"] if hidden else []
        return rows

    def _keep(self, rows: _Rows, place: Place, found: Content, look: Look) -> None:
        """Keep a cell that holds something, and what lies on it."""
        text, name = found.text, cell_name(*place)
        if text or look.fill:
            cell = written_cell(place, text or None, text, found.parts(is_sign=is_shape(text)), look, is_error=False)
            rows.rows.setdefault(place[0], {})[place[1]] = cell
        revised = [
            REVISED.format(done=each.done, by=f" af {each.by}" * bool(each.by), at=f" {_day(each.at)}" * bool(each.at))
            for each in found.changes
        ]
        rows.changed += [name] if revised else []
        rows.unseen += [name] if found.has_hidden else []
        if found.remarks or revised:
            rows.comments[place] = "\n".join([*found.remarks, *revised])
        rows.drawings += [Drawing(*place, 0, kind) for kind in found.drawings]

    def _fill_in(self, plan: _Rows, paragraphs: Sequence[_Rows]) -> None:
        """Give lines the fields that a document of ours tells below a heading with their title."""
        at: Place | None = None
        titles = {cell.text: (cell.row, cell.column) for cells in plan.rows.values() for cell in cells.values()}
        for each in paragraphs:
            text = "".join(cell.text for cells in each.rows.values() for cell in cells.values() if cell.bold)
            numbered = NUMBER.match(text)
            at = titles.get(text[numbered.end() :], at) if numbered else at
            for key, content in each.fields.items():
                if at is None:
                    continue
                place = at[0], beside(at[1], key)
                self._keep(plan, place, content, Look())
                header = document_row(at[0] // document_row(0, 0) - 1, 1), place[1]
                self._keep(plan, header, heading_of(key), Look(bold=True))

    def _around(self, above: Sequence[str]) -> _Rows:
        """Read what stands on every page and in the properties; a month only where none stands above the table."""
        parts = (element for kind in ("header", "footer") for element in self.package.related(kind))
        contents = (self.texts.read([paragraph]).text for part in parts for paragraph in part.iter(f"{W}p"))
        said = list(dict.fromkeys(filter(None, [*contents, *self.package.properties()])))
        if any(found.clarity >= LIKELY for text in above for found in find_months(text)):
            said = [text for text in said if not find_months(text)]
        rows = _Rows()
        for number, text in enumerate(said, 1):
            place = document_row(0, number), 1
            rows.rows[place[0]] = {1: written_cell(place, text, text, [], Look(), is_error=False)}
        return rows


def flow(element: Element) -> Iterator[Element]:
    """Walk paragraphs and tables; a table that only places others on the page is as if it were not there."""
    for block in inside(element, *BETWEEN):
        if block.tag == f"{W}tbl" and TableShape(block, 0).is_frame:
            for cell in (cell for row in inside(block, "tr") for cell in inside(row, "tc")):
                yield from flow(cell)
        else:
            yield block
            yield from boxed_tables(block)


def _is_prose(cells: Mapping[int, GridCell]) -> bool:
    """Tell whether a paragraph is no heading."""
    return not any(cell.bold or _says_where(cell) for cell in cells.values())


def _says_where(cell: GridCell) -> bool:
    return bool(sections_of(cell.text) or month_said(cell.text))


def _reads_on(rows: _Rows, above: _Rows, width: int) -> bool:
    """Tell whether a table without a header goes on with the plan: it has lights, or a heading says whose it is."""
    cells = (cell for each in rows.rows.values() for cell in each.values())
    return rows.columns == width and (
        any(light_of(cell.fill) or light_word(cell.text) not in (None, Light.NOT_REPORTED) for cell in cells)
        or any(_says_where(cell) for each in above.rows.values() for cell in each.values())
    )


def _between(rows: _Rows, *, is_above: bool, is_below: bool = False) -> _Rows:
    """Keep of paragraphs between tables what may be a heading, and behind the last what explains colours."""
    if is_above:
        return rows
    rows.rows = {
        row: cells
        for row, cells in rows.rows.items()
        if explains_a_hue(list(cells.values())) or not (is_below or _is_prose(cells))
    }
    return rows


def _parted(whole: Grid, headed: set[int]) -> list[Grid]:
    """Take out the tables whose own headers are none beside those of the plan: they are read as sheets of their own."""
    found = {header.first_row // document_row(0, 0) - 1 for header in find_headers(whole)}
    if not found:
        return [whole]
    alone = headed - found
    grids, rows = [], dict(whole.rows)
    for number in sorted(alone):
        block = range(document_row(number, 0), document_row(number + 1, 0))
        own = {row: rows.pop(row) for row in list(rows) if row in block}
        comments = {place: text for place, text in whole.comments.items() if place[0] in block}
        grids.append(Grid(TABLE.format(number=number), own, comments=comments, merged_into=whole.merged_into))
    return [replace(whole, rows=rows), *grids]


def _day(date: str) -> str:
    return re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3.\2.\1", date)
