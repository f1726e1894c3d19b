"""The script behind every page: navigation, filters, and then the page itself."""

import streamlit as st

from dashboard.domain.municipality import municipality
from dashboard.domain.settings import settings
from dashboard.web import address, filters
from dashboard.web.address import PAGES
from dashboard.web.database import DatabaseError, database, note_sign_in
from dashboard.web.drafts import show_confirmed
from dashboard.web.head import show_closed_database, show_wrong_settings
from dashboard.web.markup import page_icon, plan_logo
from dashboard.web.saved_views import show_saved_views
from dashboard.web.search import show_search
from dashboard.web.sign_in import let_in, show_person
from dashboard.wording import texts

SIDEBAR_WIDTH = 272
WITHOUT_FILTERS = {texts.MEETING, texts.INDLAESNING, texts.VEJLEDNING}

if settings().faults:
    show_wrong_settings()
    st.stop()
found = let_in(note_sign_in)
page = st.navigation(
    [
        st.Page(PAGES / "overblik.py", title=texts.OVERBLIK, default=True),
        st.Page(PAGES / "direktionsmoede.py", title=texts.MEETING, url_path=address.MEETING),
        st.Page(PAGES / "roede_indsatser.py", title=texts.RED, url_path=address.RED),
        st.Page(PAGES / "udvikling.py", title=texts.UDVIKLING, url_path=address.UDVIKLING),
        st.Page(PAGES / "udvalg.py", title=texts.UDVALG_PAGE, url_path=address.UDVALG),
        st.Page(PAGES / "indsats.py", title=texts.INDSATS, url_path=address.INDSATS),
        st.Page(PAGES / "signaler.py", title=texts.SIGNALS, url_path=address.SIGNALS),
        st.Page(PAGES / "halvaarsstatus.py", title=texts.HALF_YEAR, url_path=address.HALF_YEAR),
        *([st.Page(PAGES / "indlaesning.py", title=texts.INDLAESNING)] if "import" in found.may else []),
        st.Page(PAGES / "vejledning.py", title=texts.VEJLEDNING),
    ],
    position="top",
)
st.set_page_config(
    page_title=f"{page.title} · {texts.PLAN_NAME} · {municipality().name}",
    page_icon=page_icon(),
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)
address.arrive(page.url_path)
try:
    database().check_in_place()
    if page.title not in WITHOUT_FILTERS:
        filters.show_filters(of_half_year=page.title == texts.HALF_YEAR)
        show_saved_views()
    show_search()
    show_confirmed()
    show_person(found)
    st.logo(plan_logo(filters.shown_plan()), size="large")
except DatabaseError as error:
    show_closed_database(str(error))
else:
    page.run()
