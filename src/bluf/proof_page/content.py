"""What a proof page shows, as frozen data: the template prints it, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from bluf.model import Brief
from bluf.views import BriefView, Labels
from octavo.finding import Finding

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


class ShownQuote(Struct, frozen=True):
    """A quotation of an item, as the brief quotes it.

    ``key`` is the id of its passage on the page, ``q3``; ``side`` is whose account it is; ``says``
    how the source puts it: strength, answer, due date; ``left_out`` what it leaves out of the
    passage; ``seen_by`` who saw the words, where that cannot be decided by a program.
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
    remarks: tuple[Finding, ...] = ()


class ProofItem(Struct, frozen=True):
    """An item of the brief, or a text, which has no ``id``.

    ``lead`` is set in bold before its text, ``Agreed``; ``details`` are facts such as ``Serbia →
    U.S.``; ``basis`` is who knows this, where it is the desk's own; ``rests_on`` are ids of items
    that have evidence; ``state`` is the gravest of what became of its quotations and claims.
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


def sections(
    brief: Brief, shown: BriefView, labels: Labels
) -> Iterator[tuple[str, tuple[ProofItem, ...]]]:
    """The headings of the brief, in its language, each with its items; empty ones are left out."""
    words, advised = labels.words, [each.text for each in brief.recommendations]
    made = (
        (words["bottom_line"], (ProofItem(("bottom_line",), shown.bottom_line),)),
        (words["recommendations"], _own("recommendations", advised)),
        (words["requests"], tuple(_requests(brief, shown, words))),
        (words["outcomes"], tuple(_outcomes(brief, shown))),
        (words["follow_ups"], tuple(_follow_ups(brief, shown, words))),
        (words["meeting"], tuple(_events(shown))),
        (words["background"], _text("background", brief.background)),
        (words["comment"], _text("comment", brief.comment)),
        (words["lines_to_take"], _own("lines_to_take", brief.lines_to_take)),
        (words["next"], _own("next", (each.title for each in brief.next))),
    )
    return ((heading, items) for heading, items in made if items)


def _text(name: str, text: str | None) -> tuple[ProofItem, ...]:
    return (ProofItem((name,), text),) if text else ()


def _own(name: str, texts: Iterable[str]) -> tuple[ProofItem, ...]:
    """What the desk says of its own: recommendations, lines to take, what is planned next."""
    return tuple(ProofItem((name, index), text) for index, text in enumerate(texts))


def _requests(brief: Brief, shown: BriefView, words: Mapping[str, str]) -> Iterator[ProofItem]:
    for row in shown.requests:
        request = brief.requests[row.at]
        details = (row.parties, f"{words['answer']}{words['colon']}{row.answer}", row.said_by)
        yield ProofItem(
            ("requests", row.at),
            row.text,
            row.id,
            details=tuple(filter(None, details)),
            basis=request.basis or "",
            rests_on=tuple(filter(None, [request.carried_from])),
        )


def _outcomes(brief: Brief, shown: BriefView) -> Iterator[ProofItem]:
    for row in shown.outcomes:
        yield ProofItem(
            ("outcomes", row.at),
            row.statement,
            row.id,
            row.strength,
            tuple(filter(None, [row.said_by])),
            brief.outcomes[row.at].basis or "",
        )


def _follow_ups(brief: Brief, shown: BriefView, words: Mapping[str, str]) -> Iterator[ProofItem]:
    for row in shown.follow_ups:
        owed = brief.follow_ups[row.at]
        owner = words["arrow"].join(filter(None, [row.owner, row.to]))
        due = f"{words['due']}{words['colon']}{row.due}" if row.due else ""
        yield ProofItem(
            ("follow_ups", row.at),
            row.text,
            row.id,
            details=tuple(filter(None, [owner, due, row.status])),
            basis=owed.basis or "",
            rests_on=tuple(filter(None, [*owed.follows, owed.carried_from])),
        )


def _events(shown: BriefView) -> Iterator[ProofItem]:
    for index, row in enumerate(shown.events):
        details = tuple(filter(None, [row.date, row.place]))
        people = f"{row.title}: {row.everybody}" if row.everybody else row.title
        yield ProofItem(("events", index), people, row.id, details=details)
