"""A checked draft for people who use no terminal: a page, or comments in a copy of a Word file."""
