"""Whose dashboard this is: its name, look, case number and words, as kommune.toml says."""

from dataclasses import dataclass
from functools import cache

from dashboard.domain.settings import settings
from dashboard.domain.settings.colours import lightened
from dashboard.domain.settings.words import in_words


@dataclass(frozen=True)
class Municipality:
    """A municipality; ``logo`` is an address that holds the picture itself, the colours are never those of lights."""

    name: str
    logo: str | None
    case_number: str
    recipients: tuple[str, ...]
    accent: str
    surface: str

    def accent_on_dark(self, lightness: float = 0.74) -> str:
        """Give the accent as light as it must be on a dark page: for letters, unless another lightness is given."""
        return lightened(self.accent, lightness)


@cache
def municipality() -> Municipality:
    """Give the municipality whose settings were read; the same object every time."""
    said = settings().kommune
    recipients = tuple(said["recipients"])
    return Municipality(said["name"], settings().logo, said["case_number"], recipients, **said["colours"])


def own_words(text: str) -> str:
    """Say a text in the municipality's words: "{Direktionen}" is "Direktionen", or what its chiefs are called there."""
    said: str = in_words(text, settings().words)
    return said
