"""What a proof page shows, as frozen data: the template prints it, and decides nothing."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

Path = tuple[str | int, ...]


class ProofState(StrEnum):
    """What became of an item, a quotation or a claim; the gravest comes first.

    Each is the name of its words in the catalogues of labels.
    """

    CONTRADICTED = "contradicted"
    MISSING = "not found"
    UNDECIDED = "cannot be told"
    OWN = "own"
    NONE = "no evidence"
    PROVEN = "proven"
    SILENT = "claims nothing"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it."""
        return self in {
            ProofState.CONTRADICTED,
            ProofState.MISSING,
            ProofState.UNDECIDED,
            ProofState.NONE,
        }

    @property
    def sign(self) -> str:
        """The sign that stands beside its words."""
        return _SIGNS[self]


_SIGNS = {
    ProofState.CONTRADICTED: "✗",
    ProofState.MISSING: "✗",
    ProofState.UNDECIDED: "?",
    ProofState.NONE: "✗",
    ProofState.OWN: "○",
    ProofState.PROVEN: "✓",
    ProofState.SILENT: "",
}


class ShownClaim(Struct, frozen=True):
    """A claim of an item: what it is about, its words, what became of it, and where.

    ``anchor`` is the id of the line of a source that decides it; empty where none does.
    """

    kind: str
    words: str
    state: ProofState
    where: str = ""
    anchor: str = ""
    found: str = ""


class Remark(Struct, frozen=True):
    """A finding on a quotation."""

    level: str
    message: str


class ShownQuote(Struct, frozen=True):
    """A quotation of an item.

    Attributes:
        key: Id of its passage on the page: ``q3``.
        source: Id of the source.
        side: Whose account it is.
        words: The words as the brief quotes them.
        language: Language of the words.
        state: Whether they stand in the source.
        place: Where: ``page 2, line 7``.
        says: How the source puts it: strength, answer, due date.
        left_out: What the quotation leaves out of the passage.
        translation: The words in the brief's language.
        translator: Who translated them.
        seen_by: Who saw the words, where that cannot be decided by a program.
        remarks: The findings on it.
    """

    key: str
    source: str
    side: str
    words: str
    language: str
    state: ProofState
    place: str = ""
    says: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    translation: str = ""
    translator: str = ""
    seen_by: str = ""
    remarks: tuple[Remark, ...] = ()


class ProofItem(Struct, frozen=True):
    """An item of the brief.

    Attributes:
        path: Where it stands in the record.
        text: What the brief says.
        id: Its id in the brief: ``O1``; empty for a text.
        lead: What is set in bold before its text: ``Agreed``.
        details: Further facts, such as ``Serbia → U.S.``.
        basis: Who knows this, where it is the desk's own.
        rests_on: Ids of the items it rests on, which have evidence.
        quotes: The quotations.
        claims: The claims that the item makes besides.
        state: The gravest of what became of its quotations and claims.
    """

    path: Path
    text: str
    id: str = ""
    lead: str = ""
    details: tuple[str, ...] = ()
    basis: str = ""
    rests_on: tuple[str, ...] = ()
    quotes: tuple[ShownQuote, ...] = ()
    claims: tuple[ShownClaim, ...] = ()
    state: ProofState = ProofState.PROVEN

    @property
    def key(self) -> str:
        """Id of the item on the page: ``outcomes-0``."""
        return "-".join(map(str, self.path))


class ProofSection(Struct, frozen=True):
    """A section of the brief, under its own heading."""

    heading: str
    entries: tuple[ProofItem, ...]


class SourcePiece(Struct, frozen=True):
    """A stretch of a line of a source.

    ``quotes`` are the quotations it belongs to, ``gaps`` those that leave it out; ``begins`` are
    those that begin with it.
    """

    text: str
    quotes: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    claim: bool = False


class SourceLine(Struct, frozen=True):
    """A line or paragraph of a source; ``skipped`` lines before it are not shown."""

    anchor: str
    label: str
    pieces: tuple[SourcePiece, ...]
    skipped: int = 0


class Panel(Struct, frozen=True):
    """A source: what it is, and its text."""

    key: str
    publisher: str
    title: str
    details: tuple[str, ...]
    language: str
    lines: tuple[SourceLine, ...]
    skipped: int = 0
    address: str = ""


class ProofPage(Struct, frozen=True):
    """The whole page."""

    title: str
    language: str
    direction: str
    date: str
    marking: str
    unproven: str
    quotations: tuple[int, int]
    claims: tuple[int, int]
    sections: tuple[ProofSection, ...]
    panels: tuple[Panel, ...]

    @property
    def open_entries(self) -> int:
        """How many items somebody has to look at."""
        return sum(entry.state.is_open for each in self.sections for entry in each.entries)
