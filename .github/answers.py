"""Start the dashboard as the README says, and end well as soon as it answers; badly after ten minutes."""

import subprocess
import sys
import time
import urllib.request

HEALTH = "http://localhost:8501/_stcore/health"


def answers() -> bool:
    """Tell whether the dashboard says that it is well."""
    try:
        with urllib.request.urlopen(HEALTH, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def main() -> int:
    """Wait for an answer while the dashboard starts."""
    dashboard = subprocess.Popen([sys.executable, "start.py", "--no-browser"])
    deadline = time.monotonic() + 600
    try:
        while time.monotonic() < deadline and dashboard.poll() is None:
            if answers():
                return 0
            time.sleep(1)
        return 1
    finally:
        dashboard.terminate()


if __name__ == "__main__":
    sys.exit(main())
