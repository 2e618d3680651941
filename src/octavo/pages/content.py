"""The pieces of a paragraph from its elements (ECMA-376 part 1, 17.3.2 and 17.3.3).

Of a field (17.16) the stored result is shown, or another of about that length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.pages.boxes import Beside, Break, InlinePicture, Piece, Tab, Text
from octavo.pages.drawings import alternative, drawing, formula, old_drawing
from octavo.pages.formats import Properties, RunFormat, run_format
from octavo.pages.properties import read_run
from octavo.pages.reading import Reading
from octavo.pages.tags import MC, M, W, first, value

if TYPE_CHECKING:
    from octavo.pages.styles import StyleResolver


_KEPT = frozenset(
    """
    HYPERLINK QUOTE TOC TOA INDEX ADDIN BIBLIOGRAPHY CITATION MERGEFIELD LINK EMBED
    INCLUDEPICTURE SHAPE CONTROL PAGE NUMPAGES SECTIONPAGES SEQ TC XE RD ADVANCE PRIVATE COMMENTS
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
"""Fields whose stored result has the length of what is shown."""
_LONGEST_NAME = 100
_LEAST_WORDS, _WORD = 2, 6
"""What a result may grow by comes in words of so many letters."""


class Fields:
    """Follows the complex fields of a story, which may run over several paragraphs."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._open: list[str | None] = []
        """The instruction of each field that is begun; None where it is still being read."""
        self._instruction = ""
        self._hidden = 0
        """How many of them show nothing here: an instruction is read, or a result may go."""

    @property
    def is_hidden(self) -> bool:
        """Whether what stands here is not shown."""
        return self._hidden > 0

    def mark(self, element: _Element) -> str:
        """Take in a ``w:fldChar``; gives what the field may show beyond its stored result."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(None)
            self._hidden += 1
            self._instruction = ""
        elif self._open:
            instruction = self._open.pop()
            if instruction is None:
                instruction = self._instruction
                self._hidden += may_go(instruction, element, self._reading) - 1
            if kind == "separate":
                self._open.append(instruction)
            else:
                self._hidden -= may_go(instruction, element, self._reading)
                return more_of(instruction, self._reading)
        return ""

    def instruction(self, element: _Element) -> None:
        """Take in a ``w:instrText``; the name at the front is all that is asked."""
        if len(self._instruction) < _LONGEST_NAME:
            self._instruction += element.text or ""


def may_go(instruction: str, element: _Element, reading: Reading) -> bool:
    """Whether the result of a field counts for nothing at this end."""
    name = _name(instruction)
    return name not in _KEPT and reading.at_least(f"a field of the kind “{name}”", element)


def more_of(instruction: str, reading: Reading) -> str:
    """Words that stand for what a result may grow by; none at the least end."""
    if _name(instruction) in _KEPT or not reading.is_greatest:
        return ""
    return " 00000" * max(_LEAST_WORDS, len(instruction) // _WORD)


def _name(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()


_CONTAINERS = {
    W + name for name in ("hyperlink", "smartTag", "ins", "moveTo", "customXml", "dir", "bdo")
}
_DELETED = {W + "del", W + "moveFrom"}
_FORMULAS = {M + "oMath", M + "oMathPara"}
_NUMBER_STYLE = "footnote reference"
"""LibreOffice raises the number before a note where, and only where, this style exists."""
_COMMENT = W + "commentReference"
_SIGN = "\ue000"
"""Stands for a character of a symbol font (17.3.3.30)."""
_DRAWN: Mapping[object, Callable[[_Element, Reading], Iterator[Piece | Beside]]] = {
    W + "drawing": drawing,
    W + "pict": old_drawing,
    W + "object": old_drawing,
    MC + "AlternateContent": alternative,
}
_ODD: Mapping[object, str] = {
    W + "ptab": "a tab aligned to the margins",
    W + "ruby": "a phonetic guide",
    W + "sym": "a character from a symbol font",
}
CONTROL = "a content control of plain text"
_LAST_NAME = re.compile(r"(?:\w+:)?(\w+)(?:\[1\])?")


class ContentReader:
    """Reads the paragraphs of one story; ``beside`` are drawings that text runs around."""

    def __init__(self, styles: StyleResolver, notes: Mapping[str, int]) -> None:
        self.beside: list[Beside] = []
        self._styles = styles
        self._reading = styles.reading
        self._notes = notes
        self._fields = Fields(styles.reading)
        self._controls: dict[_Element, str | None] = {}

    def look_for_controls(self, block: _Element) -> None:
        """Find the content controls of plain text in a block that is about to be read."""
        self._controls.update(controls(block, self._reading.core))

    def pieces(self, paragraph: _Element, base: Properties) -> tuple[Piece, ...]:
        """What is shown of a paragraph; neighbouring texts of one format are joined."""
        found = (piece for item in self._items(paragraph) for piece in self._item(item, base))
        return tuple(_joined(self._in_line(found)))

    def _in_line(self, pieces: Iterable[Piece | Beside]) -> Iterator[Piece]:
        """What stands in the line; of page breaks in a row LibreOffice may make one."""
        row = "page breaks in a row"
        before: Piece | None = None
        for piece in pieces:
            if isinstance(piece, Beside):
                self.beside.append(piece)
            elif not (_ends_page(before) and _ends_page(piece) and self._reading.at_least(row)):
                yield piece
                before = piece

    def _items(self, parent: _Element) -> Iterator[_Element | str]:
        """Runs and formulas, through what contains them; texts are what fields may show beyond."""
        for child in parent:
            tag = child.tag
            if tag == W + "r" or tag in _FORMULAS:
                yield child
            elif tag in _CONTAINERS or (
                # LibreOffice shows what was deleted; Word as its reader wishes
                tag in _DELETED and self._reading.at_most("a tracked deletion", child)
            ):
                yield from self._items(child)
            elif tag == W + "fldSimple":
                yield from self._simple_field(child)
            elif tag == W + "sdt":
                for content in child.iterfind(W + "sdtContent"):
                    yield from self._items(content)

    def _simple_field(self, element: _Element) -> Iterator[_Element | str]:
        instruction = element.get(W + "instr", "")
        if not may_go(instruction, element, self._reading):
            yield from self._items(element)
        yield more_of(instruction, self._reading)

    def _item(self, item: _Element | str, base: Properties) -> Iterator[Piece | Beside]:
        if isinstance(item, str):
            yield from _texts(item, run_format(base))
        elif item.tag in _FORMULAS:
            yield from formula(item, run_format(base), self._reading)
        else:
            yield from self._run(item, base)

    def _run(self, run: _Element, base: Properties) -> Iterator[Piece | Beside]:
        format_, instead = self._format(run, base)
        if instead is not None:
            yield from _texts(instead, format_)
            return
        for child in run:
            if child.tag == W + "fldChar":
                yield from _texts(self._fields.mark(child), format_)
            elif child.tag == W + "instrText":
                self._fields.instruction(child)
            elif child.tag == W + "br" and self._is_lost(child, run):
                continue
            elif not (self._fields.is_hidden or (format_.hidden and not self._outlives(child))):
                yield from self._shown(child, format_, base)

    def _format(self, run: _Element, base: Properties) -> tuple[RunFormat, str | None]:
        """The format of a run, and the text that is shown in its place, where there is one."""
        own, properties = first(run, "rPr"), base
        if own is not None:
            style = self._styles.character(value(own, "rStyle"))
            properties = base | style | read_run(own, self._reading.theme)
        format_ = run_format(properties)
        if run not in self._controls:
            return format_, None
        plain = run_format(base)
        return self._reading.either_format(plain, format_, CONTROL, run), self._controls[run]

    def _outlives(self, child: _Element) -> bool:
        """Whether LibreOffice shows it though hidden: a break to below what floats (17.18.3)."""
        return child.get(W + "clear") is not None and self._reading.at_most(
            "a hidden line break", child
        )

    def _is_lost(self, child: _Element, run: _Element) -> bool:
        """Whether LibreOffice may pass over a page break: one with only a comment behind it."""
        if child.get(W + "type") != "page":
            return False
        commented = any(one.find(_COMMENT) is not None for one in run.itersiblings(W + "r"))
        return commented and self._reading.at_least("a page break before a comment", child)

    def _shown(
        self, child: _Element, format_: RunFormat, base: Properties
    ) -> Iterator[Piece | Beside]:
        read, draws = _READERS.get(child.tag), _DRAWN.get(child.tag)
        if read is not None:
            yield from read(child, format_)
        elif draws is not None:
            yield from draws(child, self._reading)
        elif child.tag in _ODD:
            yield from self._odd(child, format_, base)
        elif child.tag == W + "footnoteReference":
            note = child.get(W + "id", "")
            yield Text(str(self._notes.get(note, 1)), format_, note)
        elif child.tag == W + "endnoteReference":
            yield Text("1", format_)
        elif child.tag == W + "footnoteRef":
            raised = "superscript" if self._styles.sheet.named(_NUMBER_STYLE) else "baseline"
            holder = next(child.iterancestors(W + "footnote"), child)  # 17.11.13
            number = self._notes.get(holder.get(W + "id", ""), 1)
            yield Text(str(number), replace(format_, raised=raised))

    def _odd(
        self, child: _Element, format_: RunFormat, base: Properties
    ) -> Iterator[Piece | Beside]:
        """What is in the line within bounds: signs, phonetic guides, tabs to a margin."""
        construct = _ODD[child.tag]
        if child.tag == W + "ptab":
            self._reading.doubt(construct, child)
            yield Break(format_) if self._reading.is_greatest else Text(" ", format_)
        elif child.tag == W + "ruby":
            for run in child.iterfind(f"{W}rubyBase/{W}r"):
                yield from self._run(run, base)
            yield InlinePicture(0, self._reading.either(0, 2 * format_.size, construct, child))
        else:
            yield Text(_SIGN, format_)


def _ends_page(piece: Piece | None) -> bool:
    return isinstance(piece, Break) and piece.page


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with one text for those that follow on each other in one format."""
    for format_, group in groupby(pieces, _format_of_text):
        if format_ is None:
            yield from group
        else:
            yield Text("".join(each.text for each in group if isinstance(each, Text)), format_)


def _format_of_text(piece: Piece) -> RunFormat | None:
    """The format of a text that others may be joined with."""
    return piece.format if isinstance(piece, Text) and not piece.note else None


def _text(element: _Element, format_: RunFormat) -> Iterator[Piece]:
    """A line feed or tab character within ``w:t`` is a blank."""
    text = (element.text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return _texts(text, format_)


def _break(element: _Element, format_: RunFormat) -> Iterator[Piece]:
    """17.3.3.1; in a single column, a column break ends the page."""
    yield Break(format_, page=element.get(W + "type", "textWrapping") in {"page", "column"})


def _texts(text: str, format_: RunFormat) -> Iterator[Piece]:
    if text:
        yield Text(text, format_)


_READERS: Mapping[object, Callable[[_Element, RunFormat], Iterator[Piece]]] = {
    W + "t": _text,
    W + "delText": _text,
    W + "tab": lambda _, format_: iter((Tab(format_),)),
    W + "br": _break,
    W + "cr": _break,
    W + "noBreakHyphen": lambda _, format_: _texts("\u2011", format_),
    W + "softHyphen": lambda _, format_: _texts("\u00ad", format_),
}


def controls(block: _Element, core: Mapping[str, str]) -> Iterator[tuple[_Element, str | None]]:
    """The runs of all controls of plain text in a block, each with what is shown in its place.

    None where it stands itself.
    """
    for control in block.iter(W + "sdt"):
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        if properties is None or content is None:
            continue
        bound = _property(properties, core)
        in_line = content.find(f".//{W}p") is None
        if bound is not None or (in_line and properties.find(W + "text") is not None):
            yield from _runs(content, bound)


def _property(properties: _Element, core: Mapping[str, str]) -> str | None:
    """The property that a control is bound to; None where there is none."""
    binding = properties.find(W + "dataBinding")
    path = "" if binding is None else binding.get(W + "xpath", "")
    name = _LAST_NAME.fullmatch(path.rpartition("/")[2])
    return core.get(name[1]) if name and "coreProperties" in path else None


def _runs(content: _Element, bound: str | None) -> Iterator[tuple[_Element, str | None]]:
    stored = "".join(text.text or "" for text in content.iter(W + "t"))
    replaced = bound is not None and bound != stored
    for at, run in enumerate(content.iter(W + "r")):
        shown = bound if not at else ""
        yield run, shown if replaced else None
