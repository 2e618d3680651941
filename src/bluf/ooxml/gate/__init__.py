"""The safety gate: what a Word file may not hold."""
