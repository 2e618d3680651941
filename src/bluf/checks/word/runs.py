"""The runs of a paragraph that a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

RUN = qn("w:r")
TEXT = qn("w:t")
_NOT_OWN = frozenset(
    map(
        qn,
        (
            "w:pPr",
            "w:rPr",
            "w:del",
            "w:moveFrom",
            "mc:Fallback",
            "w:txbxContent",
            "w:p",
            "w:drawing",
            "w:pict",
            "w:object",
        ),
    )
)


def runs(holder: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph or hyperlink, without what is deleted or stands in text boxes."""
    for child in holder:
        if child.tag == RUN:
            yield child
        elif child.tag not in _NOT_OWN:
            yield from runs(child)


def run_text(run: etree._Element) -> str:
    """The letters of a run, whether it is hidden or not."""
    return "".join(child.text or "" for child in run.iterchildren(TEXT))
