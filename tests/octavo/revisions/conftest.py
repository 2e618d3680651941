"""Word files with tracked changes and comments, in a short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.conftest import make, relationships, word_part

from octavo.ooxml import read_package
from octavo.revisions import View, passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.ooxml import Package
    from octavo.revisions import Passage

BY = 'w:id="1" w:author="A. Reader" w:date="2026-03-02T10:00:00Z"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_SHORT = {
    "<ins>": f"<w:ins {BY}>",
    "</ins>": "</w:ins>",
    "<del>": f"<w:del {BY}>",
    "</del>": "</w:del>",
    "<from>": f"<w:moveFrom {BY}>",
    "</from>": "</w:moveFrom>",
    "<to>": f"<w:moveTo {BY}>",
    "</to>": "</w:moveTo>",
    "<p>": "<w:p>",
    "</p>": "</w:p>",
    "<p/>": "<w:p/>",
    "<t>": '<w:r><w:t xml:space="preserve">',
    "</t>": "</w:t></w:r>",
    "<dt>": '<w:r><w:delText xml:space="preserve">',
    "</dt>": "</w:delText></w:r>",
    "<p ins>": f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>",
    "<p del>": f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>",
    "<tbl>": "<w:tbl>",
    "</tbl>": "</w:tbl>",
    "<tr>": "<w:tr>",
    "</tr>": "</w:tr>",
    "<tr ins>": f"<w:tr><w:trPr><w:ins {BY}/></w:trPr>",
    "<tr del>": f"<w:tr><w:trPr><w:del {BY}/></w:trPr>",
    "<tc>": "<w:tc>",
    "</tc>": "</w:tc>",
    "<tc ins>": f"<w:tc><w:tcPr><w:cellIns {BY}/></w:tcPr>",
    "<tc del>": f"<w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>",
}


def written(body: str) -> str:
    """The body with its short forms written out."""
    for short, long in _SHORT.items():
        body = body.replace(short, long)
    return body


@pytest.fixture
def package() -> Callable[..., Package]:
    """A Word file of a body in the short form; ``comments`` and ``styles`` are parts of it."""

    def made(body: str, extended: str = "", **contents: str) -> Package:
        parts: dict[str, str | bytes] = {}
        pointers = []
        for name, content in contents.items():
            parts[f"word/{name}.xml"] = word_part(name, written(content))
            pointers.append((name, f"{name}.xml"))
        if extended:
            parts["word/commentsExtended.xml"] = extended
            pointers.append((_EXTENDED, "commentsExtended.xml"))
        types_of = {part: _TYPE.format(part[5:-4]) for part in parts}
        if pointers:
            parts["word/_rels/document.xml.rels"] = relationships(*pointers)
        return read_package(make(written(body), parts=parts, types_of=types_of), "a.docx")

    return made


@pytest.fixture
def read(package: Callable[..., Package]) -> Callable[..., tuple[Passage, ...]]:
    """The paragraphs of a body in the short form."""

    def passages_of(body: str, view: View = View.AFTER, **parts: str) -> tuple[Passage, ...]:
        return passages(package(body, **parts), view)

    return passages_of
