"""LibreOffice, and poppler beside it: the one room that starts them.

They make a PDF or a picture of a Word file, and count its pages as LibreOffice lays them out. They
run with a profile of their own and a time limit, and only on files that passed the safety gate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.office.pdf import count_pages, page_counts, to_pdfs, to_png
    from octavo.office.tools import LIBREOFFICE, PDFTOPPM, Tool, ToolError
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
