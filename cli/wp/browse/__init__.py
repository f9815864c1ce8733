"""A terminal reader: the paper with its facts marked, its contents, a search, a fact's details.

Textual is an optional extra; only `wp.commands.browse` imports this package, and only when called.
"""
