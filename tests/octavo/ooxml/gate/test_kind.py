"""Packages that are no Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Docx = Callable[..., bytes]
    Refusal = Callable[[bytes], dict[str, str]]
    Rels = Callable[..., str]
    Types = Callable[[Mapping[str, str]], str]

_OFFICE = "application/vnd.openxmlformats-officedocument."
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"


@pytest.mark.parametrize(
    ("members", "rule", "words"),
    [
        ({"a.txt": "x"}, "package-invalid", "holds no “[Content_Types].xml”"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text"},
            "package-unsupported",
            "OpenDocument text",
        ),
        ({"META-INF/MANIFEST.MF": "x"}, "package-unsupported", "a Java or signed archive"),
    ],
)
def test_another_archive_is_called_by_its_kind(
    archive: Callable[..., bytes],
    refusal: Refusal,
    members: Mapping[str, str],
    rule: str,
    words: str,
) -> None:
    assert words in refusal(archive(members))[rule]


@pytest.mark.parametrize(
    ("content_type", "rule", "words"),
    [
        (f"{_OFFICE}spreadsheetml.sheet.main+xml", "package-unsupported", "an Excel workbook"),
        (f"{_OFFICE}presentationml.presentation.main+xml", "package-unsupported", "PowerPoint"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macro-content", ".docm"),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "macro-content", "mac"),
        ("text/plain", "package-unsupported", "of the type “text/plain”"),
        ("application/xml", "package-invalid", "the main part has no type"),
    ],
)
def test_another_main_type_is_refused(
    docx: Docx, refusal: Refusal, content_type: str, rule: str, words: str
) -> None:
    assert words in refusal(docx(types_of={"word/document.xml": content_type}))[rule]


def test_a_word_template_is_accepted(docx: Docx, refusal: Refusal) -> None:
    kind = f"{_OFFICE}wordprocessingml.template.main+xml"
    assert refusal(docx(types_of={"word/document.xml": kind})) == {}


def test_the_strict_variant_is_refused_with_a_remedy(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    data = docx(parts={"_rels/.rels": rels((_STRICT, "word/document.xml"))})
    assert "Strict Open XML" in refusal(data)["package-unsupported"]


@pytest.mark.parametrize(
    "parts",
    [
        {"_rels/.rels": "<Relationships/>"},
        {"word/document.xml": "<a/>"},
    ],
)
def test_a_file_without_a_document_is_refused(
    docx: Docx, refusal: Refusal, parts: Mapping[str, str]
) -> None:
    assert list(refusal(docx(parts=parts))) == ["package-invalid"]


def test_a_missing_main_part_is_refused(docx: Docx, refusal: Refusal) -> None:
    assert "is missing" in refusal(docx(without=("_rels/.rels",)))["package-invalid"]
    assert "is missing" in refusal(docx(without=("word/document.xml",)))["package-invalid"]


def test_a_document_elsewhere_is_missing(docx: Docx, refusal: Refusal, rels: Rels) -> None:
    data = docx(parts={"_rels/.rels": rels(("officeDocument", "http://x.invalid/document.xml"))})
    assert list(refusal(data)) == ["package-invalid"]


def test_two_documents_in_one_file_are_refused(docx: Docx, refusal: Refusal, rels: Rels) -> None:
    two = rels(("officeDocument", "word/document.xml"), ("officeDocument", "word/other.xml"))
    assert (
        "more than one main document"
        in refusal(docx(parts={"_rels/.rels": two}))["package-invalid"]
    )


def test_two_types_for_one_part_are_refused(
    docx: Docx, refusal: Refusal, content_types: Types
) -> None:
    override = '<Override PartName="/Word/document.xml" ContentType="y"/></Types>'
    types = content_types({"word/document.xml": "x"}).replace("</Types>", override)
    data = docx(parts={"[Content_Types].xml": types})
    assert "gives “word/document.xml” two types" in refusal(data)["package-invalid"]


def test_two_relationships_with_one_id_are_refused(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    twice = rels(("styles", "a.xml"), ("styles", "b.xml")).replace("rId2", "rId1")
    data = docx(parts={"word/_rels/document.xml.rels": twice})
    assert "the relationship “rId1” is there twice" in refusal(data)["package-invalid"]


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_an_unsafe_part_of_the_package_itself_is_refused(
    docx: Docx, refusal: Refusal, part: str
) -> None:
    assert list(refusal(docx(parts={part: "<!DOCTYPE a><a/>"}))) == ["xml-unsafe"]
