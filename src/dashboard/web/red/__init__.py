"""The page Røde indsatser: how many red there are, how long, why, and what is asked for."""
