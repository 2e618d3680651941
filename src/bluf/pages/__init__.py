"""How many pages a Word file takes, how full the last one is, and where it runs over.

A library of its own, which knows nothing of briefs. ``measure`` estimates, from the real advance
widths of the fonts and the rules of ECMA-376, in milliseconds and without a layout program.
"""

from __future__ import annotations

from bluf.pages.layout import Layout, Obstacle, Verdict
from bluf.pages.measure import measure, measure_package

__all__ = ["Layout", "Obstacle", "Verdict", "measure", "measure_package"]
