"""The last look at what was rendered, before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.finding import Finding, Level
from bluf.location import WordLocation
from bluf.ooxml import XmlError, parse_xml
from bluf.ooxml.names import NAMESPACES
from bluf.word.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_W: Final = {"w": NAMESPACES["w"]}
_RULES: Final = tuple(
    (etree.XPath(path, namespaces=_W), message)
    for path, message in (
        ("//w:tc[not(*[last()][self::w:p or self::w:sdt])]", "a cell does not end in a paragraph"),
        ("//w:tr[not(w:tc or w:sdt or w:customXml)]", "a row has no cell"),
        ("//w:tbl[not(w:tr or w:sdt or w:customXml)]", "a table has no row"),
        ("//w:sdtContent[not(*)]", "a content control is empty"),
        ("//w:p//w:p[not(ancestor::w:txbxContent)]", "a paragraph stands within another"),
        ("//w:r/w:r | //w:t/*", "a run stands within another"),
    )
)


def verify(path: str, texts: Mapping[str, bytes]) -> None:
    """Hold rendered parts against what Word demands.

    Raises:
        RenderError: A part is not right; this is a fault of the engine, not of the template.
    """
    findings = [
        Finding("structure-invalid", Level.ERROR, message, WordLocation(path, part, (), part))
        for part, data in texts.items()
        for message in _faults(data)
    ]
    if findings:
        raise RenderError(findings)


def _faults(data: bytes) -> Iterator[str]:
    try:
        root = parse_xml(data)
    except XmlError as error:
        yield error.message
        return
    for rule, message in _RULES:
        if rule(root):
            yield message
