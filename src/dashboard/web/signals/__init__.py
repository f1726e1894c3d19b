"""Signaler: what smells wrong with the lines, by rule or by line, and how a signal is settled."""
