"""What all pages for people have in common: a file that needs nothing beside it, and its dress."""
