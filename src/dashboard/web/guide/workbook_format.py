"""How a workbook should look, and what else is understood: everything that is data comes from terms.toml."""

from collections.abc import Iterable, Sequence

from htpy import (
    Element,
    Fragment,
    dd,
    dl,
    dt,
    figcaption,
    figure,
    fragment,
    h2,
    h3,
    li,
    p,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)  # fmt: skip

from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.line_fields import COLUMNS, LINE_FIELDS
from dashboard.domain.municipality import own_words
from dashboard.domain.terms import terms
from dashboard.domain.text_run import TextRun
from dashboard.web.markup import light
from dashboard.web.trace import sheet_table
from dashboard.wording.phrases import capitalised

TITLE, UNDERSTOOD = "Sådan ser filen ud", "Det forstås også"
ADVICE = (
    "Én række for hver indsats, og én række med overskrifter over dem.",
    "Over tabellen står, hvilken måned status gælder for, og om det er hele planen, de tværgående indsatser eller ét "
    "udvalg.",
    "Farven sættes i cellen og skrives gerne som ord. Er de uenige, bliver det sagt; der gættes ikke.",
    "X i Afsluttet, når indsatsen er gennemført. Et tomt felt er ikke indberettet.",
    "Behold titel og kode fra måned til måned, så indsatsen kendes igen.",
)
INVENTED = "Navnene er fra planen; farver og tekster er opdigtede."
FIELDS = {
    "title": ("Indsats", "Titlen, gerne med koden bagefter."),
    "light": ("Farve", "Månedens farve: som fyld, som ord eller begge dele."),
    "done": ("Afsluttet", "X, når indsatsen er gennemført."),
    "status": ("Status", "Farven, hvis cellerne er farvede; ellers teksten."),
    **{each.key: (each.name, each.meaning) for each in LINE_FIELDS if each.key in COLUMNS and each.key != "title"},
    "amount": ("Beløb", "Sammen med et årstal: »Beløb 2026«. I 1.000 kr., besparelser med minus."),
    "sum": ("Sum", "Bliver ikke læst; årenes beløb er det, der tæller."),
    "priority": ("Prioritet eller risiko", "Tæller ikke; er cellerne farvede, vises farven på kortet."),
    "aspect": ("Delstatus", "Vises på kortet og i lister; kun den samlede farve tæller."),
    "number": ("Løbenummer", "Bliver ikke læst; viser, hvad der er delopgaver."),
    "other": ("Andet", "Bliver ikke læst."),
    "previous": ("Forrige måned", "Vises på kortet og i lister; kun månedens egen farve tæller."),
    "weak_title": ("Indsats, når intet bedre står der", "Læses kun som titel, når ingen anden kolonne er det."),
}
MONTHS = ("Status pr. ultimo maj 2025", "pr. 31.05.2025", "Status maj 25", "2025-05")
AMOUNTS = {"-1.250,5": "-1.250,5", "1.250 t.kr.": "1.250", "1,5 mio. kr.": "1.500", "(350)": "-350"}
WAYS = (
    ("Fyld", "Alle nuancer af grøn, gul, orange og rød, også fra temaet."),
    ("Et tegn", "»●« eller »■«, hvis farve siger det, også i Wingdings og lignende skrifttyper."),
    ("Et kryds", "I en af tre kolonner, der hedder Grøn, Gul og Rød."),
    ("Et bogstav eller tal", "Når arket selv forklarer det: »1 = Grøn«."),
    ("En fjerde farve", "Blå, grå og andre betyder afsluttet, når arket selv forklarer det: »Blå = afsluttet«."),
    ("Betinget formatering", "Og trafiklys-ikoner, når de alene siger det."),
)
LAYOUT = (
    ("Afsnit", "En række med kun et udvalg, et tema eller en art gælder rækkerne under den."),
    (
        "Flere ark og tabeller",
        "Alle læses, også tabeller ved siden af hinanden. Arkets navn kan sige udvalg, art eller tværgående.",
    ),
    (
        "Rødt og overstreget",
        "Rød tekst er ny, overstreget gælder ikke længere. En overstreget indsats er ude af planen.",
    ),
    (
        "Word",
        "Et Word-dokument (.docx) læses på samme måde: overskrifter mellem tabellerne er afsnit, skyggede celler er "
        "farver, og sporede ændringer er ændringer i planen. Stedet siges som »tabel 3, række 5, kolonne 2«.",
    ),
    (
        "Det, der er tvivl om",
        "Hvilken kolonne der er lyset, eller hvad »I gang« betyder, spørges der om, før noget gemmes. Svaret huskes "
        "for filer med de samme overskrifter, så der kun svares én gang.",
    ),
    (
        "En kolonne, der er læst forkert",
        "Vælg, hvad den er, over kolonnen under »Sådan er den læst« på siden Indlæsning.",
    ),
    (
        "Forventet afslutning og procent",
        "Hvornår indsatsen ventes færdig, og hvor mange procent den er nået, vises på dens kort. De gør aldrig en "
        "indsats afsluttet; det gør kun et X, et ord eller en dato under en overskrift, der siger, at det er sket.",
    ),
    (
        "Delopgaver",
        "Rækker under en indsats, der er nummereret som dele af den, rykket ind eller grupperet. De vises på dens "
        "kort, hver med sit lys, og tælles ikke med.",
    ),
    ("Kommentarer i celler", "Vises som bemærkninger på indsatsens kort."),
    ("Skjulte rækker og ark", "Læses som alt andet, og det bliver sagt."),
    ("Summer og noter", "Rækker, der begynder med »I alt«, »Note:« og lignende, er ikke indsatser."),
)
Rgb = tuple[int, int, int]
FILLS: dict[Light, Rgb] = {Light.GREEN: (146, 208, 80), Light.YELLOW: (255, 192, 0), Light.RED: (255, 0, 0)}
HEADING, SECTION = (68, 84, 106), (231, 230, 230)
WHITE: Rgb = (255, 255, 255)
HEADERS = (
    "Indsats",
    "Udvalg",
    "Ansvarlig",
    "Tidsplan",
    "Farve",
    "Afsluttet (X)",
    "Statustekst",
    "Årsag til rød",
    own_words("Hvad bedes {direktionen} om"),
)
FIRST, SECOND, THIRD = (own_words(f"{{udvalg_{number}}}") for number in (1, 2, 3))
TWO = f"{FIRST}, {SECOND}"
SHEET_COLUMNS = tuple(range(1, len(HEADERS) + 1))
MONTH = "Status pr. ultimo maj 2025"
LINES: tuple[tuple[str, str, str, str, Light | None, str, str | tuple[TextRun, ...], str, str], ...] = (
    (
        "Flådestyring R003(I)(B)",
        TWO,
        "Fagchef for Ejendomme",
        "4. kvartal 2025",
        Light.RED,
        "",
        "Udbuddet er sat på pause.",
        "Sagen er gået i stå",
        "Afklaring af, hvem der ejer opgaven",
    ),
    (
        "Aktindsigt R001(I)(B)",
        FIRST,
        "Fagchef for Jura",
        "3. kvartal 2025",
        Light.YELLOW,
        "",
        (
            TextRun("Ny arbejdsgang tages i brug "),
            TextRun("1. juni", struck=True),
            TextRun(" "),
            TextRun("1. september.", red=True),
        ),
        "",
        "",
    ),
    ("Bosætningskampagne", TWO, "Fagchef for Udvikling", "2026", Light.GREEN, "", "Kampagnen kører.", "", ""),
    ("Samling af demensindsatsen R706", THIRD, "Fagchef for Omsorg", "2025", None, "X", "Flyttet ind.", "", ""),
    ("Fjellerup Udvikling", SECOND, "Fagchef for Udvikling", "2026", None, "", "", "", ""),
)  # fmt: skip


def format_section() -> Fragment:
    """Draw the recommended workbook with the advice that it follows."""
    return fragment[
        h2(id="projektmappen")[TITLE],
        ul(".advice")[(li[said] for said in ADVICE)],
        figure(".drawn-sheet")[sheet_table(example_sheet()), figcaption[INVENTED]],
    ]


def understood_section() -> Fragment:
    """Draw what else is understood: headers, lights, names, months, scopes, amounts and layouts."""
    words = terms()
    named = (
        ("Udvalg", [f"{udvalg.key}, {udvalg.name}" for udvalg in words.udvalg]),
        ("Temaer", [tema.name for tema in words.tema]),
        ("Arter", [art.name for art in words.art]),
    )
    scopes = (
        ("Hele planen", ", ".join(words.scope_plan)),
        ("Tværgående indsatser", ", ".join(words.scope_cross_cutting)),
        ("Ét udvalg", "Udvalgets navn eller forkortelse."),
    )
    fields = ((*said, ", ".join(words.columns[field])) for field, said in FIELDS.items())
    return fragment[
        h2(id="ogsaa")[UNDERSTOOD],
        h3["Overskrifter"],
        _table(("Felt", "Indhold", "Kan hedde"), fields),
        h3["Farver"],
        dl(".terms")[([dt[light(value)], dd[", ".join(light_words(value))]] for value in Light)],
        _described(WAYS),
        ([h3[name], ul(".names")[(li[capitalised(each)] for each in names)]] for name, names in named),
        h3["Måned"],
        p["Over tabellen, i arkets navn eller i filnavnet: ", ", ".join(f"»{month}«" for month in MONTHS), "."],
        h3["Omfang"],
        p["Over tabellen, i arkets navn eller i filnavnet:"],
        _described(scopes),
        h3["Beløb"],
        _table(("Skrevet", "Læst i 1.000 kr."), AMOUNTS.items()),
        h3["Opbygning"],
        _described(LAYOUT),
    ]


def light_words(value: Light) -> list[str]:
    """List how a light may be written, without its own definition, in Danish order."""
    entry = terms().lights[value]
    return sorted(entry.written - {normalised(entry.definition)}, key=_danish_order)


def _danish_order(word: str) -> tuple[bool, str]:
    return not word[:1].isalpha(), word.replace("å", "~3").replace("ø", "~2").replace("æ", "~1")


def _described(pairs: Iterable[tuple[str, str]]) -> Element:
    return dl(".terms")[([dt[span(".term")[name]], dd[said]] for name, said in pairs)]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Element:
    return table(".words")[
        thead[tr[(th(scope="col")[name] for name in heads)]],
        tbody[(tr[(td[said] for said in row)] for row in rows)],
    ]


def example_sheet() -> Excerpt:
    """Give the recommended workbook's only sheet, as it would look."""
    title = f"{own_words('{Udmøntningsplan}')} {terms().plans[0]} - Strategiske og tværgående indsatser"
    rows = [_wide(1, title), _wide(2, MONTH), _header(3), _wide(4, terms().tema[0].name, SECTION)]
    rows += [_line(number, line) for number, line in enumerate(LINES, start=5)]
    return Excerpt("Tværgående indsatser", "E5", 0, 0, SHEET_COLUMNS, tuple(rows))


def _wide(row: int, said: str, fill: Rgb | None = None) -> ExcerptRow:
    cell = ExcerptCell(row, 1, (TextRun(said),), fill, bold=True, column_span=len(SHEET_COLUMNS))
    return ExcerptRow(row, False, (cell,))


def _header(row: int) -> ExcerptRow:
    cells = (
        ExcerptCell(row, column, (TextRun(said),), HEADING, WHITE, bold=True)
        for column, said in enumerate(HEADERS, start=1)
    )
    return ExcerptRow(row, True, tuple(cells))


def _line(row: int, values: tuple[object, ...]) -> ExcerptRow:
    return ExcerptRow(row, False, tuple(_cell(row, column, value) for column, value in enumerate(values, start=1)))


def _cell(row: int, column: int, value: object) -> ExcerptCell:
    if isinstance(value, Light):
        return ExcerptCell(row, column, (TextRun(terms().lights[value].word),), FILLS[value])
    if isinstance(value, tuple):
        return ExcerptCell(row, column, value)
    return ExcerptCell(row, column, (TextRun(str(value)),) if value else ())
