"""The properties of the file name people or an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.ooxml import CORE_PROPERTIES, RELATIONSHIP_BASE, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTENDED = RELATIONSHIP_BASE + "extended-properties"
_NAMES = {
    qn("dc:creator"): "author",
    qn("cp:lastModifiedBy"): "last saved by",
    qn("ep:Manager"): "manager",
    qn("ep:Company"): "company",
}


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such property."""
    for kind in (CORE_PROPERTIES, _EXTENDED):
        for part, root in file.parts(kind, ""):
            for entry in root:
                name, text = _NAMES.get(str(entry.tag)), (entry.text or "").strip()
                if name and text and text not in file.text:
                    message = f"the file's properties say “{name}: {text}”"
                    hint = "in Word, remove it: File, Info, Inspect Document"
                    yield Fault(message, file.places.of_part(part), hint)


RULE = checked(__name__, WordFile, find)
