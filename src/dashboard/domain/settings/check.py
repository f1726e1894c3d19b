"""What is wrong in a folder of settings. Names and kinds of values are those of our own files."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dashboard.domain.light import Light
from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.domain.settings.colours import READABLE, contrast, light_near
from dashboard.domain.settings.fault import Fault
from dashboard.domain.settings.logo import logo_fault
from dashboard.domain.settings.overlay import EVERY_OTHER, KEYED, REMOVE, REPLACE, laid_over
from dashboard.domain.settings.toml_file import Place, TomlFile
from dashboard.domain.settings.words import PLACEHOLDER, words_of

Files = Mapping[str, TomlFile]
Values = Mapping[str, Any]
KINDS = {str: "en tekst", bool: "true eller false", int: "et helt tal", list: "en liste", dict: "en tabel"}
WRITTEN = {
    str: 'Sæt den i anførselstegn: "…".',
    bool: "Skriv true eller false uden anførselstegn.",
    int: "Skriv tallet uden anførselstegn og uden decimaler.",
    list: 'Skriv den i skarpe parenteser: ["…", "…"].',
    dict: "Skriv navnet i skarpe parenteser på en linje for sig, og værdierne under det.",
}
MAY_SAY: dict[str, Values] = {  # beside what our own entries say
    "udvalg": {"also": [], "plans": []},
    "tema": {"also": [], "plans": []},
    "art": {"also": []},
    "reason": {"also": []},
    "body": {"case_number": ""},
    "role": {"udvalg": [], "closed": False},
    "event": {},
    "signal": {},
}
OPEN = {"code.marks"}  # tables whose names are free
TEXTS = {"body": {"body", "plan", "month"}, "signal": {"n", "detail", "limit"}}
ROLES = ("reader", "reporter", "finance", "direktion", "administrator")
LOG_LEVELS = ("debug", "info", "warning", "error")
NEEDED = ("udvalg", "tema", "art")
HEX, YEARS = re.compile(r"#[0-9A-Fa-f]{6}"), re.compile(r"20\d\d-20\d\d")
MISSPELT, MEANT, KNOWN = "»{name}« kendes ikke.", "Mente du »{near}«?", "Her kan stå: {names}."


def faults_in(folder: Path, read: Files, ours: Mapping[str, Values]) -> list[Fault]:
    """Tell everything that is wrong in files that could be read."""
    faults = [*_unknown_files(folder, read)]
    for name, file in read.items():
        others = {known for other in ours if other != name for known in ours[other]}
        faults += [*_of_table(file, (), file.data, ours[name], others), *_replaced(file, ours[name])]
    if faults:
        return faults
    kommune, terms = (laid_over(ours[name], file.data) for name, file in read.items())
    return [*_of_kommune(folder, read, kommune, terms), *_of_terms(read, kommune, terms)]


def _unknown_files(folder: Path, read: Files) -> Iterator[Fault]:
    for path in sorted(folder.glob("*.toml*")):
        if path.name not in read:
            near = (get_close_matches(path.name, read, 1, 0) or [*read])[0]
            yield Fault(path.name, None, "Filen bliver ikke læst.", f"Omdøb den til {near}, eller fjern den.")


def _of_table(
    file: TomlFile, place: Place, given: Values, ours: Values, others: frozenset[str] | set[str] = frozenset()
) -> Iterator[Fault]:
    """Tell names that are not known and values of another kind, in a table and what is within it."""
    for name, value in given.items():
        at, path = (*place, name), ".".join(map(str, (*place, name)))
        if at == (REPLACE,):
            yield from _of_kind(file, at, value, [])
        elif name not in ours and ".".join(map(str, place)) not in OPEN:
            yield Fault(file.name, file.line(at), MISSPELT.format(name=name), _nearest(name, ours, others))
        elif path in KEYED and isinstance(value, list):
            yield from _of_entries(file, name, value, ours[name])
        elif isinstance(value, dict) and isinstance(ours.get(name), dict):
            yield from _of_table(file, at, value, ours[name])
        else:
            yield from _of_kind(file, at, value, ours.get(name, ""))


def _of_kind(file: TomlFile, place: Place, value: object, sample: object) -> Iterator[Fault]:
    name, kind = place[-1], type(sample)
    if type(value) is not kind:
        yield Fault(file.name, file.line(place), f"»{name}« skal være {KINDS[kind]}.", WRITTEN[kind])
    elif isinstance(value, list) and not all(isinstance(each, str) and each.strip() for each in value):
        yield Fault(file.name, file.line(place), f"»{name}« skal være en liste af tekster.", WRITTEN[list])
    elif value == "" and sample != "":
        yield Fault(file.name, file.line(place), f"»{name}« er tom.", "Skriv en tekst, eller slet linjen.")


def _of_entries(file: TomlFile, name: str, given: Sequence[Any], ours: Sequence[Values]) -> Iterator[Fault]:
    """Tell what is wrong with the entries of a list: without a key, with one twice, or with too little said."""
    key = KEYED[name]
    sample = {said: value for each in [*ours, MAY_SAY[name], {REMOVE: True}] for said, value in each.items()}
    needed = set.intersection(*(set(entry) for entry in ours)) - set(MAY_SAY[name]) if name != "body" else {key}
    known, seen = {entry[key] for entry in ours}, set[str]()
    for number, entry in enumerate(given):
        at = (name, number)
        line, faults = file.line(at), []
        if not isinstance(entry, dict) or key not in entry:
            remedy = f'Skriv [[{name}]] på en linje for sig og {key} = "…" under den.'
            yield Fault(file.name, line, f"[[{name}]] mangler »{key}«.", remedy)
            continue
        faults = list(_of_table(file, at, entry, sample))
        said = entry[key]
        is_new = said not in known or name in file.data.get(REPLACE, ())
        if faults:
            yield from faults
        elif said in seen:
            yield Fault(file.name, line, f"To [[{name}]] har {key} »{said}«.", "Ret den ene, eller skriv dem sammen.")
        elif name == "signal" and said not in known:
            yield Fault(file.name, file.line((*at, key)), MISSPELT.format(name=said), _nearest(said, known))
        elif entry.get(REMOVE) and said not in known:
            yield Fault(file.name, line, f"»{said}« kan ikke fjernes, for vi har den ikke.", _nearest(said, known))
        elif is_new and not entry.get(REMOVE) and needed - set(entry):
            missing = ", ".join(f"»{each}«" for each in sorted(needed - set(entry)))
            yield Fault(file.name, line, f"»{said}« er ny og mangler {missing}.", "Tilføj det, eller ret stavemåden.")
        seen.add(str(said))


def _replaced(file: TomlFile, ours: Values) -> Iterator[Fault]:
    lists = {name for name, value in ours.items() if isinstance(value, list)}
    for table, values in ours.items():
        if isinstance(values, dict):
            lists |= {f"{table}.{name}" for name, value in values.items() if isinstance(value, list)}
            inner = ((name, value) for name, value in values.items() if isinstance(value, dict))
            lists |= {
                f"{table}.{name}.{each}" for name, value in inner for each in value if isinstance(value[each], list)
            }
    given = file.data.get(REPLACE, [])
    for name in given if isinstance(given, list) else []:
        if name not in lists:
            yield Fault(file.name, file.line((REPLACE,)), f"Der er ingen liste »{name}«.", _nearest(str(name), lists))


def _of_kommune(folder: Path, read: Files, kommune: Values, terms: Values) -> Iterator[Fault]:
    """Tell what kommune.toml says that cannot be used: colours, the logo, bodies and their texts."""
    file = next(iter(read.values()))
    for name, colour in kommune["colours"].items():
        said = _colour_fault(name, colour)
        if said:
            yield Fault(file.name, file.line(("colours", name)), *said)
    yield from _of_server(file, kommune["server"])
    logo = logo_fault(folder, kommune["logo"])
    if logo:
        yield Fault(file.name, file.line(("logo",)), *logo)
    bodies = {body["key"] for body in kommune["body"]}
    for needed in {"direktionen", EVERY_OTHER} - bodies:
        remedy = f'Tilføj [[body]] med key = "{needed}", eller tag den ikke væk.'
        yield Fault(file.name, file.line(("body",)), f"Den, der holder møde, med key »{needed}« mangler.", remedy)
    udvalg = {each["key"] for each in terms["udvalg"]}
    for number, role in enumerate(file.data.get("role", ())):
        if role.get("may", "reader") not in ROLES:
            line = file.line(("role", number, "may"))
            yield Fault(file.name, line, MISSPELT.format(name=role["may"]), _nearest(role["may"], ROLES))
        for key in set(role.get("udvalg", ())) - udvalg:
            line = file.line(("role", number, "udvalg"))
            yield Fault(file.name, line, MISSPELT.format(name=key), _nearest(key, udvalg))
    scopes = {PLAN.key, CROSS_CUTTING.key, "own", *(udvalg["key"] for udvalg in terms["udvalg"])}
    for number, body in enumerate(file.data.get("body", ())):
        wrong = [scope for scope in body.get("scopes", ()) if scope not in scopes]
        at = file.line(("body", number, "scopes"))
        yield from (Fault(file.name, at, MISSPELT.format(name=scope), _nearest(scope, scopes)) for scope in wrong)
        if body.get("scopes") == []:
            yield Fault(file.name, at, "»scopes« er tom.", 'Skriv mindst ét omfang, fx ["plan"].')


def _of_server(file: TomlFile, server: Values) -> Iterator[Fault]:
    def at(key: str) -> int:
        return file.line(("server", key))

    if not 0 < server["port"] < 65536:
        yield Fault(file.name, at("port"), f"»{server['port']}« er ikke en port.", "Skriv et tal mellem 1 og 65535.")
    for key in ("backup_days", "read_seconds", "read_megabytes"):
        if server[key] < 1:
            yield Fault(file.name, at(key), f"»{key}« er {server[key]}.", "Skriv et tal, der er mindst 1.")
    if server["log_level"] not in LOG_LEVELS:
        said = MISSPELT.format(name=server["log_level"])
        yield Fault(file.name, at("log_level"), said, _nearest(server["log_level"], LOG_LEVELS))


def _colour_fault(name: str, colour: str) -> tuple[str, str] | None:
    if not HEX.fullmatch(colour):
        return f"»{colour}« er ikke en farve.", 'Skriv den som # og seks tegn: "#1F4E79".'
    beside, enough = READABLE[name]
    near, found = light_near(colour), contrast(colour, beside)
    if near:
        word = {Light.RED: "røde", Light.YELLOW: "gule", Light.GREEN: "grønne"}[near]
        return f"»{colour}« ligner det {word} lys.", "Vælg en farve, der ikke kan forveksles med et lys, fx en blå."
    if found < enough:
        remedy = "Vælg en mørkere farve." if name == "accent" else "Vælg en lysere farve."
        return f"»{colour}« har for lille kontrast ({found:.1f}; der skal mindst være {enough:g}).".replace(
            ".", ",", 1
        ), remedy
    return None


def _of_terms(read: Files, kommune: Values, terms: Values) -> Iterator[Fault]:
    """Tell what terms.toml says that cannot be used, and placeholders of both that are not known."""
    file = read["terms.toml"]
    for name in NEEDED:
        if not terms[name]:
            yield Fault(
                file.name, file.line((REPLACE,)), f"Der er ingen {name} tilbage.", f"Tilføj mindst én [[{name}]]."
            )
    for plan in file.data.get("plans", ()):
        if not YEARS.fullmatch(plan):
            yield Fault(file.name, file.line(("plans",)), f"»{plan}« er ikke en plan.", 'Skriv den som "2026-2029".')
    for month in terms["half_year_months"]:
        if month not in MONTH_NAMES:
            line = file.line(("half_year_months",))
            yield Fault(file.name, line, f"»{month}« er ikke en måned.", _nearest(month, MONTH_NAMES))
    for number, event in enumerate(file.data.get("event", ())):
        if "month" in event and not _is_month(event["month"]):
            line = file.line(("event", number, "month"))
            yield Fault(file.name, line, f"»{event['month']}« er ikke en måned.", 'Skriv den som "2025-11".')
    for number, signal in enumerate(file.data.get("signal", ())):
        at = ("signal", number)
        if signal.get("limit", 1) < 1:
            yield Fault(file.name, file.line((*at, "limit")), "En grænse skal være mindst 1.", "Ret tallet.")
        for light in signal.get("among", ()):
            if light not in list(Light):
                said = _nearest(light, list(Light))
                yield Fault(file.name, file.line((*at, "among")), MISSPELT.format(name=light), said)
    code_pattern: str = terms["code"]["pattern"]
    try:
        re.compile(code_pattern)
    except re.error:
        line = file.line(("code", "pattern"))
        yield Fault(
            file.name, line, "Mønstret for koder kan ikke læses.", 'Skriv det som et regulært udtryk: "[Rr] ?\\\\d{3}".'
        )
    yield from _with_two_meanings(file, terms)
    if terms["udvalg"] and terms["tema"]:
        known = set(words_of(kommune, terms))
        for each in read.values():
            yield from _unknown_placeholders(each, (), each.data, known)


def _with_two_meanings(file: TomlFile, terms: Values) -> Iterator[Fault]:
    """Tell words that were given one meaning and have another as well: as header, as light, as name of an udvalg."""
    groups: list[list[tuple[Place, list[str]]]] = [
        [(("columns", name), words) for name, words in terms["columns"].items()],
        [(("lights", name, "written"), entry["written"]) for name, entry in terms["lights"].items()],
        [(("udvalg", number), _spellings(entry)) for number, entry in enumerate(terms["udvalg"])],
    ]
    for group in groups:
        meant = Counter(word for _, words in group for word in {word.casefold() for word in words})
        for word in (word for word, n in meant.items() if n > 1):
            places = [place for place, words in group if word in {each.casefold() for each in words}]
            names = " og ".join(f"»{_named(place, terms)}«" for place in places)
            given = next((place for place in places if _said(file.data, place, word)), places[-1])
            remedy = f"Tag ordet ud det ene sted; en af vores egne lister skrives om med {REPLACE} = […]."
            yield Fault(file.name, file.line(given), f"»{word}« betyder både {names}.", remedy)


def _spellings(entry: Values) -> list[str]:
    return [entry["key"], entry["name"], *entry.get("also", ())]


def _named(place: Place, terms: Values) -> str:
    return str(terms["udvalg"][place[1]]["key"] if place[0] == "udvalg" else place[1])


def _said(data: Values, place: Place, word: str) -> bool:
    value: Any = data
    for name in place:
        value = value.get(name, {}) if isinstance(value, dict) else {}
    return isinstance(value, list) and word in {str(each).casefold() for each in value}


def _unknown_placeholders(file: TomlFile, place: Place, value: Any, known: set[str]) -> Iterator[Fault]:
    if isinstance(value, str):
        allowed = known | TEXTS.get(str(place[0]), set())
        names = [name for name in PLACEHOLDER.findall(value) if name not in allowed]
        rest = PLACEHOLDER.sub("", value) if place[0] in TEXTS else ""
        for name in names:
            yield Fault(file.name, file.line(place), MISSPELT.format(name=f"{{{name}}}"), _nearest(name, allowed))
        if "{" in rest or "}" in rest:
            yield Fault(
                file.name, file.line(place), "En krøllet parentes står alene.", "Skriv {navn}, eller tag den ud."
            )
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _unknown_placeholders(file, (*place, name), each, known)
    elif isinstance(value, list) and place[0] in KEYED:
        for number, each in enumerate(value):
            yield from _unknown_placeholders(file, (*place, number), each, known)


def _is_month(text: str) -> bool:
    try:
        Month.parse(text)
    except ValueError:
        return False
    return True


def _nearest(name: str, known: Any, elsewhere: Any = ()) -> str:
    near = get_close_matches(name, map(str, known), 1, 0.6)
    if near:
        return MEANT.format(near=near[0])
    if name in elsewhere:
        return "Det hører til i den anden fil (kommune.toml eller terms.toml)."
    return KNOWN.format(names=", ".join(sorted(map(str, known))[:12]))
