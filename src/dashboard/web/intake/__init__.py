"""The page Indlæsning: workbooks that arrive, what they would change, and every revision there is."""
