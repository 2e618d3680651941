"""The last look at what was rendered, before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.errors import RenderError
from octavo.finding import Finding, Level
from octavo.location import WordLocation
from octavo.ooxml import XmlError, check_structure, parse_xml

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml import etree

    from octavo.ooxml import Package


def verify(
    package: Package,
    texts: Mapping[str, bytes],
    relationships: Mapping[str, Collection[str]],
) -> None:
    """Hold rendered parts against what Word demands.

    Raises:
        RenderError: A part is not right; this is a fault of the engine, not of the template.
    """
    trees: dict[str, etree._Element] = {}
    findings: list[Finding] = []
    for part, data in texts.items():
        try:
            trees[part] = parse_xml(data)
        except XmlError as error:
            place = WordLocation(package.path, part, (), part)
            findings.append(Finding(error.rule, Level.ERROR, error.message, place))
    flaws = check_structure(package, trees, relationships=relationships)
    findings += [flaw for flaw in flaws if flaw.level is Level.ERROR]
    if findings:
        raise RenderError(findings)
