"""How large a data file may be: far beyond any brief, far below what harms the machine."""

from __future__ import annotations

BYTES = 4 * 1024 * 1024
"""Bytes of one file."""
NODES = 20_000
"""Values of one file, aliases counted as what they stand for."""
DEPTH = 40
"""Mappings and lists within one another."""
FINDINGS = 100
"""Findings of one file that are listed before the rest is only counted."""
EXCERPT = 2_000
"""Characters of a line that is shown."""
REPORTED = 20
"""Findings of one kind that a message lists before it only counts them."""
