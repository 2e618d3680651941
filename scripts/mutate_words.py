"""Delete words from the languages' lists, one at a time, in a copy, and see whether a test fails.

    python scripts/mutate_words.py --sample 200 --seed 7 [en fr …]

A word is an entry of a list in ``src/bluf/languages``, between its commas. Words that no test
misses are printed, language by language; the last line is the score.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import tomllib
from pathlib import Path

from mutate import ROOT, copy_project, fails

LANGUAGES = Path("src/bluf/languages")
TESTS = ("tests/languages", "tests/claims", "tests/evidence", "tests/draft")


def main() -> None:
    """Draw the sample, try each word, print what was not missed."""
    known = sorted(path.stem for path in (ROOT / LANGUAGES).glob("*.toml"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("languages", nargs="*", default=known)
    options = parser.parse_args()
    words = [(tag, word) for tag in options.languages for word in _words(tag)]
    drawn = random.Random(options.seed).sample(words, min(options.sample, len(words)))
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_project(Path(folder) / "copy")
        lived = [(tag, word) for tag, word in sorted(drawn) if not _is_missed(copy, tag, word)]
    for tag, word in lived:
        print(f"{tag}: {word}")
    found = len(drawn) - len(lived)
    print(f"seed {options.seed}: {found} of {len(drawn)} missed, out of {len(words)} words")


def _words(tag: str) -> list[str]:
    """The entries of a language's lists."""
    tables = tomllib.loads((ROOT / LANGUAGES / f"{tag}.toml").read_text(encoding="utf-8"))
    lists = [
        value for table in tables.values() if isinstance(table, dict) for value in table.values()
    ]
    texts = [value for value in lists if isinstance(value, str) and "," in value]
    return [entry.strip() for text in texts for entry in text.split(",") if entry.strip()]


def _is_missed(copy: Path, tag: str, word: str) -> bool:
    """Whether a test fails without the word; the file is put back."""
    path = copy / LANGUAGES / f"{tag}.toml"
    whole = path.read_text(encoding="utf-8")
    without = re.sub(rf"(?<=[\s\",]){re.escape(word)}(,\s?|(?=\"))", "", whole, count=1)
    path.write_text(without, encoding="utf-8")
    try:
        return any(fails(copy, copy / tests) for tests in TESTS)
    finally:
        path.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main()
