"""Status workbooks as people make them, drawn from a seed, each with the lights that are right."""
