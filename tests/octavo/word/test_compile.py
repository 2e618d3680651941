from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.word import compile_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_template_takes_files_in_from_its_own_folder_or_the_one_given(
    tmp_path: Path, word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    whole = word_file(p("{% include 'part.docx' %}"))
    for folder in (tmp_path / "own", tmp_path / "other"):
        folder.mkdir()
        (folder / "part.docx").write_bytes(word_file(p(f"from {folder.name}")))
    path = tmp_path / "own" / "whole.docx"
    path.write_bytes(whole)
    texts = [
        compile_template(path).package_of({}).parts["word/document.xml"].data,
        compile_template(whole, folder=tmp_path / "other")
        .package_of({})
        .parts["word/document.xml"]
        .data,
    ]
    assert [b"from own" in texts[0], b"from other" in texts[1]] == [True, True]
