"""What is wrong with a workbook, where, and what to do about it: located facts, never exceptions."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error rejects the workbook; a warning is kept with what is saved."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class IssueKind:
    """One thing that can be wrong. ``message`` is Danish: what is wrong and what to do, with {placeholders}."""

    name: str
    severity: Severity
    message: str


@dataclass(frozen=True)
class Issue:
    """One occurrence of an IssueKind at a place in a workbook (sheet and cell empty when it is the whole file)."""

    kind: str
    severity: Severity
    message: str
    sheet: str | None = None
    cell: str | None = None
    value: str | None = None

    @property
    def is_error(self) -> bool:
        """Tell whether this rejects the workbook."""
        return self.severity is Severity.ERROR


def _kind(severity: Severity, name: str, message: str) -> tuple[str, IssueKind]:
    return name, IssueKind(name, severity, message)


_E, _W = Severity.ERROR, Severity.WARNING

ISSUE_KINDS: dict[str, IssueKind] = dict(
    [
        # the file
        _kind(_E, "empty-file", "Filen er tom. Den er nok afbrudt undervejs; hent eller send den igen."),
        _kind(_E, "encrypted", "Projektmappen er beskyttet med adgangskode og kan ikke læses. Fjern adgangskoden i Excel (Filer > Oplysninger > Beskyt projektmappe), og gem den igen."),
        _kind(_E, "another-kind", "Filen er ikke en .xlsx-projektmappe, men {detail}. Åbn den i Excel, og gem den som 'Excel-projektmappe (.xlsx)'."),
        _kind(_E, "macros", "Projektmappen indeholder makroer og bliver derfor ikke åbnet. Gem den i Excel som 'Excel-projektmappe (.xlsx)' uden makroer."),
        _kind(_E, "too-large", "Filen er for stor til at være en statusprojektmappe ({detail}). Slet billeder og overflødige ark, eller kopiér tabellen til en ny projektmappe."),
        _kind(_E, "document-type", "Filen indeholder definitioner, som en projektmappe aldrig har, og som kan være skadelige. Den er ikke åbnet. Kopiér tabellen til en ny projektmappe, hvis du kender afsenderen."),
        _kind(_E, "strict", "Projektmappen er gemt som 'Strict Open XML', som ikke kan læses. Åbn den i Excel, og gem den som almindelig 'Excel-projektmappe (.xlsx)'."),
        _kind(_E, "endless-merge", "Et ark har flettet celler over et meget stort område ({value}). Ophæv fletningen i Excel (Hjem > Flet og centrer), og gem projektmappen igen."),
        _kind(_E, "too-slow", "Filen kunne ikke læses inden for {detail}. Kopiér tabellen til en ny projektmappe, og prøv igen."),
        _kind(_E, "too-much-memory", "Filen krævede mere end {detail} hukommelse at læse. Kopiér tabellen til en ny projektmappe, og prøv igen."),
        _kind(_E, "damaged", "Filen kan ikke læses som en projektmappe: {detail}. Åbn den i Excel, lad Excel reparere den, og gem den som almindelig .xlsx."),
        _kind(_E, "no-sheets", "Projektmappen har ingen ark med celler. Åbn den i Excel, og gem den som almindelig .xlsx."),
        _kind(_E, "no-header", "Der blev ikke fundet en overskriftsrække i noget ark. Tabellen skal have en række med fx 'Indsats', 'Udvalg' og 'Status'."),
        _kind(_E, "transposed", "Indsatserne står ved siden af hinanden, med status i rækken '{value}', og sådan kan de ikke læses. Vend tabellen, så hver indsats har sin egen række (i Excel: Kopiér, og Sæt ind > Transponer), brug skabelonen, eller slet arket."),
        _kind(_E, "no-rows", "Der er en overskriftsrække, men ingen indsatser under den. Kontrollér, at det er den rigtige fil."),
        _kind(_W, "sheet-without-table", "Arket har ingen overskriftsrække, der kan genkendes, og er ikke læst. Er der indsatser på arket, så giv tabellen en række med fx 'Indsats' og 'Status'."),
        _kind(_W, "sheet-of-another-month", "Arket gælder en anden måned end projektmappen og er ikke læst. Er det forkert, så ret måneden på arket."),
        _kind(_W, "hidden", "Noget er skjult ({detail}). Det er læst som alt andet; slet det, hvis det ikke skal med."),
        # questions: nothing is saved before a person has answered
        _kind(_E, "which-light", "Det er ikke til at sige, hvilken kolonne der er lyset ({detail}). Vælg den på siden Indlæsning, eller skriv --column light={value} ved indlæsningen. Svaret huskes for projektmapper med de samme overskrifter."),
        _kind(_E, "which-title", "Det er ikke til at sige, hvilken kolonne der er indsatsens titel ({detail}). Vælg den på siden Indlæsning, eller skriv --column title={value} ved indlæsningen. Svaret huskes for projektmapper med de samme overskrifter."),
        _kind(_E, "which-done", "Det er ikke til at sige, om det, der står i kolonnen '{value}' ({detail}), betyder, at indsatsen er afsluttet. Vælg på siden Indlæsning, eller skriv --column afsluttet=… eller --column other=… ved indlæsningen. Svaret huskes."),
        _kind(_E, "unknown-words", "Kolonnen med status indeholder {value}. Hvad betyder de? Vælg på siden Indlæsning, eller skriv fx --light \"{detail}\" ved indlæsningen. Svaret huskes for projektmapper med de samme overskrifter."),
        _kind(_E, "which-sheet", "Arkene {value} er hver sin måned eller periode, og det fremgår ikke, hvilket der skal læses. Angiv måneden ved indlæsningen, eller slet de andre ark."),
        _kind(_E, "open-title", "Titlen '{value}' ender åbent, og rækken under ({detail}) begynder med småt, men har noget for sig selv. Er de én indsats, så skriv hele titlen i én celle; er de to, så skriv titlerne, så det ses."),
        _kind(_E, "same-lines-on-sheets", "Arkene {value} har for en stor del de samme indsatser og kan være hver sin måned eller udgave. Slet det ark, der ikke gælder, eller kald arkene ved deres måned. Hører begge med, kan filen indlæses, som den er."),
        _kind(_E, "unlike-parts", "Indsatsen '{value}' står i flere rækker, der siger hver sit ({detail}). Er rækkerne hver sin indsats, så giv dem hver sin titel; er de dele af den samme, så skriv dens status i én række."),
        _kind(_E, "which-subtasks", "Det er ikke til at sige, om {value} er dele af indsatsen over dem eller selv er indsatser. Vælg på siden Indlæsning, eller skriv --subtasks parts eller --subtasks lines ved indlæsningen. Svaret huskes for projektmapper med de samme overskrifter."),
        # what is left out
        _kind(_W, "subtasks", "{value} er læst som dele af indsatsen over dem. De vises på dens kort og tælles ikke med. Er de indsatser, så vælg det på siden Indlæsning."),
        _kind(_W, "drawn-on-sheet", "Der er tegnet eller indsat {value} på arket. Hvad de viser, kan ikke læses: er de lys, så farv i stedet cellen, eller skriv ordet."),
        _kind(_W, "comments-kept", "{value} er læst som bemærkninger til indsatserne."),
        _kind(_W, "comments-not-read", "Kommentarer, der ikke står ved en indsats, gemmes ikke: {value}. Siger de noget om en indsats, så skriv det i dens række."),
        _kind(_W, "done-by-sheet", "Alle indsatser på arket er læst som afsluttede, fordi arket hedder '{value}'. Er de ikke det, så giv arket et andet navn."),
        _kind(_W, "sheet-left-out", "Arket er ikke læst: {detail}."),
        # what the workbook speaks for
        _kind(_E, "no-month", "Måneden kunne ikke findes hverken på arket eller i filnavnet. Skriv fx 'Status pr. ultimo maj 2025' over tabellen, eller angiv måneden ved indlæsningen."),
        _kind(_E, "several-months", "Der står flere mulige måneder ({detail}), og det fremgår ikke, hvilken status gælder for. Skriv 'Status pr. ultimo …' over tabellen, eller angiv måneden ved indlæsningen."),
        _kind(_W, "month-disagrees", "Arket siger {detail}. Arket er fulgt; angiv måneden ved indlæsningen, hvis det er forkert."),
        _kind(_E, "no-scope", "Det fremgår ikke, om projektmappen dækker hele planen, de tværgående indsatser eller ét udvalg. Angiv omfanget ved indlæsningen, eller skriv det over tabellen."),
        _kind(_W, "scope-assumed", "Det står ikke, hvad projektmappen dækker. Da den har flere {detail}, er den læst som hele planen. Angiv omfanget ved indlæsningen, hvis det er forkert."),
        # lights
        _kind(_E, "unknown-light", "'{value}' er ikke en kendt status. Skriv Grøn, Gul eller Rød, eller X for afsluttet."),
        _kind(_E, "unknown-colour", "Cellen er {value} ({detail}), og det er hverken grøn, gul eller rød. Brug en af de tre farver, eller skriv ordet. Betyder {value} afsluttet, så skriv X i cellen, eller skriv '{value} = afsluttet' over tabellen."),
        _kind(_E, "half-step", "'{value}' er to farver på én gang, og der gættes ikke. Skriv kun den ene; er I i tvivl, så den mest alvorlige: {detail}."),
        _kind(_E, "coloured-mark", "Tegnet '{value}' har en farve og kan betyde både afsluttet og {detail}. Skriv X, hvis indsatsen er afsluttet, ellers {detail}."),
        _kind(_E, "uncomputed-light", "Status er en formel, hvis resultat ikke er gemt i filen. Åbn projektmappen i Excel, lad den regne, og gem den igen."),
        _kind(_E, "several-marks", "Der er sat mærke under flere farver ('{detail}' og her). Lad kun det rigtige stå."),
        _kind(_E, "two-light-columns", "Både kolonne {detail} og kolonnen '{value}' kan være status, og de er uenige. Lad kun én hedde status, eller kald den rigtige 'Samlet status'."),
        _kind(_E, "two-tables", "Kolonnerne fra '{detail}' og fra '{value}' ligner to tabeller ved siden af hinanden, men kun den første er læst. Sæt en tom kolonne imellem dem; er det én tabel, så kald kolonnen noget andet end '{value}'."),
        _kind(_E, "no-column-of-the-month", "Kolonnerne med status gælder andre måneder ('{value}'); der er ingen for {detail}. Ret overskriften, eller angiv måneden ved indlæsningen."),
        _kind(_E, "light-disagrees", "Farve og ord er uenige: cellen er {detail}, men der står '{value}'. Ret det, der er forkert."),
        _kind(_E, "line-with-two-lights", "Indsatsen '{value}' står også i {detail} med en anden status. Ret den ene, eller giv dem hver sin titel eller kode."),
        _kind(_W, "duplicate-line", "Indsatsen '{value}' står også i {detail} med samme status. De er læst som én indsats."),
        _kind(_W, "light-on-one-sheet", "Indsatsen '{value}' står flere steder, men ikke alle steder med en status ({detail}). De er læst som én indsats, og den status, der er skrevet, tæller."),
        _kind(_E, "error-in-title-or-light", "Cellen viser fejlen {value}, og indsatsens {detail} kan ikke læses. Ret formlen i Excel, eller skriv det, der skal stå, og gem projektmappen igen."),
        _kind(_W, "unexplained-fill", "Statuscellen er {value} og tom {detail} og er læst som ikke indberettet. Betyder {value} afsluttet, så skriv X i cellen."),
        _kind(_W, "no-light-column", "Tabellen har ingen kolonne med status. Alle indsatser er læst som ikke indberettet."),
        _kind(_W, "light-column-by-colour", "Ingen overskrift siger, hvor status står. Kolonne {detail} er brugt, fordi dens celler er farvede."),
        _kind(_W, "struck-line", "Indsatsen '{value}' er streget over og er læst, som om den ikke længere står i planen."),
        _kind(_W, "read-as-note", "'{value}' er læst som en note, ikke som en indsats. Er det en indsats, så giv den en status eller et udvalg."),
        _kind(_W, "light-without-title", "Der er en status, men ingen titel i rækken. Rækken er ikke læst; skriv indsatsens titel, eller fjern farven."),
        _kind(_E, "lights-drawn", "Lysene i {value} ser ud til at være tegnet eller sat ind som billeder, og sådan kan de ikke læses. Farv i stedet cellerne, eller skriv ordet."),
        # words
        _kind(_W, "unknown-udvalg", "Udvalget '{value}' står ikke på listen over udvalg. Det er læst som det står; ret stavningen, eller føj det til listen."),
        _kind(_W, "unknown-tema", "Temaet '{value}' er ikke et af planens temaer. Det er læst som det står; ret stavningen, eller føj det til listen."),
        _kind(_W, "unknown-art", "Arten '{value}' kendes ikke. Det er læst som det står; ret stavningen, eller føj den til listen."),
        _kind(_W, "unknown-section", "Overskriften '{value}' er hverken et tema, et udvalg eller en art. Rækkerne under den er læst uden den."),
        _kind(_W, "section-with-light", "'{value}' er læst som overskrift for rækkerne under den, så dens egen status er ikke læst. Er den en indsats, så giv den en kode eller et udvalg."),
        _kind(_E, "tema-with-light", "'{value}' hedder som et tema eller en art og har en status, men kan være overskrift for rækkerne under den. Er den en overskrift, så slet dens status; er den en indsats, så giv den et udvalg eller en ansvarlig."),
        _kind(_E, "number-became-date", "Nummeret er blevet til datoen {value} i Excel, så det ikke kan ses, hvad rækken hører under. Giv kolonnen formatet Tekst, og skriv numrene igen (1.1, 1.2)."),
        _kind(_W, "tema-as-line", "'{value}' er navnet på et tema, men rækken er læst som en indsats, fordi {detail}. Er den en overskrift, så gør den fed, eller flet den hen over tabellen."),
        _kind(_W, "tema-without-lines", "Temaet '{value}' står som overskrift uden indsatser under sig. Er det en indsats, så giv rækken en farve, et udvalg eller en kode."),
        _kind(_W, "unreadable-amount", "'{value}' er ikke et beløb. Feltet er læst som tomt; skriv et tal i 1.000 kr., fx -1.250,5."),
        _kind(_W, "unreadable-done", "'{value}' i kolonnen for afsluttet forstås ikke, og indsatsen er ikke regnet som afsluttet. Skriv X, eller lad feltet være tomt."),
        _kind(_W, "done-later", "'{value}' i kolonnen for afsluttet er senere end {detail}. Indsatsen er læst som planlagt afsluttet, og den tæller ikke som afsluttet nu."),
        _kind(_W, "error-cell", "Cellen viser fejlen {value} i stedet for en værdi, og feltet er læst som tomt. Ret formlen i Excel, eller skriv det, der skal stå, og gem projektmappen igen."),
        _kind(_W, "number-as-date", "Tallet {value} er læst som datoen {detail}, som Excel ville vise det. Giv cellen datoformat, eller skriv datoen, hvis det er forkert."),
        _kind(_W, "code-disagrees", "Kolonnen siger kode {detail}, men titlen siger {value}. Titlens kode er brugt."),
        _kind(_W, "duplicate-column", "Kolonnen '{value}' er ikke læst, fordi kolonne {detail} er brugt til det samme. Ret overskrifterne, hvis det er omvendt."),
        _kind(_W, "unread-marks", "Kolonnen '{value}' har krydser, men overskriften er ikke kendt, og de er ikke læst. Betyder de afsluttet, så kald kolonnen 'Afsluttet (X)'."),
        _kind(_W, "uncomputed", "Feltet er en formel, hvis resultat ikke er gemt i filen, og er læst som tomt. Åbn projektmappen i Excel, lad den regne, og gem den igen."),
        # what is stored already
        _kind(_E, "another-plan", "Projektmappen hører til planen {value}, men databasen rummer {detail}. Brug en anden database til den nye plan (--database)."),
        _kind(_W, "already-imported", "Filen er allerede indlæst som revision {detail}. Intet er ændret."),
        _kind(_W, "ambiguous-line", "'{value}' kan være flere kendte indsatser og er derfor oprettet som en ny."),
    ]
)  # fmt: skip


def issue(
    kind: str, *, sheet: str | None = None, cell: str | None = None, value: object = None, detail: str = ""
) -> Issue:
    """Make an Issue of a catalogued kind; raise KeyError for a kind that is not in the catalogue."""
    entry = ISSUE_KINDS[kind]
    text = None if value is None else str(value).strip()
    return Issue(kind, entry.severity, entry.message.format(value=text, detail=detail), sheet, cell, text)
