"""A library as one HTML page that needs nothing beside it: no server, no network, no other file."""

from wp.export.page.build import export_page

__all__ = ["export_page"]
