"""A package, so that one browser is started for all its modules."""
