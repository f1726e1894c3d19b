"""Who looks: signed in by OpenID Connect, or on the machine's own address by the name they say."""

import ipaddress
import json
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NoReturn
from urllib.parse import unquote

import streamlit as st
from htpy import div, h2, p, span
from streamlit.auth_util import get_cookie_with_chunks, get_secrets_auth_section
from streamlit.config import get_option
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.domain.access import Action, Person, account_in, anybody, has_expired, name_in, person_of
from dashboard.domain.clock import from_timestamp, utc_now
from dashboard.domain.log import acting_role
from dashboard.domain.scope import Scope
from dashboard.domain.settings import settings

NAME_COOKIE = "navn"
UNKNOWN = "Ukendt"
SIGN_IN, SIGN_OUT, AGAIN = "Log ind", "Log ud", "Log ind igen"
WELCOME = "Log ind for at se status."
EXPIRED = "Din adgang er udløbet. Det, du har skrevet, er gemt her i browseren."
NO_ONE = "Log ind først."
NO_ROLE = "{name}, du har ingen rolle her. Bed en administrator om en."
REFUSED = "Appen svarer ikke på netværket uden log ind"
WHY_REFUSED = (
    "Den er sat til at svare på {address}, hvor andre end denne maskine kan nå den, men der er ikke sat log ind op. "
    "Sæt log ind op (docs/sign-in.md), eller lad server.address være localhost. Skal alle på netværket kunne se og "
    "ændre alt uden log ind, så skriv without_sign_in = true under [access] i kommune.toml; det står så på hver side."
)
OPEN_TO_ALL = "Uden log ind: alle på netværket kan se og ændre."
WHO, WHO_HINT = "Hvad hedder du?", "Står ved det, du gemmer"
NAME_KEY, GIVEN, NOTED = "hvem_er_du", "navn_givet", "log_ind_noteret"


def has_sign_in() -> bool:
    """Tell whether people sign in here: [auth] in Streamlit's secrets says with whom."""
    return _has_sign_in(int(time.monotonic()))


@lru_cache(maxsize=1)
def _has_sign_in(_second: int) -> bool:
    """Look once a second: where there are no secrets Streamlit looks for their files each time it is asked."""
    return bool(get_secrets_auth_section())


def is_on_network() -> bool:
    """Tell whether others than this machine can reach the app."""
    address = str(get_option("server.address") or "")
    try:
        own = address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        own = False
    return not own or bool(settings().kommune["access"]["hosts"])


def refusal() -> str | None:
    """Say why the app may not answer as it is set up; None where it may."""
    if has_sign_in() or not is_on_network() or settings().kommune["access"]["without_sign_in"]:
        return None
    return WHY_REFUSED.format(address=get_option("server.address") or "alle adresser")


def person() -> Person | None:
    """Give who looks; None for somebody who must sign in, or has no role."""
    if not has_sign_in():
        given = st.session_state.get(GIVEN) or unquote(dict(st.context.cookies).get(NAME_COOKIE, ""))
        return anybody(str(given).strip()[:80] or None)
    return person_at(dict(st.user))


def person_at(claims: Mapping[str, Any]) -> Person | None:
    """Give who a token tells of while it is good; None for somebody who must sign in, or has no role."""
    if not claims.get("is_logged_in") or has_expired(claims, time.time()):
        return None
    return person_of(claims)


def claims_in(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """Read the token in the cookies of a request; nothing where it is not signed by this app."""

    def signed(name: str) -> bytes | None:
        return decode_signed_value(get_cookie_secret(), name, cookies.get(name, "").encode("latin-1", "replace"))

    told = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    claims: Mapping[str, Any] = json.loads(told) if told else {}
    return claims


def person_before(cookies: Mapping[str, str], origin: str) -> Person | None:
    """Give who asks for the page itself, before there is a session; None for somebody who must sign in first."""
    if refusal():
        return None
    if not has_sign_in():
        return anybody(None)
    claims = claims_in(cookies)
    return person_at(claims) if claims.get("origin") == origin else None


def acting(action: Action, scope: Scope | None = None) -> str:
    """Give the name that what is done now is told under; raise NotAllowedError when whoever looks may not do it."""
    found = person()
    if found is None:
        st.stop()
    acting_role.set(" ".join(found.roles))
    found.check(action, scope)
    return found.name or UNKNOWN


def own(name: str) -> str:
    """Name what is kept in a browser so that the next who signs in there does not find it."""
    return f"{st.user.get('sub')} {name}" if has_sign_in() else name


def ask_name(action: Action, label: str, key: str, said: str | None = None) -> None:
    """Ask under which name an act is told, ``said`` before; who is signed in sees their own."""
    name = acting(action)
    st.text_input(label, said or name, key=key, disabled=has_sign_in())


def acting_as(action: Action, said: str) -> str:
    """Give the name that an act with a field for it is told under: without sign-in the one that was written there."""
    known = acting(action)
    return known if has_sign_in() else said.strip()


def why_not(action: Action, scope: Scope | None = None) -> str | None:
    """Say why whoever looks may not do something; None where they may."""
    found = person()
    return NO_ONE if found is None else found.why_not(action, scope)


def may(action: Action, scope: Scope | None = None) -> bool:
    """Tell whether whoever looks may do something: pages leave out what they may not."""
    return why_not(action, scope) is None


def show_why_not(action: Action) -> None:
    """Say, where somebody would look for it, why they may not do something; nothing where they may."""
    said = why_not(action)
    if said:
        st.html(p(".quiet")[said])


def let_in(note: Callable[[str, str, datetime, bool], None]) -> Person:
    """Give who looks, or say what they must do first and end the page.

    ``note`` hears once who signed in, and whether they were let in.
    """
    refused = refusal()
    if refused:
        _stop(REFUSED, refused)
    claims: Mapping[str, Any] = dict(st.user)
    found = person()
    if not has_sign_in() and found:
        return found
    if not claims.get("is_logged_in"):
        _stop(SIGN_IN, WELCOME, SIGN_IN)
    if has_expired(claims, time.time()):
        _stop(AGAIN, EXPIRED, AGAIN)
    if st.session_state.get(NOTED) != claims:
        at = claims.get("iat")
        note(name_in(claims), account_in(claims), from_timestamp(at) if at else utc_now(), found is not None)
        st.session_state[NOTED] = claims
    return found or _stop(SIGN_IN, NO_ROLE.format(name=name_in(claims)))


def show_person(found: Person) -> None:
    """Show who is signed in, with the way out; without sign-in ask for a name once, and say that all may come in."""
    with st.sidebar:
        if has_sign_in():
            st.html(p(".quiet")[found.name])
            st.button(SIGN_OUT, on_click=st.logout, key="log_ud")
            return
        if is_on_network():
            st.html(p(".note", role="status")[OPEN_TO_ALL])
        if found.name is None:
            st.text_input(WHO, key=NAME_KEY, placeholder=WHO_HINT, max_chars=80, on_change=_remember)
        elif GIVEN in st.session_state:
            st.html(span(".person-name", hidden=True, data_name=found.name))


def _remember() -> None:
    st.session_state[GIVEN] = st.session_state[NAME_KEY]


def _stop(title: str, sentence: str, button: str | None = None) -> NoReturn:
    st.html(div(".empty")[h2[title], p[sentence]])
    if button:
        st.button(button, on_click=st.login, key="log_ind", type="primary")
    elif has_sign_in():
        st.button(SIGN_OUT, on_click=st.logout, key="log_ud")
    st.stop()
