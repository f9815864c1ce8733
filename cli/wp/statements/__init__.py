"""What a sentence states: figures with unit, what is counted, period, bounds and role."""
