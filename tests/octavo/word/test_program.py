from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx import Document

from octavo.word import compile_template

if TYPE_CHECKING:
    from pathlib import Path


def test_a_template_is_compiled_once_and_filled_often(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Dear {{ name }},")
    document.save(str(tmp_path / "letter.docx"))

    program = compile_template(tmp_path / "letter.docx")

    for name in ("Ada", "R&D <b>"):
        (tmp_path / "out.docx").write_bytes(program.render({"name": name}))
        paragraphs = Document(str(tmp_path / "out.docx")).paragraphs
        assert [paragraph.text for paragraph in paragraphs] == [f"Dear {name},"]
    assert ZipFile(tmp_path / "out.docx").testzip() is None
