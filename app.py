"""Start with: streamlit run app.py"""

import streamlit as st

from dashboard.web import http, startup

app = st.App(
    startup.MAIN_SCRIPT,
    middleware=http.MIDDLEWARE,
    routes=[*http.ROUTES, startup.HEALTH],
    lifespan=startup.lifespan,
    on_script_error=startup.explain_error,
)
