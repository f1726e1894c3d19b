"""The script behind every page: navigation, filters, and then the page itself."""

from pathlib import Path

import streamlit as st

from dashboard.web import filters, texts
from dashboard.web.empty import show_closed_database
from dashboard.web.markup import plan_name
from dashboard.web.plan import DatabaseError

ASSETS = Path(__file__).with_name("assets")
PAGES = Path(__file__).parents[3] / "pages"

SIDEBAR_WIDTH = 272

page = st.navigation(
    [
        st.Page(PAGES / "overblik.py", title=texts.OVERBLIK, default=True),
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
    filters.show_filters()
except DatabaseError as error:
    show_closed_database(str(error))
else:
    page.run()
