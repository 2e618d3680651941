"""What the register can be written as: one module a format; ``table`` names them all.

Nothing is imported here, so that a table on the terminal loads no spreadsheet and no Word.
"""

from __future__ import annotations
