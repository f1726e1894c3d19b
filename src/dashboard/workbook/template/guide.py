"""The first sheet: who fills in what, what the colours mean, and the lists that the drop-downs offer."""

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.municipality import own_words
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.workbook.template import look
from dashboard.workbook.template.columns import CORRECTED
from dashboard.workbook.template.wording import GUIDE, OTHER_REASON, speaks_for, status_of

WIDTH = 105
TITLE = "Vejledning til status på {udmøntningsplan}"
FACTS = [f"'{each.name}'" for each in CORRECTED.values()]
WHO = (
    "Fagcheferne giver status på deres indsatser: farve, statustekst og, ved rød, årsag og hvad {direktionen} bedes "
    "om.",
    "Økonomiafdelingen sender skabelonen ud, samler den ind og indlæser den.",
    "Direktørerne præsenterer status for {direktionen}, som går farverne igennem og drøfter de røde.",
)
HOW = (
    "Skriv kun i de lyseblå celler. Alt andet er låst, så tabellen kan læses, når den kommer tilbage.",
    "Vælg en farve til hver indsats i kolonnen 'Farve'. Farven fra sidst står ved siden af, men føres ikke videre: en "
    "indsats uden farve bliver til 'ikke indberettet'.",
    "Skriv kort i 'Status', hvor indsatsen er nu. Teksten fra sidst står til venstre.",
    "En rød kræver to ting: vælg en 'Årsag til rød' på listen, eller skriv den med egne ord, og skriv, hvad "
    "{direktionen} bedes om. De to celler bliver mørkere blå, indtil der står noget.",
    "Årsag, hvad {direktionen} bedes om, og OBS-punkt står med ordene fra sidst, i gråt og med 'Fra' og måneden foran. "
    "Skriv nye ord, eller slet dem, hvis de ikke gælder. Det, ingen rører, bliver gemt som ord fra dengang.",
    "Er indsatsen gennemført, så vælg X i 'Afsluttet (X)'. Så er den hverken rød, gul eller grøn. Det, der var "
    "afsluttet sidst, står med X; slet X'et, og vælg en farve, hvis indsatsen er genåbnet.",
    f"Ret {', '.join(FACTS[:-1])} og {FACTS[-1]}, hvis de er ændret. Tidsplanen er fri tekst, fx "
    "'2. kvartal 2026' eller 'løbende'.",
    "En ny indsats skrives i en af de tomme rækker nederst i tabellen: mindst titel og farve.",
    "Skal en indsats udgå af planen, så skriv det i 'Status', og giv Økonomiafdelingen besked. Slet ikke rækken.",
)
BACK = (
    "Gem som almindelig Excel-projektmappe (.xlsx), og send den til Økonomiafdelingen. Filen må gerne omdøbes.",
    "Lad ark, overskrifter og de øverste linjer stå: de siger, hvilken måned og hvilke indsatser status gælder for.",
    "Opdager du en fejl bagefter, så ret den i samme fil, og send den igen. Den nye erstatter den gamle.",
)


def write_guide(sheet: Worksheet, plan: str, month: Month, scope: Scope) -> Mapping[str, str]:
    """Write the sheet, and give for each field with a list the range of its values."""
    sheet.title = GUIDE
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 11, WIDTH
    look.put(sheet["A1"], f"{own_words(TITLE)} {plan}", look.TITLE_FONT)
    look.put(sheet["A2"], f"{status_of(month)}. {speaks_for(scope)}", look.SUBTITLE_FONT)
    row = _paragraphs(sheet, 4, "Hvem gør hvad", WHO)
    row = _paragraphs(sheet, row, "Sådan udfylder du", HOW)
    row = _colours(sheet, row)
    row = _paragraphs(sheet, row, "Sådan sender du den tilbage", BACK)
    lists = {}
    reasons = [reason.name for reason in terms().reasons]
    lists["red_reason"], row = _list(sheet, row, "Årsager til rød", [*reasons, OTHER_REASON])
    keys = [udvalg.key for udvalg in terms().udvalg]
    lists["udvalg"], row = _list(sheet, row, "Forkortelser", keys, [udvalg.name for udvalg in terms().udvalg])
    lists["tema"], row = _list(sheet, row, "Planens temaer", [tema.name for tema in terms().tema])
    lists["art"], row = _list(sheet, row, "Planens dele", [art.name for art in terms().art])
    sheet.sheet_view.showGridLines = False
    look.lock(sheet)
    look.fit_to_width(sheet, sheet.ORIENTATION_PORTRAIT, sheet.PAPERSIZE_A4, pages=1)
    return lists


def _heading(sheet: Worksheet, row: int, text: str) -> int:
    look.put(sheet.cell(row, 1), text, look.SUBTITLE_FONT)
    return row + 1


def _paragraphs(sheet: Worksheet, row: int, heading: str, texts: Sequence[str]) -> int:
    row = _heading(sheet, row, heading)
    for number, text in enumerate(map(own_words, texts), start=1):
        look.put(sheet.cell(row, 1), f"{number}.").alignment = look.RIGHT
        look.put(sheet.cell(row, 2), text).alignment = look.WRAPPED
        look.fit_row(sheet, row, [(text, WIDTH)])
        row += 1
    return row + 1


def _colours(sheet: Worksheet, row: int) -> int:
    row = _heading(sheet, row, "Farverne")
    for light, fill in look.LIGHT_FILLS.items():
        entry = terms().lights[light]
        word = look.put(sheet.cell(row, 1), entry.word, look.font_on(light))
        word.fill, word.border = fill, look.BORDER
        look.put(sheet.cell(row, 2), entry.definition).alignment = look.WRAPPED
        row += 1
    done = terms().lights[Light.DONE]
    look.put(sheet.cell(row, 1), "X").border = look.BORDER
    look.put(sheet.cell(row, 2), f"{done.word}. {done.definition}").alignment = look.WRAPPED
    return row + 2


def _list(
    sheet: Worksheet, row: int, heading: str, values: Sequence[str], names: Sequence[str] = ()
) -> tuple[str, int]:
    """Write a list below a heading; give the range that a drop-down takes its values from, and the next free row."""
    first = _heading(sheet, row, heading)
    column = 1 if names else 2
    for number, value in enumerate(values):
        look.put(sheet.cell(first + number, column), value)
    for number, name in enumerate(names):
        look.put(sheet.cell(first + number, 2), name)
    last = first + len(values) - 1
    letter = "AB"[column - 1]
    return f"{GUIDE}!${letter}${first}:${letter}${last}", last + 2
