"""Text stands out too little from what lies behind it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.colours import background, contrast, ground_of, hexadecimal, text_colour
from bluf.checks.word.file import fault
from bluf.checks.word.runs import run_text, runs
from bluf.checks.word.styles import value
from octavo.ooxml import is_on, qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from bluf.checks.rule import Fault
    from bluf.checks.word import Paragraph
    from bluf.checks.word.colours import Colour

_PROPERTIES = f"{qn('w:rPr')}/*"
_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 36, 28  # half-points


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each paragraph with such text, at its first."""
    for paragraph in file.paragraphs:
        if paragraph.text.strip():
            ground = ground_of(paragraph, file.styles)
            faults = (_fault(run, paragraph, file, ground) for run in _differing(paragraph))
            yield from islice(filter(None, faults), 1)


def _differing(paragraph: Paragraph) -> Iterable[etree._Element]:
    """The first run with letters of each formatting."""
    found: dict[tuple[object, ...], etree._Element] = {}
    for run in runs(paragraph.element):
        if run_text(run).strip():
            look = tuple((each.tag, *each.items()) for each in run.iterfind(_PROPERTIES))
            found.setdefault(look, run)
    return found.values()


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


RULE = checked(__name__, WordFile, find)
