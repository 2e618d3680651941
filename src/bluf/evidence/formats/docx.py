"""Word files: the text that Word shows, in the paragraph or cell it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from bluf.evidence.archive import no_text
from bluf.evidence.error import SourceError
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge, SourceText
from octavo.location import WordLocation
from octavo.ooxml import Package, PackageError, SeenBlock, read_package, read_seen


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a Word file, as `octavo.ooxml.sight` sees it.

    Raises:
        SourceError: What the gate of `octavo.ooxml.read_package` found, or ``source-unreadable``
            for a file without text.
    """
    try:
        text = gathered(path, list(_pieces(read_package(data, path, only_read=True))))
    except PackageError as error:
        raise SourceError(error.findings) from None
    if not text.text.strip():
        raise no_text(path)
    return text


def _pieces(package: Package) -> Iterator[Piece]:
    """The runs that show, paragraph by paragraph."""
    shown = [block for block in read_seen(package) if any(text.strip() for text, _ in block.runs)]
    for block, after in zip(shown, [*shown[1:], None], strict=False):
        for at, (text, doubts) in enumerate(block.runs):
            yield Piece(text, block.location, doubts, raised=at in block.raised)
        yield Piece("\n", block.location, edge=_edge(block, after))


def _edge(block: SeenBlock, after: SeenBlock | None) -> Edge:
    """What lies between two paragraphs that follow each other."""
    if after is None or _cell(block.location) != _cell(after.location):
        return Edge.CELL
    return Edge.ITEM if after.is_item else Edge.PARAGRAPH


def _cell(location: WordLocation) -> tuple[tuple[str, int], ...]:
    """The steps to the cell that a paragraph stands in; none in the body."""
    last = max((at for at, (kind, _) in enumerate(location.steps, 1) if kind == "cell"), default=0)
    return location.steps[:last]
