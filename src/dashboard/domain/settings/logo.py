"""The logo: a picture in the folder that a browser can show."""

import base64
from pathlib import Path
from xml.etree import ElementTree

MOST_BYTES = 200_000
MARKS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def logo_fault(folder: Path, name: str) -> tuple[str, str] | None:
    """Tell what is wrong with the logo, and the remedy; nothing when there is none."""
    if not name:
        return None
    path = folder / name
    if not path.is_file():
        return f"Logoet {name} findes ikke i mappen.", "Læg filen der, eller ret navnet."
    if path.stat().st_size > MOST_BYTES:
        return (
            f"Logoet {name} fylder {path.stat().st_size // 1000} kB.",
            f"Gør det mindre: højst {MOST_BYTES // 1000} kB.",
        )
    if _media_type(path.read_bytes()) is None:
        return f"{name} er ikke et billede, der kan vises.", "Gem det som png, jpg eller svg."
    return None


def logo_address(folder: Path, name: str) -> str | None:
    """Give the logo as an address that holds the picture itself."""
    if not name:
        return None
    content = (folder / name).read_bytes()
    return f"data:{_media_type(content)};base64,{base64.b64encode(content).decode()}"


def _media_type(content: bytes) -> str | None:
    found = next((kind for mark, kind in MARKS.items() if content.startswith(mark)), None)
    return found or ("image/svg+xml" if _is_svg(content) else None)


def _is_svg(content: bytes) -> bool:
    if b"<!ENTITY" in content:
        return False
    try:
        return ElementTree.fromstring(content).tag.endswith("}svg")
    except ElementTree.ParseError:
        return False
