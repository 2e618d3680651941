"""What fields print stays; what only travels goes, with a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from octavo.ooxml import read_package
from octavo.ooxml.metadata import scrub

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.ooxml.metadata import Scrubbed

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]

CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    '<property name="Client"><v>Acme</v></property><property name="Path"><v>C:/x</v></property>'
    "</Properties>"
)
UNKNOWN = "http://example.org/relationships/notes"


def field(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def scrubbed(data: bytes) -> Scrubbed:
    return scrub(read_package(data, "a.docx"), lambda text: "{{" in text)


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        (" DOCPROPERTY client \\* MERGEFORMAT ", ["Client"]),
        ("DOCPROPERTY &quot;Path&quot;", ["Path"]),
        ("PAGE", []),
    ],
)
def test_a_custom_property_stays_where_a_field_prints_it(
    code: str, kept: list[str], docx: Docx, rels: Rels
) -> None:
    main = ("officeDocument", "word/document.xml")
    parts = {
        "_rels/.rels": rels(main, ("custom-properties", "docProps/custom.xml")),
        "docProps/custom.xml": CUSTOM,
    }
    found = scrubbed(docx(field(code), parts=parts))
    root = found.package.parts.get("docProps/custom.xml")
    assert [one.get("name") for one in (root.root if root else [])] == kept
    assert bool(found.findings) == (not kept)


def test_a_variable_stays_where_a_field_prints_it(docx: Docx, rels: Rels, part: Make) -> None:
    variables = (
        '<w:docVars><w:docVar w:name="a" w:val="1"/><w:docVar w:name="b" w:val="2"/></w:docVars>'
    )
    parts = {
        "word/_rels/document.xml.rels": rels(("settings", "settings.xml")),
        "word/settings.xml": part("settings", variables),
    }
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    for body, names in ((field("DOCVARIABLE a"), ["a"]), (field("PAGE"), [])):
        data = docx(body, parts=parts, types_of={"word/settings.xml": kind})
        root = scrubbed(data).package.parts["word/settings.xml"].root
        variables_ = root.iter("{*}docVar")
        assert [str(etree.QName(one).localname) for one in root] == (["docVars"] if names else [])
        assert [one.values()[0] for one in variables_] == names


def test_a_part_that_is_not_word_s_goes_unless_the_text_refers_to_it(
    docx: Docx, rels: Rels
) -> None:
    parts = {
        "word/_rels/document.xml.rels": rels((UNKNOWN, "notes.xml")),
        "word/notes.xml": "<notes/>",
    }
    found = scrubbed(docx(parts=parts))
    assert "word/notes.xml" not in found.package.parts
    assert "the part “word/notes.xml”" in found.findings[0].message
    body = '<w:p><w:r><w:t>x</w:t></w:r><w:bookmarkStart w:id="1" w:name="a" r:id="rId1"/></w:p>'
    assert "word/notes.xml" in scrubbed(docx(body, parts=parts)).package.parts


def test_custom_xml_is_told_of_but_not_an_empty_bibliography(docx: Docx, rels: Rels) -> None:
    for root, words in (("<data/>", "custom XML"), ('<b:Sources xmlns:b="b"/>', "")):
        parts = {
            "word/_rels/document.xml.rels": rels(("customXml", "../customXml/item1.xml")),
            "customXml/item1.xml": root,
        }
        found = scrubbed(docx(parts=parts))
        assert words in "".join(one.message for one in found.findings)
        assert bool(found.findings) == bool(words)
