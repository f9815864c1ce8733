"""One module a command: parse, call the core, hand the result to show."""
