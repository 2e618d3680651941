from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.ooxml.structure import check_structure

if TYPE_CHECKING:
    from octavo.finding import Finding


def check(data: bytes) -> tuple[Finding, ...]:
    package = read_package(data, "a.docx")
    return check_structure(package, package.trees())
