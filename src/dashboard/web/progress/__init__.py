"""What the page Udvikling is made of: a module for each figure."""
