"""What a draft quotes: passages in quotation marks, block quotations, cells of a quoted column.

Quotation marks in front matter, code, scripts and tags of site generators quote nobody: these
become blanks or letters, one for each character, so that all else keeps its line and its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence import Searchable, SourceText, decode_source, sightings
from bluf.verification.marks import CLOSING, SIGNS, marked
from bluf.verification.structure import Note, QuotedBlock, note_on, notes_in, quoted_blocks
from octavo.location import FileLocation, Location, PageLocation, TextLocation

_ATTRIBUTION = re.compile(r"\n?\s*(?:—|–|--)\s*[^\n]*\Z")
"""The last line of a block quotation that says whose words they are."""
_REFERENCE = re.compile(
    r"""[ \t\u00a0.,;:!?”“"'»’]{0,3}((?:[\[(][^\[\]()]{1,200}[\])]|[¹²³⁰⁴-⁹])+)"""
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REACH = 240
"""A bracket stands within so many characters behind the words."""
_MOST = 0.5
"""A block of which marked passages are more than this share quotes these alone."""
_FEW = 8
"""So does one that begins with a mark and has so few words besides: “We met,” said the Minister."""
_WHOLE = re.MULTILINE | re.DOTALL
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)\w*[ \t]*\n.*?^(?P=fence)[ \t]*$", _WHOLE
)
_JSON_MATTER = re.compile(r"\A\{[ \t]*\n.*?^\}[ \t]*$", _WHOLE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_ELEMENT = re.compile(r"<(pre|code|kbd|samp|script|style)\b[^>]{0,500}>")
_INLINE = frozenset({"code", "kbd", "samp"})
_SIGNS = re.compile(f"[{re.escape(''.join(SIGNS))}]")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]{1,500}\1(?!`)")
_TAG = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{#.{0,2000}?#\}", re.DOTALL)
"""Shortcodes of Hugo, tags of Liquid and Jinja, none longer than anybody writes."""


class QuotedAs(StrEnum):
    """How a draft marks that words are another's."""

    MARKS = "quotation marks"
    BLOCK = "block quotation"
    CELL = "table cell"


class DraftQuotation(Struct, frozen=True):
    """Words that a draft gives as another's.

    Attributes:
        words: The words, without quotation marks.
        place: Where they begin in the draft.
        how: What marks them.
        reference: The bracket that follows them, without its brackets, or what a note there says.
        excerpt: The line of the draft that they begin on; empty for a file without lines.
        closed: Whether the quotation mark is closed.
    """

    words: str
    place: Location
    how: QuotedAs = QuotedAs.MARKS
    reference: str = ""
    excerpt: str = ""
    closed: bool = True


class DraftText(Struct, frozen=True):
    """A draft.

    Attributes:
        name: What findings and places call it.
        quoted: What it quotes, in the order of its text.
        source: Its visible text, with places; None where it is no more than its quotations.
    """

    name: str
    quoted: tuple[DraftQuotation, ...]
    source: SourceText | None = None

    @property
    def text(self) -> str:
        """Its visible text."""
        return self.source.text if self.source else ""


def draft_of(quotations: Iterable[str], name: str) -> DraftText:
    """A draft that is these quotations and no more."""
    place = FileLocation(name)
    return DraftText(name, tuple(DraftQuotation(words, place) for words in quotations))


def read_draft(data: bytes, name: str, *, blocks: bool = True) -> DraftText:
    """The draft in some bytes; the ending of its name says of which kind it is.

    ``blocks`` is whether a block quotation quotes; some houses use it for boxes.

    Raises:
        SourceError: It cannot be read.
    """
    data = _as_read(data, name)
    text = decode_source(data, name)
    structure = (each for each in quoted_blocks(data, name) if blocks or each.is_cell)
    located = tuple(_located(text, structure))
    whole = [(span, each) for span, each in located if not _speaks_for_itself(text.text, span)]
    spans = [span for span, _ in whole]
    found = [each for each in whole if each[0][0] >= 0]
    found += [
        (span, each)
        for span, each in _marked(text)
        if not any(start <= span[0] < end for start, end in spans)
    ]
    lost = [each for span, each in whole if span[0] < 0]
    quoted = (*(each for _, each in sorted(found, key=lambda pair: pair[0][0])), *lost)
    notes = notes_in(data, name)
    return DraftText(name, tuple(_with_note(each, notes) for each in quoted), text)


def _with_note(quoted: DraftQuotation, notes: Sequence[Note]) -> DraftQuotation:
    """The quotation with what a note behind it says, where no bracket stands there."""
    said = "" if quoted.reference else note_on(quoted.words, notes)
    return replace(quoted, reference=said) if said else quoted


def _as_read(data: bytes, name: str) -> bytes:
    """A Markdown file or a page without what is no text of it; any other file as it is."""
    ending = PurePath(name).suffix.lower()
    if ending not in _BLANKED:
        return data
    try:
        return _BLANKED[ending](data.decode("utf-8-sig")).encode()
    except UnicodeDecodeError:  # its reader says what is wrong with it, or reads UTF-16
        return data


def _marked(text: SourceText) -> Iterator[tuple[tuple[int, int], DraftQuotation]]:
    for start, end in paragraphs(text):
        for each in marked(text.text[start:end]):
            span = start + each.start, start + each.end
            opening = text.text[span[0] - 1]
            closed = each.closed or text.text[end : end + _REACH].lstrip().startswith(opening)
            closing = CLOSING.get(opening, "")
            after = text.text[span[1] : span[1] + _REACH] if each.closed else ""
            after = after[1:] if after[:1] in tuple(closing) else after
            yield span, _quoted(text, span, QuotedAs.MARKS, after, closed=closed)


def _quoted(
    text: SourceText, span: tuple[int, int], how: QuotedAs, after: str, *, closed: bool = True
) -> DraftQuotation:
    words = text.text[slice(*span)]
    begin = span[0] + len(words) - len(words.lstrip())
    reference = _REFERENCE.match(after)
    return DraftQuotation(
        " ".join(words.split()),
        text.place(begin),
        how,
        reference[1].strip("[]()").translate(_SUPERSCRIPTS) if reference else "",
        text.line(begin),
        closed,
    )


def _located(
    text: SourceText, blocks: Iterable[QuotedBlock]
) -> Iterator[tuple[tuple[int, int], DraftQuotation]]:
    """Each block with its stretch of the text; (-1, -1) where it is not in what a reader sees."""
    listed = list(blocks)
    bare = [_ATTRIBUTION.sub("", block.text) for block in listed]
    found = sightings(Searchable(text), bare, "en")
    for block, words, sighting in zip(listed, bare, found, strict=True):
        how = QuotedAs.CELL if block.is_cell else QuotedAs.BLOCK
        if sighting:
            span = sighting.spans[0][0], sighting.spans[-1][1]
            yield span, _quoted(text, span, how, text.text[span[1] : span[1] + _REACH])
        elif words.strip():
            yield (-1, -1), DraftQuotation(" ".join(words.split()), FileLocation(text.path), how)


def _speaks_for_itself(text: str, span: tuple[int, int]) -> bool:
    """Whether a block is made up of passages in quotation marks, which are looked up instead."""
    if span[0] < 0:
        return False
    # a mark before the block's first word is part of its paragraph
    start = span[0] - 1 if text[span[0] - 1 : span[0]] in CLOSING else span[0]
    passages = list(marked(text[start : span[1] + 1]))
    inside = sum(each.end - each.start for each in passages)
    begins = bool(passages) and passages[0].start == 1
    beside = len(text[start : span[1]].split()) - sum(
        len(text[start + each.start : start + each.end].split()) for each in passages
    )
    return (begins and beside <= _FEW) or inside > _MOST * (span[1] - span[0])


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def paragraphs(text: SourceText) -> Iterator[tuple[int, int]]:
    """The stretches of the paragraphs, in order; together they are the whole text.

    In plain text and on the pages of a PDF a blank line ends one; elsewhere each block is one.
    """
    ends = {match.end() for match in _BLANK_LINE.finditer(text.text)}
    ends.update(offset for offset, _ in text.edges)
    begun = zip(text.starts, text.places, strict=False)
    for (_, before), (start, place) in pairwise(begun):
        if _is_another(before, place) and text.text[start - 1] == "\n":
            ends.add(start)
    yield from pairwise(sorted({0, *ends, len(text.text)}))


def _is_another(before: Location, place: Location) -> bool:
    """Whether a paragraph lies between two places that follow each other."""
    if isinstance(before, TextLocation) and isinstance(place, TextLocation):
        return place.line > before.line + 1
    return not isinstance(place, PageLocation) and before != place


def without_unread(text: str) -> str:
    """The text with blanks in place of what its reader is not to read as text."""
    for pattern in (_FRONT_MATTER, _JSON_MATTER):
        text = pattern.sub(_blank, text)
    text = "".join(_without_code(text))
    text = _CODE_SPAN.sub(_unmarked, _TAG.sub(_blank, text))
    return without_code_elements(text)


def without_code_elements(text: str) -> str:
    """The text of a page, or one with raw HTML in it, without what its code and scripts quote."""
    pieces: list[str] = []
    done = 0
    for opening in _ELEMENT.finditer(text):
        if opening.start() < done:
            continue
        closing = text.find(f"</{opening[1]}", opening.end())
        if closing < 0:
            break
        code = text[opening.end() : closing]
        inline = opening[1] in _INLINE
        pieces += (text[done : opening.end()], _SIGNS.sub("x", code) if inline else _letters(code))
        done = closing
    return "".join((*pieces, text[done:]))


def _without_code(text: str) -> Iterator[str]:
    """The lines of a text, those of fenced code as blanks (CommonMark 4.5)."""
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        opens = found is not None and not fence
        closes = bool(found and fence and found[1].startswith(fence) and not found[2].strip())
        if found and opens:
            fence = found[1]
        yield _blanks(line) if fence else line
        if closes:
            fence = ""


def _unmarked(found: re.Match[str]) -> str:
    """Code within a line is read as text, but for its quotation marks."""
    return _SIGNS.sub("x", found[0])


def _letters(text: str) -> str:
    """No line becomes empty, where that would end what it stands in (CommonMark 4.6)."""
    return re.sub(r"\S", "x", text)


def _blank(found: re.Match[str]) -> str:
    return _blanks(found[0])


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


_BLANKED = {
    ".md": without_unread,
    ".html": without_code_elements,
    ".htm": without_code_elements,
    ".xhtml": without_code_elements,
}
