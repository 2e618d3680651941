"""Delete words from the languages' lists, one at a time, in a copy, and see whether a test fails.

    python scripts/mutate_words.py --sample 200 --seed 7 [en fr …]

A word is an entry of a list in ``src/bluf/languages``, between its commas. The tests run once, to
learn which of them read the file of each language; without a word those that read its file run, the
quickest first, until one fails. Words that go without a test that fails are printed, language by
language; the last line says how many deletions were noticed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mutate import LOADED, ROOT, copy_project, environment, fails, quickest
from tests_by_line import forget

if TYPE_CHECKING:
    from collections.abc import Generator

LANGUAGES = Path("src/bluf/languages")
TESTS = ("tests/languages", "tests/claims", "tests/evidence", "tests/draft")
LEARNT = "languages.json"
_readers: dict[str, dict[str, float]] = defaultdict(dict)
_read: set[str] = set()


def main() -> None:
    """Draw the sample, try each word, print what no test noticed."""
    known = sorted(path.stem for path in (ROOT / LANGUAGES).glob("*.toml"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--copy", type=Path, help="keep the copy here, or use the one kept before")
    parser.add_argument("languages", nargs="*", default=known)
    options = parser.parse_args()
    words = [(tag, word) for tag in options.languages for word in _words(tag)]
    drawn = sorted(random.Random(options.seed).sample(words, min(options.sample, len(words))))
    with tempfile.TemporaryDirectory() as folder:
        copy = (options.copy or Path(folder) / "copy").resolve()
        if not copy.exists():
            _learn(copy_project(copy))
        readers = json.loads((copy / LEARNT).read_text(encoding="utf-8"))
        for name in LOADED:
            import_module(name)
        found = 0
        for tag, word in drawn:
            noticed = _is_noticed(copy, tag, word, set(quickest(readers[tag], readers[tag])))
            found += noticed
            if not noticed:
                print(f"{tag}: {word}", flush=True)
    print(f"seed {options.seed}: {found} of {len(drawn)} noticed, out of {len(words)} words")


def _learn(copy: Path) -> None:
    """Run the tests of the copy, and note which read the file of each language."""
    command = (sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "mutate_words", *TESTS)
    subprocess.run(command, cwd=copy, env=environment(copy), check=False)


def _words(tag: str) -> list[str]:
    """The entries of a language's lists."""
    tables = tomllib.loads((ROOT / LANGUAGES / f"{tag}.toml").read_text(encoding="utf-8"))
    lists = [
        value for table in tables.values() if isinstance(table, dict) for value in table.values()
    ]
    texts = [value for value in lists if isinstance(value, str) and "," in value]
    return [entry.strip() for text in texts for entry in text.split(",") if entry.strip()]


def _is_noticed(copy: Path, tag: str, word: str, tests: set[str]) -> bool:
    """Whether a test fails without the word; the file is put back."""
    path = copy / LANGUAGES / f"{tag}.toml"
    whole = path.read_text(encoding="utf-8")
    without = re.sub(rf"(?<=[\s\",]){re.escape(word)}(,\s?|(?=\"))", "", whole, count=1)
    path.write_text(without, encoding="utf-8")
    try:
        return fails(copy, tests, 600)
    finally:
        path.write_text(whole, encoding="utf-8")


def pytest_configure() -> None:
    """Note each file of a language that is read."""
    module = import_module("bluf.languages.language")
    read = module._text  # there is no other place where all are read

    def noted(name: str) -> str:
        _read.add(name)
        return str(read(name))

    module._text = noted


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What is read from here on is read by this test."""
    forget()
    _read.clear()
    begun = time.monotonic()
    try:
        return (yield)
    finally:
        for name in _read:
            _readers[name][item.nodeid] = time.monotonic() - begun


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell what was learnt."""
    path = session.config.rootpath / LEARNT
    path.write_text(json.dumps(_readers), encoding="utf-8")


if __name__ == "__main__":
    main()
