"""The search index of large bases, kept in an SQLite file: see `wp.search.store.layout`."""
