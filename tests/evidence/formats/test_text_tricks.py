"""Ways in which subtitles, rich text, mail and Markdown hide words, or seem to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evidence.formats.test_document_tricks import WORDS, verdict

CASES = json.loads(Path(__file__).with_name("text_tricks.json").read_text(encoding="utf-8"))
"""What is expected, the kind of file, and its content; ``{Q}`` stands for the words."""


@pytest.mark.parametrize(("expected", "kind", "content"), CASES)
def test_what_becomes_of_the_words(expected: str, kind: str, content: str) -> None:
    assert verdict(content.replace("{Q}", WORDS).encode(), f"a{kind}") == expected
