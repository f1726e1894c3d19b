"""Status workbooks as people make them, drawn from a seed, each with the lights that are right.

A workbook begins as a Draft with what is usual. Stage by stage (``layout.STAGES``) the features that were drawn change
it, independently of each other; what they are called and how often they occur stands in features.toml, what is written
in words.toml. A new feature is a function marked with ``@feature`` and a weight. A layout that nobody can read for
certain has ``doubts``: only a question is right there.
"""
