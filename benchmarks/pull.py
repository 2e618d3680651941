"""How well edits come home.

    python benchmarks/pull.py [SEQUENCES]

Fields of one brief are edited at random on the file's own XML, half of the edits tracked; each
sequence is pulled once with the anchors of the file and once without them.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.roundtrip.conftest import RICH, Sent
from tests.roundtrip.xml_edits import Sheet, Typing, carried_out

from bluf.roundtrip import VersionStore, find_edits
from octavo.ooxml import read_package
from octavo.revisions import clean

if TYPE_CHECKING:
    from bluf.roundtrip import Base
    from octavo.ooxml import Package

SIZES = (1, 3, 5, 10)
WORDS = [
    "Perhaps",
    "both",
    "sides",
    "will",
    "meet",
    "in",
    "spring;",
    "nobody",
    "knows.",
    "Money,",
    "and",
    "10",
    "trains",
    "more",
]


def typing(chance: random.Random) -> Typing:
    """An edit as people make them: words put in, taken out, or typed over."""
    start = chance.choice([0, 100, chance.randint(0, 100)])
    end = chance.choice([start, start, 0, 100, chance.randint(0, 100)])
    words = " ".join(chance.sample(WORDS, chance.randint(0, 3)))
    return Typing(chance.randrange(50), start, end, words, chance.random() < 1 / 2)


def outcome(base: Base, before: Sheet, now: Sheet, edited: Package) -> str:
    """Whether the edits come home exactly, are said, or are wrong in silence."""
    found = find_edits(base, edited)
    got = {each.origin.path: " ".join(each.now.split()) for each in found.edits}
    wanted = {field.path: " ".join(now.said(field).split()) for field in now.fields}
    old = {field.path: " ".join(before.said(field).split()) for field in now.fields}
    changed = {path: text for path, text in wanted.items() if text != old[path]}
    got = {path: text for path, text in got.items() if text != old.get(path)}
    if got == changed and not (found.added or found.deleted or found.moved):
        return "exact"
    return "said" if found.unplaced or found.added or found.deleted else "wrong"


def main(count: int) -> None:
    """Print a line for each number of edits."""
    sent = Sent(Path(tempfile.mkdtemp()) / "talks", RICH)
    base = next(VersionStore.beside(sent.data, "talks").bases())
    before = Sheet(base)
    print("edits  anchors  exact   said  wrong")
    for size in SIZES:
        chance = random.Random(size)
        found: dict[str, Counter[str]] = {"with": Counter(), "without": Counter()}
        for _ in range(count):
            now = carried_out(base, [typing(chance) for _ in range(size)])
            package = read_package(now.document(), "edited.docx")
            found["with"][outcome(base, before, now, package)] += 1
            found["without"][outcome(base, before, now, clean(package, stem="_b"))] += 1
        for anchors, each in found.items():
            shares = "".join(f"{each[kind] / count:7.1%}" for kind in ("exact", "said", "wrong"))
            print(f"{size:5}  {anchors:7}{shares}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 150)
