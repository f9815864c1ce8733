"""A library as files for other programs: JSON, Markdown, SQLite, a web page."""
