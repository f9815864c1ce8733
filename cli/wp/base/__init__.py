"""Fact bases: file to model and back, checked on the way."""
