"""A Model Context Protocol server: an assistant asks a library, quotes exactly, checks its text."""
