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


def test_a_template_is_remembered_by_its_bytes_its_name_and_what_is_allowed(
    tmp_path: Path, word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    path = tmp_path / "memo.docx"
    path.write_bytes(word_file(p("{{ a }}")))
    program = compile_template(path)
    assert compile_template(path) is program
    assert compile_template(path.read_bytes()) is not program
    assert compile_template(path, allow=["ole"]) is not program
    path.write_bytes(word_file(p("{{ b }}")))
    assert [one.path for one in compile_template(path).fields] == ["b"]


def test_a_template_that_takes_files_in_is_read_anew(
    tmp_path: Path, word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    path = tmp_path / "whole.docx"
    path.write_bytes(word_file(p("{% include 'part.docx' %}")))
    found = []
    for text in ("one", "two"):
        (tmp_path / "part.docx").write_bytes(word_file(p(text)))
        found.append(compile_template(path).package_of({}).parts["word/document.xml"].data)
    assert [text in one for text, one in zip((b"one", b"two"), found, strict=True)] == [True, True]
