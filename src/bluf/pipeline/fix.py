"""From findings that offer a fix to data files with the fix in them."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.checks import fixable, fixed
from bluf.data import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from octavo.finding import Finding


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
