"""What things are: the words of the plan as frozen values. No files but its own word list, no database, no screen."""
