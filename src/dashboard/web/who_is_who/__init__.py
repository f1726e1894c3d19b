"""Er det samme indsats? Asked before a workbook is saved and after, with every decision and its undo."""

from dashboard.web.who_is_who.before_saving import ask_before_saving, chosen_before_saving
from dashboard.web.who_is_who.suggestion_list import show_suggestions

__all__ = ["ask_before_saving", "chosen_before_saving", "show_suggestions"]
