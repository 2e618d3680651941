"""Whether a reader of a Word file sees a run: the formatting in effect, and what holds it."""
