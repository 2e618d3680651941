"""Resolved formatting of runs and paragraphs, in twips, and the space it leaves between them.

ECMA-376 part 1, 17.3.1.9, 17.3.1.33 (space) and 17.3.1.7 (borders).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from msgspec import Struct

Properties: TypeAlias = dict[str, Any]
"""What one ``w:rPr`` or ``w:pPr`` says: values by the fields of RunFormat or ParagraphFormat."""


class RunFormat(Struct, frozen=True):
    """Formatting of a run; defaults are those of ECMA-376 part 1, 17.3.2.

    Attributes:
        font: Font of the characters U+0000 to U+007F.
        other_font: Font of all other characters.
        caps: Small letters are shown as capitals.
        small_caps: Small letters are shown as smaller capitals.
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


class ParagraphFormat(Struct, frozen=True):
    """Formatting of a paragraph; defaults are those of ECMA-376 part 1, 17.3.1.

    Attributes:
        line: Line spacing: twips, or 240ths of a line where the rule is ``auto``.
        line_rule: ``auto``, ``exact`` or ``atLeast``.
        first: Further indent of the first line; negative where it hangs.
        contextual: No space next to a paragraph of the same style.
        keep_next: Stands on one page with the paragraph that follows.
        keep_lines: Is not split between pages.
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


def paragraph_format(properties: Properties, style: str) -> ParagraphFormat:
    """The format of a paragraph whose properties are all merged."""
    settled = dict(properties)
    stops = properties.get("tabs", {}).items()
    settled["tabs"] = tuple(sorted(TabStop(at, kind) for at, kind in stops if kind != "clear"))
    settled["borders"] = tuple(sorted(properties.get("borders", {}).items()))
    return ParagraphFormat(style=style, **settled)


def run_format(properties: Properties) -> RunFormat:
    """The format of a run whose properties are all merged."""
    return _run_format(tuple(properties.items()))


@lru_cache(maxsize=1024)
def _run_format(properties: tuple[tuple[str, Any], ...]) -> RunFormat:
    return RunFormat(**dict(properties))


def space_between(above: ParagraphFormat | None, below: ParagraphFormat | None) -> int:
    """The larger of the space after and the space before, in twips, or their sum.

    Contextual spacing leaves a paragraph's own share out next to one of its style. None is a
    table or the edge of the story.
    """
    same = above is not None and below is not None and above.style == below.style
    after = 0 if above is None or (above.contextual and same) else above.after
    before = 0 if below is None or (below.contextual and same) else below.before
    return after + before if below is not None and below.sums_space else max(after, before)


def joined(above: ParagraphFormat | None, below: ParagraphFormat | None) -> bool:
    """Whether two paragraphs share one frame: equal borders and indents."""
    return (
        above is not None
        and below is not None
        and bool(above.borders)
        and above.borders == below.borders
        and (above.left, above.right) == (below.left, below.right)
    )


def border_above(above: ParagraphFormat | None, own: ParagraphFormat) -> int:
    """Room of the border over a paragraph."""
    return _room(own, "between" if joined(above, own) else "top")


def border_below(own: ParagraphFormat, below: ParagraphFormat | None) -> int:
    """Room of the border under a paragraph."""
    return 0 if joined(own, below) else _room(own, "bottom")


def _room(own: ParagraphFormat, side: str) -> int:
    return sum(edge.width + edge.space for name, edge in own.borders if name == side)
