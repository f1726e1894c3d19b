"""Vejledning: what the lights mean, who does what, how a workbook should look, and what each issue means."""
