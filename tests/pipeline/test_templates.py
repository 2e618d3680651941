from __future__ import annotations

from pathlib import Path

import pytest

from bluf.pipeline import TemplateMissingError, find_template, shipped_folder
from bluf.pipeline.render import compiled


def test_the_shipped_templates_are_found_by_name() -> None:
    assert find_template("brief", "docx") == shipped_folder() / "brief.docx"
    assert find_template("brief", "md") == shipped_folder() / "brief.md"


def test_the_users_own_template_goes_first(tmp_path: Path) -> None:
    own = tmp_path / "brief.dotx"
    own.touch()
    assert find_template("brief", "docx", tmp_path) == own
    assert find_template("brief", "md", tmp_path).parent == shipped_folder()


def test_a_template_may_be_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.touch()
    assert find_template(str(path), "docx") == path


def test_a_path_of_one_kind_has_its_fellow_of_the_other_kind_beside_it(tmp_path: Path) -> None:
    for name in ("mine.docx", "mine.md"):
        (tmp_path / name).touch()
    assert find_template(str(tmp_path / "mine.docx"), "md") == tmp_path / "mine.md"


def test_a_missing_template_names_the_likely_one() -> None:
    with pytest.raises(TemplateMissingError) as caught:
        find_template("breif", "docx", Path("nowhere"))
    (finding,) = caught.value.findings
    assert finding.message == "there is no template “breif” for .docx files"
    assert finding.hint == "did you mean “brief”?"


def test_a_template_for_word_alone_says_what_to_build(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").touch()
    with pytest.raises(TemplateMissingError) as caught:
        find_template("letter", "md", tmp_path)
    assert caught.value.findings[0].hint == "write one, or build with “--format docx”"


def test_an_edited_template_is_compiled_anew(tmp_path: Path) -> None:
    template = tmp_path / "own.md"
    template.write_text("{{ a }}\n", encoding="utf-8")
    first = compiled(template)
    assert compiled(template) is first
    template.write_text("{{ longer }}\n", encoding="utf-8")
    assert [field.path for field in compiled(template).fields] == ["longer"]
