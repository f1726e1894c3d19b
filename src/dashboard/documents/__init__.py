"""What each document says: questions are asked, and ``reports`` writes the answer as PDF, Word or slides."""
