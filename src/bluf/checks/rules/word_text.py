"""The paragraphs of a finished Word file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from lxml import etree

from bluf.checks.rule import Fault, check
from bluf.checks.word import Block, Paragraph, WordFile
from bluf.checks.word.content import TEXT, paragraphs, run_text, runs
from bluf.checks.word.file import cut, fault
from bluf.checks.word.styles import (
    Colour,
    background,
    contrast,
    ground_of,
    hexadecimal,
    text_colour,
    value,
)
from bluf.markings import schemes
from octavo.ooxml import is_on, is_unseen, qn, qns

_BANNERS = ("header", "footer")
_WORDS = frozenset({"PUBLIC", "LIMITE", "JAVNO", "ЈАВНО", "INTERNO", "ИНТЕРНО"})
"""Labels that are words of everyday headings too."""


@cache
def _label() -> re.Pattern[str]:
    """A label of any scheme that is shipped."""
    names = {level.name for scheme in schemes().each for level in scheme.levels} - _WORDS
    ordered = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w:])(?:{ordered})(?![\w:+])")


@check
def banner_not_in_body(file: WordFile) -> Iterator[Fault]:
    """A handling label stands in the header or footer alone."""
    said = set(_label().findall(file.text))
    for story in file.stories:
        if story.label.startswith(_BANNERS):
            for paragraph in paragraphs(story.blocks):
                match = _label().search(" ".join(paragraph.text.split()))
                if match and match.group() not in said:
                    said.add(match.group())
                    message = f"“{match.group()}” stands in the {story.label} alone"
                    yield fault(paragraph, message, "repeat it at the start of the text")


_CONTENT = qns(
    "w:br w:sectPr w:drawing w:pict w:object w:fldChar w:fldSimple w:pageBreakBefore "
    "w:footnoteReference w:endnoteReference w:ins w:del w:commentReference m:oMath "
    "w:instrText w:sdt w:pBdr w:framePr"
)
_FEWEST_IN_A_ROW = 2
_FEWEST_ALONE = 3


@check
def blank_line_spacing(file: WordFile) -> Iterator[Fault]:
    """Empty paragraphs are used for space.

    Several in a row, or single ones that a text has throughout.
    """
    hint = "set the space of the paragraph's style in Word"
    for sequence in file.sequences():
        alone: list[Paragraph] = []
        for first, count in _gaps(sequence):
            if count >= _FEWEST_IN_A_ROW:
                yield fault(first, f"{count} empty paragraphs make space", hint)
            else:
                alone.append(first)
        if len(alone) >= _FEWEST_ALONE:
            message = f"{len(alone)} empty paragraphs stand one by one between others, for space"
            yield fault(alone[0], message, hint)


def _gaps(sequence: tuple[Block, ...]) -> Iterator[tuple[Paragraph, int]]:
    """The first of each run of empty paragraphs with text on both sides, and how many there are.

    One beside a table is left alone: Word needs it there, or puts it there.
    """
    last = len(sequence) - 1
    for empty, group in groupby(enumerate(sequence), lambda pair: _is_empty(pair[1])):
        numbers = [number for number, _ in group]
        first = sequence[numbers[0]]
        if empty and numbers[0] > 0 and numbers[-1] < last and isinstance(first, Paragraph):
            around = sequence[numbers[0] - 1], sequence[numbers[-1] + 1]
            beside_table = any(not isinstance(block, Paragraph) for block in around)
            if len(numbers) >= _FEWEST_IN_A_ROW or not beside_table:
                yield first, len(numbers)


def _is_empty(block: Block) -> bool:
    """Whether a paragraph shows nothing; one that only ends a page or a section does something."""
    if not isinstance(block, Paragraph) or block.text.strip() or block.boxes:
        return False
    return block.heading is None and next(block.element.iter(*_CONTENT), None) is None


_SIGN = re.compile(r"\s*(?:(?P<bullet>[•◦▪▫●○■□‣⁃·*–—-])|\(?(?P<number>\d{1,2}|[a-z])[.)])\s+\S")
_FEWEST = {"*": 3}
"""An asterisk begins a note as often as an item."""


@check
def fake_list(file: WordFile) -> Iterator[Fault]:
    """A list was typed with signs instead of being a list."""
    for sequence in file.sequences():
        items: list[tuple[Paragraph, str]] = []
        for block in (*sequence, None):
            sign = _sign(block, file)
            if not (items and _follows(items[-1][1], sign)):
                yield from _list(items)
                items = []
            if sign and isinstance(block, Paragraph):
                items.append((block, sign))


def _list(items: list[tuple[Paragraph, str]]) -> Iterator[Fault]:
    if items and len(items) >= _FEWEST.get(items[0][1], 2):
        hint = "in Word, make it one: Home, Bullets or Numbering"
        yield fault(items[0][0], "the items of this list are typed, not a list", hint)


def _sign(block: Block | None, file: WordFile) -> str:
    """The sign or number typed before a paragraph; empty where there is none."""
    if not isinstance(block, Paragraph) or block.heading or _is_list(block, file):
        return ""
    match = _SIGN.match(block.text)
    if not match or file.styles.sheet.name(block.style).lower().startswith("toc"):
        return ""
    return match["bullet"] or match["number"]


def _follows(before: str, sign: str) -> bool:
    if sign.isdecimal():
        return before.isdecimal() and int(sign) == int(before) + 1
    if sign.isalpha():
        return before.isalpha() and ord(sign) == ord(before) + 1
    return bool(sign) and sign == before


def _is_list(paragraph: Paragraph, file: WordFile) -> bool:
    numbering = file.styles.paragraph_property(paragraph, "w:numPr")
    return numbering is not None and value(numbering.find(qn("w:numId"))) != "0"


@check
def hidden_text(file: WordFile) -> Iterator[Fault]:
    """The file holds text that nobody sees."""
    for paragraph in file.paragraphs:
        hidden = "".join(
            run_text(run)
            for run in runs(paragraph.element)
            if is_unseen(run, file.hiding, paragraph.style, None)
        )
        if hidden.strip():
            hint = "delete it, or show it: Format, Font, Hidden"
            yield fault(paragraph, "the paragraph holds hidden text", hint, hidden)
    for cell in (cell for table in file.tables for cell in table.hidden):
        hidden = "".join(text.text or "" for text in cell.element.iter(TEXT))
        if hidden.strip():
            message = "the text of the cell is not shown: it is merged into another, or hidden"
            hint = "delete it, or split the cells; Table, Properties, Row shows a hidden one"
            yield Fault(message, cell.location, hint, cut(hidden))


_PROPERTIES = f"{qn('w:rPr')}/*"
_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 36, 28  # half-points


@check
def low_contrast(file: WordFile) -> Iterator[Fault]:
    """Text stands out too little from what lies behind it."""
    fine: set[tuple[object, ...]] = set()
    for paragraph in (each for each in file.paragraphs if each.text.strip()):
        ground = ground_of(paragraph, file.styles)
        for look, run in _differing(paragraph).items():
            seen = (look, paragraph.style, ground)
            found = None if seen in fine else _fault(run, paragraph, file, ground)
            if found:
                yield found
                break
            fine.add(seen)


def _differing(paragraph: Paragraph) -> dict[tuple[object, ...], etree._Element]:
    """The first run with letters of each formatting."""
    found: dict[tuple[object, ...], etree._Element] = {}
    for run in runs(paragraph.element):
        if run_text(run).strip():
            look = tuple((each.tag, *each.items()) for each in run.iterfind(_PROPERTIES))
            found.setdefault(look, run)
    return found


def _fault(
    run: etree._Element, paragraph: Paragraph, file: WordFile, ground: Colour | None
) -> Fault | None:
    colour = text_colour(run, paragraph, file.styles)
    behind = colour and background(run, paragraph, file.styles, ground)
    if colour is None or behind is None:
        return None
    ratio = contrast(colour, behind)
    least = _LEAST_LARGE if ratio < _LEAST and _is_large(run, paragraph, file) else _LEAST
    if ratio >= least:
        return None
    message = f"{hexadecimal(colour)} on {hexadecimal(behind)} has a contrast of {ratio:.1f}:1"
    hint = f"choose a colour with at least {least:g}:1"
    return fault(paragraph, message, hint, run_text(run))


def _is_large(run: etree._Element, paragraph: Paragraph, file: WordFile) -> bool:
    size = value(file.styles.run_property(run, paragraph, "w:sz"))
    points = int(size) if size.isdecimal() else 0
    bold = file.styles.run_property(run, paragraph, "w:b")
    return points >= (_LARGE_BOLD if bold is not None and is_on(bold) else _LARGE)


@check
def right_to_left_not_flagged(file: WordFile) -> Iterator[Fault]:
    """A paragraph is in Arabic or Hebrew script, and not marked as written from right to left."""
    for paragraph in file.paragraphs:
        if _reads_from_the_right(paragraph.text) and not _is_flagged(paragraph, file):
            hint = "in Word, set Home, Right-to-Left Text Direction"
            yield fault(paragraph, "the paragraph is not marked as right-to-left", hint)


def _reads_from_the_right(text: str) -> bool:
    if text.isascii():
        return False
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _is_flagged(paragraph: Paragraph, file: WordFile) -> bool:
    flag = file.styles.paragraph_property(paragraph, "w:bidi")
    return flag is not None and is_on(flag)


@check
def text_box(file: WordFile) -> Iterator[Fault]:
    """Text stands in a text box."""
    for paragraph in file.paragraphs:
        for box in paragraph.boxes:
            written = [inner for inner in paragraphs(box) if inner.text.strip()]
            if written:
                hint = "put the text into a paragraph with a border"
                yield fault(written[0], "the text stands in a text box", hint)
