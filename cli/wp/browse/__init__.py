"""A terminal reader: the paper with its facts marked, its contents, a search, a fact's details.

Textual is an optional extra: what draws with it is only imported when `wp browse` is called.
"""
