"""Workbooks to located rows, and back: the only package that knows openpyxl."""
