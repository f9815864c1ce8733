"""Look up what an official document says: the exact quotation, figure and place."""

__version__ = "0.1.0"
