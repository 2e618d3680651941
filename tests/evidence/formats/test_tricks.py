"""Ways in which each kind of file hides words, or seems to, many to a kind, and what shows them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.evidence.formats import test_html_tricks
from tests.evidence.formats.test_document_tricks import verdict
from tests.evidence.formats.test_documents import odt, pptx, slide

if TYPE_CHECKING:
    from collections.abc import Callable

TRICKS = json.loads(Path(__file__).with_name("tricks.json").read_text(encoding="utf-8"))
TEXTS = [(kind, text, seen) for kind in ("md", "vtt", "srt", "eml", "txt")
         for text, seen in TRICKS[kind]]  # fmt: skip
BEGIN = "<w:p><w:r><w:t>Begin.</w:t></w:r></w:p>"


@pytest.mark.parametrize(("css", "body", "seen"), TRICKS["html"])
def test_a_page(css: str, body: str, *, seen: bool) -> None:
    assert (test_html_tricks.verdict(css, body) == "seen") == seen


@pytest.mark.parametrize(("kind", "text", "seen"), TEXTS)
def test_a_text(kind: str, text: str, *, seen: bool) -> None:
    assert (verdict(text.encode(), f"a.{kind}") == "seen") == seen


@pytest.mark.parametrize(("body", "seen"), TRICKS["docx"])
def test_a_word_file(word_file: Callable[[str], bytes], body: str, *, seen: bool) -> None:
    assert (verdict(word_file(BEGIN + body), "a.docx") == "seen") == seen


@pytest.mark.parametrize(("parts", "seen"), TRICKS["odt"])
def test_an_open_document(parts: list[str], *, seen: bool) -> None:
    assert (verdict(odt(*parts), "a.odt") == "seen") == seen


@pytest.mark.parametrize(("parts", "seen"), TRICKS["rtf"])
def test_a_rich_text(parts: list[str], *, seen: bool) -> None:
    body, head = parts
    fonts = r"{\fonttbl{\f0 Arial;}{\f1 Wingdings;}}"
    text = rf"{{\rtf1\ansi\deff0{head}{fonts} Begin here.\par {body}\par End.}}"
    assert (verdict(text.encode("latin-1"), "a.rtf") == "seen") == seen


@pytest.mark.parametrize(("shapes", "seen"), TRICKS["pptx"])
def test_a_presentation(shapes: str, *, seen: bool) -> None:
    assert (verdict(pptx(slide(shapes)), "a.pptx") == "seen") == seen
