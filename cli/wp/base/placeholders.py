"""What a draft base says of its document until a person knows better."""

UNKNOWN_PUBLISHER = "Unknown publisher"
UNKNOWN_DATE = "0001"
