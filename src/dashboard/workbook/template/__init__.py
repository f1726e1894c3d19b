"""The template: the workbook that goes out to be filled in, with last month's lines and nobody's new lights."""
