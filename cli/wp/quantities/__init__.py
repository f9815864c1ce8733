"""Printed numbers and dates of a text, and the values they stand for."""
