"""The pieces of a paragraph from its elements (ECMA-376 part 1, 17.3.2 and 17.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.pages.blocks import Break, Picture, Tab, Text
from octavo.pages.fields import Fields, require_kept
from octavo.pages.formats import run_format
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.properties import read_run
from octavo.pages.styles import style_name
from octavo.pages.tags import EMU_PER_TWIP, WP, W, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from octavo.pages.blocks import Piece
    from octavo.pages.formats import RunFormat, RunProperties
    from octavo.pages.styles import Styles

_CONTAINERS = {W + name for name in ("hyperlink", "smartTag", "ins", "moveTo", "customXml")}
_NUMBER_STYLE = "footnote reference"
"""LibreOffice raises the number before a note where, and only where, this style exists."""
_EXTENT = WP + "extent"


class Content:
    """Reads the paragraphs of one story."""

    def __init__(self, styles: Styles, notes: Mapping[str, int]) -> None:
        self._styles = styles
        self._notes = notes
        self._fields = Fields()

    def pieces(self, paragraph: _Element, base: RunProperties) -> tuple[Piece, ...]:
        """What is shown of a paragraph; neighbouring texts of one format are joined."""
        found = (piece for run in self._runs(paragraph) for piece in self._run(run, base))
        return tuple(_joined(found))

    def _runs(self, parent: _Element) -> Iterator[_Element]:
        """The runs of a paragraph, through links, content controls and insertions."""
        for child in parent:
            if child.tag == W + "r":
                yield child
            elif child.tag in _CONTAINERS:
                yield from self._runs(child)
            elif child.tag == W + "fldSimple":
                require_kept(child.get(W + "instr", ""), child)
                yield from self._runs(child)
            elif child.tag == W + "sdt":
                for content in child.iterfind(W + "sdtContent"):
                    yield from self._runs(content)

    def _run(self, run: _Element, base: RunProperties) -> Iterator[Piece]:
        own = run.find(W + "rPr")
        properties = base
        if own is not None:
            style = self._styles.character(style_name(own, "rStyle"))
            properties = base | style | read_run(own, self._styles.theme)
        format_ = run_format(properties)
        for child in run:
            if child.tag == W + "fldChar":
                self._fields.mark(child)
            elif child.tag == W + "instrText":
                self._fields.instruction(child)
            elif not (format_.hidden or self._fields.in_code):
                yield from self._shown(child, format_)

    def _shown(self, child: _Element, format_: RunFormat) -> Iterator[Piece]:
        read = _READERS.get(child.tag)
        if read is not None:
            yield from read(child, format_)
        elif child.tag == W + "footnoteReference":
            note = child.get(W + "id", "")
            yield Text(str(self._notes.get(note, 1)), format_, note)
        elif child.tag == W + "footnoteRef":
            raised = "superscript" if self._styles.has_name(_NUMBER_STYLE) else "baseline"
            yield Text(self._own_number(child), replace(format_, raised=raised))

    def _own_number(self, element: _Element) -> str:
        """Number of the footnote that an element stands in (17.11.13)."""
        holder = next(element.iterancestors(W + "footnote"), element)
        return str(self._notes.get(holder.get(W + "id", ""), 1))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with one text for those that follow on each other in one format."""
    texts: list[Text] = []
    for piece in pieces:
        text = piece if isinstance(piece, Text) and not piece.note else None
        if texts and (text is None or text.format != texts[0].format):
            yield _one(texts)
            texts = []
        if text is None:
            yield piece
        else:
            texts.append(text)
    if texts:
        yield _one(texts)


def _one(texts: list[Text]) -> Text:
    return texts[0] if len(texts) == 1 else replace(texts[0], text="".join(t.text for t in texts))


def _text(element: _Element, format_: RunFormat) -> Iterator[Piece]:
    """A line feed or tab character within ``w:t`` is a blank."""
    text = (element.text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if text:
        yield Text(text, format_)


def _tab(_: _Element, format_: RunFormat) -> Iterator[Piece]:
    yield Tab(format_)


def _break(element: _Element, format_: RunFormat) -> Iterator[Piece]:
    """17.3.3.1; in a single column, a column break ends the page."""
    yield Break(format_, page=element.get(W + "type", "textWrapping") in {"page", "column"})


def _hyphen(_: _Element, format_: RunFormat) -> Iterator[Piece]:
    yield Text("\u2011", format_)


def _soft_hyphen(_: _Element, format_: RunFormat) -> Iterator[Piece]:
    yield Text("\u00ad", format_)


def _drawing(element: _Element, _: RunFormat) -> Iterator[Piece]:
    """20.4.2.8: an inline picture has its extent, and a distance that text keeps."""
    for inline in element.iterfind(WP + "inline"):
        extent = inline.find(_EXTENT)
        if extent is None:
            raise Unmeasurable("a picture without a size", element)
        across = whole(inline.get("distL")) + whole(inline.get("distR"))
        upright = whole(inline.get("distT")) + whole(inline.get("distB"))
        width = (whole(extent.get("cx")) + across) // EMU_PER_TWIP
        yield Picture(width, (whole(extent.get("cy")) + upright) // EMU_PER_TWIP)


_READERS: Mapping[object, Callable[[_Element, RunFormat], Iterator[Piece]]] = {
    W + "t": _text,
    W + "tab": _tab,
    W + "br": _break,
    W + "cr": _break,
    W + "noBreakHyphen": _hyphen,
    W + "softHyphen": _soft_hyphen,
    W + "drawing": _drawing,
}
