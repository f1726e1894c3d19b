"""The page Udvalg: all of them side by side, and one udvalg's part of the plan."""
