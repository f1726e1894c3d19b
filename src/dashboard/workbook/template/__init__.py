"""The template: the workbook that goes out to be filled in, with last month's lines and nobody's new lights."""

from dashboard.workbook.template.book import write_template
from dashboard.workbook.template.document import write_document
from dashboard.workbook.template.wording import template_name

__all__ = ["template_name", "write_document", "write_template"]
