from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

from octavo.word import TemplateError, compile_template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("tag", ["else", "elif a", "endif", "endfor"])
def test_a_branch_or_end_without_a_block_is_a_located_fault(tag: str, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(f"Dear {{% {tag} %}} all")
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(TemplateError, match="body, paragraph 1: "):
        compile_template(tmp_path / "letter.docx")
