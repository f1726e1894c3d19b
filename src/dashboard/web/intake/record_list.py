"""Who did what, for those who may see it: the newest of it to look at, and all of it since a day as a file."""

from datetime import date, timedelta

import streamlit as st
from htpy import div, h2, p, td, tr

from dashboard import queries
from dashboard.domain.clock import in_denmark, start_of_day, utc_now
from dashboard.reports.harmless import csv_file
from dashboard.web.database import database, viewer
from dashboard.web.downloads import noted
from dashboard.web.intake.tables import table
from dashboard.web.sign_in import may
from dashboard.wording import phrases
from dashboard.wording.record import HEADERS, record_row

RECORD, SHOW = "Hvem har gjort hvad", "Vis hændelser"
LEAD = (
    "Indlæst, trukket tilbage, afgjort, besluttet, hentet ud, logget ind, indstillinger. "
    "Intet her bliver ændret eller slettet."
)
SINCE, FILE, DOWNLOAD = "Siden", "Hændelser siden {day}.csv", "Hent som CSV"
NONE, NEWEST = "Intet er sket siden den dag.", "De {n} nyeste vises. Filen har dem alle."
DAYS, SHOWN = 30, 100


def show_record() -> None:
    """List what was done, once it is asked for; nothing to those who may not see it."""
    if not may("read_record"):
        return
    st.html(h2(id="haendelser")[RECORD])
    with st.expander(SHOW, key="haendelser_vis", on_change="rerun") as place:
        if not place.open:
            return
        st.html(p(".quiet")[LEAD])
        today = in_denmark(utc_now()).date()
        with st.container(horizontal=True, vertical_alignment="bottom"):
            day: date = st.date_input(
                SINCE,
                today - timedelta(days=DAYS),
                max_value=today,
                key="haendelser_siden",
                format="DD.MM.YYYY",
                width=200,
            )
            con, since = (
                database().seen_by(viewer()),
                start_of_day(day),
            )  # never remembered: some of it changes no answer
            found, name = queries.record(con, since, SHOWN), FILE.format(day=day)
            write = noted(lambda: csv_file(HEADERS, map(record_row, queries.record(con, since))), name)
            st.download_button(DOWNLOAD, write, name, "text/csv", key="hent_haendelser", on_click="ignore")
        if not found:
            st.html(p(".quiet")[NONE])
            return
        rows = (tr[(td[str(value or "")] for value in record_row(event))] for event in found)
        more = p(".quiet")[NEWEST.format(n=phrases.number(SHOWN))] if len(found) == SHOWN else None
        st.html(div[div(".scroll")[table("record", HEADERS, rows)], more])
