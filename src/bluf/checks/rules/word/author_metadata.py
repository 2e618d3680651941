"""The properties of the file name people or an office.

## What it does

Finds the author, who saved the file last, the manager and the company in a file's properties. A
name that the text itself gives is left alone: the properties tell nothing new.

## Why it is bad

The properties travel with the file: they say which desk wrote it, and who touched it last.

## Example

Author: “J. Smith”; last saved by: “A. Intern”; company: “Ministry of Foreign Affairs, 3rd floor”.

## Use instead

In Word: File, Info, Inspect Document, Document Properties and Personal Information. Where the
author is meant to stand there, ignore the rule in the settings.

## Source

ISO/IEC 29500-2, clause 11 (core properties); U.S. National Security Agency, Redaction of Word
files, on metadata.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.finding import Level
from octavo.ooxml import qn
from octavo.ooxml.names import CORE_PROPERTIES, RELATIONSHIP_BASE

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


RULE = checked(__name__, __doc__, Level.NOTE, WordFile, find)
