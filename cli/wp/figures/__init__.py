"""The figures and dates of a base: chosen, put in order, and set side by side."""
