"""Who somebody is, what they may see and what they may do: the one place that says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.domain.scope import Scope
from dashboard.domain.settings import standing
from dashboard.domain.viewer import EVERYTHING, Viewer

Action = Literal["import", "withdraw", "match", "settle", "decide", "half_year", "close", "save_view", "read_record"]
Role = Literal["reader", "reporter", "finance", "direktion", "administrator"]
ROLE_NAMES: Mapping[Role, str] = {
    "reader": "læser",
    "reporter": "indberetter",
    "finance": "økonomi",
    "direktion": "direktion",
    "administrator": "administrator",
}
EVERYBODY: frozenset[Action] = frozenset({"save_view"})
ALL: frozenset[Action] = EVERYBODY | {
    "import", "withdraw", "match", "settle", "decide", "half_year", "close", "read_record",
}  # fmt: skip
MAY: Mapping[Role, frozenset[Action]] = {
    "reader": EVERYBODY,
    "reporter": EVERYBODY | {"import", "match"},
    "finance": EVERYBODY | {"import", "withdraw", "match", "settle", "half_year", "close"},
    "direktion": EVERYBODY | {"settle", "decide", "half_year", "close"},
    "administrator": ALL,
}
ACTION_NAMES: Mapping[Action, str] = {
    "import": "indlæse filer",
    "withdraw": "trække det indlæste tilbage",
    "match": "afgøre, hvilke indsatser der er den samme",
    "settle": "afklare signaler",
    "decide": "skrive på møder",
    "half_year": "ændre halvårsstatus",
    "close": "lukke og åbne sager",
    "save_view": "gemme visninger",
    "read_record": "se, hvem der har gjort hvad",
}
ACCOUNT = ("email", "preferred_username", "sub")
NOT_ALLOWED = "Du må ikke {action} her. Din rolle er {roles}; en administrator kan give dig en anden."
NOT_YOURS = "Du må kun {action} for {udvalg}."


class NotAllowedError(Exception):
    """Somebody may not do what was asked; the message is a Danish sentence."""


@dataclass(frozen=True)
class Person:
    """Somebody at a page: their name (None: nobody has said one), roles, what they may see and do."""

    name: str | None
    roles: tuple[Role, ...]
    viewer: Viewer
    may: frozenset[Action]

    def why_not(self, action: Action, scope: Scope | None = None) -> str | None:
        """Say why they may not do something, or not for a scope; None where they may."""
        if action not in self.may:
            roles = " og ".join(ROLE_NAMES[role] for role in self.roles)
            return NOT_ALLOWED.format(action=ACTION_NAMES[action], roles=roles)
        if scope is not None and self.viewer.udvalg is not None and scope.key not in self.viewer.udvalg:
            udvalg = ", ".join(sorted(self.viewer.udvalg))
            return NOT_YOURS.format(action=ACTION_NAMES[action], udvalg=udvalg)
        return None

    def check(self, action: Action, scope: Scope | None = None) -> None:
        """Raise NotAllowedError when they may not do something, or not for a scope."""
        said = self.why_not(action, scope)
        if said is not None:
            raise NotAllowedError(said)


def anybody(name: str | None) -> Person:
    """Give somebody at an app without sign-in: all is theirs, and it is told under the name they gave."""
    return Person(name, ("administrator",), EVERYTHING, ALL)


def person_of(claims: Mapping[str, Any]) -> Person | None:
    """Give who a token tells of, by its roles as the settings map them now; None for one without any role here.

    With several roles somebody sees and may do what one of them does; who is shut out has none, whatever the token is.
    """
    kommune = standing()
    said = claims.get(kommune["access"]["claim"]) or ()
    values = {said} if isinstance(said, str) else {str(each) for each in said}
    found = [role for role in kommune["role"] if role["value"] in values]
    named = {str(claims[each]).casefold() for each in ACCOUNT if claims.get(each)}
    if not found or named & {each.casefold() for each in kommune["access"]["shut_out"]}:
        return None
    limits = [frozenset(role.get("udvalg", ())) for role in found]
    udvalg = None if not all(limits) else frozenset().union(*limits)
    roles = tuple(dict.fromkeys(role["may"] for role in found))
    may = frozenset[Action]().union(*(MAY[role] for role in roles))
    return Person(name_in(claims), roles, Viewer(udvalg, any(role.get("closed") for role in found)), may)


def name_in(claims: Mapping[str, Any]) -> str:
    """Give the name that a token tells."""
    return str(claims.get("name") or account_in(claims))


def account_in(claims: Mapping[str, Any]) -> str:
    """Give what tells somebody from others of their name."""
    return str(next((claims[each] for each in ACCOUNT if claims.get(each)), None))


def has_expired(claims: Mapping[str, Any], now: float) -> bool:
    """Tell whether a token is no longer good; one that does not say until when is not."""
    until = claims.get("exp")
    return not isinstance(until, int | float) or until <= now
