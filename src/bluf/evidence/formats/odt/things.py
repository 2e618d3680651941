"""What stands in an OpenDocument text beside its words: shapes, fields, boxes, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bluf.evidence.formats.odt.styles import DRAW, OFFICE, SVG, TABLE, TEXT, points

BLOCKS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_UNSEEN = frozenset(
    {
        *(
            f"{TEXT}{name}"
            for name in ("tracked-changes", "hidden-text", "note-citation", "script")
        ),
        *(f"{OFFICE}{name}" for name in ("annotation", "forms", "scripts")),
        *(f"{TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls")),
        *(f"{TEXT}{name}" for name in ("note", "ruby-text", "hidden-paragraph")),
        f"{TABLE}covered-table-cell",
    }
)
_INLINE = """
    p h span a s tab line-break bookmark bookmark-start bookmark-end reference-mark placeholder
    reference-mark-start reference-mark-end soft-page-break change change-start change-end meta
    note ruby ruby-base sequence text-input number toc-mark toc-mark-start toc-mark-end
    alphabetical-index-mark alphabetical-index-mark-start alphabetical-index-mark-end note-ref
    user-index-mark bibliography-mark author-name author-initials sequence-ref
"""
_KEPT = frozenset(f"{TEXT}{name}" for name in _INLINE.split())
"""What shows its own words; another field a program may work out anew when it opens the file."""
HIDDEN_TEXT = f"{TEXT}hidden-text"
_SIGN = 24.0
"""Points: a picture up to this width is a sign beside the words, not one among them."""


def rim_of(shape: etree._Element) -> tuple[float, float, float, float]:
    """The edges of a shape in points, from where it is counted."""
    left, top, wide, high = (
        points(shape.get(f"{SVG}{name}")) or 0.0 for name in ("x", "y", "width", "height")
    )
    return left, top, left + wide, top + high


def is_unseen(element: etree._Element) -> bool:
    """Whether an element shows no words."""
    return element.tag in _UNSEEN or element.get(f"{TEXT}display") == "none"


def doubts_of(element: etree._Element) -> Iterator[str]:
    """Why the words of an element may not be what it shows."""
    if (
        str(element.tag).startswith(TEXT)
        and element.tag not in _KEPT
        and element.get(f"{TEXT}fixed") != "true"
    ):
        yield "a program works it out anew"
    if element.tag == f"{TEXT}placeholder":
        yield "it only says what to fill in"
    if element.tag == f"{TEXT}ruby":
        over = "".join(map(str, element.itertext()))
        yield from ["other words are set over it"] if over.isascii() else ()


def among(thing: etree._Element) -> Iterator[str]:
    """What a thing among the words shows that is not read with them."""
    if thing.tag == HIDDEN_TEXT:
        hidden = thing.get(f"{TEXT}is-hidden", "true") == "true"
        yield from () if hidden else ["words stand in it that a condition shows"]
    elif next(thing.iter(*BLOCKS), None) is not None:
        within = thing.get(f"{TEXT}anchor-type") not in {"paragraph", "char", "page", "frame"}
        yield from ["a box with words stands in it"] if within else ()
    elif thing.tag == f"{DRAW}frame":
        width = points(thing.get(f"{SVG}width"))
        large = (width is None or width > _SIGN) and thing.find(f"{DRAW}text-box") is None
        yield from ["a picture stands in it"] if large else ()
