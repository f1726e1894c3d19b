"""The page Halvårsstatus: the three lists of the whole plan, what is highlighted, and where a line is placed."""
