"""Space between paragraphs (ECMA-376 part 1, 17.3.1.9, 17.3.1.33) and their borders (17.3.1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from octavo.pages.formats import ParagraphFormat


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
