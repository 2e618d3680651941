"""A part of a finished file is marked higher than the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked
from bluf.markings import lacking, read
from octavo.shortening import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.prose import ProseBlock
    from bluf.checks.rule import Fault
    from bluf.markings import Marking, Scheme, Schemes

_MARK = re.compile(r"(?:(?<=\s)|^)\(([^()\n]{1,80})\)(?=\s)")
_FEWEST = 2
"""Parts that begin with a mark in a file that has portion marks; one alone may be a letter."""


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each passage with a mark that the banner does not allow."""
    banner = next(filter(None, (_banner(each, prose.schemes) for each in prose.passages)), None)
    if banner is None:
        return
    label, whole = banner
    begun = [p for p in prose.passages if (m := _MARK.match(p.text)) and _read(m[1], whole.scheme)]
    if len(begun) < _FEWEST:
        return
    for passage in prose.passages:
        for match in _MARK.finditer(passage.text):
            marking = _read(match[1], whole.scheme)
            lacks = ", ".join(lacking(whole, marking)) if marking else ""
            if lacks:
                than = f"the banner {quoted(label)}, which lacks {lacks}"
                message = f"{quoted(match[0])} is more than {than}"
                yield passage.fault(
                    message, "leave the part out, or mark the file higher", match[0]
                )


def _banner(passage: ProseBlock, schemes: Schemes) -> tuple[str, Marking] | None:
    """The label that a passage consists of, or ends with behind a tab."""
    label = passage.text.rpartition("\t")[2].strip()
    found = schemes.read(label) if label and label == label.upper() else None
    return (label, found) if found and not found.unknown else None


def _read(label: str, scheme: Scheme) -> Marking | None:
    """The marking that a portion mark is; None where it is something else in parentheses."""
    found = read(label, scheme) if label == label.upper() else None
    return None if found is None or found.unknown else found


RULE = checked(__name__, Prose, find)
