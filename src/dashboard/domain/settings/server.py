"""How the dashboard runs here: what the environment says, else [server] in kommune.toml."""

import os
from pathlib import Path

from dashboard.domain.settings import settings

VARIABLES = {
    "database": "DASHBOARD_DATABASE",
    "inbox": "DASHBOARD_INBOX",
    "backups": "DASHBOARD_BACKUPS",
    "backup_days": "DASHBOARD_BACKUP_DAYS",
    "secrets": "DASHBOARD_SECRETS",
    "log": "DASHBOARD_LOG",
    "log_level": "DASHBOARD_LOG_LEVEL",
    "read_seconds": "DASHBOARD_READ_SECONDS",
    "read_megabytes": "DASHBOARD_READ_MEGABYTES",
    "address": "STREAMLIT_SERVER_ADDRESS",
    "port": "STREAMLIT_SERVER_PORT",
}


def server_setting(key: str) -> str:
    """Give what is set, as it is written; nothing where nothing is."""
    return os.environ.get(VARIABLES[key]) or str(settings().kommune["server"][key])


def server_path(key: str) -> Path | None:
    """Give a path that is set; in kommune.toml it is counted from the folder of the settings."""
    given = os.environ.get(VARIABLES[key])
    said = str(settings().kommune["server"][key])
    if given:
        return Path(given)
    return settings().folder / said if said else None
