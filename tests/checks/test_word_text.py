"""What the rules about Word files take for text is what a reader sees, to the letter."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tests.checks.conftest import pack

from bluf.checks import read_word
from octavo.ooxml import PackageError, read_package, read_text

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.docx"))


def test_rules_and_readers_see_the_same_text() -> None:
    compared = 0
    for path in CASES:
        with suppress(PackageError):
            data = pack(path) if path.is_dir() else path.read_bytes()
            checked = read_word(data, path.name).paragraphs
            seen = read_text(read_package(data, path.name))
            stories = [block.text for block in seen if "chart" not in block.location.story]
            assert "".join(each.text for each in checked) == "".join(stories), path
            compared += 1
    assert compared > len(CASES) / 2
