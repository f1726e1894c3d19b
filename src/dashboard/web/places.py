"""Where the pages and what they are drawn with lie."""

from pathlib import Path

ASSETS = Path(__file__).with_name("assets")
PAGES = Path(__file__).parents[3] / "pages"

# how the pages are called in the address
OVERBLIK, MEETING, RED, UDVIKLING, UDVALG = "", "direktionsmoede", "roede-indsatser", "udvikling", "udvalg"
INDSATS, SIGNALS = "indsats", "signaler"
