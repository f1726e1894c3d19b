"""Who has not reported in the month, with the words to send to each: to copy, or as a mail without an address."""

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st
from htpy import a, fragment, h2, p

from dashboard.domain.light import Light
from dashboard.queries import ListedLine
from dashboard.web.database import Selection
from dashboard.web.filters import parted
from dashboard.wording import phrases

TITLE, MAIL = "Mangler at indberette", "Skriv mail til {who}"
EXPLAINED = "Listen hentes som Excel ovenfor. Modtageren skrives i mailen: adresser står ikke i planen."
SUBJECT = "Status for {month} mangler"
BODY = "Til {who}\n\nDer mangler status for {month} for {n}:\n\n{lines}\n"
LINE, SO_OFTEN = "- {name} ({udvalg}){often}", ", {n}. status i træk"


def show_missing_reports(lines: Sequence[ListedLine], selection: Selection) -> None:
    """Show what to send to each of those responsible for the lines that are not reported; nothing without any."""
    missing = [line for line in lines if line.light_now is Light.NOT_REPORTED]
    if not missing:
        return
    st.html(fragment[h2(id="mangler")[TITLE], p(".quiet")[EXPLAINED]])
    month = selection.month.label
    for value, part in parted(missing, "responsible"):
        who = phrases.part_name("responsible", value)
        n = phrases.count_of(len(part), "indsats", "indsatser")
        body = BODY.format(who=who, month=month, n=n, lines="\n".join(map(_line, part)))
        href = f"mailto:?subject={quote(SUBJECT.format(month=month))}&body={quote(body)}"
        st.html(a(".way", href=href)[MAIL.format(who=who)])
        st.code(body, language=None, wrap_lines=True)


def _line(line: ListedLine) -> str:
    often = SO_OFTEN.format(n=line.in_row) if (line.in_row or 1) > 1 else ""
    return LINE.format(name=line.name, udvalg=", ".join(line.udvalg), often=often)
