from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import DEFAULT_LIMITS, Limits, PackageError, read_package
from octavo.ooxml.assemble import refuse_many_marks

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_archive_without_types_is_no_word_file(
    docx: Callable[..., bytes], refusal: Callable[[bytes], dict[str, str]]
) -> None:
    told = refusal(docx(without=("[Content_Types].xml",)))
    assert "the archive holds no “[Content_Types].xml”" in told["package-invalid"]


def test_the_main_part_is_the_one_that_the_package_points_to(docx: Callable[..., bytes]) -> None:
    assert read_package(docx(), "a.docx").main == "word/document.xml"


def test_more_markup_than_may_be_parsed_is_refused() -> None:
    refuse_many_marks([b"<a b=''/>"], "a.docx", DEFAULT_LIMITS)
    with pytest.raises(PackageError):
        refuse_many_marks([b"<a b=''/>", b"<a/>"], "a.docx", Limits(marks=2))
