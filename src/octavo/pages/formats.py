"""Resolved formatting of runs and paragraphs, in twips (a twentieth of a point)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, TypedDict

from msgspec import Struct


class RunProperties(TypedDict, total=False):
    """What one ``w:rPr`` says; keys are the fields of RunFormat."""

    font: str
    other_font: str
    size: int
    bold: bool
    italic: bool
    caps: bool
    small_caps: bool
    hidden: bool
    spacing: int
    scale: int
    kern_from: int
    raised: str
    east_asian_font: str
    complex_font: str
    complex_size: int
    right_to_left: bool
    shift: int


class RunFormat(Struct, frozen=True):
    """Formatting of a run; defaults are those of ECMA-376 part 1, 17.3.2.

    Attributes:
        font: Font of the characters U+0000 to U+007F.
        other_font: Font of all other characters.
        size: Type size in twips.
        bold: Bold.
        italic: Italic.
        caps: Small letters are shown as capitals.
        small_caps: Small letters are shown as smaller capitals.
        hidden: Not shown.
        spacing: Room added after each character, in twips.
        scale: Width of characters, in per cent.
        kern_from: Smallest type size that is kerned, in twips; 0 for none.
        raised: ``superscript``, ``subscript`` or ``baseline``.
        east_asian_font: Font of Chinese, Japanese and Korean; empty where none is named.
        complex_font: Font of Arabic, Hebrew, Thai and the like; empty where none is named.
        complex_size: Type size of those in twips.
        right_to_left: Runs from right to left, in the font of complex scripts.
        shift: How far it is raised or lowered, in twips.
    """

    font: str = "Times New Roman"
    other_font: str = "Times New Roman"
    size: int = 200
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    spacing: int = 0
    scale: int = 100
    kern_from: int = 0
    raised: str = "baseline"
    east_asian_font: str = ""
    complex_font: str = ""
    complex_size: int = 200
    right_to_left: bool = False
    shift: int = 0


class TabStop(NamedTuple):
    """A tab stop: distance from the text's left edge in twips, and ``left``, ``right``, …."""

    position: int
    kind: str


class Edge(NamedTuple):
    """A border: its width and its distance from the text in twips, and its line style."""

    width: int
    space: int
    line: str


class ParagraphProperties(TypedDict, total=False):
    """What one ``w:pPr`` says; keys are the fields of ParagraphFormat."""

    before: int
    after: int
    line: int
    line_rule: str
    left: int
    right: int
    first: int
    contextual: bool
    keep_next: bool
    keep_lines: bool
    page_break_before: bool
    widow_control: bool
    snap_to_grid: bool
    justified: bool
    sums_space: bool
    tabs: dict[int, str]
    borders: dict[str, Edge]
    number: int
    level: int


class ParagraphFormat(Struct, frozen=True):
    """Formatting of a paragraph; defaults are those of ECMA-376 part 1, 17.3.1.

    Attributes:
        before: Space above, in twips.
        after: Space below, in twips.
        line: Line spacing: twips, or 240ths of a line where the rule is ``auto``.
        line_rule: ``auto``, ``exact`` or ``atLeast``.
        left: Left indent in twips.
        right: Right indent in twips.
        first: Further indent of the first line; negative where it hangs.
        contextual: No space next to a paragraph of the same style.
        keep_next: Stands on one page with the paragraph that follows.
        keep_lines: Is not split between pages.
        page_break_before: Starts a page.
        widow_control: No single line is left alone on a page.
        snap_to_grid: Lines stand on the grid of the page, where it has one.
        justified: Lines reach to both margins.
        sums_space: Space below one paragraph and above the next adds up.
        tabs: Tab stops by position; ``clear`` takes an inherited one away.
        borders: Borders by side.
        number: ``w:numId``; 0 for none.
        level: ``w:ilvl``.
        style: Id of the paragraph style.
    """

    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    left: int = 0
    right: int = 0
    first: int = 0
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    snap_to_grid: bool = True
    justified: bool = False
    sums_space: bool = False
    tabs: tuple[TabStop, ...] = ()
    borders: tuple[tuple[str, Edge], ...] = ()
    number: int = 0
    level: int = 0
    style: str = ""


def paragraph_format(properties: ParagraphProperties, style: str) -> ParagraphFormat:
    """The format of a paragraph whose properties are all merged."""
    settled = dict(properties)
    stops = properties.get("tabs", {}).items()
    settled["tabs"] = tuple(sorted(TabStop(at, kind) for at, kind in stops if kind != "clear"))
    settled["borders"] = tuple(sorted(properties.get("borders", {}).items()))
    return ParagraphFormat(style=style, **settled)  # type: ignore[arg-type] # keys are the fields


def run_format(properties: RunProperties) -> RunFormat:
    """The format of a run whose properties are all merged."""
    return _run_format(tuple(properties.items()))


@lru_cache(maxsize=1024)
def _run_format(properties: tuple[tuple[str, Any], ...]) -> RunFormat:
    return RunFormat(**dict(properties))
