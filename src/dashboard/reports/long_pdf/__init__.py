"""A long PDF: set in parts that end where a page begins, and joined to one with one tree of tags."""
