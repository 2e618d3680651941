"""The annex: from the first paragraph of the body in the style “Annex” on, pages do not count."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from octavo.pages.document import Document
from octavo.pages.tags import W, first, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from octavo.ooxml import Package

_STYLE = "annex"
_PROPERTIES = W + "pPr"
_SECTION = W + "sectPr"


def annex_of(document: Document) -> _Element | None:
    """The paragraph that the annex begins with; None where there is no annex."""
    ids = document.styles.sheet.named(_STYLE)
    paragraphs = document.body.iterchildren(W + "p") if ids else ()
    return next((p for p in paragraphs if value(first(p, "pPr"), "pStyle") in ids), None)


def has_annex(package: Package) -> bool:
    """Whether a document has an annex."""
    return annex_of(Document(package)) is not None


def without_annex(package: Package) -> Package:
    """The document up to its annex, as a file of its own; as it was where it has none."""
    document = Document(package)
    start = annex_of(document)
    if start is None:
        return package
    root = deepcopy(package.parts[package.main].root)
    (body,) = root.iterchildren(W + "body")
    for element in list(body)[document.body.index(start) :]:
        if element.tag != _SECTION:
            body.remove(element)
    _end_section(body)
    return package.with_trees({package.main: root})


def _end_section(body: _Element) -> None:
    """Where a section ended just before the annex, it is now the last one (17.6.18)."""
    *rest, final = body
    ended = rest[-1].find(f"{_PROPERTIES}/{_SECTION}") if rest else None
    if ended is not None and final.tag == _SECTION:
        body.replace(final, ended)
