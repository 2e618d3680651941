"""PDF files, in five steps.

The file around all (`document`), the text a page shows (`content`), lines and columns (`layout`),
what stands on every page (`running`), and one text of all pages (`flow`).
"""

from __future__ import annotations

from bluf.evidence.formats.pdf.document import read

__all__ = ["read"]
