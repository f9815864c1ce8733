"""The server for editors: a draft checked as it is written. Only this room knows pygls."""
