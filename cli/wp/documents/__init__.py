"""Files people write and publish, read once: a file in, blocks with their places out."""
