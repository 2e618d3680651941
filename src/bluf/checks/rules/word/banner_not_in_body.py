"""A handling label stands in the header or footer alone.

## What it does

Finds headers and footers that hold a handling label (of the Traffic Light Protocol, or of the U.S.,
UK, EU or NATO schemes) which stands nowhere in the text itself.

## Why it is bad

A screen reader does not read headers and footers of Word files, and a copied text leaves them
behind: the reader never learns how to handle the page.

## Example

Header: “TLP:AMBER”; the text begins with “To: Deputy Minister”.

## Use instead

The label in the header, and once at the start of the text.

## Source

Section 508 Word checklist, “Vital information in headers, footers and watermarks is repeated in
the text”; WCAG 2.1, success criterion 1.3.1 (EN 301 549, clause 10.1.3.1).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.markings import SCHEMES
from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.content import paragraphs
from bluf.checks.word.file import fault
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_LABELS = sorted({label for scheme in SCHEMES for label in scheme}, key=len, reverse=True)
_LABEL = re.compile(rf"(?<![\w:])(?:{'|'.join(map(re.escape, _LABELS))})(?![\w:+])")
_BANNERS = ("header", "footer")


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such label, at its first banner."""
    said = set(_LABEL.findall(file.text))
    for story in file.stories:
        if story.label.startswith(_BANNERS):
            for paragraph in paragraphs(story.blocks):
                match = _LABEL.search(" ".join(paragraph.text.split()))
                if match and match.group() not in said:
                    said.add(match.group())
                    message = f"“{match.group()}” stands in the {story.label} alone"
                    yield fault(paragraph, message, "repeat it at the start of the text")


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
