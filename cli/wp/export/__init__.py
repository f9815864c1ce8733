"""A library as files for other programs: JSON, Markdown, SQLite, a web page.

Which form is asked for is told in `wp.commands.export`: a new one is a line of its `_FORMATS`.
"""
