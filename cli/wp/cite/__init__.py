"""A fact as a citation, a link, a ready quotation."""
