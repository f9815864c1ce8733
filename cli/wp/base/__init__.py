"""Fact bases: file to model and back, checked on the way."""

from wp.base.builtin import builtin_path
from wp.base.load import assemble, load, read_checked

__all__ = ["assemble", "builtin_path", "load", "read_checked"]
