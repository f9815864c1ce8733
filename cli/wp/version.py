"""The version of the package: the only place that names it."""

__version__ = "0.1.0"

RULES = 8
"""The number of the rules by which quotations and claims are judged.

It goes up when the verdict on some text can change; an answer that is filed names it.
"""
