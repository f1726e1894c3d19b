"""The Danish sentences of the page Indlæsning."""

from dashboard.web.phrases import count_of

DROP = "Læg statusprojektmapper her"
LEAD = "Intet gemmes, før du trykker »Indlæs«. Alt, der indlæses, kan trækkes tilbage igen."
READING = "Læser {name} ({number} af {of}) …"
SAVING = "Indlæser {name} ({number} af {of}) …"

# the list of files
FILE = "Fil"
SHOWN_FILE = "Vis fil"
HOLDS = "Måned og omfang"
DIFFERS = "Forskel fra det gemte"
VERDICT = "Kan den indlæses?"
SAVE_SOUND = "Indlæs {files} uden fejl"

# one file
MONTH_UNKNOWN = "Måned ukendt"
SCOPE_UNKNOWN = "Omfang ukendt"
CHOOSE = "Vælg"
READ_IN_WORKBOOK = "{name} (læst i projektmappen)"
SAVE = "Indlæs"
SAVE_ANYWAY = "Indlæs alligevel"
STORED_ALREADY = "Filen er allerede indlæst og gælder. Der er intet at gemme."
CANNOT_BE_SAVED = "Filen kan ikke indlæses, før det er rettet."
COPY = "Hent kopi med kommentarer"
COPY_HELP = "En kopi af projektmappen med hver fejl og bemærkning som kommentar på cellen."
NOTHING_STORED = "ingen tidligere"
NOT_READ_AT_ALL = "Kan ikke læses"
SAME_PLACE = "Samme måned og omfang som {others}. Indlæses de samlet, gælder {last}."

# what differs
DIFFERENCE = "Forskel"
KINDS = {
    "changed": "Ændret",
    "new": "Ny",
    "gone": "Udgår",
    "left_when_done": "Udgår efter at være afsluttet",
}
NO_DIFFERENCE = "Projektmappen siger det samme som det gemte."
FIRST_OF_SCOPE = "Der er intet gemt for dette omfang at sammenligne med. Alle indsatser er nye."
NOTHING = "intet"

# issues
ISSUES = "Fejl og bemærkninger"
NO_ISSUES = "Ingen fejl og ingen bemærkninger."
GRADES = {"error": "Fejl", "warning": "Bemærk"}
EXPLAIN = "Forklaring"
EXPLAIN_HELP = "Åbner Vejledning i et nyt faneblad: {title}"
ISSUE_HEADS = ("Grad", "Ark", "Celle", "Værdi", "Hvad er galt, og hvad skal der gøres")

# questions
QUESTIONS_LEAD = (
    "Det ved kun afsenderen. Svaret huskes for projektmapper med de samme overskrifter, når filen er indlæst."
)
OPEN_QUESTIONS = "Når spørgsmål er besvaret"
READ_AGAIN = "Læs igen med svarene"
ANSWER_ALL = "Vælg et svar på hvert spørgsmål."
PROPOSED = "Vores forslag."
MEANS_WHAT = " Hvad betyder det?"  # asked once over all words
WORD_MEANS = "{word} betyder"
QUOTED = "»{word}«"

# how it is read
READINGS = "Sådan er den læst"
NO_READING = "Der blev ikke fundet en tabel at læse."
TABLE = "{sheet}, fra række {row}"
SHOWN_TABLE = "Vis tabel"
ROLES_LEAD = "Over hver kolonne står, hvad den er læst som."
CHANGE_ROLES = "Er det forkert, så vælg det rigtige. Valget huskes for projektmapper med de samme overskrifter."
COLUMN_ROLE = "Kolonne {column} er læst som"
FIRST_VALUES = "Kolonnernes første værdier"
NO_HEADING = "uden overskrift"
ROW = "Række {number}"
COUNTS_AS = "Tæller som"
JOINED = "Tæller ikke for sig"
SUBTASKS = "Rækkerne under en indsats"
PARTS, LINES = "Dele af den, tælles ikke", "Selv indsatser, tælles"
GIVEN_NOW = "Huskes, når filen indlæses."
CHOSEN_NOW = "Valgt nu"
ANSWERED = "Læst som svaret af {who} den {day}"
TAKE_BACK = "Fortryd"

# what is remembered
ANSWERS = "Svar, der huskes"
ANSWERS_LEAD = "Bruges af sig selv, når en projektmappe har de samme overskrifter. Et nyt svar erstatter det gamle."
NO_ANSWERS = "Ingen svar gælder lige nu."
LAYOUT = "Overskrifter: {headings}"
ANSWERED_FOR = "{who}, {moment}, for {file}"
FORGET = "Glem"
FORGET_MEANS = "Der spørges igen næste gang. Det, der er indlæst med svaret, bliver ikke ændret."
MORE_ANSWERS = "Vis svar for {n} andre sæt overskrifter"
FORMER = "Tidligere svar ({n})"
ENDED = {"replaced": "Erstattet {moment} af {who}", "forgotten": "Glemt {moment} af {who}"}

# history
HISTORY = "Hvad er indlæst"
NO_HISTORY = "Intet er indlæst endnu."
STATES = {"counts": "Gælder", "replaced": "Afløst", "withdrawn": "Trukket tilbage"}
OPEN = "Åbn"
HISTORY_HEADS = (
    ("Måned og omfang", "Revision", "Tilstand"),
    ("Forskel fra revisionen før", "Fejl", "Fil", "Indlæst", ""),
)
NO_SUCH_REVISION = "Revisionen »{asked}« findes ikke. Linket er måske fra en anden database."
FIRST_REVISION = "første revision"
ORIGINAL = "Hent den originale fil"
WITHDRAW = "Træk tilbage"
RESTORE = "Hent frem igen"
WITHDRAWN = "{place}, revision {number} er trukket tilbage og tæller ikke længere."
RESTORED = "{place}, revision {number} er hentet frem igen."
WITHDRAW_MEANS = "Revisionen gælder ikke længere, men gemmes og kan hentes frem igen."
HAPPENED = {"import": "Indlæst", "withdraw": "Trukket tilbage", "restore": "Hentet frem igen"}
SINCE_BEFORE = "Forskel fra revision {revision}"
NO_SUCH_PAGE = "Historikken har ingen side »{asked}«. Den nyeste side vises."
PAGE_LENGTH = 10


def files(n: int) -> str:
    """Count files: "1 fil", "30 filer"."""
    return count_of(n, "fil", "filer")


def lines(n: int) -> str:
    """Count lines of the plan: "1 indsats"."""
    return count_of(n, "indsats", "indsatser")


def wrong(errors: int, warnings: int) -> str:
    """Count what is wrong: "2 fejl, 1 bemærkning"."""
    parts = [f"{errors} fejl"] if errors else []
    parts += [count_of(warnings, "bemærkning", "bemærkninger")] if warnings else []
    return ", ".join(parts) or "ingen fejl"


def lost(n: int) -> str:
    """Say what saving in spite of errors costs."""
    return f"{lines(n)} bliver ikke indberettet, fordi status ikke kan læses. Fejlene gemmes sammen med revisionen."


def differs(changed: int, recoloured: int, new: int, gone: int) -> str:
    """Count what differs: "3 ændrede (1 med ny farve), 1 ny, 2 udgår"; "uændret" when nothing does."""
    with_light = f" ({recoloured} med ny farve)" if recoloured else ""
    parts = [f"{count_of(changed, 'ændret', 'ændrede')}{with_light}"] if changed else []
    parts += [count_of(new, "ny", "nye")] if new else []
    parts += [f"{gone} udgår"] if gone else []
    return ", ".join(parts) or "uændret"


def unchanged(n: int) -> str:
    """Count what is as before."""
    return f"{lines(n)} er {'uændret' if n == 1 else 'uændrede'}."


def left_out(fields: tuple[str, ...]) -> str:
    """Say once what the workbook has no column for."""
    return f"Projektmappen fortæller ikke længere om: {', '.join(fields)}."


def table_place(header_row: int, n: int) -> str:
    """Say where a table stands and how much was read from it."""
    return f"overskrifter i række {header_row}, {lines(n)} læst"


def questions(n: int) -> str:
    """Say how much must be answered first."""
    return f"{'Et' if n == 1 else n} spørgsmål skal besvares, før filen kan indlæses"


def words(n: int) -> str:
    """Ask what the words in a column mean."""
    return "Hvad betyder ordet?" if n == 1 else "Hvad betyder ordene?"


def parts(n: int) -> str:
    """Count the parts of a line."""
    return count_of(n, "del", "dele")


def question_place(sheet: str, cell: str) -> str:
    """Say where what is asked about stands."""
    return f"{sheet}, celle {cell}" if cell else sheet
