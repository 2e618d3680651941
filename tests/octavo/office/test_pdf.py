"""LibreOffice and pdftoppm, played by small programs; at the end the real ones, where installed."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import docx
import pytest
from pypdf import PdfReader

from octavo.office import (
    LIBREOFFICE,
    PDFTOPPM,
    ToolError,
    count_pages,
    page_counts,
    to_pdfs,
    to_png,
)
from octavo.office import pdf as pdf_room
from octavo.ooxml import read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from octavo.ooxml import Package

PDF = b"%PDF-1.6\n/Type/Page /Type/Page /Type/Pages /Count 2\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\nrest"


def package_of(*pages: str) -> Package:
    """A file with a paragraph on each page."""
    document = docx.Document()
    for number, text in enumerate(pages):
        document.add_paragraph(text).paragraph_format.page_break_before = bool(number)
    stream = io.BytesIO()
    document.save(stream)
    return read_package(stream.getvalue(), "a.docx")


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a program on the path that runs a few lines of Python; ``argv`` are its arguments."""

    def put(name: str, lines: str) -> None:
        program = tmp_path / name
        head = f"#!{sys.executable}\nimport pathlib, sys\nargv = sys.argv[1:]\n"
        program.write_text(head + lines, encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return put


CONVERTS = f"""
files = [pathlib.Path(one) for one in argv if one.endswith(".docx")]
assert len(files) <= 2, "too many files in a call"
for file in files:
    file.with_suffix(".pdf").write_bytes({PDF!r})
"""


def test_each_file_is_handed_over_and_counted(
    play: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_room, "MOST_FILES", 2)
    play("soffice", CONVERTS)
    package = package_of("a")
    assert page_counts([package] * 3) == [2, 2, 2]
    assert to_pdfs([package])[0] == PDF
    assert to_pdfs([]) == []


@pytest.mark.parametrize(
    "lines", ["print('nothing was written')", CONVERTS.replace("%%EOF", "")], ids=["none", "cut"]
)
def test_an_output_that_is_missing_or_cut_is_an_error(
    play: Callable[[str, str], None], lines: str
) -> None:
    play("soffice", lines)
    with pytest.raises(ToolError, match=r"LibreOffice did not do its work on “a\.docx”"):
        page_counts([package_of("a")])


@pytest.mark.parametrize(
    ("pdf", "pages"),
    [
        (PDF, 2),
        (b"", 0),
        (PDF.replace(b"%PDF", b"%XXX"), 0),
        (PDF.replace(b"Count 2", b"Count 3"), 0),
        (PDF.replace(b"/Count 2", b""), 0),
    ],
)
def test_only_a_whole_pdf_has_pages(pdf: bytes, pages: int) -> None:
    assert count_pages(pdf) == pages


def test_pages_come_as_pictures(play: Callable[[str, str], None]) -> None:
    play("pdftoppm", f'for n in "12": pathlib.Path(f"{{argv[-1]}}-{{n}}.png").write_bytes({PNG!r})')
    assert to_png(PDF) == [PNG, PNG]


@pytest.mark.parametrize("content", ["", "pathlib.Path(f'{argv[-1]}-1.png').write_bytes(b'')"])
def test_a_page_that_is_no_picture_is_an_error(
    play: Callable[[str, str], None], content: str
) -> None:
    play("pdftoppm", content)
    with pytest.raises(ToolError, match="pdftoppm"):
        to_png(PDF, path="a.docx")


@pytest.mark.skipif(
    LIBREOFFICE.find() is None or PDFTOPPM.find() is None,
    reason="LibreOffice or poppler is not installed",
)
def test_libreoffice_makes_a_tagged_pdf_and_poppler_its_pictures() -> None:
    package = package_of("Hello", "b")
    pdf = to_pdfs([package])[0]
    reader = PdfReader(io.BytesIO(pdf))
    assert count_pages(pdf) == len(reader.pages) == 2
    catalogue = reader.root_object
    assert "/Marked" in str(catalogue)
    assert "Hello" in reader.pages[0].extract_text()
    assert len(to_png(pdf, resolution=20)) == 2
