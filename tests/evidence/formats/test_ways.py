"""Ways in which whole files hide, cover or replace words, and honest files of the same looks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evidence.formats.written import docx, odt, pptx

from bluf.evidence import Searchable, SourceError, decode_source, look_up_any

WAYS = json.loads(Path(__file__).with_name("ways.json").read_text(encoding="utf-8"))


def is_seen(data: bytes, name: str, quote: str) -> bool:
    """Whether a quotation counts without a warning."""
    try:
        source = Searchable(decode_source(data, name))
    except SourceError:
        return False
    hit = look_up_any(source, [quote])[0]
    return hit is not None and hit.stands and not hit.sight.doubts


@pytest.mark.parametrize(
    ("given", "quote", "seen"),
    [pytest.param(*rest, id=name) for name, *rest in WAYS["docx"]],
)
def test_a_word_file(given: dict[str, str], quote: str, *, seen: bool) -> None:
    assert is_seen(docx(given), "a.docx", quote) == seen


@pytest.mark.parametrize(
    ("given", "quote", "seen"),
    [pytest.param(*rest, id=name) for name, *rest in WAYS["pptx"]],
)
def test_a_presentation(given: dict[str, str], quote: str, *, seen: bool) -> None:
    assert is_seen(pptx(given), "a.pptx", quote) == seen


@pytest.mark.parametrize(
    ("given", "quote", "seen"),
    [pytest.param(*rest, id=name) for name, *rest in WAYS["odt"]],
)
def test_an_open_document(given: dict[str, str], quote: str, *, seen: bool) -> None:
    assert is_seen(odt(given), "a.odt", quote) == seen


@pytest.mark.parametrize(
    ("kind", "text", "quote", "seen"),
    [
        pytest.param(kind, *rest, id=f"{kind}-{name}")
        for kind in ("vtt", "srt")
        for name, *rest in WAYS[kind]
    ],
)
def test_subtitles(kind: str, text: str, quote: str, *, seen: bool) -> None:
    assert is_seen(text.encode(), f"a.{kind}", quote) == seen


@pytest.mark.parametrize(
    ("text", "quote", "seen"),
    [pytest.param(*rest, id=name) for name, *rest in WAYS["rtf"]],
)
def test_rich_text(text: str, quote: str, *, seen: bool) -> None:
    assert is_seen(text.encode("latin-1"), "a.rtf", quote) == seen
