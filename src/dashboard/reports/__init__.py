"""Documents made of answers: pure, rows in and bytes out."""
