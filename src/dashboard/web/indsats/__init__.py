"""The page Indsats: the lines behind a number, the card of one line, and the lines nearest to what was searched for."""
