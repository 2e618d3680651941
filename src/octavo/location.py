"""Places that a finding can name: in a file of text, in a workbook, in a Word file."""

from __future__ import annotations

from msgspec import Struct


class FileLocation(Struct, frozen=True, order=True):
    """A whole file."""

    path: str

    def __str__(self) -> str:
        """``templates/brief.docx``."""
        return self.path


class TextLocation(Struct, frozen=True, order=True):
    """A place in a file of text; lines and columns count from 1, columns in code points."""

    path: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        """``briefs/a/brief.yaml:12:5``."""
        return f"{self.path}:{self.line}:{self.column}"


class SheetLocation(Struct, frozen=True, order=True):
    """A cell of a workbook, as a spreadsheet names it: sheet ``Requests``, cell ``C7``."""

    path: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        """``record.xlsx:Requests!C7``."""
        return f"{self.path}:{self.place}"

    @property
    def place(self) -> str:
        """``Requests!C7``."""
        return f"{self.sheet}!{self.cell}"


class PageLocation(Struct, frozen=True, order=True):
    """A line on a page of a paginated source; both count from 1."""

    path: str
    page: int
    line: int

    def __str__(self) -> str:
        """``sources/release.pdf: page 2, line 7``."""
        return f"{self.path}: {self.place}"

    @property
    def place(self) -> str:
        """``page 2, line 7``."""
        return f"page {self.page}, line {self.line}"


class WordLocation(Struct, frozen=True, order=True):
    """A place in a Word file, as people count it.

    ``story`` is ``body``, ``header 1``, ``footnote 3``, ``core properties``, …; ``steps`` lead
    from the story down: ``(("table", 1), ("row", 2), ("cell", 3), ("paragraph", 1))``. A table
    or paragraph is counted from 1 within its container, whatever is not one of them is skipped.
    ``part`` is the package part's name, for machines: ``word/document.xml``.
    """

    path: str
    story: str
    steps: tuple[tuple[str, int], ...] = ()
    part: str = ""

    def __str__(self) -> str:
        """``templates/brief.docx: body, table 1, row 2, cell 3, paragraph 1``."""
        return f"{self.path}: {self.place}" if self.path else self.place

    @property
    def place(self) -> str:
        """``body, table 1, row 2, cell 3, paragraph 1``."""
        return ", ".join([self.story, *(f"{kind} {number}" for kind, number in self.steps)])


Location = FileLocation | TextLocation | SheetLocation | PageLocation | WordLocation
