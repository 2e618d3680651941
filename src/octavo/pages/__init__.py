"""How many pages a Word file takes, how full the last one is, and where it runs over.

A library of its own, which knows nothing of briefs. ``Galley`` estimates, from the real advance
widths of the fonts and the rules of ECMA-376, in milliseconds and without a layout program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.pages.balancing import balance
    from octavo.pages.cutting import Cut, cuts
    from octavo.pages.document import has_annex, without_annex
    from octavo.pages.fitting import Change, LaidOut, fit, grow
    from octavo.pages.font_file import figures_of
    from octavo.pages.fonts import FIGURES
    from octavo.pages.layout import Layout, Obstacle, Verdict
    from octavo.pages.measuring import Galley
    from octavo.pages.resizing import follow_content
    from octavo.pages.tabulating import without_empty_columns
    from octavo.pages.tightening import Bounds
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
