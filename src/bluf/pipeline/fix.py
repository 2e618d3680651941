"""From findings that offer a fix to data files with the fix in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from bluf.data import rewrite
from octavo.finding import Finding, Fix
from octavo.location import TextLocation

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def fixable(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The findings that offer a fix, by the file they are in."""
    by_path: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.fix and isinstance(finding.location, TextLocation):
            path = finding.location.path
            by_path[path] = (*by_path.get(path, ()), finding)
    return by_path


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """The text with every fix carried out that finds its words where they were.

    A line on which nothing is left goes, and so do blanks before a comment that was deleted.
    """
    edits = {
        (finding.location, finding.fix)
        for finding in findings
        if finding.fix and isinstance(finding.location, TextLocation)
    }
    lines = _LINE.findall(text)
    for location, fix in sorted(edits, key=lambda edit: edit[0], reverse=True):
        lines[location.line - 1] = _edited(lines[location.line - 1], location.column, fix)
    return "".join(lines)


def _edited(line: str, column: int, fix: Fix) -> str:
    start = line.find(fix.old, column - 1)
    if start < 0:
        return line
    before, after = line[:start], line[start + len(fix.old) :]
    if fix.new or after.strip():
        return before + fix.new + after
    return before.rstrip() + after if before.strip() else ""


class Rewrite(Struct, frozen=True):
    """A data file as it is, and as it would be with every fix carried out."""

    path: Path
    old: str
    new: str

    @property
    def diff(self) -> str:
        """What changes, as ``diff -u`` writes it."""
        old, new = (text.splitlines(keepends=True) for text in (self.old, self.new))
        names = self.path.as_posix(), self.path.as_posix()
        return "".join(unified_diff(old, new, *names))

    def carry_out(self) -> None:
        """Write the file.

        Raises:
            OSError: It could not be written, or was changed meanwhile; the old file is whole.
        """
        rewrite(self.path, self.old.encode(), self.new.encode())


def rewrites(findings: Iterable[Finding]) -> Iterator[Rewrite]:
    """What the findings offer to fix, file by file; a file that is not in UTF-8 is left alone."""
    for name, offered in fixable(findings).items():
        path = Path(name)
        try:
            old = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
        new = fixed(old, offered)
        if new != old:
            yield Rewrite(path, old, new)
