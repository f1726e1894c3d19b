"""Danish sentences and figures that are put together: months, numbers, shares and what a page shows."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dashboard.domain.light import Light
from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.domain.scope import Scope
from dashboard.domain.share import percent
from dashboard.domain.terms import terms
from dashboard.queries import Delivery, Selection
from dashboard.wording import texts

UTC, DENMARK = ZoneInfo("UTC"), ZoneInfo("Europe/Copenhagen")
WRITTEN = "Skriver … afsnit {done} af {n}"


def capitalised(text: str) -> str:
    """Give a text with a capital first letter and the rest untouched."""
    return text[:1].upper() + text[1:]


def month_name(month: Month) -> str:
    """Give a month as it stands alone: "Oktober 2026"."""
    return capitalised(month.label)


def since(month: Month, now: Month) -> str:
    """Say since when: "siden september", with the year when it is another one."""
    return f"siden {month.name if month.year == now.year else month.label}"


def earlier(selection: Selection) -> str:
    """Name the comparison month beside the one shown: "september", with the year when it is another one."""
    compare = selection.compare or selection.month
    return compare.name if compare.year == selection.month.year else compare.label


def short_month(month: Month) -> str:
    """Give a month where room is scarce: "okt 26"."""
    return f"{month.name[:3]} {month.year % 100:02d}"


def in_row(n: int, since: Month, now: Month) -> str:
    """Say how long a line has had its light: "3. måned i træk", or by status where months are missing between."""
    if n == 1:
        return "første måned"
    is_every_month = since.plus(n - 1) == now
    return f"{n}. måned i træk" if is_every_month else f"{n}. status i træk siden {since.label}"


def scope_name(scope: Scope) -> str:
    """Give what a scope is called in the filters and under the title."""
    if scope.is_plan:
        return texts.WHOLE_PLAN
    return texts.CROSS_CUTTING if scope.is_cross_cutting else terms().udvalg_name(scope.key)


def scope_stated(scope: Scope) -> str:
    """State a scope over a table as the reader takes it: "Omfang: Børne- og Ungdomsudvalget (BUU)"."""
    if scope.is_plan:
        return "Omfang: hele planen"
    name = f"{terms().udvalg_name(scope.key)} ({scope.key})"
    return "Omfang: de tværgående indsatser" if scope.is_cross_cutting else f"Omfang: {name}"


def part_name(field: str, value: str | None) -> str:
    """Give the name of what a filter or a group stands for (udvalg, tema, art …), or say that there is none."""
    if not value:
        return texts.WITHOUT[field]
    if field in ("udvalg", "treated_by"):
        return terms().udvalg_name(value)
    if field == "light":
        return terms().lights[Light(value)].word if value in list(Light) else value
    if field == "trait":
        return texts.TRAITS[value]
    return terms().art_name(value) if field == "art" else value


def count_of(n: int, one: str, many: str) -> str:
    """Count in words: "1 indsats", "142 indsatser"."""
    return f"{number(n)} {one if n == 1 else many}"


def number(n: int) -> str:
    """Write a whole number the Danish way: 1.234."""
    return f"{n:,}".replace(",", ".")


def thousands(amount: float) -> str:
    """Write an amount in 1.000 kr. the Danish way, decimals only where there are any: "−1.250,5"."""
    whole, _, rest = f"{abs(amount):.1f}".partition(".")
    return ("−" if amount < 0 else "") + number(int(whole)) + ("" if rest == "0" else f",{rest}")


def change(n: int) -> str:
    """Write a change with its sign, and a real minus."""
    return f"+{n}" if n > 0 else f"−{-n}" if n < 0 else "±0"


def moment(utc: datetime) -> str:
    """Write a stored UTC time as a clock in Denmark shows it: "3. november 2026 kl. 09.14"."""
    local = utc.replace(tzinfo=UTC).astimezone(DENMARK)
    return f"{local.day}. {MONTH_NAMES[local.month - 1]} {local.year} kl. {local:%H.%M}"


def day(given: date) -> str:
    """Write a day: "26. november 2026"."""
    return f"{given.day}. {MONTH_NAMES[given.month - 1]} {given.year}"


def short_day(given: date) -> str:
    """Write a day where room is scarce: "26.11.2026"."""
    return f"{given:%d.%m.%Y}"


def short_moment(utc: datetime) -> str:
    """Write a stored UTC time in a list: "03.11.2026 kl. 09.14"."""
    return f"{utc.replace(tzinfo=UTC).astimezone(DENMARK):%d.%m.%Y kl. %H.%M}"


def left_out(label: str, value: str) -> str:
    """Say that something asked for cannot be chosen here."""
    return f"»{value}« kan ikke vælges under {label} her og er udeladt."


def share_of(active: int) -> str:
    """Say what the shares are of."""
    if active == 1:
        return "Der er kun én aktiv og indberettet indsats"
    return f"Andel af de {number(active)} aktive og indberettede indsatser"


def share(light: Light, n: int, active: int) -> str:
    """Say a share: "41 % følger planen"."""
    return f"{percent(n, active)} {texts.FOLLOWS_PLAN if light is Light.GREEN else terms().lights[light].word.lower()}"


def shares(n: Mapping[Light, int]) -> str:
    """Say the shares of what is active and reported: "41 % følger planen, 35 % rød af 17"; nothing without any."""
    lights = (Light.GREEN, Light.YELLOW, Light.RED)
    active = sum(n[light] for light in lights)
    return ", ".join(share(light, n[light], active) for light in lights if n[light]) + (
        f" af {number(active)}" if active else ""
    )


def months_shown(selection: Selection) -> str:
    """Say which months are shown: "Oktober 2026 sammenlignet med september 2026"."""
    shown = month_name(selection.month)
    return shown if selection.compare is None else f"{shown} sammenlignet med {selection.compare.label}"


def filters_shown(selection: Selection) -> str:
    """Say which values the filters hold: "Udvalg: Økonomiudvalget · Lys: Rød"; nothing without any."""
    told = [(texts.PARTS[key], part_name(key, value)) for key in texts.PARTS for value in getattr(selection, key)]
    told += [(texts.TEXT, f"»{selection.text.strip()}«")] if selection.text.strip() else []
    told += [(texts.SHOWN, texts.ONLY_CROSS_CUTTING)] if selection.cross_cutting else []
    told += [(texts.SHOWN, texts.WITHOUT_DONE)] if not selection.with_done else []
    return " · ".join(f"{label}: {value}" for label, value in told)


def freshness(selection: Selection, delivery: Delivery, not_reported: int) -> str:
    """Say what time the status is of, when it was imported, and what is missing in it."""
    parts = [f"Status pr. ultimo {selection.month.label}, indlæst {moment(delivery.imported_at)}"]
    if delivery.revision > 1:
        parts.append(f"revision {delivery.revision}")
    if delivery.basis_scope != selection.scope:
        parts.append(f"bygger på filen for {_definite(delivery.basis_scope)}")
    if not_reported:
        parts.append(f"{count_of(not_reported, 'indsats', 'indsatser')} er ikke indberettet")
    return " · ".join(parts)


def _definite(scope: Scope) -> str:
    return "hele planen" if scope.is_plan else "de tværgående indsatser" if scope.is_cross_cutting else scope.key


def nothing_changed(since: str) -> str:
    """Say that nothing changed: "Intet er ændret siden september."."""
    return f"Intet er ændret {since}."


def to_list(name: str, n: int) -> str:
    """Name the way to the lines behind a count: "Vis listen: Rød, 9 indsatser"."""
    return f"Vis listen: {name}, {count_of(n, 'indsats', 'indsatser')}"


def show_all(n: int) -> str:
    """Name the way to the rest of a list."""
    return f"Vis alle {number(n)}"


def written_so_far(done: int, n: int) -> str:
    """Say how far a document is: "Skriver … afsnit 120 af 4.000"."""
    return WRITTEN.format(done=number(done), n=number(n))
