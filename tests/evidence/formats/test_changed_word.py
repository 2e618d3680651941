"""In a source of any kind, one word changed in a quotation is refused, and the word is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import read
from bluf.evidence import proven

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.evidence.formats.conftest import MakePdf

BRIEF = """\
id: talks
title: Talks
date: 2026-03-02
to: Minister
from: Desk
bottom_line: They talked.
parties: {{rs: {{name: Serbia}}, us: {{name: United States}}}}
sources: {{a: {{title: A, publisher: P, party: rs, language: {language}, file: {file}}}}}
requests:
  - {{id: R1, from: rs, to: us, ask: A, evidence: [{{source: a, quote: "{quote}"}}]}}
"""
LEFT = ("Serbia and the United States", "agreed to hold a strategic", "dialogue later this year.")
RIGHT = ("The ministers also spoke of", "energy, and of the roads that", "join the two countries.")
HEAD = "Ministry of Foreign Affairs, press release"


def two_columns(make_pdf: MakePdf) -> bytes:
    lines = enumerate(zip(LEFT, RIGHT, strict=True))
    rows = [((50, 700 - 12 * n, left), (310, 700 - 12 * n, right)) for n, (left, right) in lines]
    return make_pdf([shown for row in rows for shown in row])


def running_head(make_pdf: MakePdf) -> bytes:
    first = [(50, 800, HEAD), (50, 700, "The two sides agreed to hold"), (300, 30, "1")]
    return make_pdf(first, [(50, 800, HEAD), (50, 700, "a strategic dialogue."), (300, 30, "2")])


def arabic(make_pdf: MakePdf) -> bytes:
    words = ["اتفق", "الوزيران", "على", "فتح", "الجسر"]
    return make_pdf([(50 + 45 * n, 700, word[::-1]) for n, word in enumerate(reversed(words))])


Case = tuple[str, str, str, str]
"""Language, quotation, a word of it, and another word."""


@pytest.mark.parametrize(
    ("make", "case"),
    [
        (two_columns, ("en", "hold a strategic dialogue later this year", "later", "early")),
        (running_head, ("en", "agreed to hold a strategic dialogue", "strategic", "tragic")),
        (arabic, ("ar", "الوزيران على فتح الجسر", "الجسر", "الطريق")),
    ],
)
def test_in_a_pdf_file(
    make_pdf: MakePdf, tmp_path: Path, make: Callable[[MakePdf], bytes], case: Case
) -> None:
    (tmp_path / "a.pdf").write_bytes(make(make_pdf))
    check(tmp_path / "a.pdf", case)


NEWS = "<p>The ministers <b>agreed</b> to open the bridge.<p hidden>to close the bridge"


@pytest.mark.parametrize(
    ("file", "text", "case"),
    [
        ("a.html", NEWS, ("en", "agreed to open the bridge", "open", "close")),
        ("a.txt", "Министри су се договорили.", ("sr", "су се договорили", "су", "би")),
        ("a.md", "双方**同意**举行战略对话。", ("zh", "同意举行战略对话", "同意", "拒绝")),
    ],
)
def test_in_text(tmp_path: Path, file: str, text: str, case: Case) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    check(tmp_path / file, case)


def test_in_a_word_file_with_tracked_changes(tmp_path: Path, tracked: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(tracked)
    check(tmp_path / "a.docx", ("en", "We will fund the crossing", "fund", "find"))


def check(source: Path, case: Case) -> None:
    """Verify the quotation, then refuse it with another word in it."""
    language, quote, word, other = case
    path = source.with_name("brief.yaml")
    for said in (quote, quote.replace(word, other)):
        brief = BRIEF.format(language=language, file=source.name, quote=said)
        path.write_text(brief, encoding="utf-8")
        found = proven(read(path))
        proof, findings = found.proof, found.findings
        if said == quote:
            assert (proof.verified, findings) == (1, ())
        else:
            assert proof.verified == 0
            assert findings[0].rule == "quote-not-in-source"
            assert findings[0].hint == f"the source has “{word}”, not “{other}”"
