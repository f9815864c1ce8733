"""A hazy question answered with ranked facts."""
