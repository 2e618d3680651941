from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import Included, TagError, TemplateFolder, included, scan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% include 'a.md' %}", Included("a.md")),
        ("{% include 'a.md' ignore missing %}", Included("a.md", is_optional=True)),
        ("{% from 'a.md' import one, two %}", Included("a.md", ("one", "two"))),
    ],
)
def test_a_tag_says_which_file_it_takes_in(text: str, expected: Included) -> None:
    assert included(scan(text).tags[0]) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% include name %}", "does not give the name of its file in quotation marks"),
        ("{% from 'a.md' import one as two %}", "a macro cannot be renamed"),
    ],
)
def test_a_file_that_only_the_data_would_name_is_refused(text: str, message: str) -> None:
    with pytest.raises(TagError, match=message):
        included(scan(text).tags[0])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../a.md", "leads out of the folder"),
        ("C:a.md", "leads out of the folder"),
        ("a.docx", "is not a template of this kind"),
        ("absent.md", "cannot be read"),
        ("outer.md", "the file includes itself: “outer.md” → “outer.md”"),
    ],
)
def test_only_a_template_of_the_folder_is_read(tmp_path: Path, name: str, message: str) -> None:
    folder = TemplateFolder(tmp_path)
    with pytest.raises(TagError, match=message):
        folder.read(Included(name), ("outer.md",), {".md"}, 100)


def test_a_file_is_read_and_one_that_may_be_missing_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"Text")
    folder = TemplateFolder(tmp_path)
    found = folder.read(Included("a.md"), (), {".md"}, 100)
    assert found is not None
    assert found.data == b"Text"
    assert folder.read(Included("b.md", is_optional=True), (), {".md"}, 100) is None
