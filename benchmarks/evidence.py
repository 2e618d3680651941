"""The proof of many quotations in a long source: time, and how it grows.

    python benchmarks/evidence.py

The source is generated text of so many megabytes, the brief holds so many quotations of it, of
eight to thirty words each; then the same with one word changed in each, so that none is there and
the nearest passage of each is looked for. The ratios are to the line before: that of the
quotations would say that time is the product of source and quotations, 1 that only the source
counts.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from bluf.data import read
from bluf.evidence import proven

MEGABYTES = (1, 5)
QUOTATIONS = (20, 200, 1000)
LIMIT = 3.0
"""Seconds that 200 quotations of 5 megabytes may take."""

HEAD = """\
id: talks
title: Talks
date: 2026-03-02
to: Minister
from: Desk
bottom_line: They talked.
parties: {rs: {name: Serbia}, us: {name: United States}}
sources: {a: {title: A, publisher: P, party: rs, file: a.txt}}
requests:
"""
_REQUEST = '  - {{id: R{0}, from: rs, to: us, ask: A, evidence: [{{source: a, quote: "{1}"}}]}}\n'


def request(number: int, quotation: str) -> str:
    """A request of a brief, with its quotation."""
    return _REQUEST.format(number, quotation)


def text_of(size: int, chance: random.Random) -> list[str]:
    """Words of 20,000 kinds, some with punctuation, that take about ``size`` characters."""
    letters = "abcdefghijklmnoprstuvz"
    kinds = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(20_000)]
    words: list[str] = []
    length = 0
    while length < size:
        words.append(chance.choice(kinds) + chance.choice(("", "", "", "", "", ",", ".")))
        length += len(words[-1]) + 1
    return words


def quotations_of(words: list[str], number: int, chance: random.Random) -> list[str]:
    """Passages of eight to thirty words."""
    starts = (chance.randrange(len(words) - 30) for _ in range(number))
    return [" ".join(words[at : at + chance.randint(8, 30)]) for at in starts]


def seconds(folder: Path, quotations: list[str]) -> tuple[float, int]:
    """How long the proof takes, and how many quotations were verified."""
    record = "".join(request(number, quote) for number, quote in enumerate(quotations))
    (folder / "brief.yaml").write_text(HEAD + record, encoding="utf-8")
    data_file = read(folder / "brief.yaml")
    begun = time.perf_counter()
    proof = proven(data_file).proof
    return time.perf_counter() - begun, proof.verified


def main() -> None:
    """Measure each size with each number of quotations."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in MEGABYTES:
            words = text_of(size * 1_000_000, chance)
            lines = (" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
            (folder / "a.txt").write_text("\n".join(lines), encoding="utf-8")
            measure(folder, size, words, chance)


def measure(folder: Path, size: int, words: list[str], chance: random.Random) -> None:
    """Print a line for each number of quotations."""
    before = before_missing = 0.0
    for number in QUOTATIONS:
        quotations = quotations_of(words, number, chance)
        there, verified = seconds(folder, quotations)
        changed = [f"{quote[:20]} xyzzy {quote[20:]}" for quote in quotations]
        missing, wrong = seconds(folder, changed)
        ratio = f"ratios {there / before:.1f} {missing / before_missing:.1f}" if before else ""
        print(
            f"{size} MB, {number:4} quotations: {there:5.2f} s for {verified} verified, "
            f"{missing:5.2f} s for {number - wrong} missing  {ratio}"
        )
        before, before_missing = there, missing
        if (size, number) == (5, 200):
            print(f"limit {LIMIT} s: {'kept' if there < LIMIT else 'BROKEN'}")


if __name__ == "__main__":
    main()
