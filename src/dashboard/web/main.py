"""The script behind every page: navigation, filters, and then the page itself."""

import streamlit as st

from dashboard.web import filters, texts
from dashboard.web.empty import show_closed_database
from dashboard.web.markup import plan_name
from dashboard.web.places import ASSETS, PAGES
from dashboard.web.plan import DatabaseError, database

SIDEBAR_WIDTH = 272
WITHOUT_FILTERS = {texts.INDLAESNING, texts.VEJLEDNING}

page = st.navigation(
    [
        st.Page(PAGES / "overblik.py", title=texts.OVERBLIK, default=True),
        st.Page(PAGES / "indlaesning.py", title=texts.INDLAESNING),
        st.Page(PAGES / "vejledning.py", title=texts.VEJLEDNING),
    ],
    position="top",
)
st.set_page_config(
    page_title=f"{page.title} · {texts.PLAN}",
    page_icon=str(ASSETS / "icon.svg"),
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)
st.logo(plan_name(), size="large")
try:
    database()
    if page.title not in WITHOUT_FILTERS:
        filters.show_filters()
except DatabaseError as error:
    show_closed_database(str(error))
else:
    page.run()
