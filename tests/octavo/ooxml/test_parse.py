from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Refusal = Callable[[bytes], dict[str, str]]


_MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("data", "rule", "words"),
    [
        (b"<!DOCTYPE a><a/>", "xml-unsafe", "declares a document type"),
        ("<!DOCTYPE a><a/>".encode("utf-16"), "xml-unsafe", "declares a document type"),
        (
            b"<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE a+AD4 +ADw-a/+AD4-",
            "xml-unsafe",
            "declares a document type",
        ),
        (
            b"<?xml version='1.0' encoding='utf-7'?>+ADw-a/+AD4-",
            "package-invalid",
            "encoded in “utf-7”",
        ),
        (b"<a>&x;</a>", "package-invalid", "not well-formed at line 1, column"),
        (b"<a>\x07</a>", "package-invalid", "not well-formed"),
        (b"<a>&#x1F;</a>", "package-invalid", "not well-formed"),
        (b"<a>&#xFFFE;</a>", "package-invalid", "not well-formed"),
        (b"", "package-invalid", "not well-formed"),
        (b"<a>" * 300 + b"</a>" * 300, "limit-exceeded", "larger than the XML parser admits"),
    ],
)
def test_a_part_that_may_not_be_read_is_named(
    docx: Docx, refusal: Refusal, data: bytes, rule: str, words: str
) -> None:
    found = refusal(docx(parts={_MAIN: data}))
    assert list(found) == [rule]
    assert found[rule].startswith("a.docx: word/document.xml: the part “word/document.xml” ") or (
        words in found[rule]
    )
    assert words in found[rule]


def test_utf16_is_read(docx: Docx, refusal: Refusal, part: Make) -> None:
    text = part("document", "<w:body><w:p/></w:body>").replace("UTF-8", "UTF-16")
    assert refusal(docx(parts={_MAIN: text.encode("utf-16")})) == {}
