"""Sentences that report figures or dates, held against the structured figures of the bases."""
