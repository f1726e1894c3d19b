"""The drop-downs of a table, and the fills that follow the chosen words."""

from collections.abc import Mapping

from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.kept_words import KEPT
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.workbook.template.columns import DONE
from dashboard.workbook.template.look import ASKED_RGB, LIGHT_FILLS, font_on, solid

ASKED_OF_A_RED = ("red_reason", "ask")
OWN_WORDS_TOO = frozenset({"red_reason", "udvalg"})


class Choices:
    """The drop-downs of a sheet by field, each made once and given the cells it is for."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        lights = ",".join(terms().lights[light].word for light in LIGHT_FILLS)
        offered = {**lists, "light": f'"{lights}"', "done": f'"{DONE}"', "cross_cutting": f'"{DONE}"'}
        self._by_field = {field: _drop_down(field, values) for field, values in offered.items()}
        self._by_field["new title"] = DataValidation(
            promptTitle="Ny indsats", prompt="Skriv titlen her, og udfyld resten af rækken.", showInputMessage=True
        )

    def offer(self, field: str, cell: str) -> None:
        """Give a cell the drop-down of a field, when the field has one."""
        if field in self._by_field:
            self._by_field[field].add(cell)

    def add_to(self, sheet: Worksheet) -> None:
        """Put the drop-downs that have cells on a sheet."""
        for validation in self._by_field.values():
            if validation.sqref:
                sheet.add_data_validation(validation)


def colour_by_word(sheet: Worksheet, letters: Mapping[str, str], first: int, last: int) -> None:
    """Let the fill of a light follow its word, and mark what a red still needs and what is from an earlier month."""
    cells = f"{letters['light']}{first}:{letters['light']}{last}"
    for light, fill in LIGHT_FILLS.items():
        font = Font(bold=True, color=font_on(light).color)
        rule = CellIsRule(operator="equal", formula=[f'"{terms().lights[light].word}"'], fill=fill, font=font)
        sheet.conditional_formatting.add(cells, rule)
    for field in KEPT:
        letter = letters[field]
        rule = FormulaRule(formula=[f'LEFT(${letter}{first},4)="Fra "'], font=Font(italic=True, color="FF666666"))
        sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", rule)
    red = terms().lights[Light.RED].word
    for field in ASKED_OF_A_RED:
        letter = letters[field]
        formula = f'AND(${letters["light"]}{first}="{red}",LEN(${letter}{first})=0)'
        rule = FormulaRule(formula=[formula], fill=solid(ASKED_RGB))
        sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", rule)


def _drop_down(field: str, values: str) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=values,
        allow_blank=True,
        showErrorMessage=field not in OWN_WORDS_TOO,
        errorTitle="Vælg på listen",
        error="Vælg en af mulighederne på listen, eller lad cellen være tom.",
    )
