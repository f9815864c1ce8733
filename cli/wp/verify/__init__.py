"""A quotation or a draft held against the source: verdicts."""
