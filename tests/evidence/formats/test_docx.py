"""A Word file is read as Word prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import SourceError
from bluf.evidence.formats import docx
from bluf.evidence.match import Searchable
from bluf.evidence.verify import look_up

if TYPE_CHECKING:
    from collections.abc import Callable


def test_tracked_changes_are_read_as_accepted(tracked: bytes) -> None:
    source = Searchable(docx.read(tracked, "a.docx"))
    (found,), (cell,), deleted, changed = look_up(
        source,
        ["We will fund the crossing.", "In 2027", "We will not fund", "We will find the crossing"],
    )
    assert str(source.place(found.start)) == "a.docx: body, paragraph 3"
    assert str(source.place(cell.start)) == ("a.docx: body, table 1, row 1, cell 1, paragraph 1")
    assert deleted == changed == ()


def test_a_package_that_is_unsafe_is_refused_with_its_own_finding() -> None:
    with pytest.raises(SourceError) as caught:
        docx.read(b"PDF", "a.docx")
    assert [finding.rule for finding in caught.value.findings] == ["package-unsupported"]


def test_a_file_without_text_is_refused(word_file: Callable[[str], bytes]) -> None:
    with pytest.raises(SourceError, match="holds no text") as caught:
        docx.read(word_file("<w:p/>"), "a.docx")
    assert [finding.rule for finding in caught.value.findings] == ["source-unreadable"]
